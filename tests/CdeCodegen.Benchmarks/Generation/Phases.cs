using System.Diagnostics;
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
    private static readonly string[] s_phases = ["read", "resolve", "lower", "emit"];

    public static void Print(int rounds)
    {
        using JsonDocument budgets = JsonDocument.Parse(File.ReadAllText(System.IO.Path.Combine(AppContext.BaseDirectory, "budgets.json")));
        Console.WriteLine($"{"document",-22}{"KB",8}{string.Concat(s_phases.Select(p => $"{p + " ms",11}"))}{"sum",9}   over budget");
        foreach (string name in BenchDocument.Names)
        {
            BenchDocument document = BenchDocument.Load(name);
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
            double[] medians = Median(document, copies > 100 ? Math.Min(rounds, 3) : rounds);
            Row(copies.ToString(System.Globalization.CultureInfo.InvariantCulture), document, medians, $"{medians.Sum() / (document.Text.Length / 1e6):F1}");
        }
    }

    private static void Row(string name, BenchDocument document, double[] medians, string last) =>
        Console.WriteLine($"{name,-22}{document.Text.Length / 1000,8}{string.Concat(medians.Select(m => $"{m,11:F2}"))}{medians.Sum(),9:F1}   {last}");

    private static double[] Median(BenchDocument document, int rounds)
    {
        var samples = Enumerable.Range(0, rounds + 1).Select(_ => Run(document)).Skip(1).ToList();
        return [.. Enumerable.Range(0, s_phases.Length).Select(i => samples.Select(s => s[i]).Order().ElementAt(samples.Count / 2))];
    }

    private static double[] Run(BenchDocument document)
    {
        var settings = new ClientSettings("Bench", "BenchClient", true, "", "");
        long start = Stopwatch.GetTimestamp();
        var diagnostics = new DiagnosticBag(document.Path, document.Text);
        SpecTree tree = SpecReader.Read(document.Path, document.Text, CancellationToken.None);
        diagnostics.Report(tree);
        double read = Lap(ref start);
        ApiDocument api = OpenApiReader.Read(tree.Root!, diagnostics, (_, _) => true, CancellationToken.None)!;
        double resolve = Lap(ref start);
        ClientModel model = ClientLowering.Lower(api, settings, diagnostics, CancellationToken.None)!;
        double lower = Lap(ref start);
        foreach (SourceUnit unit in SourceUnits.Of(model))
        {
            Emitter.Emit(unit, EmissionFacts.Floor);
        }

        return [read, resolve, lower, Lap(ref start)];
    }

    /// <summary>The same without the clock: how much is printed.</summary>
    public static int Print(BenchDocument document)
    {
        var diagnostics = new DiagnosticBag(document.Path, document.Text);
        SpecTree tree = SpecReader.Read(document.Path, document.Text, CancellationToken.None);
        ApiDocument api = OpenApiReader.Read(tree.Root!, diagnostics, (_, _) => true, CancellationToken.None)!;
        ClientModel model = ClientLowering.Lower(api, new ClientSettings("Bench", "BenchClient", true, "", ""), diagnostics, CancellationToken.None)!;
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
        const string property = "\"p{0}\":{{\"type\":\"string\",\"description\":\"Property number {0} of the thing, which says what it is for.\"}}";
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
                text.Append(i + j == 0 ? "" : ",").Append($"\"T{i}_{j}\":{{\"type\":\"object\",\"required\":[\"p0\"],\"properties\":{{{string.Join(',', Enumerable.Range(0, 12).Select(k => string.Format(System.Globalization.CultureInfo.InvariantCulture, property, k)))}}}}}");
            }
        }

        return text.Append("}}}").ToString();
    }
}
