using System;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using Acme;
using Acme.Models;
using CdeCodegen.Generator.Tests.Scenarios;

public static class Scenario
{
    public static async Task RunAsync(ScenarioServer server, TextWriter output)
    {
        var client = new AcmeClient(server.Client);

        const string body = """{"fishtype":"smart_salmon","length":1,"siblings":[{"fishtype":"Shark","length":20,"birthday":"2012-01-05T01:00:00Z"},{"fishtype":"salmon","length":2,"location":"x"},{"fishtype":"ray","length":3,"flat":true}],"location":"alaska","college":"u","extra":{"a":1}}""";
        server.Answer(body);
        Fish fish = (await client.Fish.GetAsync()).EnsureSuccess();
        output.WriteLine($"{fish.GetType().Name} {((SmartSalmon)fish).College} {string.Join(' ', fish.Siblings!.Select(sibling => sibling.GetType().Name))} {fish is Salmon}");
        // prints: SmartSalmon u Shark Salmon Unknown True

        await client.Fish.PutAsync(fish);
        output.WriteLine(server.Request == "PUT /fish application/json " + body ? "as read" : server.Request);
        // prints: as read

        await client.Fish.PutAsync(new Shark { Length = 1, Birthday = DateTimeOffset.UnixEpoch });
        output.WriteLine(server.Request);
        // prints: PUT /fish application/json {"fishtype":"Shark","length":1,"birthday":"1970-01-01T00:00:00Z"}

        foreach (string species in new[] { """{"order":"any","size":1}""", """{"order":"Bird","size":"large"}""", """{"order":"Bird","wing":"Eagle","prey":"mice"}""", """{"order":"Fish","fins":2}""" })
        {
            server.Answer(species);
            Species found = (await client.Species.GetAsync()).EnsureSuccess();
            output.WriteLine($"{found.GetType().Name} {found.Order} {found.Size} {(found as Eagle)?.Prey}");
        }
        // prints: Species any 1 
        // prints: Bird Bird large 
        // prints: Eagle Bird  mice
        // prints: Unknown Fish  
    }
}
