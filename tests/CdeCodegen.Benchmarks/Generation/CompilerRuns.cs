extern alias generator;

using System.Diagnostics;
using System.Globalization;
using CdeCodegen.Benchmarks.Peers;
using CdeCodegen.Benchmarks.Support;
using generator::CdeCodegen.Generator;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Emit;

namespace CdeCodegen.Benchmarks.Generation;

/// <summary>
/// Runs the command-line compiler as a process, as a build without a compiler server does. Measures the compile time of a client, and what the
/// generator adds to a cold compiler compared with a generator that does nothing.
/// </summary>
internal static class CompilerRuns
{
    public static void Print(int rounds)
    {
        string folder = Directory.CreateTempSubdirectory("cdecodegen-bench-").FullName;
        try
        {
            Compile(folder, rounds);
            CompileCold(folder, rounds * 2);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static void Compile(string folder, int rounds)
    {
        Console.WriteLine($"{"compile",-22}{"",-16}{"lines",9}{"wall s",9}{"peak MB",9}");
        string empty = Path.Combine(folder, "empty.cs");
        File.WriteAllText(empty, "class Program { }");
        Report("empty project", "", 1, Run(folder, rounds, [empty]));
        foreach (string name in BenchDocuments.Names.Where(static name =>
            name.StartsWith("stripe", StringComparison.Ordinal) || name.StartsWith("github", StringComparison.Ordinal)))
        {
            TestDocument document = BenchDocuments.Load(name);
            string generated = Directory.CreateDirectory(Path.Combine(folder, name)).FullName;
            int lines = WriteClient(document, generated);
            Report(name, "CdeCodegen", lines, Run(folder, rounds, Directory.GetFiles(generated)));

            string nswag = Path.Combine(folder, name + ".nswag.cs");
            string text = NSwagGenerator.Generate(document.Text!);
            File.WriteAllText(nswag, text);
            (double Seconds, double Megabytes, bool Failed) run = Run(folder, rounds, [nswag], expectErrors: true);
            Report(name, run.Failed ? "NSwag (errors)" : "NSwag", text.Count(c => c == '\n'), run);

            if (KiotaTool.IsAvailable)
            {
                string kiota = Path.Combine(folder, name + "-kiota");
                KiotaTool.Generate(document.Path, kiota);
                string[] files = Directory.GetFiles(kiota, "*.cs", SearchOption.AllDirectories);
                Report(name, "Kiota", files.Sum(file => File.ReadAllText(file).Count(c => c == '\n')), Run(folder, rounds, files));
            }
        }
    }

    /// <summary>Writes the generated files of a document into a folder and returns their number of lines.</summary>
    private static int WriteClient(TestDocument document, string folder)
    {
        int lines = 0;
        foreach (GeneratedSourceResult source in BenchDocuments.Generate(document))
        {
            File.WriteAllText(Path.Combine(folder, source.HintName), source.SourceText.ToString());
            lines += source.SourceText.Lines.Count;
        }

        return lines;
    }

    /// <summary>The CDE document in a cold compiler, and the same compiler with a generator that does nothing.</summary>
    private static void CompileCold(string folder, int rounds)
    {
        string empty = Path.Combine(folder, "cold.cs");
        File.WriteAllText(empty, "class Program { static void Main() { } }");
        string document = Repository.CdeDocument;
        string config = Path.Combine(folder, "cold.globalconfig");
        File.WriteAllText(config, $"""
            is_global = true
            [{document}]
            build_metadata.AdditionalFiles.CdeCodegen = true
            build_metadata.AdditionalFiles.Namespace = Cold
            build_metadata.AdditionalFiles.ClassName = CdeClient

            """);
        string nullGenerator = NullGenerator(folder);
        string generator = typeof(OpenApiClientGenerator).Assembly.Location;
        string yaml = Path.Combine(Path.GetDirectoryName(generator)!, "YamlDotNet.dll");
        string[] inputs = [empty, "/additionalfile:" + document, "/analyzerconfig:" + config];

        Console.WriteLine();
        Console.WriteLine($"{"cold compiler",-22}{"",-16}{"",9}{"wall s",9}{"peak MB",9}");
        Report("null generator", "", 0, Run(folder, rounds, [.. inputs, "/analyzer:" + nullGenerator]));
        Report("CDE document", "CdeCodegen", 0, Run(folder, rounds, [.. inputs, "/analyzer:" + generator, "/analyzer:" + yaml, "/define:BENCH"]));

        // The same files as sources: the time to parse and bind the client is a cost of the client, not of the generator.
        string files = Directory.CreateDirectory(Path.Combine(folder, "cde")).FullName;
        WriteClient(BenchDocuments.FromFile(document), files);
        Report("the same as sources", "", 0, Run(folder, rounds, [.. inputs, "/analyzer:" + nullGenerator, .. Directory.GetFiles(files)]));
    }

    private static void Report(string what, string by, int lines, (double Seconds, double Megabytes, bool Failed) run) =>
        Console.WriteLine(
            $"{what,-22}{by,-16}{(lines > 0 ? lines.ToString(CultureInfo.InvariantCulture) : ""),9}{run.Seconds,9:F2}{run.Megabytes,9:F0}");

    private static (double Seconds, double Megabytes, bool Failed) Run(string folder, int rounds, string[] arguments, bool expectErrors = false)
    {
        string response = Path.Combine(folder, "csc.rsp");
        File.WriteAllLines(response, [
            "/noconfig", "/nologo", "/nostdlib", "/target:library", "/nullable:enable", "/langversion:12", "/optimize+", "/nowarn:1701,1702",
            "/out:" + Path.Combine(folder, "out.dll"),
            .. BenchDocuments.Consumer.References.Select(r => "/reference:\"" + r.Display + "\""),
            .. PeerReferences().Select(r => "/reference:\"" + r + "\""),
            .. arguments.Select(Quote)]);
        var times = new List<double>();
        double peak = 0;
        bool failed = false;
        for (int i = 0; i < rounds; i++)
        {
            long start = Stopwatch.GetTimestamp();
            using Process process = Process.Start(new ProcessStartInfo("dotnet", ["exec", SdkCompiler.Path, "@" + response]) { RedirectStandardOutput = true })!;
            Task<string> output = process.StandardOutput.ReadToEndAsync();
            while (!process.WaitForExit(20))
            {
                try
                {
                    process.Refresh();
                    peak = Math.Max(peak, process.PeakWorkingSet64 / 1e6);
                }
                catch (InvalidOperationException)
                {
                    // The process ended between the two calls.
                }
            }

            times.Add(Stopwatch.GetElapsedTime(start).TotalSeconds);
            failed = process.ExitCode != 0;
            if (failed && !expectErrors)
            {
                throw new InvalidOperationException(output.Result[..Math.Min(output.Result.Length, 2000)]);
            }
        }

        return (Statistics.Median(times), peak, failed);
    }

    /// <summary>Quotes an argument, or the part after the colon of an option.</summary>
    private static string Quote(string argument)
    {
        int colon = argument.StartsWith('/') && !File.Exists(argument) ? argument.IndexOf(':') : -1;
        return argument[..(colon + 1)] + "\"" + argument[(colon + 1)..] + "\"";
    }

    /// <summary>Assemblies that only the clients of the peers reference.</summary>
    private static IEnumerable<string> PeerReferences() =>
    [
        typeof(Newtonsoft.Json.JsonConvert).Assembly.Location,
        .. Directory.GetFiles(AppContext.BaseDirectory, "Microsoft.Kiota.Serialization.*.dll"),
    ];

    private static string NullGenerator(string folder)
    {
        string path = Path.Combine(folder, "NullGenerator.dll");
        var compilation = CSharpCompilation.Create(
            "NullGenerator",
            [CSharpSyntaxTree.ParseText("""
                [Microsoft.CodeAnalysis.Generator("C#")]
                public sealed class NullGenerator : Microsoft.CodeAnalysis.IIncrementalGenerator
                {
                    public void Initialize(Microsoft.CodeAnalysis.IncrementalGeneratorInitializationContext context) { }
                }
                """)],
            [
                .. BenchDocuments.Consumer.References,
                MetadataReference.CreateFromFile(typeof(ISourceGenerator).Assembly.Location),
                MetadataReference.CreateFromFile(typeof(System.Collections.Immutable.ImmutableArray).Assembly.Location),
            ],
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));
        EmitResult result = compilation.Emit(path);
        return result.Success ? path : throw new InvalidOperationException(string.Join('\n', result.Diagnostics));
    }
}
