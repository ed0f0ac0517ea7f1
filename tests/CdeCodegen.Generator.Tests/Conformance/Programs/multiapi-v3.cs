using System.Threading.Tasks;
using Acme;
using CdeCodegen.Generator.Tests.Conformance;

public static class Program
{
    public static async Task RunAsync(ConformanceRun run)
    {
        AcmeClient client = new(run.Options);
        await run.Ok(client.Multiapi.Two.TestFiveEndpoint.PutAsync("3.0.0"));
        await run.Ok(client.Multiapi.One.TestTwoEndpoint.GetAsync("3.0.0", new Acme.Models.ModelThree { OptionalProperty = "value" }));
        await run.Ok(client.Multiapi.Two.TestFourEndpoint.PostAsync("3.0.0", new Acme.Models.SourcePath { Source = "foo" }));
        await run.Ok(client.Multiapi.Two.TestFourEndpoint.PostAsync("3.0.0", new System.IO.MemoryStream("PDF"u8.ToArray())));
        await run.Ok(client.Multiapi.TestDifferentCalls.GetAsync("3.0.0", "hello", c =>
        {
            c.QueryParameters.GreetingInChinese = "nihao";
            c.QueryParameters.GreetingInFrench = "bonjour";
        }));
    }
}
