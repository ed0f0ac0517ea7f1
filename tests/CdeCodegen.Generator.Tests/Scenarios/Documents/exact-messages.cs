using System;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using Acme;
using Acme.Models;
using CdeCodegen.Generator.Tests.Scenarios;
using CdeCodegen.Runtime;

public static class Scenario
{
    public static async Task RunAsync(ScenarioServer server, TextWriter output)
    {
        var client = new AcmeClient(server.Client);
        var o = new O { A = "x", B = null, C = true };

        // A null member is left out in every style. Its name alone would be taken for a value.
        await client.Joined.GetAsync(c =>
        {
            c.QueryParameters.Q = o;
            c.QueryParameters.P = o;
            c.QueryParameters.XO = o;
            c.QueryParameters.XE = o;
            c.QueryParameters.SId = "v";
        });
        output.WriteLine($"{server.Request} {server.Headers["X-O"]} {server.Headers["X-E"]} {server.Headers["Cookie"]}");
        // prints: GET /joined?q=a,x,c,true&p=a%7Cx%7Cc%7Ctrue a,x,c,true a=x,c=true s[id]=v

        // Names of headers have no case: the operation's replaces that of the path. Lists of enumerations are typed.
        server.Answer("", 200, "text/plain", "X-Kinds: small, other", "X-Levels: 2,1");
        var headers = (HeadersResult.Ok)await client.Headers.GetAsync(c => c.QueryParameters.XTenant = 4);
        output.WriteLine($"{server.Headers["X-Tenant"]} {headers.XKinds![0] == Kind.Small} {headers.XKinds[1]} {headers.XLevels![0] == HeadersXLevel._2} {headers.XLevels.Count}");
        server.Answer("", 200, "text/plain");
        output.WriteLine(((HeadersResult.Ok)await client.Headers.GetAsync()).XKinds is null);
        // prints: 4 True other True 2
        // prints: True

        // A pattern says how much of the path a parameter is.
        await client.V1.WithNameCancel("projects/p 1/items/a/b").PostAsync();
        output.WriteLine(server.Request.TrimEnd());
        await client.V1["a/b"].GetAsync();
        output.WriteLine(server.Request);
        // prints: POST /v1/projects/p%201/items/a/b:cancel
        // prints: GET /v1/a%2Fb

        // A text is in the charset that its media type names if that has its characters, and JSON is UTF-8.
        await client.Text.PostAsync("é");
        output.WriteLine(server.Request);
        await client.Text.PostAsync("€");
        output.WriteLine(server.Request);
        await client.Text.PutAsync(o);
        output.WriteLine(server.Request);
        await client.Text.PatchAsync(o, contentType: "application/merge-patch+json");
        output.WriteLine(server.Request);
        // prints: POST /text text/plain; charset=iso-8859-1 é
        // prints: POST /text text/plain; charset=utf-8 €
        // prints: PUT /text application/json; charset=utf-8 {"a":"x","b":null,"c":true}
        // prints: PATCH /text application/merge-patch+json {"a":"x","b":null,"c":true}

        // An object is JSON, whatever its part is said to be.
        // reports: CDE0007 An object in application/xml as the part 'o' of a form is not supported; it is sent as JSON (at #/paths/~1parts/post/requestBody/content/multipart~1form-data/encoding/o/contentType)
        await client.Parts.PostAsync(new PartsRequest { O = o, T = "<t/>" });
        output.WriteLine(string.Join(' ', server.Request.Split("\r\n").Where(line => line.StartsWith("Content-Type"))));
        // prints: Content-Type: application/json Content-Type: application/xml; charset=iso-8859-1

        // A method is named after what it asks for, which the server must not miss because another success is only offered in JSON.
        server.Answer("{}", 200, "application/jsonl");
        await client.Shapes.GetAsJsonlAsync();
        output.WriteLine(server.Headers["Accept"]);
        server.Answer("", 200, "image/gif");
        await client.Shapes.GetAsImageAsync();
        output.WriteLine(server.Headers["Accept"]);
        server.Answer("", 200, "application/pdf");
        await client.Shapes.HeadAsync();
        output.WriteLine(server.Headers["Accept"]);
        // prints: application/jsonl, application/json-seq, application/json;q=0.9
        // prints: image/png, image/gif, application/json;q=0.9
        // prints: application/pdf, application/json
    }
}
