using System.Reflection;
using CdeCodegen.Generator;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace CdeCodegen.Benchmarks.Generation;

/// <summary>A document as the compiler is given it: an additional file with the metadata of an <c>OpenApiReference</c>.</summary>
internal sealed class BenchDocument(string path, string text) : AdditionalText
{
    private readonly SourceText _text = SourceText.From(text);

    public override string Path { get; } = path;

    public string Text { get; } = text;

    public override SourceText GetText(CancellationToken cancellationToken = default) => _text;

    /// <summary>The documents on which the peers were timed, beside the repository; empty where that folder is not there.</summary>
    public static IEnumerable<string> Names => Directory.Exists(Folder) ? Directory.GetFiles(Folder, "*.json").Select(System.IO.Path.GetFileNameWithoutExtension).Order()! : [];

    public static string Folder => System.IO.Path.GetFullPath(System.IO.Path.Combine(Root, "../shared/bench"));

    public static string Root => typeof(BenchDocument).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().First(a => a.Key == "RepositoryRoot").Value!;

    public static BenchDocument Load(string name) => FromFile(System.IO.Path.Combine(Folder, name + ".json"));

    public static BenchDocument FromFile(string path) => new(path, File.ReadAllText(path));

    public static CSharpParseOptions Options { get; } = new(LanguageVersion.CSharp12);

    /// <summary>What a consumer references: the framework, Kiota's abstractions, our runtime.</summary>
    public static CSharpCompilation Consumer { get; } = CSharpCompilation.Create(
        "Consumer",
        [CSharpSyntaxTree.ParseText("class Program { static void Main() { } }", Options)],
        ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(System.IO.Path.PathSeparator)
            .Where(file => System.IO.Path.GetFileName(file) is var name && (name.StartsWith("System.", StringComparison.Ordinal) || name is "netstandard.dll" or "CdeCodegen.Runtime.dll" or "Microsoft.Kiota.Abstractions.dll"))
            .Select(file => MetadataReference.CreateFromFile(file)),
        new CSharpCompilationOptions(OutputKind.ConsoleApplication, nullableContextOptions: NullableContextOptions.Enable));

    public GeneratorDriver Driver() => CSharpGeneratorDriver.Create(
        [new OpenApiClientGenerator().AsSourceGenerator()], [this], Options, new OptionsProvider());

    /// <summary>The generated files.</summary>
    public IEnumerable<GeneratedSourceResult> Generate() => Driver().RunGenerators(Consumer).GetRunResult().Results[0].GeneratedSources;

    private sealed class OptionsProvider : AnalyzerConfigOptionsProvider
    {
        private static readonly Values s_ours = new(new()
        {
            ["build_metadata.AdditionalFiles.CdeCodegen"] = "true",
            ["build_metadata.AdditionalFiles.Namespace"] = "Bench",
            ["build_metadata.AdditionalFiles.ClassName"] = "BenchClient",
        });

        public override AnalyzerConfigOptions GlobalOptions { get; } = new Values([]);

        public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => GlobalOptions;

        public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) => s_ours;
    }

    private sealed class Values(Dictionary<string, string> values) : AnalyzerConfigOptions
    {
        public override bool TryGetValue(string key, out string value) => values.TryGetValue(key, out value!);
    }
}
