extern alias generator;

using System.Diagnostics;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Json;
using CdeCodegen.Benchmarks.Support;
using generator::CdeCodegen.Generator.Diagnostics;
using generator::CdeCodegen.Generator.Emission;
using generator::CdeCodegen.Generator.Lowering;
using generator::CdeCodegen.Generator.Model;
using generator::CdeCodegen.Generator.OpenApi;
using generator::CdeCodegen.Generator.Reading;
using generator::CdeCodegen.Generator.Units;

namespace CdeCodegen.Benchmarks.Generation;

/// <summary>
/// The median time of each phase of a warm generation, in milliseconds, against the budgets of <c>budgets.json</c>; and how the time grows with
/// the size of the document.
/// </summary>
internal static class Phases
{
    /// <summary>Rounds until the code runs in its last tier.</summary>
    public const int WarmUp = 45;

    private static readonly string[] s_phases = ["read", "resolve", "lower", "emit"];

    public static void Print(int rounds)
    {
        using var budgets = JsonDocument.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "budgets.json")));
        Console.WriteLine($"{"document",-22}{"KB",8}{string.Concat(s_phases.Select(p => $"{p + " ms",11}"))}{"sum",9}   over budget");
        foreach (string name in BenchDocuments.Names)
        {
            TestDocument document = BenchDocuments.Load(name);
            double[] medians = Medians(document, rounds);
            string over = budgets.RootElement.GetProperty("milliseconds").TryGetProperty(name, out JsonElement budget)
                ? string.Join(", ", s_phases.Where((phase, i) => medians[i] > budget.GetProperty(phase).GetDouble()))
                : "(no budget)";
            Row(name, document, medians, over.Length == 0 ? "-" : over);
        }
    }

    /// <summary>Times one document with its schemas and paths repeated under other names, from 16 KB to 10 MB.</summary>
    public static void PrintGrowth(int rounds)
    {
        Console.WriteLine($"{"copies",-22}{"KB",8}{string.Concat(s_phases.Select(p => $"{p + " ms",11}"))}{"sum",9}   ms per MB");
        foreach (int copies in new[] { 1, 4, 16, 64, 256, 650 })
        {
            TestDocument document = BenchDocuments.FromText("growth.json", Repeat(copies));
            double[] medians = Medians(document, copies > 100 ? Math.Min(rounds, 5) : rounds);
            Row(copies.ToString(CultureInfo.InvariantCulture), document, medians, $"{medians.Sum() / (document.Text!.Length / 1e6):F1}");
        }
    }

    private static void Row(string name, TestDocument document, double[] medians, string last) =>
        Console.WriteLine($"{name,-22}{document.Text!.Length / 1000,8}{string.Concat(medians.Select(m => $"{m,11:F2}"))}{medians.Sum(),9:F1}   {last}");

    private static double[] Medians(TestDocument document, int rounds)
    {
        // A loop: Skip would not run what it skips.
        var samples = new List<double[]>();
        for (int round = -WarmUp; round < rounds; round++)
        {
            double[] laps = Run(document);
            if (round >= 0)
            {
                samples.Add(laps);
            }
        }

        return [.. Enumerable.Range(0, s_phases.Length).Select(i => Statistics.Median([.. samples.Select(s => s[i])]))];
    }

    private static double[] Run(TestDocument document)
    {
        GC.Collect(); // No phase pays for the garbage of the previous round.
        double[] laps = new double[s_phases.Length];
        ClientModel model = Model(document, laps);
        long start = Stopwatch.GetTimestamp();
        Emit(model);
        laps[3] = Lap(ref start);
        return laps;
    }

    /// <summary>Generates without the driver and returns the number of characters emitted.</summary>
    public static int Print(TestDocument document) => Emit(Model(document, new double[s_phases.Length]));

    /// <summary>
    /// A method of its own, as in the generator, so that the node tree is unreachable afterwards. The just-in-time compiler may keep locals of a
    /// longer method alive.
    /// </summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static ClientModel Model(TestDocument document, double[] laps)
    {
        var settings = new ClientSettings("Bench", "BenchClient", true, "", "");
        long start = Stopwatch.GetTimestamp();
        var files = new SpecFiles(document.Path, document.Text!);
        var diagnostics = new DiagnosticBag(files);
        diagnostics.Report(files.Main, files.Main.Open(start: 0, CancellationToken.None)!);
        laps[0] = Lap(ref start);
        ApiDocument api = OpenApiReader.Read(files, diagnostics, (_, _) => true, CancellationToken.None)!;
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

        // Not raw string literals: the braces of JSON and of the format string would collide.
        const string Property = "\"p{0}\":{{\"type\":\"string\",\"description\":\"Property number {0} of the thing, which says what it is for.\"}}";
        const string Operation =
            "\"/things{0}/{1}/{{id}}\":{{\"get\":{{\"operationId\":\"get{0}_{1}\",\"summary\":\"Gets a thing.\","
            + "\"parameters\":[{{\"name\":\"id\",\"in\":\"path\",\"required\":true,\"schema\":{{\"type\":\"string\",\"format\":\"uuid\"}}}}],"
            + "\"responses\":{{\"200\":{{\"description\":\"The thing.\","
            + "\"content\":{{\"application/json\":{{\"schema\":{{\"$ref\":\"#/components/schemas/T{0}_{1}\"}}}}}}}},"
            + "\"403\":{{\"description\":\"Not yours.\"}},\"404\":{{\"description\":\"Not there.\"}}}}}}}}";
        string properties = string.Join(',', Enumerable.Range(0, 12).Select(k => string.Format(CultureInfo.InvariantCulture, Property, k)));
        for (int i = 0; i < copies; i++)
        {
            for (int j = 0; j < 10; j++)
            {
                text.Append(i + j == 0 ? "" : ",").AppendFormat(CultureInfo.InvariantCulture, Operation, i, j);
            }
        }

        text.Append("},\"components\":{\"schemas\":{");
        for (int i = 0; i < copies; i++)
        {
            for (int j = 0; j < 10; j++)
            {
                text.Append(i + j == 0 ? "" : ",").Append($"\"T{i}_{j}\":{{\"type\":\"object\",\"required\":[\"p0\"],\"properties\":{{{properties}}}}}");
            }
        }

        return text.Append("}}}").ToString();
    }
}
