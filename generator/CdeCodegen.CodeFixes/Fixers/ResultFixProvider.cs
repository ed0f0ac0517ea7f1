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
        foreach (var diagnostic in context.Diagnostics)
        {
            if (await FixPlace.CreateAsync(context.Document, diagnostic, context.CancellationToken).ConfigureAwait(false) is not { } place)
                continue;
            foreach (var offer in Offers(diagnostic, place))
            {
                // The change is made when it is asked for; whether there is one is known before.
                if (offer.Change() is { } changed)
                    context.RegisterCodeFix(CodeAction.Create(offer.Title, _ => Task.FromResult(context.Document.WithSyntaxRoot(changed)), offer.Key), diagnostic);
            }
        }
    }

    internal virtual IEnumerable<FixOffer> Offers(Diagnostic diagnostic, FixPlace place) =>
        ResultFix.Create(place, diagnostic) is { } fix ? Offers(fix) : [];

    private protected abstract IEnumerable<FixOffer> Offers(ResultFix fix);
}
