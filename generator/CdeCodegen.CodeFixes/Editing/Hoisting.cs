using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using static Microsoft.CodeAnalysis.CSharp.SyntaxFactory;

namespace CdeCodegen.CodeFixes.Editing;

/// <summary>Puts a call that stands in a test into a variable in front of it, so that it can be asked more than once.</summary>
internal sealed class Hoisting
{
    private Hoisting(IdentifierNameSyntax name, StatementSyntax declaration, IfStatementSyntax statement)
    {
        Name = name;
        Declaration = declaration;
        Statement = statement;
    }

    public IdentifierNameSyntax Name { get; }

    public StatementSyntax Declaration { get; }

    /// <summary>The test, of the variable.</summary>
    public IfStatementSyntax Statement { get; }

    /// <summary>Null where something else is evaluated before the call.</summary>
    public static Func<Hoisting>? Before(ResultFix fix, StatementSyntax statement)
    {
        ExpressionSyntax value = fix.Value;
        if (statement is not IfStatementSyntax { Condition: { } condition, Parent: not ElseClauseSyntax } branch || !condition.Span.Contains(value.Span) || !IsFirst(value, condition))
        {
            return null;
        }

        return () =>
        {
            IdentifierNameSyntax name = IdentifierName(FreeName(fix, statement));
            LocalDeclarationStatementSyntax local = LocalDeclarationStatement(VariableDeclaration(IdentifierName("var").WithTrailingTrivia(Space))
                .AddVariables(VariableDeclarator(name.Identifier.ValueText).WithInitializer(EqualsValueClause(Parentheses.Strip(value).WithoutTrivia()))));
            return new Hoisting(
                name,
                local.WithLeadingTrivia(statement.GetLeadingTrivia()),
                branch.ReplaceNode(value, name.WithTriviaFrom(value)).WithLeadingTrivia(ElasticMarker));
        };
    }

    private static bool IsFirst(SyntaxNode value, SyntaxNode condition)
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

    private static string FreeName(ResultFix fix, StatementSyntax statement)
    {
        string name = "result";
        for (int i = 2; IsTaken(fix, statement, name); i++)
        {
            name = "result" + i.ToString(System.Globalization.CultureInfo.InvariantCulture);
        }

        return name;
    }

    private static bool IsTaken(ResultFix fix, StatementSyntax statement, string name)
    {
        if (!fix.Model.LookupSymbols(statement.SpanStart, name: name).IsEmpty)
        {
            return true;
        }

        foreach (SyntaxToken token in StatementEdits.ListOf(statement)?.DescendantTokens() ?? [])
        {
            if (token.ValueText == name)
            {
                return true;
            }
        }

        return false;
    }
}
