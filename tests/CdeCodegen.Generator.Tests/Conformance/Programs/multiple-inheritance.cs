using System.Threading.Tasks;
using Acme;
using Acme.Models;
using CdeCodegen.Generator.Tests.Conformance;

public static class Program
{
    public static async Task RunAsync(ConformanceRun run)
    {
        AcmeClient client = new(run.Options);
        await run.Ok(client.MultipleInheritance.Pet.PutAsync(new Pet { Name = "Butter" }));
        await run.Ok(client.MultipleInheritance.Horse.PutAsync(new Horse { Name = "General", IsAShowHorse = false }));
        await run.Ok(client.MultipleInheritance.Feline.PutAsync(new Feline { Meows = false, Hisses = true }));
        await run.Ok(client.MultipleInheritance.Cat.PutAsync(new Cat { Name = "Boots", LikesMilk = false, Meows = true, Hisses = false }));
        await run.Ok(client.MultipleInheritance.Kitten.PutAsync(
            new Kitten { Name = "Kitty", LikesMilk = false, Meows = true, Hisses = false, EatsMiceYet = true }));
    }
}
