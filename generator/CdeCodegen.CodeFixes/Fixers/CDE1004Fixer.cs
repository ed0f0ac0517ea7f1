using System.Collections.Immutable;
using System.Composition;
using CdeCodegen.CodeFixes.Editing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace CdeCodegen.CodeFixes.Fixers;

/// <summary>A call that is not awaited: await it, and make the function around it asynchronous where that changes nothing for its callers' types.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(CDE1004Fixer))]
[Shared]
public sealed class CDE1004Fixer : ResultFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create("CDE1004");

    private protected override async Task<IReadOnlyList<FixOffer>> OffersAsync(ResultFix fix, CancellationToken cancellationToken) =>
        FixOffer.Of(FixTitles.AddAwait, nameof(FixTitles.AddAwait), await AddAwait.PlanAsync(fix, cancellationToken).ConfigureAwait(false));
}
