using System.IO;
using System.Threading.Tasks;
using Acme;
using Acme.Models;
using CdeCodegen.Generator.Tests.Scenarios;

public static class Scenario
{
    public static Task RunAsync(ScenarioServer server, TextWriter output)
    {
        // A document without operations has models and readers.
        NewPetBody pet = AcmeClientWebhooks.NewPet.Read("{\"name\":\"Rex\"}");
        output.WriteLine(pet.Name);
        // prints: Rex
        return Task.CompletedTask;
    }
}
