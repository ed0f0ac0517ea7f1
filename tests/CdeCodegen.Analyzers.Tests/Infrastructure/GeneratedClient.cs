using System.Collections.Immutable;
using CdeCodegen.Generator;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Emit;
using Microsoft.CodeAnalysis.Text;
using Xunit;

namespace CdeCodegen.Analyzers.Tests.Infrastructure;

/// <summary>The client of the document that comes with the package, compiled.</summary>
public static class GeneratedClient
{
    private static readonly Lazy<ImmutableArray<MetadataReference>> s_references = new(Build);

    /// <summary>The client, the runtime and what they stand on.</summary>
    public static ImmutableArray<MetadataReference> References => s_references.Value;

    private static ImmutableArray<MetadataReference> Build()
    {
        var parse = new CSharpParseOptions(LanguageVersion.CSharp12);
        IEnumerable<MetadataReference> runtime = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(static path => Path.GetFileName(path) is var name && (name.StartsWith("Microsoft.Kiota", StringComparison.Ordinal) || name == "CdeCodegen.Runtime.dll"))
            .Select(static path => (MetadataReference)MetadataReference.CreateFromFile(path));
        ImmutableArray<MetadataReference> all = [.. Compilations.Framework, .. runtime];
        var compilation = CSharpCompilation.Create(
            "Client", [], all, new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));
        var document = new Document(Path.Combine(Repository.Root, "spec", "cde.openapi.yaml"));
        CSharpGeneratorDriver.Create([new OpenApiClientGenerator().AsSourceGenerator()], [document], parse, new Provider())
            .RunGeneratorsAndUpdateCompilation(compilation, out Compilation? generated, out _);
        using var image = new MemoryStream();
        EmitResult emitted = generated.Emit(image);
        Assert.True(emitted.Success, string.Join('\n', emitted.Diagnostics));
        return [.. all, MetadataReference.CreateFromImage(image.ToArray())];
    }

    private sealed class Document(string path) : AdditionalText
    {
        public override string Path => path;

        public override SourceText GetText(CancellationToken cancellationToken = default) => SourceText.From(File.ReadAllText(path));
    }

    private sealed class Provider : AnalyzerConfigOptionsProvider
    {
        public override AnalyzerConfigOptions GlobalOptions { get; } = new FixedOptions(new Dictionary<string, string>());

        public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => GlobalOptions;

        public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) => new FixedOptions(new Dictionary<string, string>
        {
            ["build_metadata.AdditionalFiles.CdeCodegen"] = "true",
            ["build_metadata.AdditionalFiles.Namespace"] = "Productsup.Cde",
            ["build_metadata.AdditionalFiles.ClassName"] = "CdeClient",
        });
    }
}
