using System.Collections.Immutable;
using System.Composition;
using CdeCodegen.CodeFixes.Editing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using static Microsoft.CodeAnalysis.CSharp.SyntaxFactory;

namespace CdeCodegen.CodeFixes.Fixers;

/// <summary>An ignored result: deal with all of its cases, or say that it does not matter.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(CDE1001Fixer))]
[Shared]
public sealed class CDE1001Fixer : ResultFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create("CDE1001");

    private protected override Task<IReadOnlyList<FixOffer>> OffersAsync(ResultFix fix, CancellationToken cancellationToken)
    {
        var offers = new List<FixOffer>();
        FixOffer.Add(offers, FixTitles.HandleAll, nameof(FixTitles.HandleAll), HandleCases.All(fix));
        FixOffer.Add(offers, FixTitles.Discard, nameof(FixTitles.Discard), Discard(fix));
        return Task.FromResult<IReadOnlyList<FixOffer>>(offers);
    }

    private static Func<SyntaxNode>? Discard(ResultFix fix)
    {
        ExpressionSyntax value = fix.Value;
        if (value.Parent is not (ExpressionStatementSyntax or ArrowExpressionClauseSyntax or AnonymousFunctionExpressionSyntax))
        {
            return null;
        }
        // Where `_` is a variable, assigning to it discards nothing.
        if (!fix.Model.LookupSymbols(value.SpanStart, name: "_").IsEmpty)
        {
            return null;
        }

        return () =>
        {
            AssignmentExpressionSyntax discard = AssignmentExpression(
                SyntaxKind.SimpleAssignmentExpression,
                // An underscore that is not marked as one is a name to the compiler, and not a discard.
                IdentifierName(Identifier(TriviaList(), SyntaxKind.UnderscoreToken, "_", "_", TriviaList(Space))),
                Token(SyntaxKind.EqualsToken).WithTrailingTrivia(Space),
                value.WithoutTrivia());
            return fix.Root.ReplaceNode(value, discard.WithTriviaFrom(value));
        };
    }
}
