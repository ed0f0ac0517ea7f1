using CdeCodegen.Analyzers.Semantics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Formatting;
using static Microsoft.CodeAnalysis.CSharp.SyntaxFactory;

namespace CdeCodegen.CodeFixes.Editing;

/// <summary>
/// Names the documented cases before a catch-all, each with a copy of what the catch-all does: in a switch, in the last <c>else</c> of a chain, in the
/// second arm of <c>?:</c>. They are not merged into <c>… or _</c>: the point is that each can be changed by itself.
/// </summary>
internal static class ExpandCatchAll
{
    public static SyntaxNode? Apply(ResultFix fix)
    {
        for (var node = fix.Test; node is not null and not StatementSyntax; node = node.Parent)
        {
            switch (node)
            {
                case SwitchLabelSyntax or SwitchExpressionArmSyntax:
                    var edits = SwitchEdits.Create(node, fix.Model, fix.Language);
                    return edits?.Add(fix.Cases, copiesCatchAll: true) is { } changed ? fix.Root.ReplaceNode(edits.Node, changed) : null;
                case ConditionalExpressionSyntax ternary:
                    return Expand(fix, ternary);
            }
        }
        if (fix.Test is null || StatementEdits.Containing(fix.Test) is not IfStatementSyntax branch || !branch.Condition.Span.Contains(fix.Test.Span))
            return null;
        return Expand(fix, branch);
    }

    /// <summary><c>r is Ok ? 1 : 0</c> becomes <c>r is Ok ? 1 : r is Forbidden ? 0 : 0</c>.</summary>
    static SyntaxNode? Expand(ResultFix fix, ConditionalExpressionSyntax ternary)
    {
        if (Subject(ternary.Condition) is not { } subject || ternary.WhenFalse is ConditionalExpressionSyntax)
            return null;
        var rest = ternary.WhenFalse;
        for (var i = fix.Type.Cases.Count - 1; i >= 0; i--)
            if ((fix.Cases >> i & 1) != 0)
                rest = ConditionalExpression(Test(subject, fix.Type.Cases[i]), ternary.WhenFalse.WithoutTrivia(), rest.WithoutTrivia());
        return fix.Root.ReplaceNode(ternary, ternary.WithWhenFalse(rest.WithTriviaFrom(ternary.WhenFalse)).WithAdditionalAnnotations(Formatter.Annotation));
    }

    /// <summary>The last <c>else</c> gets an <c>else if</c> for each case before it.</summary>
    static SyntaxNode? Expand(ResultFix fix, IfStatementSyntax branch)
    {
        if (Subject(branch.Condition) is not { } subject)
            return null;
        var last = branch;
        while (last.Else is { Statement: IfStatementSyntax next })
            last = next;
        if (last.Else is not { } rest)
            return null;
        var body = rest.Statement;
        StatementSyntax chain = body;
        for (var i = fix.Type.Cases.Count - 1; i >= 0; i--)
            if ((fix.Cases >> i & 1) != 0)
                chain = IfStatement(Test(subject, fix.Type.Cases[i]), body.WithoutTrivia(), ElseClause(chain.WithoutTrivia()));
        return fix.Root.ReplaceNode(rest, rest
            .WithElseKeyword(rest.ElseKeyword.WithTrailingTrivia(Space))
            .WithStatement(chain.WithTrailingTrivia(body.GetTrailingTrivia()))
            .WithAdditionalAnnotations(Formatter.Annotation));
    }

    // What is asked again must not be a call.
    static IdentifierNameSyntax? Subject(ExpressionSyntax condition)
    {
        while (condition is ParenthesizedExpressionSyntax parenthesized)
            condition = parenthesized.Expression;
        return condition switch
        {
            IsPatternExpressionSyntax { Expression: IdentifierNameSyntax name, Pattern: not UnaryPatternSyntax } => name,
            BinaryExpressionSyntax { Left: IdentifierNameSyntax name } test when test.IsKind(SyntaxKind.IsExpression) => name,
            _ => null,
        };
    }

    static ExpressionSyntax Test(IdentifierNameSyntax subject, ResultCase documented) =>
        BinaryExpression(SyntaxKind.IsExpression, subject.WithoutTrivia(), CaseSyntax.TypeName(documented.Symbol));
}
