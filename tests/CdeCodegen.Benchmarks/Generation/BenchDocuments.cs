extern alias generator;

using System.Text.Json.Nodes;
using generator::CdeCodegen.Generator;
using generator::CdeCodegen.Generator.Reading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace CdeCodegen.Benchmarks.Generation;

/// <summary>The documents that generators are compared on, and the generator driver that runs on them.</summary>
internal static class BenchDocuments
{
    /// <summary>File names without extension; empty where the folder does not exist.</summary>
    public static IEnumerable<string> Names => CorpusFolders.Files(CorpusFolders.Bench, "*.json").Select(path => Path.GetFileNameWithoutExtension(path));

    public static CSharpParseOptions Options { get; } = new(LanguageVersion.CSharp12);

    /// <summary>The compilation of a consumer, which references the framework, Kiota's abstractions and the runtime library.</summary>
    public static CSharpCompilation Consumer { get; } = CSharpCompilation.Create(
        "Consumer",
        [CSharpSyntaxTree.ParseText("class Program { static void Main() { } }", Options)],
        PlatformReferences.Where(name => name.StartsWith("System.", StringComparison.Ordinal)
            || name is "netstandard.dll" or "CdeCodegen.Runtime.dll" or "Microsoft.Kiota.Abstractions.dll"),
        new CSharpCompilationOptions(OutputKind.ConsoleApplication, nullableContextOptions: NullableContextOptions.Enable));

    public static TestDocument Load(string name) => FromFile(Path.Combine(CorpusFolders.Bench, name + ".json"));

    public static TestDocument FromFile(string path) => FromText(path, File.ReadAllText(path));

    public static TestDocument FromText(string path, string text) => new(path, text, ("Namespace", "Bench"), ("ClassName", "BenchClient"));

    /// <summary>The content of a document.</summary>
    public static JsonNode Read(TestDocument document) => SpecJson.Of(SpecReader.Read(document.Path, document.Text!, CancellationToken.None).Root!)!;

    public static GeneratorDriver Driver(TestDocument document) => CSharpGeneratorDriver.Create(
        [new OpenApiClientGenerator().AsSourceGenerator()], [document], Options, new TestOptionsProvider());

    /// <summary>The files that the generator adds to the consumer.</summary>
    public static IEnumerable<GeneratedSourceResult> Generate(TestDocument document) =>
        Driver(document).RunGenerators(Consumer).GetRunResult().Results[0].GeneratedSources;
}
