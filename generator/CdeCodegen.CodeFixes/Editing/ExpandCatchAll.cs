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
        if (Subject(ternary.Condition) is not { } subject || IsNegated(ternary.Condition) || ternary.WhenFalse is ConditionalExpressionSyntax)
            return null;
        var rest = ternary.WhenFalse;
        for (var i = fix.Type.Cases.Count - 1; i >= 0; i--)
            if ((fix.Cases >> i & 1) != 0)
                rest = ConditionalExpression(Test(subject, fix.Type.Cases[i]), ternary.WhenFalse.WithoutTrivia(), rest.WithoutTrivia());
        return fix.Root.ReplaceNode(ternary, ternary.WithWhenFalse(rest.WithTriviaFrom(ternary.WhenFalse)).WithAdditionalAnnotations(Formatter.Annotation));
    }

    /// <summary>The last <c>else</c> gets an <c>else if</c> for each case before it; a guard gets guards before it.</summary>
    static SyntaxNode? Expand(ResultFix fix, IfStatementSyntax branch)
    {
        // The call in the test is asked again, so it is put into a variable first.
        if (Subject(branch.Condition) is null)
        {
            if (Hoisting.Before(fix, branch) is not { } hoisting || Subject(hoisting.Statement.Condition) is not { } name
                || Expand(fix, hoisting.Statement, branch.Statement, name) is not { } behind)
                return null;
            behind.Insert(0, hoisting.Declaration);
            return StatementEdits.Replace(fix.Root, branch, behind);
        }
        return Expand(fix, branch, branch.Statement, Subject(branch.Condition)!) is { } expanded ? StatementEdits.Replace(fix.Root, branch, expanded) : null;
    }

    static List<StatementSyntax>? Expand(ResultFix fix, IfStatementSyntax branch, StatementSyntax original, IdentifierNameSyntax subject)
    {
        if (IsNegated(branch.Condition))
            return Guards(fix, branch, original, subject);
        var last = branch;
        while (last.Else is { Statement: IfStatementSyntax next })
            last = next;
        if (last.Else is not { } rest)
            return null;
        var body = rest.Statement;
        var chain = body.WithoutTrailingTrivia();
        for (var i = fix.Type.Cases.Count - 1; i >= 0; i--)
            if ((fix.Cases >> i & 1) != 0)
                chain = IfStatement(Test(subject, fix.Type.Cases[i]), Lined(body), ElseClause(chain));
        return
        [
            branch.ReplaceNode(rest, rest
                .WithElseKeyword(rest.ElseKeyword.WithTrailingTrivia(Space))
                .WithStatement(chain.WithTrailingTrivia(body.GetTrailingTrivia()))),
        ];
    }

    /// <summary><c>if (r is not Ok ok) return;</c>: what the body does, it does for whatever is not named.</summary>
    static List<StatementSyntax>? Guards(ResultFix fix, IfStatementSyntax branch, StatementSyntax original, IdentifierNameSyntax subject)
    {
        var leaves = fix.Model.AnalyzeControlFlow(original) is { Succeeded: true, EndPointIsReachable: false };
        // A variable of the test that is used behind it must stay next to it.
        if (!leaves && branch.Else is null && Declarations.AreIn([branch]))
            return null;
        var (space, rest) = Comments.Split(branch.GetLeadingTrivia());
        var guards = new List<StatementSyntax>();
        StatementSyntax chain = branch.WithLeadingTrivia();
        for (var i = fix.Type.Cases.Count - 1; i >= 0; i--)
        {
            if ((fix.Cases >> i & 1) == 0)
                continue;
            if (leaves)
                guards.Insert(0, IfStatement(Test(subject, fix.Type.Cases[i]), branch.Statement));
            else
                chain = IfStatement(Test(subject, fix.Type.Cases[i]), Lined(branch.Statement), ElseClause(chain));
        }
        if (!leaves)
            return [chain.WithLeadingTrivia(branch.GetLeadingTrivia())];
        if (guards.Count > 0)
            guards[0] = guards[0].WithLeadingTrivia(space);
        guards.Add(rest.Count == 0 ? branch.WithLeadingTrivia(ElasticMarker) : branch.WithLeadingTrivia(rest));
        return guards;
    }

    // The copy is followed by an else, not by what follows the last one; a comment on its line is its own.
    static StatementSyntax Lined(StatementSyntax body) =>
        body is BlockSyntax || !Comments.IsIn(body.GetTrailingTrivia()) ? body.WithoutTrailingTrivia().WithoutLeadingTrivia() : body.WithoutLeadingTrivia();

    static bool IsNegated(ExpressionSyntax condition) => Parentheses.Strip(condition) is IsPatternExpressionSyntax { Pattern: UnaryPatternSyntax };

    // What is asked again must not be a call.
    static IdentifierNameSyntax? Subject(ExpressionSyntax condition) => Parentheses.Strip(condition) switch
    {
        IsPatternExpressionSyntax { Expression: IdentifierNameSyntax name } => name,
        BinaryExpressionSyntax { Left: IdentifierNameSyntax name } test when test.IsKind(SyntaxKind.IsExpression) => name,
        _ => null,
    };

    static ExpressionSyntax Test(IdentifierNameSyntax subject, ResultCase documented) =>
        BinaryExpression(SyntaxKind.IsExpression, subject.WithoutTrivia(), CaseSyntax.TypeName(documented.Symbol));
}
