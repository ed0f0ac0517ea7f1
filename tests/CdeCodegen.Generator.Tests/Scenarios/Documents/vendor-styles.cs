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
        server.Answer("""{"id":"c","default_source":{"object":"card","last4":"4242"},"sources":{"data":[{"object":"card"}]}}""");
        Customer c1 = (await client.V1.Customers.PostAsync(new CreateCustomerRequest { Address = new() { City = "B", Line1 = "x y" }, Metadata = new Dictionary<string, string> { ["k[0]"] = "v" }, Expand = ["a", "b"], Email = "e@x" })).EnsureSuccess();
        output.WriteLine(Uri.UnescapeDataString(server.Request));
        output.WriteLine(c1.DefaultSource!.GetType().Name + " " + c1.Sources!.Data.Count);
        // prints: POST /base/v1/customers application/x-www-form-urlencoded address[city]=B&address[line1]=x y&metadata[k[0]]=v&expand[0]=a&expand[1]=b&email=e@x
        // prints: Card 1
        await client.MessagesJson.GetAsync(q => { var p = q.QueryParameters; p.DateSent = new DateOnly(2026, 1, 2); p.DateSentLessThan = new DateOnly(2026, 1, 3); p.DateSentGreaterThan = new DateOnly(2026, 1, 1); p.FilterName = "n"; p.Filter = "a eq 'b'"; p.PageSize = 5; });
        output.WriteLine(server.Request);
        // prints: GET /base/Messages.json?DateSent%3C=2026-01-03&DateSent=2026-01-02&DateSent%3E=2026-01-01&filter%5Bname%5D=n&%24filter=a%20eq%20%27b%27&page%5Bsize%5D=5
        server.Answer("{}");
        await client.V1.WithNameCancel("operations/1").PostAsync();
        output.WriteLine(server.Request.TrimEnd());
        // prints: POST /base/v1/operations%2F1:cancel
        server.Answer("""{"data":[{"type":"a","attributes":{"x":1}}],"_links":{"self":{"href":"/1"}}}""", 201, "application/vnd.api+json", "Location: https://v.test/1");
        var created = (CreateItemResult.Created)await client.Items.PostAsync(new Document { Data = new Resource { Type = "a" } });
        output.WriteLine($"{server.Request} {created.Body.Data.GetType().Name} {created.Location} {created.Body.Links!["self"].Href}");
        // prints: POST /base/items application/vnd.api+json {"data":{"type":"a"}} ResourceItems https://v.test/1 /1
        server.Answer("""{"detail":[{"loc":["body",0],"msg":"m","type":"t"}]}""", 422);
        var invalid = (CreateItemResult.UnprocessableContent)await client.Items.PostAsync(new Document { Data = new Resource { Type = "a" } });
        output.WriteLine(string.Join(' ', invalid.Body.Detail![0].Loc.Select(l => l.GetType().Name)));
        // prints: String Integer
        await client.Search.GetAsync(new SearchPageable { Page = 0, Size = 20, Sort = ["a,asc", "b"] });
        output.WriteLine(server.Request);
        // prints: GET /base/search?page=0&size=20&sort=a%2Casc&sort=b
    }
}
