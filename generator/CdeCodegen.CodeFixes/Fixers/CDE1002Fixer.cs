using System.Collections.Immutable;
using System.Composition;
using System.Globalization;
using CdeCodegen.Analyzers.Semantics;
using CdeCodegen.CodeFixes.Editing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace CdeCodegen.CodeFixes.Fixers;

/// <summary>Fixes an unhandled status: adds all missing cases, or one.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(CDE1002Fixer))]
[Shared]
public sealed class CDE1002Fixer : ResultFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create("CDE1002");

    private protected override Task<IReadOnlyList<FixOffer>> GetOffersAsync(ResultFixContext context, CancellationToken cancellationToken)
    {
        var offers = new List<FixOffer>();
        FixOffer.Add(offers, FixTitles.HandleAll, nameof(FixTitles.HandleAll), CaseHandling.PlanAll(context));
        for (int i = 0; i < context.Type.Cases.Count; i++)
        {
            if ((context.Cases >> i & 1) == 0)
            {
                continue;
            }

            ResultCase documented = context.Type.Cases[i];
            string title = string.Format(CultureInfo.InvariantCulture, FixTitles.HandleOne, documented.Status, documented.Name);
            FixOffer.Add(offers, title, title, CaseHandling.PlanOne(context, i));
        }

        return Task.FromResult<IReadOnlyList<FixOffer>>(offers);
    }
}
