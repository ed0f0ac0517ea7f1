using System.Threading.Tasks;
using Acme;
using CdeCodegen.Generator.Tests.Conformance;

public static class Program
{
    public static async Task RunAsync(ConformanceRun run)
    {
        AcmeClient client = new(run.Options);
        await run.Ok(client.Int.Max._32.PutAsync(int.MaxValue));
        await run.Ok(client.Int.Min._32.PutAsync(int.MinValue));
        await run.Ok(client.Int.Max._64.PutAsync(long.MaxValue));
        await run.Ok(client.Int.Min._64.PutAsync(long.MinValue));
    }
}
