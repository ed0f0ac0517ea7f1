using CdeCodegen.CodeFixes.Editing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace CdeCodegen.CodeFixes.Fixers;

/// <summary>What the fixes have in common: they look at the diagnostic once, and offer only what can be done.</summary>
public abstract class ResultFixProvider : CodeFixProvider
{
    private protected ResultFixProvider()
    {
    }

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() =>
        FixAllProvider.Create((context, document, diagnostics) => FixInTurn.ApplyAsync(this, document, diagnostics, context.CodeActionEquivalenceKey, context.CancellationToken));

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        foreach (Diagnostic diagnostic in context.Diagnostics)
        {
            // 'dotnet format' asks with whichever diagnostic comes first what to do about all of this rule's.
            if (!FixableDiagnosticIds.Contains(diagnostic.Id))
            {
                continue;
            }

            if (await FixPlace.CreateAsync(context.Document, diagnostic, context.CancellationToken).ConfigureAwait(false) is not { } place)
            {
                continue;
            }

            foreach (FixOffer offer in await OffersAsync(diagnostic, place, context.CancellationToken).ConfigureAwait(false))
            {
                context.RegisterCodeFix(CodeAction.Create(offer.Title, _ => Task.FromResult(context.Document.WithSyntaxRoot(offer.Change())), offer.Key), diagnostic);
            }
        }
    }

    /// <summary>What can be done; the change itself is made when somebody asks for it.</summary>
    internal virtual async Task<IReadOnlyList<FixOffer>> OffersAsync(Diagnostic diagnostic, FixPlace place, CancellationToken cancellationToken) =>
        ResultFix.Create(place, diagnostic) is { } fix ? await OffersAsync(fix, cancellationToken).ConfigureAwait(false) : [];

    private protected abstract Task<IReadOnlyList<FixOffer>> OffersAsync(ResultFix fix, CancellationToken cancellationToken);
}
