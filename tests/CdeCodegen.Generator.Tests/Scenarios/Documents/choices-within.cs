using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using System.Text.Json;
using System.Threading.Tasks;
using Acme;
using Acme.Models;
using CdeCodegen.Generator.Tests.Scenarios;
using CdeCodegen.Runtime;

public static class Scenario
{
    // reports: CDE0007 A list of lists or objects in a parameter is not supported; each item is sent as JSON (at #/paths/~1search/get/parameters/0)
    // reports: CDE0007 A list or an object within an object in style deepObject is not supported; its parts are sent as name[member][0] and name[member][inner] (at #/paths/~1search/get/parameters/2/style)
    // reports: CDE0007 A list or an object within an object in a parameter is not supported; it is sent as JSON (at #/paths/~1search/get/parameters/3)
    // reports: CDE0007 A choice of objects with the same members is not supported; a value that fits several of them is read as the first (at #/components/schemas/All/properties/same)
    public static async Task RunAsync(ScenarioServer server, TextWriter output)
    {
        var client = new AcmeClient(server.Client);

        async Task Show(string member, params string[] values)
        {
            foreach (string value in values)
            {
                server.Answer($"{{\"{member}\":{value}}}");
                All all = (await client.All.GetAsync()).EnsureSuccess();
                output.WriteLine(typeof(All).GetProperties().Select(property => property.GetValue(all)).Single(v => v is not null)!.GetType().Name);
            }
        }

        await Show("nested", """{"data":{"t":"b","v":"1"}}""", """{"data":{"v":"1","t":"a"}}""", """{"data":{"t":"c"}}""");
        // prints: B
        // prints: A
        // prints: Unknown
        await Show("deeper", """{"id":"1","data":{"attributes":{"kind":"video"}}}""", """{"data":{"attributes":{"kind":"image"}}}""", """{"id":"1"}""", """{"data":null}""");
        // prints: Video
        // prints: Photo
        // prints: Photo
        // prints: Photo
        await Show("kinds", """{"value":{"content":5}}""", """{"value":{"content":"5"}}""");
        // prints: Count
        // prints: Text
        // What nothing tells apart is reported.
        await Show("same", """{"id":"x"}""");
        // prints: First

        // Each alternative of a form has an overload.
        await client.Token.PostAsync(new TokenCodeGrant { Code = "c" });
        output.WriteLine(server.Request);
        await client.Token.PostAsync(new TokenRefreshGrant { RefreshToken = "r" });
        output.WriteLine(server.Request);
        // prints: POST /token application/x-www-form-urlencoded grant_type=authorization_code&code=c
        // prints: POST /token application/x-www-form-urlencoded grant_type=refresh_token&refresh_token=r

        void Parts() => output.WriteLine(string.Join(' ', server.Request.Split("\r\n")
            .Where(line => line.Length > 0 && !line.StartsWith("--") && !line.StartsWith("POST"))
            .Select(line => line.Replace("Content-Disposition: form-data; ", ""))));

        FilePart File(string text) => new(new MemoryStream(Encoding.UTF8.GetBytes(text)), text + ".txt");

        await client.Files.PostAsync(new FilesRequest { Note = "n", AdditionalProperties = new Dictionary<string, FilePart> { ["one"] = File("1"), ["two"] = File("2") } });
        Parts();
        await client.Fields.PostAsync(new FieldsRequest { Note = "n", AdditionalProperties = new Dictionary<string, JsonElement> { ["text"] = JsonSerializer.SerializeToElement("a"), ["number"] = JsonSerializer.SerializeToElement(5), ["list"] = JsonSerializer.SerializeToElement(new[] { 1, 2 }) } });
        Parts();
        await client.OnlyFiles.PostAsync(new Dictionary<string, FilePart> { ["one"] = File("1") });
        Parts();
        await client.Objects.PostAsync(new Dictionary<string, Point> { ["p"] = new() { X = 1, Y = 2 } });
        Parts();
        // prints: name="note" n Content-Type: application/octet-stream name="one"; filename="1.txt" 1 Content-Type: application/octet-stream name="two"; filename="2.txt" 2
        // prints: name="note" n name="text" a name="number" 5 name="list" 1 name="list" 2
        // prints: Content-Type: application/octet-stream name="one"; filename="1.txt" 1
        // prints: Content-Type: application/json name="p" {"x":1,"y":2}

        // Nested values of parameters, which the specification leaves open, are reported.
        await client.Search.GetAsync(c => c.QueryParameters.Boxes = [[1.5, 2], [3]]);
        output.WriteLine(Uri.UnescapeDataString(server.Request));
        await client.Search.GetAsync(c => c.QueryParameters.Points = [new() { X = 1, Y = 2 }, new() { X = 3, Y = 4 }]);
        output.WriteLine(Uri.UnescapeDataString(server.Request));
        await client.Search.GetAsync(c => c.QueryParameters.Filter = new() { Name = "n", At = new() { X = 1, Y = 2 }, Tags = ["a", "b"] });
        output.WriteLine(Uri.UnescapeDataString(server.Request));
        await client.Search.GetAsync(c => c.QueryParameters.Area = new() { Name = "n", At = new() { X = 1, Y = 2 } });
        output.WriteLine(Uri.UnescapeDataString(server.Request));
        // prints: GET /search?boxes=[1.5,2]&boxes=[3]
        // prints: GET /search?points={"x":1,"y":2},{"x":3,"y":4}
        // prints: GET /search?filter[name]=n&filter[at][x]=1&filter[at][y]=2&filter[tags][0]=a&filter[tags][1]=b
        // prints: GET /search?area=name,n,at,{"x":1,"y":2}
    }
}
