using System.Collections.Immutable;
using System.Composition;
using CdeCodegen.CodeFixes.Editing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace CdeCodegen.CodeFixes.Fixers;

/// <summary>A result lost in a plain task: give the method, or the variable, the type that keeps it.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(CDE1005Fixer))]
[Shared]
public sealed class CDE1005Fixer : ResultFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create("CDE1005");

    private protected override async Task<IReadOnlyList<FixOffer>> OffersAsync(ResultFix fix, CancellationToken cancellationToken) =>
        await KeepType.PlanAsync(fix, cancellationToken).ConfigureAwait(false) is { } plan ? FixOffer.Of(plan.Title, nameof(KeepType), plan.Apply) : [];
}
