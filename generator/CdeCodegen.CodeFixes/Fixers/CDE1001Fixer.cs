using System.Collections.Immutable;
using System.Composition;
using CdeCodegen.CodeFixes.Editing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using static Microsoft.CodeAnalysis.CSharp.SyntaxFactory;

namespace CdeCodegen.CodeFixes.Fixers;

/// <summary>Fixes an ignored result: handles all of its cases, or discards it explicitly.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(CDE1001Fixer))]
[Shared]
public sealed class CDE1001Fixer : ResultFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create("CDE1001");

    private protected override Task<IReadOnlyList<FixOffer>> GetOffersAsync(ResultFixContext context, CancellationToken cancellationToken)
    {
        var offers = new List<FixOffer>();
        FixOffer.Add(offers, FixTitles.HandleAll, nameof(FixTitles.HandleAll), CaseHandling.PlanAll(context));
        FixOffer.Add(offers, FixTitles.Discard, nameof(FixTitles.Discard), Discard(context));
        return Task.FromResult<IReadOnlyList<FixOffer>>(offers);
    }

    private static Func<SyntaxNode>? Discard(ResultFixContext context)
    {
        ExpressionSyntax value = context.Value;
        if (value.Parent is not (ExpressionStatementSyntax or ArrowExpressionClauseSyntax or AnonymousFunctionExpressionSyntax))
        {
            return null;
        }

        // If a variable named `_` is in scope, `_ = …` assigns to it instead of discarding.
        if (!context.Model.LookupSymbols(value.SpanStart, name: "_").IsEmpty)
        {
            return null;
        }

        return () =>
        {
            AssignmentExpressionSyntax discard = AssignmentExpression(
                SyntaxKind.SimpleAssignmentExpression,
                // The compiler binds `_` as a discard only if the token has the contextual kind UnderscoreToken.
                IdentifierName(Identifier(TriviaList(), SyntaxKind.UnderscoreToken, "_", "_", TriviaList(Space))),
                Token(SyntaxKind.EqualsToken).WithTrailingTrivia(Space),
                value.WithoutTrivia());
            return context.Root.ReplaceNode(value, discard.WithTriviaFrom(value));
        };
    }
}
