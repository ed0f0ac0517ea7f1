using System.IO;
using System.Threading.Tasks;
using Acme;
using CdeCodegen.Generator.Tests.Scenarios;

public static class Scenario
{
    public static async Task RunAsync(ScenarioServer server, TextWriter output)
    {
        var client = new AcmeClient(server.Client);

        server.Answer("GIF", mediaType: "image/gif");
        await using (Stream body = (await client.Img.GetAsync()).EnsureSuccess())
        {
            output.WriteLine(new StreamReader(body).ReadToEnd());
        }
        // prints: GIF

        // A schema of an object is JSON, whatever the operation produces.
        foreach (string type in new[] { "application/json", "image/gif" })
        {
            server.Answer("""{"errorCode":"E1"}""", 400, type);
            output.WriteLine(((ImgResult.BadRequest)await client.Img.GetAsync()).Body.ErrorCode);
        }
        // prints: E1
        // prints: E1

        server.Answer("""{"errorCode":"E2"}""", 404, "text/plain");
        output.WriteLine(((BothResult.NotFound)await client.Both.GetAsync()).Body.ErrorCode);
        server.Answer("oops", 404, "text/plain");
        var e = (BothResult.NotFound)await client.Both.GetAsync();
        output.WriteLine($"{e.BodyError is not null} {e.RawBody}");
        // prints: E2
        // prints: True oops
    }
}
