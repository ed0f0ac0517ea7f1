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

        // The component of the document names the schema of its file.
        server.Answer("""[{"name":"Tom","owner":{"pets":[{"name":"Tim"}],"friend":{"pets":[]}}}]""");
        var list = (ListPetsResult.Ok)await client.Pets.GetAsync(c => c.QueryParameters.Limit = 5);
        Creature pet = list.Body[0];
        Owner owner = pet.Owner!;
        output.WriteLine($"{server.Request} {pet.Name} {owner.Pets![0].Name} {owner.Friend!.Pets!.Count}");
        // prints: GET /pets?limit=5 Tom Tim 0

        server.Answer("""{"detail":"gone"}""", 404);
        Guid id = Guid.Parse("0f8fad5b-d9cb-469f-a165-70867728950e");
        Problem problem = ((GetPetResult.NotFound)await client.Pets[id].GetAsync()).Body;
        output.WriteLine($"{server.Request} {problem.Detail}");
        // prints: GET /pets/0f8fad5b-d9cb-469f-a165-70867728950e gone

        // Mappings name files.
        server.Answer("""{"kind":"edgy","side":2}""");
        Shape shape = ((DrawShapeResult.Ok)await client.Shapes.PostAsync(new Circle { Radius = 1.5 })).Body;
        output.WriteLine($"{server.Request} -> {shape.GetType().Name}");
        // prints: POST /shapes application/json {"kind":"round","radius":1.5} -> Square

        server.Answer("""{"first":{"a":"x"},"second":{"b":true},"third":{"c":3},"local":{"pet":{"name":"Tom"}}}""");
        var names = ((GetNamesResult.Ok)await client.Names.GetAsync()).Body;
        FirstName first = names.First;
        ThirdName third = names.Third;
        Creature again = names.Local.Pet!;
        output.WriteLine($"{first.A} {names.Second.B} {third.C} {again.Name}");
        // prints: x True 3 Tom
    }
}
