using System.Threading.Tasks;
using Acme;
using Acme.Models;
using CdeCodegen.Generator.Tests.Conformance;

public static class Program
{
    public static async Task RunAsync(ConformanceRun run)
    {
        AcmeClient client = new(run.Options);
        await run.Ok(client.ErrorStatusCodes.Pets["tommy"].GetPet.GetAsync());
        run.Equal(true, await run.Any(client.ErrorStatusCodes.Pets["coyoteUgly"].GetPet.GetAsync()) is PetGetPetByIdResult.NotFound { Body: AnimalNotFound { Name: "coyote" } });
        run.Equal(true, await run.Any(client.ErrorStatusCodes.Pets["weirdAlYankovic"].GetPet.GetAsync()) is PetGetPetByIdResult.NotFound { Body: LinkNotFound });
        run.Equal(true, await run.Any(client.ErrorStatusCodes.Pets["ringo"].GetPet.GetAsync()) is PetGetPetByIdResult.BadRequest { Body: "ringo is missing" });
        run.Equal(true, await run.Any(client.ErrorStatusCodes.Pets["alien123"].GetPet.GetAsync()) is PetGetPetByIdResult.NotImplemented { Body: 123 });
        await run.Ok(client.ErrorStatusCodes.Pets.DoSomething["stay"].PostAsync());
        run.Equal(true, await run.Any(client.ErrorStatusCodes.Pets.DoSomething["jump"].PostAsync()) is PetDoSomethingResult.InternalServerError { Body: PetSadError });
        run.Equal(
            true,
            await run.Any(client.ErrorStatusCodes.Pets.HasModelsParam.PostAsync(c => c.QueryParameters.Models = "value1")) is PetHasModelsParamResult.InternalServerError
            {
                Body: PetSadError,
            });
        run.Equal(
            true,
            await run.Any(client.ErrorStatusCodes.Pets.DoSomething["fetch"].PostAsync()) is PetDoSomethingResult.Default { Body: PetHungryOrThirstyError });
    }
}
