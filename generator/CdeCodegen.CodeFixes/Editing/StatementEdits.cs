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
        var mark = new SyntaxAnnotation();
        var formatted = new List<StatementSyntax>();
        foreach (StatementSyntax replacement in replacements)
        {
            formatted.Add(replacement.WithAdditionalAnnotations(Formatter.Annotation, mark));
        }

        switch (statement.Parent)
        {
            case GlobalStatementSyntax global:
                var members = new List<SyntaxNode>();
                foreach (StatementSyntax item in formatted)
                {
                    members.Add(GlobalStatement(item));
                }

                return root.ReplaceNode(global, members);
            case BlockSyntax or SwitchSectionSyntax:
                return Lines.Replace(root, statement, formatted, mark);
            default:
                return Lines.Replace(root, statement, formatted.Count == 1 ? formatted : [Block(formatted).WithAdditionalAnnotations(Formatter.Annotation, mark)], mark);
        }
    }

    /// <summary>There is a block that could stand for <c>=> expression</c>.</summary>
    public static bool HasBody(ExpressionSyntax expression) => expression.Parent is LambdaExpressionSyntax
        or ArrowExpressionClauseSyntax { Parent: BaseMethodDeclarationSyntax or LocalFunctionStatementSyntax or AccessorDeclarationSyntax };

    /// <summary>Turns <c>=> expression</c> into a block with one statement.</summary>
    public static SyntaxNode ReplaceBody(SyntaxNode root, ExpressionSyntax expression, StatementSyntax statement)
    {
        SyntaxNode owner = expression.Parent is LambdaExpressionSyntax ? expression.Parent : expression.Parent!.Parent!;
        SyntaxToken arrow = owner is LambdaExpressionSyntax lambda ? lambda.ArrowToken : ((ArrowExpressionClauseSyntax)expression.Parent!).ArrowToken;
        SyntaxTriviaList comments = Comments.Of(arrow.LeadingTrivia).AddRange(Comments.Of(arrow.TrailingTrivia)).AddRange(Comments.Of(expression.GetLeadingTrivia()));
        if (comments.Count > 0)
        {
            statement = statement.WithLeadingTrivia(comments.AddRange(statement.GetLeadingTrivia()));
        }

        var mark = new SyntaxAnnotation();
        BlockSyntax block = Block(statement)
            .WithOpenBraceToken(Token(TriviaList(), SyntaxKind.OpenBraceToken, TriviaList(ElasticLineFeed)))
            .WithAdditionalAnnotations(Formatter.Annotation, mark);
        SyntaxTriviaList behind = expression.GetTrailingTrivia();
        SyntaxNode changed = owner switch
        {
            SimpleLambdaExpressionSyntax simple => simple.WithArrowToken(Plain(arrow)).WithExpressionBody(null).WithBlock(block.WithTrailingTrivia(behind)),
            ParenthesizedLambdaExpressionSyntax parenthesized => parenthesized.WithArrowToken(Plain(arrow)).WithExpressionBody(null).WithBlock(block.WithTrailingTrivia(behind)),
            // What follows the last token of the declaration, a comment perhaps, follows the block.
            BaseMethodDeclarationSyntax method => method.WithExpressionBody(null).WithSemicolonToken(default).WithBody(block).WithTrailingTrivia(Behind(owner, behind)),
            LocalFunctionStatementSyntax local => local.WithExpressionBody(null).WithSemicolonToken(default).WithBody(block).WithTrailingTrivia(Behind(owner, behind)),
            _ => ((AccessorDeclarationSyntax)owner).WithExpressionBody(null).WithSemicolonToken(default).WithBody(block).WithTrailingTrivia(Behind(owner, behind)),
        };
        if (owner is not LambdaExpressionSyntax)
        {
            changed = changed.WithAdditionalAnnotations(Formatter.Annotation);
        }

        return Lines.Replace(root, owner, [changed], mark);
    }

    private static SyntaxTriviaList Behind(SyntaxNode declaration, SyntaxTriviaList expression) => Comments.Of(expression).AddRange(declaration.GetTrailingTrivia());

    private static SyntaxToken Plain(SyntaxToken arrow) => arrow.WithTrailingTrivia(ElasticSpace);

    /// <summary>What the statement stands in: a block, a section, the file for a top-level one.</summary>
    public static SyntaxNode? ListOf(StatementSyntax statement) => statement.Parent is GlobalStatementSyntax global ? global.Parent : statement.Parent;

    /// <summary>The statement that <paramref name="node"/> is part of, without crossing into another function.</summary>
    public static StatementSyntax? Containing(SyntaxNode node)
    {
        for (SyntaxNode? current = node; current is not null; current = current.Parent)
        {
            if (current is StatementSyntax statement)
            {
                return statement;
            }

            if (current is AnonymousFunctionExpressionSyntax or MemberDeclarationSyntax)
            {
                return null;
            }
        }

        return null;
    }
}
