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
        if (formatted.Count == 1)
            return root.ReplaceNode(statement, formatted[0]);
        switch (statement.Parent)
        {
            case BlockSyntax or SwitchSectionSyntax:
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
        var block = Block(statement).WithAdditionalAnnotations(Formatter.Annotation);
        switch (expression.Parent)
        {
            case AnonymousFunctionExpressionSyntax lambda when lambda.ExpressionBody == expression:
                return root.ReplaceNode(lambda, (SyntaxNode)(lambda switch
                {
                    SimpleLambdaExpressionSyntax simple => simple.WithExpressionBody(null).WithBlock(block),
                    ParenthesizedLambdaExpressionSyntax parenthesized => parenthesized.WithExpressionBody(null).WithBlock(block),
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
