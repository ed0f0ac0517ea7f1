using System;
using System.Collections.Generic;
using System.IO;
using System.Text;
using System.Text.Json;
using System.Threading.Tasks;
using Acme;
using CdeCodegen.Generator.Tests.Conformance;
using CdeCodegen.Runtime;

public static class Program
{
    public static async Task RunAsync(ConformanceRun run)
    {
        AcmeClient client = new(run.Options);
        await run.Ok(client.Formsdataurlencoded.Pet.Add[1].PostAsync(new Acme.Models.FormdataurlencodedUpdatePetWithFormRequest { PetType = new("dog"), PetFood = new("meat"), PetAge = 42, Name = "Fido" }));
        await run.Ok(client.Formsdataurlencoded.PartialConstantBody.PostAsync(new Acme.Models.FormdataurlencodedPartialConstantBodyRequest { Service = "bar", AccessToken = "foo" }));
    }
}
