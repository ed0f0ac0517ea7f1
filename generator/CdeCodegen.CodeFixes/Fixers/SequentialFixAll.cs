using System.Collections.Immutable;
using CdeCodegen.CodeFixes.Editing;
using Microsoft.CodeAnalysis;

namespace CdeCodegen.CodeFixes.Fixers;

/// <summary>
/// Fixes all diagnostics of a document one after the other. The batch fixer of Roslyn computes the changes independently and merges them:
/// it drops overlapping changes, and two fixes can introduce the same variable name.
/// </summary>
internal static class SequentialFixAll
{
    public static async Task<Document?> ApplyAsync(
        ResultFixProvider provider, Document document, ImmutableArray<Diagnostic> diagnostics, string? key, CancellationToken cancellationToken)
    {
        SyntaxNode? root = await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false);
        if (root is null)
        {
            return document;
        }

        ImmutableArray<Diagnostic> sorted = diagnostics.Sort(static (x, y) => x.Location.SourceSpan.CompareTo(y.Location.SourceSpan));
        var marks = new List<(SyntaxAnnotation Node, SyntaxAnnotation Test)>();
        var nodes = new Dictionary<SyntaxNode, List<SyntaxAnnotation>>();
        foreach (Diagnostic diagnostic in sorted)
        {
            var mark = (Node: new SyntaxAnnotation(), Test: new SyntaxAnnotation());
            marks.Add(mark);
            AddMark(nodes, DiagnosticTarget.FindNode(root, diagnostic), mark.Node);
            if (DiagnosticTarget.FindTest(root, diagnostic) is { } test)
            {
                AddMark(nodes, test, mark.Test);
            }
        }

        document = document.WithSyntaxRoot(root.ReplaceNodes(nodes.Keys, (original, rewritten) => rewritten.WithAdditionalAnnotations(nodes[original])));
        for (int i = 0; i < sorted.Length; i++)
        {
            (SyntaxAnnotation? node, SyntaxAnnotation? test) = marks[i];
            DiagnosticTarget? target = await DiagnosticTarget
                .CreateAsync(document, root => FindSingle(root, node), root => FindSingle(root, test), cancellationToken)
                .ConfigureAwait(false);
            if (target is null)
            {
                continue;
            }

            foreach (FixOffer offer in await provider.GetOffersAsync(sorted[i], target, cancellationToken).ConfigureAwait(false))
            {
                // Without a key the first fix applies, except for the discard: it hides the problem, so the user must choose it.
                if (key is null ? offer.Key == nameof(FixTitles.Discard) : offer.Key != key)
                {
                    continue;
                }

                document = document.WithSyntaxRoot(offer.Change());
                break;
            }
        }

        return document;
    }

    private static void AddMark(Dictionary<SyntaxNode, List<SyntaxAnnotation>> nodes, SyntaxNode node, SyntaxAnnotation mark)
    {
        if (!nodes.TryGetValue(node, out List<SyntaxAnnotation>? marks))
        {
            nodes.Add(node, marks = []);
        }

        marks.Add(mark);
    }

    // An earlier fix may have removed the marked node or copied it; in both cases the target is no longer known.
    private static SyntaxNode? FindSingle(SyntaxNode root, SyntaxAnnotation mark)
    {
        SyntaxNode? found = null;
        foreach (SyntaxNode node in root.GetAnnotatedNodes(mark))
        {
            if (found is not null)
            {
                return null;
            }

            found = node;
        }

        return found;
    }
}
