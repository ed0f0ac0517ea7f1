using System.Collections.Immutable;
using CdeCodegen.Generator;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Emit;
using Xunit;

namespace CdeCodegen.Analyzers.Tests.Infrastructure;

/// <summary>The compiled client of the document in the package.</summary>
public static class GeneratedClient
{
    private static readonly Lazy<ImmutableArray<MetadataReference>> s_references = new(Build);

    /// <summary>The client, the runtime and their dependencies.</summary>
    public static ImmutableArray<MetadataReference> References => s_references.Value;

    private static ImmutableArray<MetadataReference> Build()
    {
        var parse = new CSharpParseOptions(LanguageVersion.CSharp12);
        ImmutableArray<MetadataReference> all = [.. Compilations.Framework, .. PlatformReferences.Where(PlatformReferences.IsRuntime)];
        var compilation = CSharpCompilation.Create(
            "Client", [], all, new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));
        var document = TestDocument.FromFile(Repository.CdeDocument, ("Namespace", "Productsup.Cde"), ("ClassName", "CdeClient"));
        CSharpGeneratorDriver.Create([new OpenApiClientGenerator().AsSourceGenerator()], [document], parse, new TestOptionsProvider())
            .RunGeneratorsAndUpdateCompilation(compilation, out Compilation? generated, out _);
        using var image = new MemoryStream();
        EmitResult emitted = generated.Emit(image);
        Assert.True(emitted.Success, string.Join('\n', emitted.Diagnostics));
        return [.. all, MetadataReference.CreateFromImage(image.ToArray())];
    }
}
