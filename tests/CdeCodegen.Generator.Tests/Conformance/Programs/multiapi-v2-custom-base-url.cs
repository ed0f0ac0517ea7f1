using System.Threading.Tasks;
using Acme;
using CdeCodegen.Generator.Tests.Conformance;

public static class Program
{
    public static async Task RunAsync(ConformanceRun run)
    {
        // The host of the document has a parameter.
        AcmeClient client = new(new AcmeClientOptions { Endpoint = run.Options.BaseUrl!.ToString().TrimEnd('/') });
        await run.Ok(client.Test.PutAsync(2, "2.0.0"));
    }
}
