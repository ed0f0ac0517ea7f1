using System;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using Acme;
using Acme.Models;
using CdeCodegen.Generator.Tests.Scenarios;

// reports: CDE0004 The reference 'ghost.yaml' cannot be resolved: the file is not given to the generator; add Files="hierarchies-in-files/schemas/ghost.yaml" to the OpenApiReference (at #/discriminator/mapping/gone)
public static class Scenario
{
    public static async Task RunAsync(ScenarioServer server, TextWriter output)
    {
        var client = new AcmeClient(server.Client);

        // A mapping names files. A class that is not in the mapping is selected by the name of its file, also on a deeper level.
        server.Answer("""[{"petType":"tom","lives":9},{"petType":"rex","bark":"w"},{"petType":"puppy","bark":"w","weeks":3},{"petType":"gone","x":1}]""");
        foreach (Pet pet in (await client.Pets.GetAsync()).EnsureSuccess())
        {
            output.WriteLine(pet switch
            {
                Cat cat => $"cat {cat.Lives}",
                Puppy puppy => $"puppy {puppy.Bark} {puppy.Weeks}",
                Dog dog => $"dog {dog.Bark}",
                Pet.Unknown other => $"{other.PetType} {other.AdditionalProperties.Count}",
                _ => "",
            });
        }
        // prints: cat 9
        // prints: dog w
        // prints: puppy w 3
        // prints: gone 1

        await client.Pets.PostAsync(new Cat { Name = "Tom", Lives = 7 });
        output.WriteLine(server.Request);
        // prints: POST /pets application/json {"petType":"tom","name":"Tom","lives":7}

        // The document of another API defines these.
        server.Answer("""[{"kind":"Car","doors":4},{"kind":"Van","load":1.5}]""");
        output.WriteLine(string.Join(' ', (await client.Vehicles.GetAsync()).EnsureSuccess().Select(vehicle => vehicle.GetType().Name)));
        // prints: Car Van

        // Nothing in the document mentions the file of these.
        server.Answer("""[{"type":"Created","by":"me"},{"type":"Deleted","at":"2026-01-02"}]""");
        var events = (await client.Events.GetAsync()).EnsureSuccess();
        output.WriteLine($"{((Created)events[0]).By} {((Deleted)events[1]).At:yyyy-MM-dd}");
        // prints: me 2026-01-02
    }
}
