using System.Collections.Immutable;
using System.Composition;
using CdeCodegen.CodeFixes.Editing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace CdeCodegen.CodeFixes.Fixers;

/// <summary>Fixes a result that is lost by conversion to <c>Task</c>: changes the declared type to <c>Task&lt;TResult&gt;</c>.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(CDE1005Fixer))]
[Shared]
public sealed class CDE1005Fixer : ResultFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create("CDE1005");

    private protected override async Task<IReadOnlyList<FixOffer>> GetOffersAsync(ResultFixContext context, CancellationToken cancellationToken) =>
        await TaskTypeChange.PlanAsync(context, cancellationToken).ConfigureAwait(false) is { } plan
            ? FixOffer.CreateSingle(plan.Title, nameof(TaskTypeChange), plan.Apply)
            : [];
}
