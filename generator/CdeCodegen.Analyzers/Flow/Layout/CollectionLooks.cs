using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CdeCodegen.Analyzers.Flow.Layout;

/// <summary>
/// Which uses of a variable look at the results in the collection that it holds. Code that is not the only one to look is not held responsible: what
/// it leaves, other code may handle, <c>if (results.Any(r => r is NotFound)) return;</c>
/// </summary>
internal static class CollectionLooks
{
    /// <summary>Whether a use of a variable may look at results.</summary>
    public static bool IsLook(SyntaxNode reference)
    {
        SyntaxNode node = SourcePlaces.WithParentheses(reference);
        return node.Parent switch
        {
            VariableDeclarationSyntax or LockStatementSyntax => false,
            AssignmentExpressionSyntax assignment => assignment.Left != node,
            IsPatternExpressionSyntax test => !IsNullPattern(test.Pattern),
            BinaryExpressionSyntax comparison when comparison.IsKind(SyntaxKind.EqualsExpression) || comparison.IsKind(SyntaxKind.NotEqualsExpression) =>
                !comparison.Left.IsKind(SyntaxKind.NullLiteralExpression) && !comparison.Right.IsKind(SyntaxKind.NullLiteralExpression),
            _ => !KeptTasks.IsCounted(reference),
        };
    }

    /// <summary>Whether two uses of a variable read two items of it: <c>results[0]</c> and <c>results[1]</c>.</summary>
    public static bool AreDifferentItems(SyntaxNode left, SyntaxNode right) => Index(left) is { } one && Index(right) is { } other && one != other;

    private static string? Index(SyntaxNode reference) =>
        SourcePlaces.WithParentheses(reference).Parent is ElementAccessExpressionSyntax { ArgumentList.Arguments: { Count: 1 } arguments }
        && arguments[0].Expression is LiteralExpressionSyntax index
            ? index.Token.ValueText
            : null;

    private static bool IsNullPattern(PatternSyntax pattern) => pattern switch
    {
        ConstantPatternSyntax constant => SourcePlaces.IsLiteral(constant.Expression, SyntaxKind.NullLiteralExpression),
        UnaryPatternSyntax negated => IsNullPattern(negated.Pattern),
        ParenthesizedPatternSyntax inner => IsNullPattern(inner.Pattern),
        _ => false,
    };
}
