using System.Collections.Immutable;
using System.Composition;
using System.Globalization;
using CdeCodegen.Analyzers.Semantics;
using CdeCodegen.CodeFixes.Editing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace CdeCodegen.CodeFixes.Fixers;

/// <summary>
/// Fixes a switch expression without arms for some cases, and the compiler's CS8509 where C# 15 reports it: adds arms that throw, for all missing cases or
/// one. The switch throws for these cases anyway, so the fix is safe for a solution.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(CDE1010Fixer))]
[Shared]
public sealed class CDE1010Fixer : ResultFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create("CDE1010", "CS8509");

    private protected override bool KeepsBehavior => true;

    internal override Task<IReadOnlyList<FixOffer>> GetOffersAsync(Diagnostic diagnostic, DiagnosticTarget target, CancellationToken cancellationToken)
    {
        var offers = new List<FixOffer>();
        if (SwitchCaseInsertion.Create(target.Root, target.Node, target.Model, target.Language) is { } edits)
        {
            FixOffer.Add(offers, FixTitles.HandleAll, nameof(FixTitles.HandleAll), edits.Append(edits.Uncovered));
            for (int i = 0; i < edits.Type.Cases.Count && diagnostic.Id == "CDE1010"; i++)
            {
                if ((edits.Uncovered >> i & 1) != 0)
                {
                    ResultCase documented = edits.Type.Cases[i];
                    string title = string.Format(CultureInfo.InvariantCulture, FixTitles.HandleOne, documented.Status, documented.Name);
                    FixOffer.Add(offers, title, title, edits.Append(1UL << i));
                }
            }
        }

        return Task.FromResult<IReadOnlyList<FixOffer>>(offers);
    }

    private protected override Task<IReadOnlyList<FixOffer>> GetOffersAsync(ResultFixContext context, CancellationToken cancellationToken) =>
        throw new NotSupportedException("The diagnostic is reported on a switch, not on a call.");
}
