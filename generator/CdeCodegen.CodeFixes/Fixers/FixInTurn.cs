using System.Collections.Immutable;
using CdeCodegen.CodeFixes.Editing;
using Microsoft.CodeAnalysis;

namespace CdeCodegen.CodeFixes.Fixers;

/// <summary>
/// All diagnostics of a document, one after the other. Changes that are made apart and merged would lose those that touch each other, and would not
/// know which names the others have taken.
/// </summary>
internal static class FixInTurn
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
            Note(nodes, FixPlace.NodeOf(root, diagnostic), mark.Node);
            if (FixPlace.TestOf(root, diagnostic) is { } test)
            {
                Note(nodes, test, mark.Test);
            }
        }

        document = document.WithSyntaxRoot(root.ReplaceNodes(nodes.Keys, (original, rewritten) => rewritten.WithAdditionalAnnotations(nodes[original])));
        for (int i = 0; i < sorted.Length; i++)
        {
            (SyntaxAnnotation? node, SyntaxAnnotation? test) = marks[i];
            if (await FixPlace.CreateAsync(document, root => Single(root, node), root => Single(root, test), cancellationToken).ConfigureAwait(false) is not { } place)
            {
                continue;
            }

            foreach (FixOffer offer in await provider.OffersAsync(sorted[i], place, cancellationToken).ConfigureAwait(false))
            {
                // Who names no fix means the first that there is, but nobody discards a result without having said so.
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

    private static void Note(Dictionary<SyntaxNode, List<SyntaxAnnotation>> nodes, SyntaxNode node, SyntaxAnnotation mark)
    {
        if (!nodes.TryGetValue(node, out List<SyntaxAnnotation>? marks))
        {
            nodes.Add(node, marks = []);
        }

        marks.Add(mark);
    }

    // What a fix before this one has replaced is gone, and what it has copied is no longer one place.
    private static SyntaxNode? Single(SyntaxNode root, SyntaxAnnotation mark)
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
