using System.Collections.Immutable;
using CdeCodegen.Analyzers.Suppressors;
using CdeCodegen.Analyzers.Tests.Infrastructure;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Xunit;

namespace CdeCodegen.Analyzers.Tests;

/// <summary>Compiles the programs in <c>Ports</c> against the generated client and compares what is reported with the table that judges it.</summary>
public sealed class PortTests
{
    private static readonly string s_folder = Repository.PathOf("tests", "CdeCodegen.Analyzers.Tests", "Ports");

    [Fact]
    public async Task Every_method_of_a_port_is_reported_as_the_table_says()
    {
        var expected = (await File.ReadAllLinesAsync(Path.Combine(s_folder, "README.md")))
            .Where(static line => line.StartsWith("| ", StringComparison.Ordinal)).Skip(1)
            .Select(static line => line.Split(" | ")).Select(static cells => $"{cells[0][2..]}.{cells[1]}: {cells[2]}").ToList();
        Assert.True(expected.Count >= 15);

        var actual = new List<string>();
        var trees = Directory.EnumerateFiles(s_folder, "*.cs.txt").Order(StringComparer.Ordinal)
            .Select(static path => CSharpSyntaxTree.ParseText(File.ReadAllText(path), new CSharpParseOptions(LanguageVersion.CSharp12), Path.GetFileName(path)))
            .ToList();
        CSharpCompilationOptions options = new(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable);
        ImmutableArray<Diagnostic> found = await CSharpCompilation.Create("Ports", trees, GeneratedClient.References, options)
            .WithAnalyzers(
                [new ApiResultAnalyzer(), new RazorApiResultAnalyzer(), new CompleteSwitchSuppressor(), new RepeatedDiagnosticSuppressor()], new AnalyzerOptions([]))
            .GetAllDiagnosticsAsync();
        // Hidden diagnostics are no messages to a developer.
        Assert.Empty(found.Where(static d => d.Severity >= DiagnosticSeverity.Warning && !d.Id.StartsWith("CDE", StringComparison.Ordinal)));
        foreach (SyntaxTree tree in trees)
        {
            foreach (MethodDeclarationSyntax method in (await tree.GetRootAsync()).DescendantNodes().OfType<MethodDeclarationSyntax>()
                .Where(static method => method.Modifiers.Any(SyntaxKind.PublicKeyword)))
            {
                var own = found.Where(d => d.Location.SourceTree == tree && method.Span.Contains(d.Location.SourceSpan) && d.Severity != DiagnosticSeverity.Hidden)
                    .Select(Corpus.Verdict).Order(StringComparer.Ordinal).ToList();
                actual.Add($"{tree.FilePath[..^".cs.txt".Length]}.{method.Identifier.ValueText}: {(own.Count == 0 ? "nothing" : string.Join(' ', own))}");
            }
        }

        Assert.Equal(expected.Order(StringComparer.Ordinal), actual.Order(StringComparer.Ordinal));
    }
}
