using System.Diagnostics;
using CdeCodegen.Benchmarks.Peers;
using CdeCodegen.Generator;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace CdeCodegen.Benchmarks.Generation;

/// <summary>
/// The command-line compiler as a process of its own, as a build without a compiler server runs it: what a client costs to compile, and what the
/// generator adds to a cold compiler beside one that does nothing.
/// </summary>
internal static class CompilerRuns
{
    public static void Print(int rounds)
    {
        string folder = Directory.CreateTempSubdirectory("cdecodegen-bench-").FullName;
        try
        {
            Compile(folder, rounds);
            Cold(folder, rounds * 2);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static void Compile(string folder, int rounds)
    {
        Console.WriteLine($"{"compile",-22}{"",-16}{"lines",9}{"wall s",9}{"peak MB",9}");
        string empty = System.IO.Path.Combine(folder, "empty.cs");
        File.WriteAllText(empty, "class Program { }");
        Report("empty project", "", 1, Run(folder, rounds, [empty]));
        foreach (string name in BenchDocument.Names.Where(n => n.StartsWith("stripe", StringComparison.Ordinal) || n.StartsWith("github", StringComparison.Ordinal)))
        {
            var document = BenchDocument.Load(name);
            string ours = Directory.CreateDirectory(System.IO.Path.Combine(folder, name)).FullName;
            int lines = 0;
            foreach (GeneratedSourceResult source in document.Generate())
            {
                File.WriteAllText(System.IO.Path.Combine(ours, source.HintName), source.SourceText.ToString());
                lines += source.SourceText.Lines.Count;
            }

            Report(name, "CdeCodegen", lines, Run(folder, rounds, Directory.GetFiles(ours)));

            string theirs = System.IO.Path.Combine(folder, name + ".nswag.cs");
            string text = NSwagGenerator.Generate(document);
            File.WriteAllText(theirs, text);
            (double Seconds, double Megabytes, bool Failed) ofNSwag = Run(folder, rounds, [theirs], expectErrors: true);
            Report(name, ofNSwag.Failed ? "NSwag (errors)" : "NSwag", text.Count(c => c == '\n'), ofNSwag);

            if (KiotaTool.IsThere)
            {
                string kiota = System.IO.Path.Combine(folder, name + "-kiota");
                KiotaTool.Generate(document.Path, kiota);
                string[] files = Directory.GetFiles(kiota, "*.cs", SearchOption.AllDirectories);
                Report(name, "Kiota", files.Sum(file => File.ReadAllText(file).Count(c => c == '\n')), Run(folder, rounds, files));
            }
        }
    }

    /// <summary>The CDE document in a cold compiler, and the same compiler with a generator that does nothing.</summary>
    private static void Cold(string folder, int rounds)
    {
        string empty = System.IO.Path.Combine(folder, "cold.cs");
        File.WriteAllText(empty, "class Program { static void Main() { } }");
        string document = System.IO.Path.Combine(BenchDocument.Root, "spec", "cde.openapi.yaml");
        string config = System.IO.Path.Combine(folder, "cold.globalconfig");
        File.WriteAllText(config, $"is_global = true\n[{document}]\nbuild_metadata.AdditionalFiles.CdeCodegen = true\nbuild_metadata.AdditionalFiles.Namespace = Cold\nbuild_metadata.AdditionalFiles.ClassName = CdeClient\n");
        string nothing = NullGenerator(folder);
        string generator = typeof(OpenApiClientGenerator).Assembly.Location;
        string yaml = System.IO.Path.Combine(System.IO.Path.GetDirectoryName(generator)!, "YamlDotNet.dll");

        Console.WriteLine();
        Console.WriteLine($"{"cold compiler",-22}{"",-16}{"",9}{"wall s",9}{"peak MB",9}");
        Report("null generator", "", 0, Run(folder, rounds, [empty, "/analyzer:" + nothing, "/additionalfile:" + document, "/analyzerconfig:" + config]));
        Report("CDE document", "CdeCodegen", 0, Run(folder, rounds, [empty, "/analyzer:" + generator, "/analyzer:" + yaml, "/additionalfile:" + document, "/analyzerconfig:" + config, "/define:BENCH"]));

        // What the compiler then spends on parsing and binding the client is a cost of the client, not of the generator: the same files, given as sources.
        string files = Directory.CreateDirectory(System.IO.Path.Combine(folder, "cde")).FullName;
        foreach (GeneratedSourceResult source in BenchDocument.FromFile(document).Generate())
        {
            File.WriteAllText(System.IO.Path.Combine(files, source.HintName), source.SourceText.ToString());
        }

        Report("the same as sources", "", 0, Run(folder, rounds, [empty, "/analyzer:" + nothing, "/additionalfile:" + document, "/analyzerconfig:" + config, .. Directory.GetFiles(files)]));
    }

    private static void Report(string what, string by, int lines, (double Seconds, double Megabytes, bool Failed) run) =>
        Console.WriteLine($"{what,-22}{by,-16}{(lines > 0 ? lines.ToString(System.Globalization.CultureInfo.InvariantCulture) : ""),9}{run.Seconds,9:F2}{run.Megabytes,9:F0}");

    private static (double Seconds, double Megabytes, bool Failed) Run(string folder, int rounds, string[] arguments, bool expectErrors = false)
    {
        string response = System.IO.Path.Combine(folder, "csc.rsp");
        File.WriteAllLines(response, [
            "/noconfig", "/nologo", "/nostdlib", "/target:library", "/nullable:enable", "/langversion:12", "/optimize+", "/nowarn:1701,1702", "/out:" + System.IO.Path.Combine(folder, "out.dll"),
            .. BenchDocument.Consumer.References.Select(r => "/reference:\"" + r.Display + "\""),
            .. ExtraReferences().Select(r => "/reference:\"" + r + "\""),
            .. arguments.Select(a => a.StartsWith('/') && a.Contains(':') && !File.Exists(a) ? a[..(a.IndexOf(':') + 1)] + "\"" + a[(a.IndexOf(':') + 1)..] + "\"" : "\"" + a + "\"")]);
        var times = new List<double>();
        double peak = 0;
        bool failed = false;
        for (int i = 0; i < rounds; i++)
        {
            long start = Stopwatch.GetTimestamp();
            using Process process = Process.Start(new ProcessStartInfo("dotnet", ["exec", Compiler(), "@" + response]) { RedirectStandardOutput = true })!;
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
                    // It ended between the two calls.
                }
            }

            times.Add(Stopwatch.GetElapsedTime(start).TotalSeconds);
            failed = process.ExitCode != 0;
            if (failed && !expectErrors)
            {
                throw new InvalidOperationException(output.Result[..Math.Min(output.Result.Length, 2000)]);
            }
        }

        return (times.Order().ElementAt(times.Count / 2), peak, failed);
    }

