using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Text.Json;
using CdeCodegen.Generator.Diagnostics;
using CdeCodegen.Generator.Emission;
using CdeCodegen.Generator.Lowering;
using CdeCodegen.Generator.Model;
using CdeCodegen.Generator.OpenApi;
using CdeCodegen.Generator.Reading;

namespace CdeCodegen.Benchmarks.Generation;

/// <summary>Where the time of a generation goes, against the budgets of <c>budgets.json</c> (milliseconds, warm, median); and how it grows with the document.</summary>
internal static class Phases
{
    /// <summary>Until the code is compiled in its last tier.</summary>
    public const int WarmUp = 45;

    private static readonly string[] s_phases = ["read", "resolve", "lower", "emit"];

    public static void Print(int rounds)
    {
        using var budgets = JsonDocument.Parse(File.ReadAllText(System.IO.Path.Combine(AppContext.BaseDirectory, "budgets.json")));
        Console.WriteLine($"{"document",-22}{"KB",8}{string.Concat(s_phases.Select(p => $"{p + " ms",11}"))}{"sum",9}   over budget");
        foreach (string name in BenchDocument.Names)
        {
            var document = BenchDocument.Load(name);
            double[] medians = Median(document, rounds);
            string over = budgets.RootElement.TryGetProperty(name, out JsonElement budget)
                ? string.Join(", ", s_phases.Where((phase, i) => medians[i] > budget.GetProperty(phase).GetDouble()))
                : "(no budget)";
            Row(name, document, medians, over.Length == 0 ? "-" : over);
        }
    }

    /// <summary>One document, its schemas and paths repeated under other names: from 20 KB to 13 MB.</summary>
    public static void PrintGrowth(int rounds)
    {
        Console.WriteLine($"{"copies",-22}{"KB",8}{string.Concat(s_phases.Select(p => $"{p + " ms",11}"))}{"sum",9}   ms per MB");
        foreach (int copies in new[] { 1, 4, 16, 64, 256, 650 })
        {
            var document = new BenchDocument("growth.json", Repeat(copies));
            double[] medians = Median(document, copies > 100 ? Math.Min(rounds, 5) : rounds);
            Row(copies.ToString(System.Globalization.CultureInfo.InvariantCulture), document, medians, $"{medians.Sum() / (document.Text.Length / 1e6):F1}");
        }
    }

    private static void Row(string name, BenchDocument document, double[] medians, string last) =>
        Console.WriteLine($"{name,-22}{document.Text.Length / 1000,8}{string.Concat(medians.Select(m => $"{m,11:F2}"))}{medians.Sum(),9:F1}   {last}");

    private static double[] Median(BenchDocument document, int rounds)
    {
        var samples = Enumerable.Range(0, WarmUp + rounds).Select(_ => Run(document)).Skip(WarmUp).ToList();
        return [.. Enumerable.Range(0, s_phases.Length).Select(i => samples.Select(s => s[i]).Order().ElementAt(samples.Count / 2))];
    }

    private static double[] Run(BenchDocument document)
    {
        GC.Collect(); // no phase pays for what the round before left behind
        double[] laps = new double[s_phases.Length];
        ClientModel model = Model(document, laps);
        long start = Stopwatch.GetTimestamp();
        Emit(model);
        laps[3] = Lap(ref start);
        return laps;
    }

    /// <summary>From text to text without the driver: how much is printed.</summary>
    public static int Print(BenchDocument document) => Emit(Model(document, new double[s_phases.Length]));

    /// <summary>A method of its own, as in the generator: when it ends, the tree of nodes is garbage, whatever the just-in-time compiler thinks of locals.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static ClientModel Model(BenchDocument document, double[] laps)
    {
        var settings = new ClientSettings("Bench", "BenchClient", true, "", "");
        long start = Stopwatch.GetTimestamp();
        var diagnostics = new DiagnosticBag(document.Path, document.Text);
        SpecTree tree = SpecReader.Read(document.Path, document.Text, CancellationToken.None);
        diagnostics.Report(tree);
        laps[0] = Lap(ref start);
        ApiDocument api = OpenApiReader.Read(tree.Root!, diagnostics, (_, _) => true, CancellationToken.None)!;
        laps[1] = Lap(ref start);
        ClientModel model = ClientLowering.Lower(api, settings, diagnostics, CancellationToken.None)!;
        laps[2] = Lap(ref start);
        return model;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static int Emit(ClientModel model)
    {
        int length = 0;
        foreach (SourceUnit unit in SourceUnits.Of(model))
        {
            length += Emitter.Emit(unit, EmissionFacts.Floor).Length;
        }

        return length;
    }

    private static double Lap(ref long start)
    {
        long now = Stopwatch.GetTimestamp();
        double elapsed = Stopwatch.GetElapsedTime(start, now).TotalMilliseconds;
        start = now;
        return elapsed;
    }

    private static string Repeat(int copies)
    {
        var text = new System.Text.StringBuilder("{\"openapi\":\"3.0.3\",\"info\":{\"title\":\"Growth\",\"version\":\"1\"},\"paths\":{");
        const string Property = "\"p{0}\":{{\"type\":\"string\",\"description\":\"Property number {0} of the thing, which says what it is for.\"}}";
        for (int i = 0; i < copies; i++)
        {
            for (int j = 0; j < 10; j++)
            {
                text.Append(i + j == 0 ? "" : ",").Append($"\"/things{i}/{j}/{{id}}\":{{\"get\":{{\"operationId\":\"get{i}_{j}\",\"summary\":\"Gets a thing.\",\"parameters\":[{{\"name\":\"id\",\"in\":\"path\",\"required\":true,\"schema\":{{\"type\":\"string\",\"format\":\"uuid\"}}}}],\"responses\":{{\"200\":{{\"description\":\"The thing.\",\"content\":{{\"application/json\":{{\"schema\":{{\"$ref\":\"#/components/schemas/T{i}_{j}\"}}}}}}}},\"403\":{{\"description\":\"Not yours.\"}},\"404\":{{\"description\":\"Not there.\"}}}}}}}}");
            }
        }

        text.Append("},\"components\":{\"schemas\":{");
        for (int i = 0; i < copies; i++)
        {
            for (int j = 0; j < 10; j++)
            {
                text.Append(i + j == 0 ? "" : ",").Append($"\"T{i}_{j}\":{{\"type\":\"object\",\"required\":[\"p0\"],\"properties\":{{{string.Join(',', Enumerable.Range(0, 12).Select(k => string.Format(System.Globalization.CultureInfo.InvariantCulture, Property, k)))}}}}}");
            }
        }

        return text.Append("}}}").ToString();
    }
}
