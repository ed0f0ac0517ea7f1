using System.Collections.Immutable;
using System.Composition;
using CdeCodegen.CodeFixes.Editing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace CdeCodegen.CodeFixes.Fixers;

/// <summary>A documented status behind a catch-all: name it, doing what the catch-all does.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(CDE1003Fixer))]
[Shared]
public sealed class CDE1003Fixer : ResultFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create("CDE1003");

    private protected override Task<IReadOnlyList<FixOffer>> OffersAsync(ResultFix fix, CancellationToken cancellationToken) =>
        Task.FromResult(FixOffer.Of(FixTitles.ExpandCatchAll, nameof(FixTitles.ExpandCatchAll), ExpandCatchAll.Plan(fix)));
}
