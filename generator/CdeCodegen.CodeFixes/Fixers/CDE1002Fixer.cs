using System.Collections.Immutable;
using System.Composition;
using System.Globalization;
using CdeCodegen.Analyzers.Semantics;
using CdeCodegen.CodeFixes.Editing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace CdeCodegen.CodeFixes.Fixers;

/// <summary>A status that is not dealt with: write the missing cases, all or one. The compiler's own warning about a switch expression gets the same.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(CDE1002Fixer))]
[Shared]
public sealed class CDE1002Fixer : ResultFixProvider
{
    private const string NotExhaustive = "CS8509";

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create("CDE1002", NotExhaustive);

    internal override Task<IReadOnlyList<FixOffer>> OffersAsync(Diagnostic diagnostic, FixPlace place, CancellationToken cancellationToken) =>
        diagnostic.Id == NotExhaustive ? Task.FromResult(OffersForCompiler(place)) : base.OffersAsync(diagnostic, place, cancellationToken);

    private protected override Task<IReadOnlyList<FixOffer>> OffersAsync(ResultFix fix, CancellationToken cancellationToken)
    {
        var offers = new List<FixOffer>();
        FixOffer.Add(offers, FixTitles.HandleAll, nameof(FixTitles.HandleAll), HandleCases.All(fix));
        for (int i = 0; i < fix.Type.Cases.Count; i++)
        {
            if ((fix.Cases >> i & 1) == 0)
            {
                continue;
            }

            ResultCase documented = fix.Type.Cases[i];
            string title = string.Format(CultureInfo.InvariantCulture, FixTitles.HandleOne, documented.Status, documented.Name);
            FixOffer.Add(offers, title, title, HandleCases.One(fix, i));
        }

        return Task.FromResult<IReadOnlyList<FixOffer>>(offers);
    }

    private static IReadOnlyList<FixOffer> OffersForCompiler(FixPlace place) => FixOffer.Of(
        FixTitles.HandleAll,
        nameof(FixTitles.HandleAll),
        SwitchEdits.Create(place.Root, place.Node, place.Model, place.Language) is { } edits ? edits.Add(edits.Type.All, required: 0) : null);
}
