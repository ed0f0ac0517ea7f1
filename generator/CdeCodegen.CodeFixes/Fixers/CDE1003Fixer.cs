using System.Collections.Immutable;
using System.Composition;
using CdeCodegen.CodeFixes.Editing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace CdeCodegen.CodeFixes.Fixers;

/// <summary>Fixes a documented status that only a catch-all handles: adds a named case with a copy of the catch-all's body.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(CDE1003Fixer))]
[Shared]
public sealed class CDE1003Fixer : ResultFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create("CDE1003");

    private protected override Task<IReadOnlyList<FixOffer>> GetOffersAsync(ResultFixContext context, CancellationToken cancellationToken) =>
        Task.FromResult(FixOffer.CreateSingle(FixTitles.ExpandCatchAll, nameof(FixTitles.ExpandCatchAll), CatchAllExpansion.Plan(context)));
}
