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
/// 'dotnet format' passes the first diagnostic, of any rule, to a fixer that supports "fix all" for a solution. It then runs "fix all" with the key of the
/// first offered fix, or without a key. A fix that can change what the program does must not run there, and none may turn a dropped result into a discard.
/// <c>ConsumerTests</c> runs the tool itself.
/// </summary>
public sealed class DotnetFormatTests
{
    private const string Source = "async Task M() { c.A(); await c.A(); await Task.WhenAll(c.A(), c.A()); }";

    [Fact]
    public void Only_fixes_that_keep_behavior_are_offered_for_a_solution()
    {
        foreach (CodeFixProvider fixer in FixProjects.Fixers)
        {
            FixAllScope[] expected = fixer.GetType().Name == "CDE1010Fixer"
                ? [FixAllScope.Document, FixAllScope.Project, FixAllScope.Solution]
                : [FixAllScope.Document, FixAllScope.Project];
            Assert.Equal(expected, fixer.GetFixAllProvider()!.GetSupportedFixAllScopes());
        }
    }

    [Fact]
    public async Task No_fix_is_offered_for_a_diagnostic_of_another_rule()
    {
        using var workspace = new AdhocWorkspace();
        (Document? document, Diagnostic[]? found) = await Analyze(workspace);
        Diagnostic other = found.Single(static d => d.Id == "CDE1004");
        var offered = new List<CodeAction>();
        var context = new CodeFixContext(document, other.Location.SourceSpan, [other], (action, _) => offered.Add(action), CancellationToken.None);

        await new CDE1001Fixer().RegisterCodeFixesAsync(context);

        Assert.Empty(offered);
    }

    [Fact]
    public async Task Fix_all_without_a_key_applies_the_first_fix()
    {
        using var workspace = new AdhocWorkspace();
        (Document? document, Diagnostic[]? found) = await Analyze(workspace);
        var fixer = new CDE1001Fixer();
        var provider = new FixProjects.FixedDiagnosticProvider(found);
        var context = new FixAllContext(document, fixer, FixAllScope.Project, codeActionEquivalenceKey: null!, ["CDE1001"], provider, CancellationToken.None);

        CodeAction? action = await fixer.GetFixAllProvider().GetFixAsync(context);

        ImmutableArray<CodeActionOperation> operations = await action!.GetOperationsAsync(CancellationToken.None);
        Document changed = operations.OfType<ApplyChangesOperation>().Single().ChangedSolution.GetDocument(document.Id)!;
        string text = (await changed.GetTextAsync()).ToString();
        Assert.Contains("case NotFound:", text, StringComparison.Ordinal);
        // Only the discard is offered for the last call, so it stays unchanged.
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
