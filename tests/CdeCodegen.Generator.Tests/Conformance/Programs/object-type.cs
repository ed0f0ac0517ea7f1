using System.Text.Json;
using System.Threading.Tasks;
using Acme;
using CdeCodegen.Generator.Tests.Conformance;

public static class Program
{
    public static async Task RunAsync(ConformanceRun run)
    {
        AcmeClient client = new(run.Options);
        await run.Any(client.ObjectType.Put.PutAsync(JsonDocument.Parse("""{"foo":"bar"}""").RootElement));
        await run.Any(client.ObjectType.Put.PutAsync(JsonDocument.Parse("""{"bar":"foo"}""").RootElement));
    }
}
