using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CdeCodegen.Analyzers.Flow.Layout;

/// <summary>What the place of an expression in the source says about its use. The graph has lowered it to captures and branches.</summary>
internal static class SourcePlaces
{
    public static SyntaxNode WithParentheses(SyntaxNode value)
    {
        while (value.Parent is ParenthesizedExpressionSyntax outer)
        {
            value = outer;
        }

        return value;
    }

    /// <summary>Whether an expression is a literal, perhaps in parentheses: the pattern <c>not (null)</c> has a constant in parentheses.</summary>
    public static bool IsLiteral(ExpressionSyntax expression, SyntaxKind kind)
    {
        while (expression is ParenthesizedExpressionSyntax outer)
        {
            expression = outer.Expression;
        }

        return expression.IsKind(kind);
    }

    /// <summary>Whether a value is a branch of <c>?:</c>, a switch arm or the right side of <c>??</c>, whose evaluation counts as acting.</summary>
    public static bool IsChoice(SyntaxNode value)
    {
        SyntaxNode node = WithParentheses(value);
        return node.Parent switch
        {
            ConditionalExpressionSyntax ternary => ternary.Condition != node,
            SwitchExpressionArmSyntax arm => arm.Expression == node,
            BinaryExpressionSyntax binary => binary.IsKind(SyntaxKind.CoalesceExpression) && binary.Right == node,
            _ => false,
        };
    }

    /// <summary>
    /// Whether a value is a choice that the method returns: <c>return second is Ok ? second : first;</c> returns only one of them on each path.
    /// </summary>
    public static bool IsReturnedChoice(SyntaxNode value)
    {
        for (SyntaxNode node = WithParentheses(value); ; node = WithParentheses(node.Parent!))
        {
            if (node.Parent is SwitchExpressionArmSyntax arm && arm.Expression == node)
            {
                node = arm;
            }
            else if (!IsChoice(node))
            {
                return node.Parent is ReturnStatementSyntax or ArrowExpressionClauseSyntax or LambdaExpressionSyntax;
            }
        }
    }

    /// <summary><c>if ((r is Ok ? Flag() : false) == true)</c>: the chosen value is part of a condition, which does not act.</summary>
    public static bool IsPartOfCondition(SyntaxNode value) =>
        WithParentheses(value).Parent is ConditionalExpressionSyntax ternary && TestSite.Find(ternary).Construct is not null;

    /// <summary>The conditional access of which a node is the receiver.</summary>
    public static ConditionalAccessExpressionSyntax? AccessOf(SyntaxNode receiver)
    {
        SyntaxNode node = WithParentheses(receiver);
        return node.Parent is ConditionalAccessExpressionSyntax access && access.Expression == node ? access : node as ConditionalAccessExpressionSyntax;
    }

    /// <summary>
    /// Whether a node is the receiver of a conditional access that is a statement: <c>Failed?.Invoke();</c>,
    /// <c>await (failed?.Invoke() ?? Task.CompletedTask);</c>
    /// </summary>
    public static bool IsReceiverOfStatement(SyntaxNode receiver)
    {
        SyntaxNode node = WithParentheses(receiver);
        if (node.Parent is not ConditionalAccessExpressionSyntax access || access.Expression != node)
        {
            return false;
        }

        bool hasFallback = WithParentheses(access).Parent.IsKind(SyntaxKind.CoalesceExpression);
        return IsStatement(hasFallback ? WithParentheses(access).Parent! : access);
    }

    /// <summary>Whether <c>(r as Ok)?.Value</c> is the operand of a test, so that the test decides what happens with null.</summary>
    public static bool IsTested(ConditionalAccessExpressionSyntax access)
    {
        if (TestSite.Find(access).Construct is not null)
        {
            return true;
        }

        SyntaxNode node = WithParentheses(access);
        return node.Parent is IsPatternExpressionSyntax
            || node.Parent?.Kind() is SyntaxKind.IsExpression or SyntaxKind.EqualsExpression or SyntaxKind.NotEqualsExpression or SyntaxKind.LessThanExpression
                or SyntaxKind.LessThanOrEqualExpression or SyntaxKind.GreaterThanExpression or SyntaxKind.GreaterThanOrEqualExpression;
    }

    /// <summary>
    /// Whether a choice combines its condition with another one: <c>x ? y : false</c> is <c>x &amp;&amp; y</c>, <c>x ? false : y</c> is <c>!x &amp;&amp; y</c>, and
    /// <c>x ? true : false</c> is x. Null for any other choice.
    /// </summary>
    /// <returns>Whether it negates its condition.</returns>
    public static bool? IsNegation(ConditionalExpressionSyntax choice) => (choice.WhenTrue.Kind(), choice.WhenFalse.Kind()) switch
    {
        (SyntaxKind.TrueLiteralExpression, SyntaxKind.TrueLiteralExpression) or (SyntaxKind.FalseLiteralExpression, SyntaxKind.FalseLiteralExpression) => null,
        (SyntaxKind.FalseLiteralExpression, _) or (_, SyntaxKind.TrueLiteralExpression) => true,
        (SyntaxKind.TrueLiteralExpression, _) or (_, SyntaxKind.FalseLiteralExpression) => false,
        _ => null,
    };

    /// <summary>Whether a call, perhaps awaited, is a statement of its own.</summary>
    public static bool IsStatement(SyntaxNode call)
    {
        for (SyntaxNode? node = call.Parent; node is not null; node = node.Parent)
        {
            switch (node)
            {
                case ExpressionStatementSyntax:
                    return true;
                case AwaitExpressionSyntax or ParenthesizedExpressionSyntax
                    or MemberAccessExpressionSyntax { Name.Identifier.ValueText: "ConfigureAwait" or "WaitAsync" }:
                case InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "ConfigureAwait" or "WaitAsync" } }:
                    continue;
                default:
                    return false;
            }
        }

        return false;
    }
}
