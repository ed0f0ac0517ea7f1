using System;
using System.IO;
using System.Linq;
using System.Text;
using System.Threading.Tasks;
using Acme;
using Acme.Models;
using CdeCodegen.Generator.Tests.Scenarios;
using CdeCodegen.Runtime;

public static class Scenario
{
    public static async Task RunAsync(ScenarioServer server, TextWriter output)
    {
        var client = new AcmeClient(new AcmeClientOptions { HttpClient = server.Client, Basic = new BasicCredential("u", "p") });
        server.Answer("""{"code":7,"details":{"a":["x"]}}""", 422);
        var failed = (UploadResult.Default)await client.Upload.PostAsync(new UploadRequest { File = new FilePart(new MemoryStream("F"u8.ToArray()), "f.bin"), Tags = ["a", "b"], Meta = "m" });
        output.WriteLine($"{failed.StatusCode} {failed.Body.Code} {failed.Body.Details!["a"][0]}");
        output.WriteLine(string.Join(' ', server.Request.Split('"').Where((_, i) => i % 2 == 1)));
        // prints: 422 7 x
        // prints: file[] f.bin tags tags meta
        server.Answer("PDF", mediaType: "application/pdf", headers: ["X-List: 1,2", "X-Count: 3"]);
        var ok = (DownloadResult.Ok)await client.Download.GetAsync(c => { c.QueryParameters.Ids = [1, 2]; c.QueryParameters.XKind = "a"; });
        output.WriteLine($"{new StreamReader(ok.Body).ReadToEnd()} {string.Join('+', ok.XList!)} {ok.XCount}");
        output.WriteLine(server.Url + " " + server.Headers["X-Kind"]);
        // prints: PDF 1+2 3
        // prints: https://f.test/download?ids=1%7C2 a
        server.Answer("""{"name":null,"kind":"NO","data":"aGk=","when":"2026-01-02"}""");
        Thing thing = (await client.Things.WithIdDotExt(Guid.Empty, "json").PutAsync(new Thing { Name = null, Kind = Thing_Kind("NO"), Parent = new Thing { Name = "p", Kind = Thing_Kind("1") } })).EnsureSuccess();
        output.WriteLine(server.Request);
        output.WriteLine($"{thing.Name ?? "null"} {thing.Kind} {Encoding.UTF8.GetString(thing.Data!)} {thing.When:yyyy-MM-dd}");
        // prints: PUT /things/00000000-0000-0000-0000-000000000000.json application/json; charset=utf-8 {"name":null,"kind":"NO","parent":{"name":"p","kind":"1"}}
        // prints: null NO hi 2026-01-02
        server.Answer("\"token\"");
        output.WriteLine((await client.Login.PostAsync(new LoginRequest { User = "a b", Password = "&" })).EnsureSuccess());
        output.WriteLine(server.Request + " " + server.Headers["Authorization"]);
        // prints: token
        // prints: POST /login application/x-www-form-urlencoded user=a%20b&password=%26 Basic dTpw
    }

    private static ThingKind Thing_Kind(string value) => value;
}
