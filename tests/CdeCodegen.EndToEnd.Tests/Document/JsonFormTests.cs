using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace CdeCodegen.EndToEnd.Document;

/// <summary>The format of the document makes no difference to the client.</summary>
public sealed class JsonFormTests
{
    [Fact]
    public void JSON_and_YAML_give_the_same_client()
    {
        SortedDictionary<string, string> yaml = Generate("cde.openapi.yaml", Specification.Shared.Yaml);
        SortedDictionary<string, string> json = Generate("cde.openapi.json", Specification.Shared.Json);

        Assert.InRange(yaml.Count, 10, int.MaxValue);
        Assert.Equal(yaml.Keys, json.Keys);
        Assert.All(yaml, file => Assert.Equal(file.Value, json[file.Key]));
    }

    private static SortedDictionary<string, string> Generate(string path, string text)
    {
        // This project uses the generator as an analyzer and does not reference it, so it is loaded by path.
        string file = Repository.PathOf("generator", "CdeCodegen.Generator", "bin", Repository.Configuration, "netstandard2.0", "CdeCodegen.Generator.dll");
        Type type = Assembly.LoadFrom(file).GetTypes().Single(t => !t.IsAbstract && typeof(IIncrementalGenerator).IsAssignableFrom(t));
        ISourceGenerator generator = ((IIncrementalGenerator)Activator.CreateInstance(type, nonPublic: true)!).AsSourceGenerator();
        var compilation = CSharpCompilation.Create(
            "Consumer", [], PlatformReferences.Where(static _ => true), new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));
        var document = new TestDocument(path, text, ("Namespace", "Productsup.Cde"), ("ClassName", "CdeClient"));
        var driver = CSharpGeneratorDriver.Create([generator], [document], new CSharpParseOptions(LanguageVersion.CSharp12), new TestOptionsProvider());

        GeneratorDriverRunResult result = driver.RunGenerators(compilation).GetRunResult();

        Assert.DoesNotContain(result.Diagnostics, d => d.Severity >= DiagnosticSeverity.Warning);
        return new(result.Results.Single().GeneratedSources.ToDictionary(s => s.HintName, s => s.SourceText.ToString()), StringComparer.Ordinal);
    }
}
