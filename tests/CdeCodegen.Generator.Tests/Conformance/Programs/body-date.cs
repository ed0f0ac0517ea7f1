using System;
using System.Threading.Tasks;
using Acme;
using CdeCodegen.Generator.Tests.Conformance;

public static class Program
{
    public static async Task RunAsync(ConformanceRun run)
    {
        AcmeClient client = new(run.Options);
        await run.Ok(client.Date.Max.PutAsync(DateOnly.MaxValue));
        await run.Ok(client.Date.Min.PutAsync(DateOnly.MinValue));
    }
}
