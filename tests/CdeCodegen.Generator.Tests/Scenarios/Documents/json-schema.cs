using System;
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
        server.Answer("""{"id":"11111111-1111-1111-1111-111111111111","maybe":null,"anything":[1],"local":{"n":null},"tree":{"children":[{"children":[]}]},"nothing":null,"level":2,"bytes":"aGk=","embedded":"{}","ratio":0.5,"set":["x"],"names":{"a":1.5},"either":{"k":1,"v":"v"},"scalar":true,"ref":{"b":"b","x":"x"},"big":18446744073709551615,"wide":"1.10"}""");
        All all = (await client.All.PutAsync(new All { Maybe = null, Anything = JsonSerializer.SerializeToElement(1), Local = new() { N = 5 } })).EnsureSuccess();
        output.WriteLine(server.Request);
        // prints: PUT /all application/json {"maybe":null,"anything":1,"local":{"n":5}}
        output.WriteLine($"{all.Id} {all.Maybe is null} {all.Anything} {all.Local.N.HasValue}{all.Local.N.GetValueOrDefault()} {all.Tree!.Children![0].Children!.Count} {all.Level} {all.Bytes!.Length} {all.Embedded} {all.Ratio} {all.Set![0]} {all.Names!["a"]} {all.Either!.V} {all.Scalar!.GetType().Name} {all.Big} {all.Wide}");
        // prints: 11111111-1111-1111-1111-111111111111 True [1] True 0 2 2 {} 0.5 x 1.5 v Boolean 18446744073709551615 1.10
    }
}
