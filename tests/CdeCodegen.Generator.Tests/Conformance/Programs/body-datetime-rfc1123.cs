using System;
using System.Threading.Tasks;
using Acme;
using CdeCodegen.Generator.Tests.Conformance;

public static class Program
{
    public static async Task RunAsync(ConformanceRun run)
    {
        AcmeClient client = new(run.Options);
        await run.Ok(client.Datetimerfc1123.Max.PutAsync(new DateTimeOffset(9999, 12, 31, 23, 59, 59, TimeSpan.Zero).ToString("r")));
        await run.Ok(client.Datetimerfc1123.Min.PutAsync(DateTimeOffset.MinValue.ToString("r")));
    }
}
