using System.Collections.Immutable;
using CdeCodegen.Analyzers.Tests.Infrastructure;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using Xunit;

namespace CdeCodegen.Analyzers.Tests.Fixes;

/// <summary>
/// An editor requests fixes while the user types: the code is broken, and the diagnostic may refer to an earlier text. For any node and any test
/// location, a fixer offers fixes that can be applied or offers none; it never throws.
/// </summary>
public sealed class FixRobustnessTests
{
    private static readonly (string Id, CodeFixProvider Fixer)[] s_fixers =
        [.. FixProjects.Fixers.SelectMany(static fixer => fixer.FixableDiagnosticIds, static (fixer, id) => (id, fixer))];

    private static readonly int s_attempts = Sampling.IsOff ? 8 : 2;

    private static readonly ImmutableDictionary<string, string?>[] s_properties =
    [
        ImmutableDictionary<string, string?>.Empty,
        ImmutableDictionary<string, string?>.Empty.Add("cases", "Forbidden,NotFound").Add("statuses", "403,404"),
        ImmutableDictionary<string, string?>.Empty.Add("cases", "Gone,").Add("statuses", "410,default"),
    ];

    public static TheoryData<string> Files => new(Corpus.Files);

    [Theory]
    [MemberData(nameof(Files))]
    public async Task No_fixer_throws_on_broken_code(string file)
    {
        var random = new Random(2);
        var sources = new List<string>();
        foreach (Shape shape in Corpus.Shapes(file))
        {
            var cuts = Broken.Cuts(shape.Code).ToList();
            sources.Add(Corpus.Opening(sources.Count) + cuts[random.Next(cuts.Count)]);
            sources.Add($"{Corpus.Opening(sources.Count)}{Broken.Garble(shape.Code, random)} }} }}");
            sources.Add($"{Corpus.Opening(sources.Count)}{shape.Code} }} }}");
        }

        using var workspace = new AdhocWorkspace();
        Project project = FixProjects.Create(workspace);
        foreach (SyntaxTree tree in Corpus.Shared)
        {
            project = project.AddDocument(tree.FilePath, await tree.GetTextAsync()).Project;
        }

        var ids = new List<DocumentId>();
        foreach (string source in sources)
        {
            Document document = project.AddDocument($"File{ids.Count}.cs", SourceText.From(source));
            ids.Add(document.Id);
            project = document.Project;
        }

        int offered = 0;
        foreach (DocumentId id in ids)
        {
            Document document = project.GetDocument(id)!;
            SyntaxNode root = (await document.GetSyntaxRootAsync())!;
            var places = root.DescendantNodes().Where(static node => node is ExpressionSyntax or StatementSyntax or ArrowExpressionClauseSyntax).ToList();
            if (places.Count == 0)
            {
                continue;
            }

            for (int again = 0; again < s_attempts; again++)
            {
                // Half of the diagnostics are on a call, as the analyzer reports them.
                List<SyntaxNode> calls = again % 2 == 0
                    ? places.Where(static node => node is InvocationExpressionSyntax or AwaitExpressionSyntax or SwitchExpressionSyntax).ToList()
                    : [];
                SyntaxNode at = calls.Count > 0 ? calls[random.Next(calls.Count)] : places[random.Next(places.Count)];
                (string Id, CodeFixProvider Fixer) fixer = s_fixers[random.Next(s_fixers.Length)];
                SyntaxNode test = places[random.Next(places.Count)];
                offered += await ApplyAsync(document, fixer, at, test, s_properties[random.Next(s_properties.Length)], random);
            }
        }

        Assert.True(offered > sources.Count * s_attempts / 160, $"{offered} fixes for {sources.Count} sources");
    }

    private static async Task<int> ApplyAsync(
        Document document,
        (string Id, CodeFixProvider Fixer) fix,
        SyntaxNode at,
        SyntaxNode test,
        ImmutableDictionary<string, string?> properties,
        Random random)
    {
        var actions = new List<CodeAction>();
        var descriptor = new DiagnosticDescriptor(fix.Id, "", "", "", DiagnosticSeverity.Warning, true);
        var diagnostic = Diagnostic.Create(descriptor, at.GetLocation(), random.Next(2) == 0 ? [] : [test.GetLocation()], properties);
        try
        {
            await fix.Fixer.RegisterCodeFixesAsync(new CodeFixContext(document, diagnostic, (action, _) => actions.Add(action), CancellationToken.None));

            // Computing the operations also runs the formatter and is slow, so only half of the actions do it.
            if (actions.Count > 0 && random.Next(2) == 0)
            {
                foreach (CodeAction action in actions)
                {
                    await action.GetOperationsAsync(CancellationToken.None);
                }
            }
        }
        catch (Exception fault)
        {
            throw new InvalidOperationException($"{fix.Id} on '{at}' (test '{test}') in {await document.GetTextAsync()}", fault);
        }

        return actions.Count;
    }
}
