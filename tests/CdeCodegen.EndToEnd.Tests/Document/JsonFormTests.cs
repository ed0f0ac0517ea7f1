using System.Reflection;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace CdeCodegen.EndToEnd.Document;

/// <summary>The document can be written as JSON: the client is the same.</summary>
public sealed class JsonFormTests
{
    [Fact]
    public void The_client_of_the_JSON_form_is_the_client_of_the_YAML_form()
    {
        SortedDictionary<string, string> yaml = Generate("cde.openapi.yaml", Specification.Shared.Yaml);
        SortedDictionary<string, string> json = Generate("cde.openapi.json", Specification.Shared.Json);

        Assert.InRange(yaml.Count, 10, int.MaxValue);
        Assert.Equal(yaml.Keys, json.Keys);
        Assert.All(yaml, file => Assert.Equal(file.Value, json[file.Key]));
    }

    private static SortedDictionary<string, string> Generate(string path, string text)
    {
        // The generator is an analyzer of this project and no reference of it.
        string file = Repository.PathOf("generator", "CdeCodegen.Generator", "bin", Repository.Configuration, "netstandard2.0", "CdeCodegen.Generator.dll");
        Type type = Assembly.LoadFrom(file).GetTypes().Single(t => !t.IsAbstract && typeof(IIncrementalGenerator).IsAssignableFrom(t));
        ISourceGenerator generator = ((IIncrementalGenerator)Activator.CreateInstance(type, nonPublic: true)!).AsSourceGenerator();
        IEnumerable<PortableExecutableReference> references = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(System.IO.Path.PathSeparator)
            .Select(p => MetadataReference.CreateFromFile(p));
        var compilation = CSharpCompilation.Create("Consumer", [], references, new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));
        var driver = CSharpGeneratorDriver.Create(
            [generator], [new Document(path, text)], new CSharpParseOptions(LanguageVersion.CSharp12), new Options());

        GeneratorDriverRunResult result = driver.RunGenerators(compilation).GetRunResult();

        Assert.DoesNotContain(result.Diagnostics, d => d.Severity >= DiagnosticSeverity.Warning);
        return new(result.Results.Single().GeneratedSources.ToDictionary(s => s.HintName, s => s.SourceText.ToString()), StringComparer.Ordinal);
    }

    private sealed class Document(string path, string text) : AdditionalText
    {
        public override string Path => path;

        public override SourceText GetText(CancellationToken cancellationToken = default) => SourceText.From(text, Encoding.UTF8);
    }

    private sealed class Options : AnalyzerConfigOptionsProvider
    {
        private static readonly AnalyzerConfigOptions s_none = new Metadata([]);

        private static readonly AnalyzerConfigOptions s_item = new Metadata(new()
        {
            ["build_metadata.AdditionalFiles.CdeCodegen"] = "true",
            ["build_metadata.AdditionalFiles.Namespace"] = "Productsup.Cde",
            ["build_metadata.AdditionalFiles.ClassName"] = "CdeClient",
        });

        public override AnalyzerConfigOptions GlobalOptions => s_none;

        public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => s_none;

        public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) => s_item;
    }

    private sealed class Metadata(Dictionary<string, string> values) : AnalyzerConfigOptions
    {
        public override bool TryGetValue(string key, [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out string? value) => values.TryGetValue(key, out value);
    }
}
