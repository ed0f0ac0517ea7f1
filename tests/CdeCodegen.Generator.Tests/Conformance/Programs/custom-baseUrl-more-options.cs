using System.Threading.Tasks;
using Acme;
using CdeCodegen.Generator.Tests.Conformance;

public static class Program
{
    public static async Task RunAsync(ConformanceRun run)
    {
        // The host of the document consists of three parameters.
        AcmeClient client = new(new AcmeClientOptions { Vault = "http://local", Secret = "host", DnsSuffix = $":{run.Options.BaseUrl!.Port}" });
        await run.Ok(client.Customuri["test12"]["key1"].GetAsync(c => c.QueryParameters.KeyVersion = "v1"));
    }
}
