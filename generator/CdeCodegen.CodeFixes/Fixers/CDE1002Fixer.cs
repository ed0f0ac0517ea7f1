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

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        if (context.Diagnostics[0].Id == NotExhaustive)
            await RegisterForCompilerAsync(context).ConfigureAwait(false);
        else
            await base.RegisterCodeFixesAsync(context).ConfigureAwait(false);
    }

    private protected override void Register(CodeFixContext context, Diagnostic diagnostic, ResultFix fix)
    {
        Offer(context, diagnostic, FixTitles.HandleAll, nameof(FixTitles.HandleAll), () => HandleCases.All(fix));
        for (var i = 0; i < fix.Type.Cases.Count; i++)
        {
            if ((fix.Cases >> i & 1) == 0)
                continue;
            var index = i;
            var documented = fix.Type.Cases[i];
            var title = string.Format(CultureInfo.InvariantCulture, FixTitles.HandleOne, documented.Status, documented.Name);
            Offer(context, diagnostic, title, title, () => HandleCases.One(fix, index));
        }
    }

    static async Task RegisterForCompilerAsync(CodeFixContext context)
    {
        var root = await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false);
        var model = await context.Document.GetSemanticModelAsync(context.CancellationToken).ConfigureAwait(false);
        if (root is null || model is null)
            return;
        var language = root.SyntaxTree.Options is CSharpParseOptions options ? options.LanguageVersion : LanguageVersion.Default;
        if (SwitchEdits.Create(root.FindNode(context.Span, getInnermostNodeForTie: true), model, language) is not { } edits)
            return;
        Offer(context, context.Diagnostics[0], FixTitles.HandleAll, nameof(FixTitles.HandleAll), () =>
            edits.Add(edits.Coverage.Type.All & ~edits.Coverage.Covered, copiesCatchAll: false) is { } changed ? root.ReplaceNode(edits.Node, changed) : null);
    }
}
