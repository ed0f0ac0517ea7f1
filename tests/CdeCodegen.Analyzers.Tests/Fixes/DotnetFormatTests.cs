using System.Collections.Immutable;
using CdeCodegen.Analyzers.Tests.Infrastructure;
using CdeCodegen.CodeFixes.Fixers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;
using Xunit;

namespace CdeCodegen.Analyzers.Tests.Fixes;

/// <summary>
/// 'dotnet format' asks a fix about the first diagnostic that it has, of whatever rule, and then for all with the key of the first offer, or with none.
/// A dropped result must not become a discarded one that way.
/// </summary>
public sealed class DotnetFormatTests
{
    private const string Source = "async Task M() { c.A(); await c.A(); await Task.WhenAll(c.A(), c.A()); }";

    [Fact]
    public async Task A_fix_offers_nothing_for_the_rule_of_another()
    {
        using var workspace = new AdhocWorkspace();
        (Document? document, Diagnostic[]? found) = await Analyze(workspace);
        Diagnostic other = found.Single(static d => d.Id == "CDE1004");
        var offered = new List<CodeAction>();

        await new CDE1001Fixer().RegisterCodeFixesAsync(new CodeFixContext(document, other.Location.SourceSpan, [other], (action, _) => offered.Add(action), CancellationToken.None));

        Assert.Empty(offered);
    }

    [Fact]
    public async Task Without_a_key_the_first_fix_is_meant()
    {
        using var workspace = new AdhocWorkspace();
        (Document? document, Diagnostic[]? found) = await Analyze(workspace);
        var fixer = new CDE1001Fixer();
        var context = new FixAllContext(document, fixer, FixAllScope.Solution, codeActionEquivalenceKey: null!, ["CDE1001"], new FixProjects.Found(found), CancellationToken.None);

        CodeAction? action = await fixer.GetFixAllProvider().GetFixAsync(context);

        ImmutableArray<CodeActionOperation> operations = await action!.GetOperationsAsync(CancellationToken.None);
        Document changed = operations.OfType<ApplyChangesOperation>().Single().ChangedSolution.GetDocument(document.Id)!;
        string text = (await changed.GetTextAsync()).ToString();
        Assert.Contains("case NotFound:", text, StringComparison.Ordinal);
        // For the last one there is only discarding.
        Assert.Contains("await Task.WhenAll(", text, StringComparison.Ordinal);
        Assert.DoesNotContain("_ =", text, StringComparison.Ordinal);
    }

    private static async Task<(Document Document, Diagnostic[] Found)> Analyze(AdhocWorkspace workspace)
    {
        Project project = FixProjects.Create(workspace).AddDocument("Prelude.cs", SourceText.From(Corpus.Read("prelude.txt"))).Project;
        Document document = project.AddDocument("File.cs", SourceText.From(Verify.Member(Source)));
        var compilation = (CSharpCompilation)(await document.Project.GetCompilationAsync())!;
        return (document, [.. await Compilations.Analyze(compilation)]);
    }
}
