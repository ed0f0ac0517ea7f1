using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using static Microsoft.CodeAnalysis.CSharp.SyntaxFactory;

namespace CdeCodegen.CodeFixes.Editing;

/// <summary>Moves a call from a condition into a new variable before the <c>if</c>, so that several tests can read it.</summary>
internal sealed class VariableIntroduction
{
    private VariableIntroduction(IdentifierNameSyntax name, StatementSyntax declaration, IfStatementSyntax statement)
    {
        Name = name;
        Declaration = declaration;
        Statement = statement;
    }

    public IdentifierNameSyntax Name { get; }

    public StatementSyntax Declaration { get; }

    /// <summary>The original <c>if</c> with the variable in place of the call.</summary>
    public IfStatementSyntax Statement { get; }

    /// <summary>Plans the change; null if moving the call would change the order of evaluation.</summary>
    public static Func<VariableIntroduction>? PlanBefore(ResultFixContext context, StatementSyntax statement)
    {
        ExpressionSyntax value = context.Value;
        if (statement is not IfStatementSyntax { Condition: { } condition, Parent: not ElseClauseSyntax } branch || !condition.Span.Contains(value.Span)
            || !IsEvaluatedFirst(value, condition))
        {
            return null;
        }

        return () =>
        {
            IdentifierNameSyntax name = IdentifierName(GetUnusedName(context, statement));
            LocalDeclarationStatementSyntax local = LocalDeclarationStatement(VariableDeclaration(IdentifierName("var").WithTrailingTrivia(Space))
                .AddVariables(VariableDeclarator(name.Identifier.ValueText).WithInitializer(EqualsValueClause(Parentheses.Strip(value).WithoutTrivia()))));
            return new VariableIntroduction(
                name,
                local.WithLeadingTrivia(statement.GetLeadingTrivia()),
                branch.ReplaceNode(value, name.WithTriviaFrom(value)).WithLeadingTrivia(ElasticMarker));
        };
    }

    private static bool IsEvaluatedFirst(SyntaxNode value, SyntaxNode condition)
    {
        for (SyntaxNode node = value; node != condition; node = node.Parent)
        {
            if (node.Parent is not { } parent || (node.GetFirstToken() != parent.GetFirstToken()
                && parent is not (ParenthesizedExpressionSyntax or PrefixUnaryExpressionSyntax or CastExpressionSyntax)))
            {
                return false;
            }
        }

        return true;
    }

    private static string GetUnusedName(ResultFixContext context, StatementSyntax statement)
    {
        string name = "result";
        for (int i = 2; IsNameUsed(context, statement, name); i++)
        {
            name = "result" + i.ToString(System.Globalization.CultureInfo.InvariantCulture);
        }

        return name;
    }

    private static bool IsNameUsed(ResultFixContext context, StatementSyntax statement, string name)
    {
        if (!context.Model.LookupSymbols(statement.SpanStart, name: name).IsEmpty)
        {
            return true;
        }

        foreach (SyntaxToken token in StatementEditor.GetContainer(statement)?.DescendantTokens() ?? [])
        {
            if (token.ValueText == name)
            {
                return true;
            }
        }

        return false;
    }
}
