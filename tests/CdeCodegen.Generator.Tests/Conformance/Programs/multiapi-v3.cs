using System.Threading.Tasks;
using Acme;
using CdeCodegen.Generator.Tests.Conformance;

public static class Program
{
    public static async Task RunAsync(ConformanceRun run)
    {
        AcmeClient client = new(run.Options);
        await run.Ok(client.Multiapi.Two.TestFiveEndpoint.PutAsync("3.0.0"));
        await run.Ok(client.Multiapi.TestDifferentCalls.GetAsync("3.0.0", "hello", c =>
        {
            c.QueryParameters.GreetingInChinese = "nihao";
            c.QueryParameters.GreetingInFrench = "bonjour";
        }));
    }
}