    /// <summary>What the peers' output needs beside.</summary>
    private static IEnumerable<string> ExtraReferences() =>
    [
        typeof(Newtonsoft.Json.JsonConvert).Assembly.Location,
        .. Directory.GetFiles(AppContext.BaseDirectory, "Microsoft.Kiota.Serialization.*.dll"),
    ];

    private static string Compiler()
    {
        // runtime: dotnet/shared/Microsoft.NETCore.App/x.y.z; the newest SDK beside it
        string root = System.IO.Path.GetFullPath(System.IO.Path.Combine(System.IO.Path.GetDirectoryName(typeof(object).Assembly.Location)!, "../../.."));
        return Directory.GetDirectories(System.IO.Path.Combine(root, "sdk")).Select(sdk => System.IO.Path.Combine(sdk, "Roslyn/bincore/csc.dll")).Where(File.Exists).Order().Last();
    }

    private static string NullGenerator(string folder)
    {
        string path = System.IO.Path.Combine(folder, "NullGenerator.dll");
        var compilation = CSharpCompilation.Create(
            "NullGenerator",
            [CSharpSyntaxTree.ParseText("""
                [Microsoft.CodeAnalysis.Generator("C#")]
                public sealed class NullGenerator : Microsoft.CodeAnalysis.IIncrementalGenerator
                {
                    public void Initialize(Microsoft.CodeAnalysis.IncrementalGeneratorInitializationContext context) { }
                }
                """)],
            [.. BenchDocument.Consumer.References, MetadataReference.CreateFromFile(typeof(ISourceGenerator).Assembly.Location), MetadataReference.CreateFromFile(typeof(System.Collections.Immutable.ImmutableArray).Assembly.Location)],
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));
        Microsoft.CodeAnalysis.Emit.EmitResult result = compilation.Emit(path);
        return result.Success ? path : throw new InvalidOperationException(string.Join('\n', result.Diagnostics));
    }
}
