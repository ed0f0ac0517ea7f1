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
        server.Answer("""{"id":2}""");
        output.WriteLine((await client.Copy.CopyAsync(new Thing { Id = 1 })).EnsureSuccess().Id);
        output.WriteLine(server.Request);
        // prints: 2
        // prints: COPY /copy application/json {"id":1}
        await client.Copy.QueryAsync(new Thing { Id = 1 }, c => { c.QueryParameters.Form = new() { A = "x y", N = 3 }; });
        output.WriteLine(server.Request);
        // prints: QUERY /copy?a=x%20y&n=3 application/json {"id":1}
        await client.Selected["k"].GetAsync(new() { A = [1, 2], B = "é&" });
        output.WriteLine(server.Request);
        await client.Selected["k"].PutAsync(c => { c.QueryParameters.Path = "$.a.b[1:1]"; c.QueryParameters.XJson = "x"; c.QueryParameters.XLevel = Level.High; c.QueryParameters.XLevels = [Level.Low, 3]; });
        output.WriteLine(string.Join(' ', server.Request.TrimEnd(), server.Headers["X-Json"], server.Headers["X-Level"], server.Headers["X-Levels"]));
        await client.Selected["k"].PutAsync();
        output.WriteLine(server.Request.TrimEnd());
        // prints: GET /selected/%22k%22?%7B%22a%22%3A%5B1%2C2%5D%2C%22b%22%3A%22%C3%A9%26%22%7D
        // prints: PUT /selected/k?%24.a.b%5B1%3A1%5D "x" 2 [1,3]
        // prints: PUT /selected/k
        server.Answer("{\"id\":1}\n{\"id\":2}\n", mediaType: "application/jsonl");
        await foreach (Thing thing in (await client.Lines.GetAsync()).EnsureSuccess()) { output.Write(thing.Id); }
        output.WriteLine();
        // prints: 12
        await client.Cookies.GetAsync(c => { c.QueryParameters.Theme = "dark blue"; c.QueryParameters.Ids = [1, 2]; });
        output.WriteLine(server.Headers["Cookie"]);
        // prints: theme=dark blue; ids=1; ids=2
        server.Answer("""[{"kind":"Cat","lives":9},{"kind":"Dog"},{"kind":"bird","note":"n"},{"note":"m"}]""");
        output.WriteLine(string.Join(' ', (await client.Pets.GetAsync()).EnsureSuccess().Select(p => p.GetType().Name)));
        // prints: Cat Dog OtherPet OtherPet
    }
}
