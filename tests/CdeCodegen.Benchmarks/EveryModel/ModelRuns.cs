using System.Diagnostics;
using System.Reflection;
using System.Text.Json.Nodes;
using CdeCodegen.Benchmarks.Generation;

namespace CdeCodegen.Benchmarks.EveryModel;

/// <summary>
/// Reads every model of the documents that generators are compared on, and the examples in them, against classes with the same members for the source
/// generator of System.Text.Json. Both sides are compiled when the benchmark runs, and read bodies without white space.
/// </summary>
internal static class ModelRuns
{
    /// <summary>Enough calls for the just-in-time compiler to optimize a method.</summary>
    private const int WarmUpCalls = 40;

    private static readonly long s_slice = Stopwatch.Frequency / 2000;

    /// <param name="rounds">The number of slices of half a millisecond for each body and side.</param>
    /// <param name="names">A part of the names of the documents; empty for all.</param>
    public static void Print(int rounds, string names)
    {
        Console.WriteLine("| document | bodies | of | left out | KB | geometric mean of the ratios | largest ratio | above 1.0 |");
        Console.WriteLine("|---|---|---|---|---|---|---|---|");
        foreach (string name in BenchDocuments.Names.Where(name => name.Contains(names, StringComparison.OrdinalIgnoreCase)))
        {
            TestDocument document = BenchDocuments.Load(name);
            ModelTypes models = ModelAssembly.CompileClient(document);
            Assembly twins = ModelAssembly.CompileTwins(new TwinWriter(models).Write());
            (Func<byte[], object> Generated, Func<byte[], object> Library)[] readers =
                [.. models.Types.Select((_, i) => (models.Reader(i), ModelAssembly.Reader(twins, i)))];

            var instances = new InstanceWriter(models);
            Report(name, "every model", rounds, models, readers, models.Types.Select((type, i) => (i, instances.Write(type))));
            Report(name, "examples", rounds, models, readers, DocumentExamples.Find(JsonNode.Parse(document.Text!)!, models));
        }

        Console.WriteLine();
    }

    private static void Report(
        string document,
        string kind,
        int rounds,
        ModelTypes models,
        (Func<byte[], object> Generated, Func<byte[], object> Library)[] readers,
        IEnumerable<(int Model, byte[]? Body)> bodies)
    {
        int leftOut = 0;
        var cases = new List<Case>();
        foreach ((int model, byte[]? body) in bodies)
        {
            if (body is not null && CanRead(readers[model].Generated, body) && CanRead(readers[model].Library, body))
            {
                cases.Add(new Case(models.Types[model].Name, body, readers[model].Generated, readers[model].Library));
            }
            else
            {
                leftOut++;
            }
        }

        // Twice, because the just-in-time compiler works in the background and begins when no new method has been called for a while.
        for (int pass = 0; pass < 2; pass++)
        {
            foreach (Case body in cases)
            {
                body.WarmUp();
            }

            Thread.Sleep(1500);
        }

        for (int round = 0; round < rounds; round++)
        {
            foreach (Case body in cases)
            {
                body.Run();
            }
        }

        if (cases.Count == 0)
        {
            Console.WriteLine($"| {document} | 0 | {kind} | {leftOut} | | | | |");
            return;
        }

        double mean = Math.Exp(cases.Average(static body => Math.Log(body.Ratio)));
        Case worst = cases.MaxBy(static body => body.Ratio)!;
        double kilobytes = cases.Sum(static body => body.Length) / 1024.0;
        Console.WriteLine(
            $"| {document} | {cases.Count} | {kind} | {leftOut} | {kilobytes:0} | **{mean:0.00}** | {worst.Ratio:0.00} ({worst.Name}, {worst.Length} bytes) "
            + $"| {cases.Count(static body => body.Ratio > 1)} |");
    }

    private static bool CanRead(Func<byte[], object> read, byte[] body)
    {
        try
        {
            read(body);
            return true;
        }
        catch (Exception)
        {
            // The body does not match the model, or the twin: both sides have to read it.
            return false;
        }
    }

    private sealed class Case(string name, byte[] body, Func<byte[], object> generated, Func<byte[], object> library)
    {
        private readonly List<double> _generated = [];
        private readonly List<double> _library = [];

        public string Name => name;

        public int Length => body.Length;

        /// <summary>The time of the generated reader by that of System.Text.Json, each the 10th percentile.</summary>
        public double Ratio => Low(_generated) / Low(_library);

        public void WarmUp()
        {
            for (int i = 0; i < WarmUpCalls; i++)
            {
                generated(body);
                library(body);
            }
        }

        public void Run()
        {
            _library.Add(Slice(library));
            _generated.Add(Slice(generated));
        }

        private double Slice(Func<byte[], object> read)
        {
            read(body); // The caches hold what the other bodies left behind.
            int calls = 0;
            long start = Stopwatch.GetTimestamp();
            long elapsed;
            do
            {
                for (int i = 0; i < 4; i++)
                {
                    read(body);
                }

                calls += 4;
                elapsed = Stopwatch.GetTimestamp() - start;
            }
            while (elapsed < s_slice);
            return (double)elapsed / calls;
        }

        private static double Low(List<double> times)
        {
            times.Sort();
            return times[times.Count / 10];
        }
    }
}
