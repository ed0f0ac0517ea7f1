using System.Collections.Immutable;
using System.Composition;
using CdeCodegen.CodeFixes.Editing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace CdeCodegen.CodeFixes.Fixers;

/// <summary>Fixes a call that is not awaited: awaits it, and makes the containing function async if its callers still compile.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(CDE1004Fixer))]
[Shared]
public sealed class CDE1004Fixer : ResultFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create("CDE1004");

    private protected override async Task<IReadOnlyList<FixOffer>> GetOffersAsync(ResultFixContext context, CancellationToken cancellationToken) =>
        FixOffer.CreateSingle(FixTitles.AddAwait, nameof(FixTitles.AddAwait), await AwaitInsertion.PlanAsync(context, cancellationToken).ConfigureAwait(false));
}
