using System.IO;
using System.Text;
using System.Text.Json;
using System.Threading.Tasks;
using Acme;
using Acme.Models;
using CdeCodegen.Generator.Tests.Conformance;

public static class Program
{
    public static async Task RunAsync(ConformanceRun run)
    {
        AcmeClient client = new(run.Options);
        await run.Sent(client.ReservedWords.OperationGroup.Import.PutAsync("foo"));
        await run.Sent(client.ReservedWords.Operation.Content.PutAsync(new MemoryStream(Encoding.UTF8.GetBytes("hello, world"))));
        await run.Sent(client.ReservedWords.Operation.Json.PutAsync(JsonDocument.Parse("""{"hello":"world"}""").RootElement));
        await run.Sent(client.ReservedWords.Operation.Data.PutAsync(new OperationWithDataParamRequest { Data = "hello", World = "world" }));
        await run.Sent(client.ReservedWords.Operation.Files.PutAsync(new OperationWithFilesParamRequest
        {
            Files = new CdeCodegen.Runtime.FilePart(new MemoryStream([1]), "a"),
            FileName = "my.txt",
        }));
        await run.Sent(client.ReservedWords["foo"].GetAsync("x", c => c.QueryParameters.QueryParameters = ["one", "two"]));
        await run.Sent(client.ReservedWords.Enum.GetAsync(MyEnum.Import));
    }
}
