using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Formatting;
using static Microsoft.CodeAnalysis.CSharp.SyntaxFactory;

namespace CdeCodegen.CodeFixes.Editing;

/// <summary>Replaces statements and expression bodies, and adds a block where the syntax allows only one statement.</summary>
internal static class StatementEditor
{
    /// <summary>Replaces a statement with one or more statements, in a block, a switch section, top-level statements, or as an embedded statement.</summary>
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
                return LineBreakRewriter.Replace(root, statement, formatted, mark);
            default:
                IReadOnlyList<StatementSyntax> single = formatted.Count == 1
                    ? formatted
                    : [Block(formatted).WithAdditionalAnnotations(Formatter.Annotation, mark)];
                return LineBreakRewriter.Replace(root, statement, single, mark);
        }
    }

    /// <summary>True if a block can replace <c>=> expression</c>.</summary>
    public static bool CanReplaceBody(ExpressionSyntax expression) => expression.Parent is LambdaExpressionSyntax
        or ArrowExpressionClauseSyntax { Parent: BaseMethodDeclarationSyntax or LocalFunctionStatementSyntax or AccessorDeclarationSyntax };

    /// <summary>Turns <c>=> expression</c> into a block with one statement.</summary>
    public static SyntaxNode ReplaceBody(SyntaxNode root, ExpressionSyntax expression, StatementSyntax statement)
    {
        SyntaxNode owner = expression.Parent is LambdaExpressionSyntax ? expression.Parent : expression.Parent!.Parent!;
        SyntaxToken arrow = owner is LambdaExpressionSyntax lambda ? lambda.ArrowToken : ((ArrowExpressionClauseSyntax)expression.Parent!).ArrowToken;
        SyntaxTriviaList comments = CommentTrivia.Keep(arrow.LeadingTrivia)
            .AddRange(CommentTrivia.Keep(arrow.TrailingTrivia))
            .AddRange(CommentTrivia.Keep(expression.GetLeadingTrivia()));
        if (comments.Count > 0)
        {
            statement = statement.WithLeadingTrivia(comments.AddRange(statement.GetLeadingTrivia()));
        }

        var mark = new SyntaxAnnotation();
        BlockSyntax block = Block(statement)
            .WithOpenBraceToken(Token(TriviaList(), SyntaxKind.OpenBraceToken, TriviaList(ElasticLineFeed)))
            .WithAdditionalAnnotations(Formatter.Annotation, mark);
        SyntaxTriviaList trailing = expression.GetTrailingTrivia();
        SyntaxNode changed = owner switch
        {
            SimpleLambdaExpressionSyntax simple =>
                simple.WithArrowToken(RemoveLineBreak(arrow)).WithExpressionBody(null).WithBlock(block.WithTrailingTrivia(trailing)),
            ParenthesizedLambdaExpressionSyntax parenthesized =>
                parenthesized.WithArrowToken(RemoveLineBreak(arrow)).WithExpressionBody(null).WithBlock(block.WithTrailingTrivia(trailing)),

            // Trivia after the declaration, such as a comment, moves after the block.
            BaseMethodDeclarationSyntax method =>
                method.WithExpressionBody(null).WithSemicolonToken(default).WithBody(block).WithTrailingTrivia(AppendComments(owner, trailing)),
            LocalFunctionStatementSyntax local =>
                local.WithExpressionBody(null).WithSemicolonToken(default).WithBody(block).WithTrailingTrivia(AppendComments(owner, trailing)),
            _ => ((AccessorDeclarationSyntax)owner).WithExpressionBody(null).WithSemicolonToken(default).WithBody(block)
                .WithTrailingTrivia(AppendComments(owner, trailing)),
        };
        if (owner is not LambdaExpressionSyntax)
        {
            changed = changed.WithAdditionalAnnotations(Formatter.Annotation);
        }

        return LineBreakRewriter.Replace(root, owner, [changed], mark);
    }

    private static SyntaxTriviaList AppendComments(SyntaxNode declaration, SyntaxTriviaList expression) =>
        CommentTrivia.Keep(expression).AddRange(declaration.GetTrailingTrivia());

    private static SyntaxToken RemoveLineBreak(SyntaxToken arrow) => arrow.WithTrailingTrivia(ElasticSpace);

    /// <summary>Returns the node that contains the list of statements: a block, a section, or the compilation unit for a top-level statement.</summary>
    public static SyntaxNode? GetContainer(StatementSyntax statement) => statement.Parent is GlobalStatementSyntax global ? global.Parent : statement.Parent;

    /// <summary>Returns the innermost statement that contains <paramref name="node"/> within the same function; null if there is none.</summary>
    public static StatementSyntax? FindStatement(SyntaxNode node)
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
