using System.Collections.Immutable;
using CdeCodegen.Analyzers.Suppressors;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Emit;

namespace CdeCodegen.Analyzers.Tests.Infrastructure;

/// <summary>Creates compilations that reference the framework of the tests.</summary>
public static class Compilations
{
    public static ImmutableArray<MetadataReference> Framework { get; } = PlatformReferences.Where(PlatformReferences.IsFramework);

    /// <summary>The compiler and the test libraries of these tests.</summary>
    public static ImmutableArray<MetadataReference> Others { get; } =
        [.. Directory.EnumerateFiles(AppContext.BaseDirectory, "*.dll")
            .Where(static path => Path.GetFileName(path) is var name
                && (name.StartsWith("Microsoft.CodeAnalysis", StringComparison.Ordinal) || name.StartsWith("xunit", StringComparison.Ordinal)))
            .Select(static path => MetadataReference.CreateFromFile(path))];

    public static CSharpCompilation Create(IEnumerable<SyntaxTree> trees) => CSharpCompilation.Create(
        "Subject",
        trees,
        Framework,
        new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable, allowUnsafe: true));

    /// <summary>Compiles a client to an assembly, for code in a language version that cannot compile its source.</summary>
    public static MetadataReference Reference(params string[] sources)
    {
        using var image = new MemoryStream();
        IEnumerable<SyntaxTree> trees = sources.Select(static source => CSharpSyntaxTree.ParseText(source, new CSharpParseOptions(LanguageVersion.Latest)));
        EmitResult emitted = Create(trees).WithAssemblyName("Client").Emit(image);
        return emitted.Success
            ? MetadataReference.CreateFromImage(image.ToArray())
            : throw new InvalidOperationException(string.Join('\n', emitted.Diagnostics));
    }

    public static Task<ImmutableArray<Diagnostic>> AnalyzeAndCompile(CSharpCompilation compilation, AnalyzerOptions? options = null) =>
        compilation.WithAnalyzers([new ApiResultAnalyzer(), new RazorApiResultAnalyzer()], options ?? new AnalyzerOptions([])).GetAllDiagnosticsAsync();

    /// <summary>Returns the messages of exceptions that the analyzers and the suppressor threw.</summary>
    public static async Task<string[]> FaultsAsync(CSharpCompilation compilation)
    {
        ImmutableArray<Diagnostic> all = await compilation
            .WithAnalyzers([new ApiResultAnalyzer(), new RazorApiResultAnalyzer(), new CompleteSwitchSuppressor(), new RepeatedDiagnosticSuppressor()], new AnalyzerOptions([]))
            .GetAllDiagnosticsAsync();
        return [.. all.Where(static d => d.Id.StartsWith("AD", StringComparison.Ordinal)).Select(static d => d.GetMessage())];
    }

    public static async Task<ImmutableArray<Diagnostic>> Analyze(CSharpCompilation compilation, AnalyzerOptions? options = null)
    {
        CompilationWithAnalyzers analyzed = compilation
            .WithAnalyzers([new ApiResultAnalyzer(), new RazorApiResultAnalyzer()], options ?? new AnalyzerOptions([]));
        return await analyzed.GetAnalyzerDiagnosticsAsync();
    }
}
