using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.Json;
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
        server.Answer("""{"name":"n","price":"12","owner":{"kind":"company","vat":"v"},"parent":{"name":"p","price":1.5,"owner":{"kind":"person","name":"x"}},"created":null,"extra":{"a":[1]},"size":[3,4]}""");
        Item item = (await client.Items[7].GetAsync(c => { c.QueryParameters.Q = "a&b"; c.QueryParameters.Tags = ["x", "y"]; c.QueryParameters.Order = Order.Desc; c.QueryParameters.XToken = "t"; })).EnsureSuccess();
        output.WriteLine($"{server.Request} {server.Headers["X-Token"]}");
        // prints: GET /api/items/7?q=a%26b&tags=x&tags=y&order=desc t
        output.WriteLine($"{item.Owner.GetType().Name} {item.Parent!.Owner.GetType().Name} {item.Price.GetType().Name} {item.Created is null} {item.Size!.Count}");
        // prints: Company Person String True 2
        output.WriteLine(JsonSerializer.Serialize(item));
        // prints: {"name":"n","price":"12","owner":{"kind":"company","vat":"v"},"parent":{"name":"p","price":1.5,"owner":{"kind":"person","name":"x"}},"extra":{"a":[1]},"size":[3,4]}
        server.Answer("""{"detail":[{"loc":["query",0],"msg":"bad","type":"t"}]}""", 422);
        var invalid = (ReadItemItemsItemIdGetResult.UnprocessableContent)await client.Items[1].GetAsync();
        output.WriteLine($"{invalid.Body.Detail![0].Msg} {invalid.Body.Detail[0].Loc.Count}");
        // prints: bad 2
        await client.Items[1].PatchAsync([new PatchOperation { Op = PatchOperationOp.Replace, Path = "/name", Value = JsonSerializer.SerializeToElement("z") }]);
        output.WriteLine(server.Request);
        // prints: PATCH /api/items/1 application/json-patch+json [{"op":"replace","path":"/name","value":"z"}]
        server.Answer("""{"title":"taken","status":409,"trace":"abc"}""", 409, "application/problem+json");
        var conflict = (PatchItemResult.Conflict)await client.Items[1].PatchAsync(new ItemUpdate { Name = "q" });
        output.WriteLine($"{server.Request} {conflict.Body.Title} {conflict.Body.AdditionalProperties["trace"]}");
        // prints: PATCH /api/items/1 application/merge-patch+json {"name":"q"} taken abc
        server.Answer("""{"title":"slow"}""", 503, "application/problem+json");
        output.WriteLine(await client.Items[1].PatchAsync(new ItemUpdate()) is PatchItemResult.Default { StatusCode: 503, Body.Title: "slow" });
        // prints: True
        server.Answer("3");
        await client.Upload.PostAsync(new BodyUploadUploadPost { File = new FilePart(new MemoryStream("f"u8.ToArray()), "f.bin"), Note = "n", Count = 2 });
        output.WriteLine(string.Join(" | ", server.Request.Split("\r\n").Where(line => line.StartsWith("Content-Disposition") || line is "n" or "2" or "f")));
        // prints: Content-Disposition: form-data; name="file"; filename="f.bin" | f | Content-Disposition: form-data; name="note" | n | Content-Disposition: form-data; name="count" | 2
        server.Answer("""{"type":"FeatureCollection","features":[{"type":"Feature","id":5,"geometry":{"type":"Polygon","coordinates":[[[0,0],[1,1.5],[0,0]]]},"properties":{"n":1}},{"type":"Feature","geometry":null}],"bbox":[0,0,1,1.5]}""", mediaType: "application/geo+json");
        FeatureCollection features = (await client.Features.PostAsync(new Feature { Geometry = new Point { Coordinates = [1, 2.5] } })).EnsureSuccess();
        output.WriteLine(server.Request);
        // prints: POST /api/features application/geo+json {"type":"Feature","geometry":{"type":"Point","coordinates":[1,2.5]}}
        output.WriteLine($"{((FeatureGeometry.Polygon)features.Features[0].Geometry!).Value.Coordinates[0][1][1]} {features.Features[1].Geometry is null} {features.Bbox!.Count}");
        // prints: 1.5 True 4
        server.Answer("""{"@odata.context":"c","@odata.count":9,"value":[{"Id":1,"Total":2.50,"Lines@odata.count":3}]}""");
        var orders = (await client.UsersWithId(4).Orders.GetAsync(c => { c.QueryParameters.Select = [UsersListOrdersSelectItem.Id, UsersListOrdersSelectItem.Total]; c.QueryParameters.Top = 5; c.QueryParameters.Count = true; })).EnsureSuccess();
        output.WriteLine($"{server.Request} {orders.OdataContext} {orders.OdataCount} {orders.Value![0].Total} {orders.Value[0].LinesOdataCount}");
        // prints: GET /api/Users(4)/Orders?%24select=id,total&%24top=5&%24count=true c 9 2.50 3
    }
}
