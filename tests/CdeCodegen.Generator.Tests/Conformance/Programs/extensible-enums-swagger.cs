using System.Threading.Tasks;
using Acme;
using Acme.Models;
using CdeCodegen.Generator.Tests.Conformance;

public static class Program
{
    public static async Task RunAsync(ConformanceRun run)
    {
        AcmeClient client = new(run.Options);
        Pet? tommy = await run.Ok(client.Extensibleenums.Pet["tommy"].GetAsync()) is PetGetByPetIdResult.Ok known ? known.Body : null;
        run.Equal(DaysOfWeekExtensibleEnum.Monday, tommy?.DaysOfWeek);
        Pet? casper = await run.Ok(client.Extensibleenums.Pet["casper"].GetAsync()) is PetGetByPetIdResult.Ok unknown ? unknown.Body : null;
        run.Equal("Weekend", casper?.DaysOfWeek?.ToString());
        Pet? scooby = await run.Ok(client.Extensibleenums.Pet["scooby"].GetAsync()) is PetGetByPetIdResult.Ok other ? other.Body : null;
        run.Equal("2.1", scooby?.IntEnum.ToString());
        Pet retriever = new() { Name = "Retriever", IntEnum = new("3"), DaysOfWeek = DaysOfWeekExtensibleEnum.Friday };
        run.Equal(
            DaysOfWeekExtensibleEnum.Friday,
            (await run.Ok(client.Extensibleenums.Pet.AddPet.PostAsync(retriever)) is PetAddPetResult.Ok added ? added.Body : null)?.DaysOfWeek);
    }
}
