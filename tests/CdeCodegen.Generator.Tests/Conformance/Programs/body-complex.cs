using System;
using System.Collections.Generic;
using System.Threading.Tasks;
using Acme;
using Acme.Models;
using CdeCodegen.Generator.Tests.Conformance;

public static class Program
{
    public static async Task RunAsync(ConformanceRun run)
    {
        AcmeClient client = new(run.Options);
        await run.Ok(client.Complex.Basic.Valid.PutAsync("2016-02-29", new Basic { Id = 2, Name = "abc", Color = BasicColor.Magenta }));
        Fish? fish = await run.Ok(client.Complex.Polymorphism.Valid.GetAsync()) is PolymorphismGetValidResult.Ok ok ? ok.Body : null;
        run.Equal(true, fish is Salmon { Location: "alaska", Iswild: true, Species: "king", Length: 1.0 });
        run.Equal(
            "Shark,Sawshark,Goblinshark",
            string.Join(",", new List<Fish>(fish?.Siblings ?? []).ConvertAll(static sibling => sibling.GetType().Name)));
    }
}
