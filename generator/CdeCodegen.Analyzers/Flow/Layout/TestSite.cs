using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CdeCodegen.Analyzers.Flow.Layout;

/// <summary>
/// The construct that a test decides. In a condition, the analysis follows both outcomes; elsewhere (<c>return r is Ok;</c>) the outcome is a
/// value that other code tests.
/// </summary>
internal readonly struct TestSite
{
    private TestSite(SyntaxNode construct, bool isGuarded, bool isNegated)
    {
        Construct = construct;
        IsGuarded = isGuarded;
        IsNegated = isNegated;
    }

    /// <summary>The statement, expression, switch label or arm that the test decides; null when the outcome is a value.</summary>
    public SyntaxNode? Construct { get; }

    /// <summary>Whether another condition must hold too.</summary>
    public bool IsGuarded { get; }

    /// <summary>Whether the condition of the construct holds when the test fails.</summary>
    public bool IsNegated { get; }

    public static TestSite Find(SyntaxNode test)
    {
        bool guarded = false, negated = false;
        if (test is SwitchExpressionArmSyntax tested)
        {
            return new(tested, tested.WhenClause is not null, false);
        }

        for (SyntaxNode node = test; node.Parent is { } parent; node = parent)
        {
            switch (parent)
            {
                case ParenthesizedExpressionSyntax:
                case PostfixUnaryExpressionSyntax:
                case ConditionalAccessExpressionSyntax:
                case CastExpressionSyntax:
                case CheckedExpressionSyntax:
                case ConstantPatternSyntax:
                case PatternSyntax:
                    continue;
                case PrefixUnaryExpressionSyntax prefix when prefix.IsKind(SyntaxKind.LogicalNotExpression):
                    negated = !negated;
                    continue;
                case BinaryExpressionSyntax binary:
                    switch (binary.Kind())
                    {
                        case SyntaxKind.LogicalAndExpression:
                            guarded = true;
                            continue;
                        case SyntaxKind.EqualsExpression:
                        case SyntaxKind.NotEqualsExpression:
                            ExpressionSyntax other = binary.Left == node ? binary.Right : binary.Left;
                            if (other.IsKind(SyntaxKind.FalseLiteralExpression) == binary.IsKind(SyntaxKind.EqualsExpression))
                            {
                                negated = !negated;
                            }

                            continue;
                        default:
                            continue;
                    }
                case IsPatternExpressionSyntax matched when matched.Expression == node:
                    negated ^= IsFalse(matched.Pattern);
                    continue;
                case ConditionalExpressionSyntax ternary:
                    if (ternary.Condition == node)
                    {
                        return new(ternary, guarded, negated);
                    }

                    continue;
                case CasePatternSwitchLabelSyntax label:
                    return new(label, label.WhenClause is not null, false);
                case WhenClauseSyntax clause:
                    return new(clause.Parent!, guarded, negated);
                case IfStatementSyntax:
                case WhileStatementSyntax:
                case DoStatementSyntax:
                case CaseSwitchLabelSyntax:
                case SwitchStatementSyntax:
                case CatchFilterClauseSyntax:
                    return new(parent, guarded, negated);
                case ForStatementSyntax loop when loop.Condition == node:
                    return new(parent, guarded, negated);
                case SwitchExpressionSyntax governed when governed.GoverningExpression == node:
                    return new(parent, guarded, negated);
                default:
                    return default;
            }
        }

        return default;
    }

    /// <summary>Whether a pattern on a boolean matches false only: <c>false</c>, <c>not true</c>.</summary>
    private static bool IsFalse(PatternSyntax pattern) => pattern switch
    {
        ConstantPatternSyntax constant => SourcePlaces.IsLiteral(constant.Expression, SyntaxKind.FalseLiteralExpression),
        UnaryPatternSyntax negation => !IsFalse(negation.Pattern),
        ParenthesizedPatternSyntax inner => IsFalse(inner.Pattern),
        _ => false,
    };

    /// <summary>The label or arm whose guard <paramref name="condition"/> is part of.</summary>
    public static SyntaxNode? GuardedLabel(SyntaxNode condition, out bool isNegated)
    {
        isNegated = false;
        for (SyntaxNode? node = condition; node is ExpressionSyntax; node = node.Parent)
        {
            if (node.Parent is WhenClauseSyntax clause)
            {
                return clause.Parent;
            }

            if (node.Parent.IsKind(SyntaxKind.LogicalNotExpression))
            {
                isNegated = !isNegated;
            }
        }

        return null;
    }
}
