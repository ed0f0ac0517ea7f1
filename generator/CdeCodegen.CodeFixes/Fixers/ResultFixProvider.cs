using System.Collections.Immutable;
using CdeCodegen.CodeFixes.Editing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace CdeCodegen.CodeFixes.Fixers;

/// <summary>
/// Base class of the code fixes: plans the fix when the light bulb opens, and offers only fixes that are known to be correct. A fix that can change what
/// the program does is not offered for a solution: 'dotnet format' applies the fixes that support this scope, unasked.
/// </summary>
public abstract class ResultFixProvider : CodeFixProvider
{
    private static readonly ImmutableArray<FixAllScope> s_upToProject = ImmutableArray.Create(FixAllScope.Document, FixAllScope.Project);
    private static readonly ImmutableArray<FixAllScope> s_upToSolution = s_upToProject.Add(FixAllScope.Solution);

    private protected ResultFixProvider()
    {
    }

    /// <summary>Whether the program does the same after every fix of this provider.</summary>
    private protected virtual bool KeepsBehavior => false;

    /// <inheritdoc/>
    public sealed override FixAllProvider GetFixAllProvider() => FixAllProvider.Create(
        (context, document, diagnostics) =>
            SequentialFixAll.ApplyAsync(this, document, diagnostics, context.CodeActionEquivalenceKey, context.CancellationToken),
        KeepsBehavior ? s_upToSolution : s_upToProject);

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        foreach (Diagnostic diagnostic in context.Diagnostics)
        {
            // 'dotnet format' passes diagnostics of other rules too.
            if (!FixableDiagnosticIds.Contains(diagnostic.Id))
            {
                continue;
            }

            if (await DiagnosticTarget.CreateAsync(context.Document, diagnostic, context.CancellationToken).ConfigureAwait(false) is not { } target)
            {
                continue;
            }

            foreach (FixOffer offer in await GetOffersAsync(diagnostic, target, context.CancellationToken).ConfigureAwait(false))
            {
                var action = CodeAction.Create(offer.Title, _ => Task.FromResult(context.Document.WithSyntaxRoot(offer.Change())), offer.Key);
                context.RegisterCodeFix(action, diagnostic);
            }
        }
    }

    /// <summary>Returns the fixes that apply to <paramref name="diagnostic"/>, in the order of the menu.</summary>
    internal virtual async Task<IReadOnlyList<FixOffer>> GetOffersAsync(Diagnostic diagnostic, DiagnosticTarget target, CancellationToken cancellationToken) =>
        ResultFixContext.Create(target, diagnostic) is { } context ? await GetOffersAsync(context, cancellationToken).ConfigureAwait(false) : [];

    private protected abstract Task<IReadOnlyList<FixOffer>> GetOffersAsync(ResultFixContext context, CancellationToken cancellationToken);
}
