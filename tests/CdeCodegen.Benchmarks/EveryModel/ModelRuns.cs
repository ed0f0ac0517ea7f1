using System.Diagnostics;
using System.Reflection;
using System.Runtime;
using System.Text;
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

    /// <summary>Milliseconds between two passes.</summary>
    private const int WarmUpPause = 700;
    private const int MaxWarmUps = 30;

    private static readonly long s_slice = Stopwatch.Frequency / 2000;

    /// <param name="rounds">The number of slices of half a millisecond for each body and side.</param>
    /// <param name="names">A part of the names of the documents, whose largest ratios are printed as well; empty for all.</param>
    public static void Print(int rounds, string names)
    {
        Console.WriteLine("| document | bodies | of | left out | KB | geometric mean of the ratios | largest ratio | above 1.0 |");
        Console.WriteLine("|---|---|---|---|---|---|---|---|");
        foreach (string name in BenchDocuments.Names.Where(name => name.Contains(names, StringComparison.OrdinalIgnoreCase)))
        {
            var readers = new DocumentReaders(BenchDocuments.Load(name));
            Report(name, "every model", rounds, names.Length > 0, readers.Cases(readers.Instances()));
            Report(name, "examples", rounds, names.Length > 0, readers.Cases(readers.Examples()));
        }

        PrintCorpus(rounds, names);
        Console.WriteLine();
    }

    /// <summary>The examples of the documents of the corpus: a row for each document that has some, and one for all.</summary>
    private static void PrintCorpus(int rounds, string names)
    {
        (List<Case> Cases, int LeftOut) all = ([], 0);
        foreach (string path in CorpusFolders.Files(CorpusFolders.Corpus, "*.json", "*.yaml").Where(path => Path.GetDirectoryName(path) == CorpusFolders.Corpus))
        {
            string name = Path.GetFileNameWithoutExtension(path);
            if (!name.Contains(names, StringComparison.OrdinalIgnoreCase))
            {
                continue;
            }

            var readers = new DocumentReaders(BenchDocuments.FromFile(path));
            (List<Case> Cases, int LeftOut) found = readers.Cases(readers.Examples());
            all.LeftOut += found.LeftOut;
            all.Cases.AddRange(found.Cases);
            if (found.Cases.Count > 0)
            {
                Report(name, "examples", rounds, names.Length > 0, found);
            }
        }

        Describe("all of the corpus", "examples", all.Cases, all.LeftOut);
    }

    private static void Report(string document, string kind, int rounds, bool isDetailed, (List<Case> Cases, int LeftOut) bodies)
    {
        WarmUp(bodies.Cases);
        for (int round = 0; round < rounds; round++)
        {
            foreach (Case body in bodies.Cases)
            {
                body.Run();
            }
        }

        Describe(document, kind, bodies.Cases, bodies.LeftOut);
        if (isDetailed)
        {
            foreach (Case body in bodies.Cases.OrderByDescending(static body => body.Ratio).Take(12))
            {
                Console.WriteLine($"  {body.Ratio:0.00} {body.Name}: {body.Start}");
            }
        }
    }

    private static void Describe(string document, string kind, List<Case> cases, int leftOut)
    {
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

    /// <summary>
    /// Calls everything until the just-in-time compiler, which works in the background, has nothing left to optimize. System.Text.Json shares its converters
    /// between models, so it is soon warm; each generated model has a method of its own.
    /// </summary>
    private static void WarmUp(List<Case> cases)
    {
        long compiled;
        int pass = 0;
        do
        {
            compiled = JitInfo.GetCompiledMethodCount();
            foreach (Case body in cases)
            {
                body.WarmUp();
            }

            Thread.Sleep(WarmUpPause);
            pass++;
        }
        while (pass < 4 || (pass < MaxWarmUps && JitInfo.GetCompiledMethodCount() > compiled + (cases.Count / 50)));
    }

    /// <summary>The readers of both sides for the models of one document.</summary>
    private sealed class DocumentReaders
    {
        private readonly TestDocument _document;
        private readonly ModelTypes _models;
        private readonly (Func<byte[], object> Generated, Func<byte[], object> Library)[] _readers;

        public DocumentReaders(TestDocument document)
        {
            _document = document;
            _models = ModelAssembly.CompileClient(document);

            // The source generator of System.Text.Json makes no context without types.
            Assembly? twins = _models.Types.Length > 0 ? ModelAssembly.CompileTwins(new TwinWriter(_models).Write()) : null;
            _readers = [.. _models.Types.Select((_, i) => (_models.Reader(i), ModelAssembly.Reader(twins!, i)))];
        }

        /// <summary>A body for each model; null for one that the benchmark cannot make.</summary>
        public IEnumerable<(int Model, byte[]? Body)> Instances()
        {
            var instances = new InstanceWriter(_models);
            return _models.Types.Select((type, i) => (i, instances.Write(type)));
        }

        public IEnumerable<(int Model, byte[]? Body)> Examples() => DocumentExamples.Find(BenchDocuments.Read(_document), _models);

        /// <summary>The bodies that both sides read, and how many others there are.</summary>
        public (List<Case> Cases, int LeftOut) Cases(IEnumerable<(int Model, byte[]? Body)> bodies)
        {
            int leftOut = 0;
            var cases = new List<Case>();
            foreach ((int model, byte[]? body) in bodies)
            {
                if (body is not null && CanRead(_readers[model].Generated, body) && CanRead(_readers[model].Library, body))
                {
                    cases.Add(new Case(_models.Types[model].Name, body, _readers[model].Generated, _readers[model].Library));
                }
                else
                {
                    leftOut++;
                }
            }

            return (cases, leftOut);
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
    }

    private sealed class Case(string name, byte[] body, Func<byte[], object> generated, Func<byte[], object> library)
    {
        private readonly List<double> _generated = [];
        private readonly List<double> _library = [];

        public string Name => name;

        public int Length => body.Length;

        public string Start => Encoding.UTF8.GetString(body.AsSpan(0, Math.Min(body.Length, 400)));

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
