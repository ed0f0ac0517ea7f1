using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Formatting;
using static Microsoft.CodeAnalysis.CSharp.SyntaxFactory;

namespace CdeCodegen.CodeFixes.Editing;

/// <summary>Puts statements where there is a list of them, and makes one where there is none.</summary>
internal static class StatementEdits
{
    /// <summary>Replaces one statement by several: in a block, in a switch section, among top-level statements, or as the body of an <c>if</c> without braces.</summary>
    public static SyntaxNode Replace(SyntaxNode root, StatementSyntax statement, IReadOnlyList<StatementSyntax> replacements)
    {
        var formatted = new List<StatementSyntax>();
        foreach (var replacement in replacements)
            formatted.Add(replacement.WithAdditionalAnnotations(Formatter.Annotation));
        switch (statement.Parent)
        {
            case BlockSyntax:
                return Open(root, statement, formatted);
            case { } when formatted.Count == 1:
                return root.ReplaceNode(statement, formatted[0]);
            case SwitchSectionSyntax:
                return root.ReplaceNode(statement, formatted);
            case GlobalStatementSyntax global:
                var members = new List<SyntaxNode>();
                foreach (var item in formatted)
                    members.Add(GlobalStatement(item));
                return root.ReplaceNode(global, members);
            default:
                return root.ReplaceNode(statement, Block(formatted).WithAdditionalAnnotations(Formatter.Annotation));
        }
    }

    /// <summary>Turns <c>=> expression</c> into a block with one statement; null where there is nothing to turn.</summary>
    public static SyntaxNode? ReplaceBody(SyntaxNode root, ExpressionSyntax expression, StatementSyntax statement)
    {
        var arrow = expression.Parent is ArrowExpressionClauseSyntax clause ? clause.ArrowToken : ((LambdaExpressionSyntax)expression.Parent!).ArrowToken;
        var comments = Comments.Of(arrow.TrailingTrivia).AddRange(Comments.Of(expression.GetLeadingTrivia()));
        if (comments.Count > 0)
            statement = statement.WithLeadingTrivia(comments.AddRange(statement.GetLeadingTrivia()));
        var block = Block(statement)
            .WithOpenBraceToken(Token(TriviaList(), SyntaxKind.OpenBraceToken, TriviaList(ElasticLineFeed)))
            .WithAdditionalAnnotations(Formatter.Annotation);
        switch (expression.Parent)
        {
            case AnonymousFunctionExpressionSyntax lambda when lambda.ExpressionBody == expression:
                return root.ReplaceNode(lambda, (SyntaxNode)(lambda switch
                {
                    SimpleLambdaExpressionSyntax simple => simple.WithArrowToken(Plain(arrow)).WithExpressionBody(null).WithBlock(block.WithTrailingTrivia(expression.GetTrailingTrivia())),
                    ParenthesizedLambdaExpressionSyntax parenthesized => parenthesized.WithArrowToken(Plain(arrow)).WithExpressionBody(null).WithBlock(block.WithTrailingTrivia(expression.GetTrailingTrivia())),
                    _ => lambda,
                }));
            case ArrowExpressionClauseSyntax { Parent: { } member }:
                SyntaxNode? changed = member switch
                {
                    MethodDeclarationSyntax method => method.WithExpressionBody(null).WithSemicolonToken(default).WithBody(block),
                    LocalFunctionStatementSyntax local => local.WithExpressionBody(null).WithSemicolonToken(default).WithBody(block),
                    AccessorDeclarationSyntax accessor => accessor.WithExpressionBody(null).WithSemicolonToken(default).WithBody(block),
                    ConstructorDeclarationSyntax constructor => constructor.WithExpressionBody(null).WithSemicolonToken(default).WithBody(block),
                    _ => null,
                };
                return changed is null ? null : root.ReplaceNode(member, changed.WithTrailingTrivia(member.GetTrailingTrivia()).WithAdditionalAnnotations(Formatter.Annotation));
            default:
                return null;
        }
    }

    static SyntaxToken Plain(SyntaxToken arrow) => arrow.WithTrailingTrivia(ElasticSpace);

    // A block on one line is opened up: the formatter leaves those alone that are.
    static SyntaxNode Open(SyntaxNode root, StatementSyntax statement, List<StatementSyntax> replacements)
    {
        if (statement.Parent is not BlockSyntax block)
            return root.ReplaceNode(statement, replacements);
        var lines = block.SyntaxTree.GetLineSpan(block.Span);
        if (lines.StartLinePosition.Line != lines.EndLinePosition.Line)
            return root.ReplaceNode(statement, replacements);
        var opened = block.ReplaceNode(statement, replacements);
        opened = opened.WithOpenBraceToken(opened.OpenBraceToken.WithTrailingTrivia(ElasticLineFeed))
            .WithCloseBraceToken(opened.CloseBraceToken.WithLeadingTrivia(ElasticLineFeed));
        var statements = new List<StatementSyntax>();
        foreach (var item in opened.Statements)
            statements.Add(Comments.IsIn(item.GetTrailingTrivia()) ? item : item.WithTrailingTrivia(ElasticLineFeed));
        opened = opened.WithStatements(List(statements)).WithAdditionalAnnotations(Formatter.Annotation);
        return block.Parent is MethodDeclarationSyntax or LocalFunctionStatementSyntax or ConstructorDeclarationSyntax
            ? root.ReplaceNode(block.Parent, block.Parent.ReplaceNode(block, opened.WithLeadingTrivia(ElasticMarker)).WithAdditionalAnnotations(Formatter.Annotation))
            : root.ReplaceNode(block, opened);
    }

    /// <summary>The statement that <paramref name="node"/> is part of, without crossing into another function.</summary>
    public static StatementSyntax? Containing(SyntaxNode node)
    {
        for (var current = node; current is not null; current = current.Parent)
        {
            if (current is StatementSyntax statement)
                return statement;
            if (current is AnonymousFunctionExpressionSyntax or MemberDeclarationSyntax)
                return null;
        }
        return null;
    }
}
