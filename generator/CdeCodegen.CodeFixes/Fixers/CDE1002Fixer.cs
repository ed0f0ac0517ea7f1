using System.Collections.Immutable;
using System.Composition;
using System.Globalization;
using CdeCodegen.Analyzers.Semantics;
using CdeCodegen.CodeFixes.Editing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;

namespace CdeCodegen.CodeFixes.Fixers;

/// <summary>A status that is not dealt with: write the missing cases, all or one. The compiler's own warning about a switch expression gets the same.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(CDE1002Fixer))]
[Shared]
public sealed class CDE1002Fixer : ResultFixProvider
{
    const string NotExhaustive = "CS8509";

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create("CDE1002", NotExhaustive);

    internal override IEnumerable<FixOffer> Offers(Diagnostic diagnostic, FixPlace place) =>
        diagnostic.Id == NotExhaustive ? OffersForCompiler(place) : base.Offers(diagnostic, place);

    private protected override IEnumerable<FixOffer> Offers(ResultFix fix)
    {
        yield return new FixOffer(FixTitles.HandleAll, nameof(FixTitles.HandleAll), () => HandleCases.All(fix));
        for (var i = 0; i < fix.Type.Cases.Count; i++)
        {
            if ((fix.Cases >> i & 1) == 0)
                continue;
            var index = i;
            var documented = fix.Type.Cases[i];
            var title = string.Format(CultureInfo.InvariantCulture, FixTitles.HandleOne, documented.Status, documented.Name);
            yield return new FixOffer(title, title, () => HandleCases.One(fix, index));
        }
    }

    static IEnumerable<FixOffer> OffersForCompiler(FixPlace place)
    {
        var language = place.Root.SyntaxTree.Options is CSharpParseOptions options ? options.LanguageVersion : LanguageVersion.Default;
        if (SwitchEdits.Create(place.Node, place.Model, language) is { } edits)
            yield return new FixOffer(FixTitles.HandleAll, nameof(FixTitles.HandleAll), () =>
                edits.Add(edits.Coverage.Type.All & ~edits.Coverage.Covered, copiesCatchAll: false) is { } changed ? place.Root.ReplaceNode(edits.Node, changed) : null);
    }
}
