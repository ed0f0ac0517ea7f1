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

        // Each class of the hierarchy with the added members.
        server.Answer("""[{"petType":"tom","lives":9,"position":1},{"petType":"Dog","bark":"w","position":2},{"petType":"Puppy","weeks":3,"position":3},{"petType":"cow","position":4}]""");
        foreach (ListPetsResponseItem item in (await client.Pets.GetAsync()).EnsureSuccess())
        {
            output.WriteLine(item switch
            {
                ListPetsResponseItem.Cat cat => $"{cat.Value.Position} cat {cat.Value.Lives}",
                ListPetsResponseItem.Dog dog => $"{dog.Value.Position} dog {dog.Value.Bark}",
                ListPetsResponseItem.Puppy puppy => $"{puppy.Value.Position} puppy {puppy.Value.Weeks}",
                ListPetsResponseItem.Unknown other => $"{other.Value.GetProperty("position")} {other.Value.GetProperty("petType")}",
                _ => "",
            });
        }
        // prints: 1 cat 9
        // prints: 2 dog w
        // prints: 3 puppy 3
        // prints: 4 cow

        await client.Pets.PostAsync(new AddPetRequestCat { Lives = 7, Position = 1 });
        output.WriteLine(server.Request);
        // prints: POST /pets application/json {"petType":"tom","lives":7,"position":1}

        // What only restricts values is the hierarchy itself.
        server.Answer("""{"petType":"tom","name":"Tom","lives":9}""");
        Pet named = (await client.NamedPet.GetAsync()).EnsureSuccess();
        output.WriteLine(((Cat)named).Lives);
        // prints: 9

        // A class in the middle of a hierarchy is one of the choices.
        server.Answer("""[{"petType":"Dog","bark":"w","score":0.5},{"petType":"Puppy","weeks":3,"score":1}]""");
        output.WriteLine(string.Join(' ', (await client.Dogs.GetAsync()).EnsureSuccess().Select(dog => dog.GetType().Name)));
        // prints: Dog Puppy

        // The cases of a choice with the added members.
        server.Answer("""[{"kind":"text","text":"t","position":1},{"kind":"number","number":2.5,"position":2}]""");
        foreach (ListFieldsResponseItem item in (await client.Fields.GetAsync()).EnsureSuccess())
        {
            output.WriteLine(item switch
            {
                ListFieldsResponseItem.TextField text => $"{text.Value.Position} {text.Value.Text}",
                ListFieldsResponseItem.NumberField number => $"{number.Value.Position} {number.Value.Number}",
                _ => "",
            });
        }
        // prints: 1 t
        // prints: 2 2.5
    }
}
