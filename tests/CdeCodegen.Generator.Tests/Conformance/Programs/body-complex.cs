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
        await run.Ok(client.Complex.Basic.Valid.PutAsync("2016-02-29", new Basic { Id = 2, Name = "abc", Color = CMYKColors.Magenta }));
        await run.Ok(client.Complex.Dictionary.Typed.Valid.PutAsync(new DictionaryWrapper
        {
            DefaultProgram = new Dictionary<string, string> { ["txt"] = "notepad", ["bmp"] = "mspaint", ["xls"] = "excel", ["exe"] = "", [""] = null! },
        }));
        await run.Ok(client.Complex.Array.Valid.PutAsync(new ArrayWrapper { Array = ["1, 2, 3, 4", "", null!, "&S#$(*Y", "The quick brown fox jumps over the lazy dog"] }));
        Fish? fish = await run.Ok(client.Complex.Polymorphism.Valid.GetAsync()) is PolymorphismGetValidResult.Ok ok ? ok.Body : null;
        run.Equal(true, fish is Salmon { Location: "alaska", Iswild: true, Species: "king", Length: 1.0 });
        run.Equal(
            "Shark,Sawshark,Goblinshark",
            string.Join(",", new List<Fish>(fish?.Siblings ?? []).ConvertAll(static sibling => sibling.GetType().Name)));

        // The answer lacks the discriminator, which the document requires.
        await run.Sent(client.Complex.Polymorphism.Missingdiscriminator.PutAsync(new Salmon
        {
            Location = "alaska",
            Iswild = true,
            Species = "king",
            Length = 1.0,
            Siblings =
            [
                new Shark { Age = 6, Birthday = new DateTimeOffset(2012, 1, 5, 1, 0, 0, TimeSpan.Zero), Length = 20.0, Species = "predator" },
                new Sawshark
                {
                    Age = 105,
                    Birthday = new DateTimeOffset(1900, 1, 5, 1, 0, 0, TimeSpan.Zero),
                    Length = 10.0,
                    Picture = [255, 255, 255, 255, 254],
                    Species = "dangerous",
                },
                new Goblinshark
                {
                    Age = 1,
                    Birthday = new DateTimeOffset(2015, 8, 8, 0, 0, 0, TimeSpan.Zero),
                    Length = 30.0,
                    Species = "scary",
                    Jawsize = 5,
                    Color = new GoblinSharkColor("pinkish-gray"),
                },
            ],
        }));
    }
}
