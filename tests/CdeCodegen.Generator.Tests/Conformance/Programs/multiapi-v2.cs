using System.Threading.Tasks;
using Acme;
using CdeCodegen.Generator.Tests.Conformance;

public static class Program
{
    public static async Task RunAsync(ConformanceRun run)
    {
        AcmeClient client = new(run.Options);
        await run.Sent(client.Multiapi.TestOneEndpoint.PutAsync(1, "2.0.0"));
        await run.Sent(client.Multiapi.One.TestTwoEndpoint.GetAsync("2.0.0", new Acme.Models.ModelTwo { Id = 1 }));
        await run.Ok(client.Multiapi.One.TestThreeEndpoint.PutAsync("2.0.0"));
        await run.Ok(client.Multiapi.Two.TestFourEndpoint.PostAsync(true, "2.0.0"));
        await run.Ok(client.Multiapi.TestDifferentCalls.GetAsync("2.0.0", "hello", c => c.QueryParameters.GreetingInChinese = "nihao"));
    }
}
