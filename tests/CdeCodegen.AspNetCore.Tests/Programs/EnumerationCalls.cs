using System;
using System.Collections.Generic;
using System.IO;
using System.Net.Http;
using System.Linq;
using System.Threading.Tasks;
using Acme;
using Acme.Models;
using CdeCodegen.Runtime;

public static class EnumerationCalls
{
    public static async Task RunAsync(AcmeClient client, HttpClient http, Uri address, TextWriter output)
    {
        output.WriteLine(string.Join(' ', (await client.Painted.Colors.GetAsync()).EnsureSuccess()));
        // prints: Red Green DarkBlue

#if MICROSOFT
        // Microsoft's documents name no value of an enumeration of numbers, Swashbuckle's have the values and NSwag's the names.
        const long Low = 1;
        const long High = 5;
        const long ReadWrite = 3;
        var byName = new Dictionary<string, long> { ["a"] = Low, ["b"] = High };
#elif SWASHBUCKLE
        Level Low = Level._1;
        Level High = Level._5;
        Rights ReadWrite = 3;
        var byName = new Dictionary<string, Level> { ["a"] = Low, ["b"] = High };
#else
        Level Low = Level.Low;
        Level High = Level.High;
        Rights ReadWrite = 3;
        var byName = new Dictionary<string, Level> { ["a"] = Low, ["b"] = High };
#endif
        output.WriteLine((await client.Painted.Level.GetAsync()).EnsureSuccess() == High);
        // prints: True

        Painted read = (await client.Painted.PostAsync(new Painted
        {
            Color = Color.DarkBlue,
            Second = null,
            Level = High,
            Previous = Low,
            Rights = ReadWrite,
            Palette = [Color.Red, Color.Green],
            ByName = byName,
        })).EnsureSuccess();
        output.WriteLine($"{read.Color} [{Second(read.Second)}] {read.Level} {Previous(read.Previous)} {read.Rights} {string.Join(',', read.Palette!)} {string.Join(',', read.ByName!.OrderBy(p => p.Key).Select(p => p.Key + p.Value))}");
        // prints: DarkBlue [] 5 1 3 Red,Green a1,b5

        output.WriteLine((await client.Painted[Color.Green].GetAsync([Color.Red, Color.DarkBlue], c =>
        {
            c.QueryParameters.Level = High;
            c.QueryParameters.Rights = ReadWrite;
        })).EnsureSuccess());
        // prints: Green High Read, Write Red,DarkBlue
    }

    private static Color? Second(Optional<Color?> color) => color.Value;

#if MICROSOFT
    private static long? Previous(Optional<long?> level) => level.Value;
#else
    private static Level? Previous(Optional<Level?> level) => level.Value;
#endif
}
