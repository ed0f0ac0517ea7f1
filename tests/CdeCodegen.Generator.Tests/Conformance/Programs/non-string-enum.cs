using System.Threading.Tasks;
using Acme;
using Acme.Models;
using CdeCodegen.Generator.Tests.Conformance;

public static class Program
{
    public static async Task RunAsync(ConformanceRun run)
    {
        AcmeClient client = new(run.Options);
        await run.Ok(client.NonStringEnums.Int.Put.PutAsync(IntEnum._200));
        await run.Ok(client.NonStringEnums.Float.Put.PutAsync(200.4));
    }
}
