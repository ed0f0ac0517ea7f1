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
        server.Answer("""{"id":"i","on":true,"count":3,"yes":"y","null":"n","1":5}""");
        Merged m = (await client.A.GetAsync(c => { c.QueryParameters.Country = "NO"; c.QueryParameters.Date = "2020-01-01"; })).EnsureSuccess();
        output.WriteLine(server.Request);
        output.WriteLine($"{m.Id} {m.On} {m.Count} {m.Yes} {m.Null} {m._1}");
        // prints: GET /a?country=NO&date=2020-01-01
        // prints: i True 3 y n 5
        server.Answer("""{"message":"gone"}""", 404);
        output.WriteLine(((AResult.NotFound)await client.A.GetAsync()).Body.Message);
        server.Answer("""{"message":"down"}""", 503);
        output.WriteLine(((AResult.ServerError)await client.A.GetAsync()).Body.Message);
        // prints: gone
        // prints: down
        output.WriteLine(string.Join(' ', typeof(ADate).GetProperties(System.Reflection.BindingFlags.Static | System.Reflection.BindingFlags.Public).Select(p => p.GetValue(null))));
        output.WriteLine(string.Join(' ', typeof(ACountry).GetProperties(System.Reflection.BindingFlags.Static | System.Reflection.BindingFlags.Public).Select(p => p.GetValue(null))));
        // prints: 2020-01-01 1.0 31 1e3
        // prints: NO SE no off
        await client.QuotedPath.GetAsync();
        output.WriteLine(server.Request);
        // prints: GET /quoted%20%22path%22
    }
}
