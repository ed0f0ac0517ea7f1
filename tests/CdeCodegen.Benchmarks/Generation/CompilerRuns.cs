extern alias generator;

using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using CdeCodegen.Benchmarks.Peers;
using CdeCodegen.Benchmarks.Support;
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
    /// <summary>An attribute for System.Text.Json, on one line or several.</summary>
    internal const string ConverterPattern = @"^ *\[\s*global::System\.Text\.Json\.Serialization\.JsonConverter\([^\]]*\]\n";

    /// <param name="rounds">How often each subject runs, in turn with the others of its table.</param>
    /// <param name="documents">Further documents, whose clients are compiled as well.</param>
    public static void Print(int rounds, params string[] documents)
    {
        using var temporary = new TemporaryFolder("cdecodegen-bench-");
        string folder = temporary.Path;
        IEnumerable<string> compared = BenchDocuments.Names.Where(static name =>
            name.StartsWith("stripe", StringComparison.Ordinal) || name.StartsWith("github", StringComparison.Ordinal));
        foreach (TestDocument document in compared.Select(BenchDocuments.Load).Concat(documents.Select(BenchDocuments.FromFile)))
        {
            Compile(document, folder, rounds);
        }

        CompileCold(folder, rounds * 4);
    }

    /// <summary>Several documents in one project: the memory of a compilation of more lines than one of the documents has.</summary>
    public static void PrintTogether()
    {
        using var temporary = new TemporaryFolder("cdecodegen-bench-");
        string folder = temporary.Path;
        List<Subject> subjects = [];
        int lines = 0;
        string[] files = [];
        foreach (string name in BenchDocuments.Names)
        {
            string path = Directory.CreateDirectory(Path.Combine(folder, name)).FullName;
            TestDocument document = BenchDocuments.Load(name);
            string space = "Document" + subjects.Count.ToString(CultureInfo.InvariantCulture);
            lines += WriteClient(new TestDocument(document.Path, document.Text!, ("Namespace", space), ("ClassName", "BenchClient")), path);
            files = [.. files, .. Directory.GetFiles(path)];
            subjects.Add(new(subjects.Count == 0 ? name : "and " + name, lines, files));
        }

        Measure("together", folder, rounds: 1, subjects);
    }

    /// <summary>The clients of one document by this generator and by its peers, and the types of this one without their members.</summary>
    private static void Compile(TestDocument document, string folder, int rounds)
    {
        string name = Path.GetFileNameWithoutExtension(document.Path);
        string empty = Path.Combine(folder, "empty.cs");
        File.WriteAllText(empty, "class Program { }");
        List<Subject> subjects = [new("empty project", 1, [empty])];

        string generated = Directory.CreateDirectory(Path.Combine(folder, name)).FullName;
        int lines = WriteClient(document, generated);
        subjects.Add(new("CdeCodegen", lines, Directory.GetFiles(generated)));

        // What JsonSerializer needs to write the models as the document says.
        string[] plain = [.. Directory.GetFiles(generated).Select(static file => WithoutConverters(File.ReadAllText(file)))];
        subjects.Add(new("without JsonConverter", plain.Sum(Lines), Write(Path.Combine(folder, name + "-plain"), plain)));

        string[] types = [.. EmptyTypes.Of(Directory.GetFiles(generated).Select(File.ReadAllText))];
        subjects.Add(new("its types alone", types.Sum(Lines), Write(Path.Combine(folder, name + "-types"), types)));

        string nswag = NSwagGenerator.Generate(document.Text!);
        subjects.Add(new("NSwag", Lines(nswag), Write(Path.Combine(folder, name + "-nswag"), [nswag])) { MayFail = true });

        if (KiotaTool.IsAvailable)
        {
            string kiota = Path.Combine(folder, name + "-kiota");
            KiotaTool.Generate(document.Path, kiota);
            string[] files = Directory.GetFiles(kiota, "*.cs", SearchOption.AllDirectories);
            subjects.Add(new("Kiota", files.Sum(static file => Lines(File.ReadAllText(file))), files));
        }

        Measure(name, folder, rounds, subjects);
    }

    private static string[] Write(string folder, IReadOnlyList<string> texts)
    {
        Directory.CreateDirectory(folder);
        string[] paths = [.. texts.Select((_, i) => Path.Combine(folder, i.ToString(CultureInfo.InvariantCulture) + ".cs"))];
        for (int i = 0; i < paths.Length; i++)
        {
            File.WriteAllText(paths[i], texts[i]);
        }

        return paths;
    }

    /// <summary>The text of a file without the attributes for System.Text.Json.</summary>
    internal static string WithoutConverters(string text) =>
        Regex.Replace(text, ConverterPattern, "", RegexOptions.Multiline);

    private static int Lines(string text) => text.Count(static c => c == '\n');

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
        string files = Directory.CreateDirectory(Path.Combine(folder, "cde")).FullName;
        WriteClient(BenchDocuments.FromFile(document), files);

        string nullGenerator = "/analyzer:" + NullGenerator(folder);
        string package = PackedAnalyzers.Pack(folder);
        string[] il = Analyzers(PackedAnalyzers.Extract(package, PackedAnalyzers.IL, Path.Combine(folder, "il")));
        string[] native = Analyzers(PackedAnalyzers.Extract(package, PackedAnalyzers.Native, Path.Combine(folder, "native")));

        // Without a document for the compiler, the targets of the package leave out the generator.
        string[] analyzer = [.. native.Except(Generators(native))];
        string[] project = [empty, "/additionalfile:" + document, "/analyzerconfig:" + config];
        string[] sources = [empty, .. Directory.GetFiles(files)];
        Measure("cold compiler", folder, rounds,
        [
            new("null generator", 0, [empty, nullGenerator]),
            new("package, no document", 0, [empty, nullGenerator, .. analyzer]),
            new("the client as sources", 0, [.. sources, nullGenerator]),
            new("generator, native code", 0, [.. project, .. Generators(native)]),
            new("generator, IL", 0, [.. project, .. Generators(il)]),
            new("package, native code", 0, [.. project, .. native]),
            new("package, Emit=Files", 0, [.. sources, nullGenerator, .. analyzer]),
        ]);
    }

    private static string[] Analyzers(string folder) => [.. Directory.GetFiles(folder, "*.dll").Select(static path => "/analyzer:" + path)];

    private static IEnumerable<string> Generators(string[] analyzers) =>
        analyzers.Where(static path => !path.EndsWith("CdeCodegen.Analyzers.dll", StringComparison.Ordinal));

    /// <summary>Runs the subjects in turn and prints a table of the median and smallest wall time, the median processor time and the peak memory.</summary>
    private static void Measure(string title, string folder, int rounds, List<Subject> subjects)
    {
        // The first round brings the files into the cache of the system, and shows which clients compile.
        foreach (Subject subject in subjects)
        {
            subject.Arguments = WriteArguments(folder, subject);
            subject.HasErrors = Compile(subject).ExitCode != 0;
        }

        for (int round = 0; round < rounds; round++)
        {
            foreach (Subject subject in subjects)
            {
                subject.Runs.Add(Compile(subject));
            }
        }

        Console.WriteLine($"{title,-26}{"lines",9}{"wall s",9}{"smallest",10}{"cpu s",8}{"peak MB",9}");
        foreach (Subject subject in subjects)
        {
            string name = subject.HasErrors ? subject.Name + " (errors)" : subject.Name;
            string lines = subject.Lines > 0 ? subject.Lines.ToString(CultureInfo.InvariantCulture) : "";
            double wall = Statistics.Median([.. subject.Runs.Select(static run => run.Seconds)]);
            double processor = Statistics.Median([.. subject.Runs.Select(static run => run.Processor)]);
            double smallest = subject.Runs.Min(static run => run.Seconds);
            double peak = subject.Runs.Max(static run => run.Megabytes);
            Console.WriteLine($"{name,-26}{lines,9}{wall,9:F2}{smallest,10:F2}{processor,8:F2}{peak,9:F0}");
        }

        Console.WriteLine();
    }

    private static string WriteArguments(string folder, Subject subject)
    {
        string response = Path.Combine(folder, $"{subject.Name.Replace(' ', '-')}.rsp");
        File.WriteAllLines(response, [
            "/noconfig", "/nologo", "/nostdlib", "/target:library", "/nullable:enable", "/langversion:12", "/optimize+", "/nowarn:1701,1702",
            "/out:" + Path.Combine(folder, "out.dll"),
            .. BenchDocuments.Consumer.References.Select(r => "/reference:\"" + r.Display + "\""),
            .. PeerReferences().Select(r => "/reference:\"" + r + "\""),
            .. subject.Inputs.Select(Quote)]);
        return response;
    }

    /// <exception cref="InvalidOperationException">The compiler reported errors. The message has the first ones.</exception>
    private static Run Compile(Subject subject)
    {
        long start = Stopwatch.GetTimestamp();
        double before = ChildProcesses.ProcessorTime();
        using Process process = Process.Start(new ProcessStartInfo("dotnet", ["exec", SdkCompiler.Path, "@" + subject.Arguments]) { RedirectStandardOutput = true })!;
        Task<string> output = process.StandardOutput.ReadToEndAsync();
        double peak = 0;
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

        return process.ExitCode == 0 || subject.MayFail
            ? new Run(Stopwatch.GetElapsedTime(start).TotalSeconds, ChildProcesses.ProcessorTime() - before, peak, process.ExitCode)
            : throw new InvalidOperationException(output.Result[..Math.Min(output.Result.Length, 2000)]);
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

    /// <summary>What the compiler compiles, and how long it took.</summary>
    /// <param name="Name">The first column of the table.</param>
    /// <param name="Lines">The lines of the client; 0 where they do not matter.</param>
    /// <param name="Inputs">Sources and further arguments.</param>
    private sealed record Subject(string Name, int Lines, string[] Inputs)
    {
        /// <summary>Whether the client may have errors. The compiler stops at them, so that its time means nothing.</summary>
        public bool MayFail { get; init; }

        /// <summary>The path of the response file.</summary>
        public string Arguments { get; set; } = "";

        public bool HasErrors { get; set; }

        public List<Run> Runs { get; } = [];
    }

    private readonly record struct Run(double Seconds, double Processor, double Megabytes, int ExitCode);
}
