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
    public static Func<SyntaxNode>? Plan(ResultFix fix)
    {
        for (SyntaxNode? node = fix.Test; node is not null and not StatementSyntax; node = node.Parent)
        {
            switch (node)
            {
                case SwitchLabelSyntax or SwitchExpressionArmSyntax:
                    var edits = SwitchEdits.Create(fix.Root, node, fix.Model, fix.Language);
                    return edits?.Expand(fix.Cases) ?? (edits is not null && Behind(node.FirstAncestorOrSelf<SwitchStatementSyntax>()) is { } end ? edits.Add(fix.Cases, fix.Cases, end) : null);
                case ConditionalExpressionSyntax ternary:
                    return Expand(fix, ternary);
            }
        }

        if (fix.Test is null || StatementEdits.Containing(fix.Test) is not IfStatementSyntax branch || !branch.Condition.Span.Contains(fix.Test.Span))
        {
            return null;
        }
        // The call in the test is asked again, so it is put into a variable first.
        if (Subject(branch.Condition) is { } subject)
        {
            return IsExpandable(fix, branch, subject) ? () => StatementEdits.Replace(fix.Root, branch, Expand(fix, branch, branch.Statement, subject)) : null;
        }

        if (Tested(branch.Condition) is not { } tested || Parentheses.Strip(tested) != Parentheses.Strip(fix.Value) || !IsExpandable(fix, branch, tested)
            || Hoisting.Before(fix, branch) is not { } hoist)
        {
            return null;
        }

        return () =>
        {
            Hoisting hoisting = hoist();
            List<StatementSyntax> behind = Expand(fix, hoisting.Statement, branch.Statement, hoisting.Name);
            behind.Insert(0, hoisting.Declaration);
            return StatementEdits.Replace(fix.Root, branch, behind);
        };
    }

    /// <summary>
    /// <c>r is Ok ? 1 : 0</c> becomes <c>r is Ok ? 1 : r is Forbidden ? 0 : 0</c>. A call is asked once: <c>c.S() switch { Ok => 1, Forbidden => 0, _ => 0 }</c>.
    /// </summary>
    private static Func<SyntaxNode>? Expand(ResultFix fix, ConditionalExpressionSyntax ternary)
    {
        while (ternary.WhenFalse is ConditionalExpressionSyntax next && Subject(ternary.Condition) is { } asked && Subject(next.Condition) is { } again && AreEquivalent(asked, again))
        {
            ternary = next;
        }
        // Branches that are no values have no common type, which only a newer language does without; of tuples with a null its compilers lose track.
        if ((IsTypeless(fix, ternary.WhenFalse) && (fix.Language < LanguageVersion.CSharp9 || Parentheses.Strip(ternary.WhenFalse) is TupleExpressionSyntax)) || IsNegated(ternary.Condition) || ternary.WhenFalse is ConditionalExpressionSyntax)
        {
            return null;
        }

        if (Subject(ternary.Condition) is not { } subject)
        {
            return AsSwitch(fix, ternary);
        }

        if (!fix.IsSameResult(subject))
        {
            return null;
        }

        return () =>
        {
            ExpressionSyntax rest = ternary.WhenFalse;
            foreach (ResultCase documented in FromLast(fix))
            {
                rest = ConditionalExpression(Test(subject, documented), ternary.WhenFalse.WithoutTrivia(), rest.WithoutTrivia());
            }

            return fix.Root.ReplaceNode(ternary, ternary.WithWhenFalse(rest.WithTriviaFrom(ternary.WhenFalse)).WithAdditionalAnnotations(Formatter.Annotation));
        };
    }

    private static bool IsTypeless(ResultFix fix, ExpressionSyntax value) =>
        fix.Model.GetTypeInfo(value).Type is null || Parentheses.Strip(value).IsKind(SyntaxKind.DefaultLiteralExpression);

    private static Func<SyntaxNode>? AsSwitch(ResultFix fix, ConditionalExpressionSyntax ternary)
    {
        if (fix.Language < LanguageVersion.CSharp8 || Tested(ternary.Condition) is not { } value || Parentheses.Strip(value) != Parentheses.Strip(fix.Value) || !fix.IsSameResult(value)
            || Parentheses.Strip(value) is not (InvocationExpressionSyntax or AwaitExpressionSyntax or MemberAccessExpressionSyntax)
            || CaseSyntax.PatternOf(Parentheses.Strip(ternary.Condition), fix.Language) is not { } pattern || Comments.IsIn(ternary.DescendantTrivia()))
        {
            return null;
        }

        return () =>
        {
            var arms = new List<SwitchExpressionArmSyntax> { SwitchExpressionArm(pattern, ternary.WhenTrue.WithoutTrivia()) };
            foreach (ResultCase documented in fix.Type.CasesIn(fix.Cases))
            {
                arms.Add(SwitchExpressionArm(CaseSyntax.Pattern(documented, fix.Language), ternary.WhenFalse.WithoutTrivia()));
            }

            arms.Add(SwitchExpressionArm(DiscardPattern(), ternary.WhenFalse.WithoutTrivia()));
            return fix.Root.ReplaceNode(ternary, SwitchExpression(Parentheses.Strip(value).WithoutTrivia(), SeparatedList(arms)).WithTriviaFrom(ternary).WithAdditionalAnnotations(Formatter.Annotation));
        };
    }

    /// <summary>The last <c>else</c> gets an <c>else if</c> for each case before it; a guard gets guards before it.</summary>
    private static bool IsExpandable(ResultFix fix, IfStatementSyntax branch, ExpressionSyntax subject)
    {
        if (!fix.IsSameResult(subject))
        {
            return false;
        }

        if (IsNegated(branch.Condition))
        {
            // A variable of the test that is used behind it must stay next to it.
            return Leaves(fix, branch.Statement) || branch.Else is not null || !Declarations.AreIn([branch]);
        }

        return Last(branch).Else is not null || (branch.Else is null && Leaves(fix, branch.Statement) && Behind(branch) is not null);
    }

    private static bool Leaves(ResultFix fix, StatementSyntax statement) => fix.Model.AnalyzeControlFlow(statement) is { Succeeded: true, EndPointIsReachable: false };

    /// <summary>Whatever gets past <paramref name="statement"/> does no more than leave, with a value or an exception.</summary>
    private static StatementSyntax? Behind(StatementSyntax? statement)
    {
        if (statement?.Parent is not BlockSyntax block)
        {
            return null;
        }

        int next = block.Statements.IndexOf(statement) + 1;
        return next < block.Statements.Count && block.Statements[next] is ReturnStatementSyntax { Expression: not null } or ThrowStatementSyntax ? block.Statements[next] : null;
    }

    private static IfStatementSyntax Last(IfStatementSyntax branch)
    {
        while (branch.Else is { Statement: IfStatementSyntax next })
        {
            branch = next;
        }

        return branch;
    }

    private static List<StatementSyntax> Expand(ResultFix fix, IfStatementSyntax branch, StatementSyntax original, IdentifierNameSyntax subject)
    {
        if (IsNegated(branch.Condition))
        {
            return Guards(fix, branch, original, subject);
        }

        if (Last(branch).Else is not { } rest)
        {
            // The original is not yet replaced, and stands in front of what is copied.
            StatementSyntax leaving = Behind((StatementSyntax)original.Parent!)!;
            var tests = new List<StatementSyntax> { branch };
            foreach (ResultCase documented in fix.Type.CasesIn(fix.Cases))
            {
                tests.Add(IfStatement(Test(subject, documented), leaving.WithoutTrivia()).WithTrailingTrivia(ElasticLineFeed));
            }

            return tests;
        }

        StatementSyntax body = rest.Statement;
        StatementSyntax chain = body.WithoutTrailingTrivia();
        // What is said behind the `else` is about what is not named.
        SyntaxToken keyword = Token(TriviaList(), SyntaxKind.ElseKeyword, rest.ElseKeyword.TrailingTrivia);
        foreach (ResultCase documented in FromLast(fix))
        {
            chain = IfStatement(Test(subject, documented), Lined(body), ElseClause(keyword, chain));
            keyword = Token(SyntaxKind.ElseKeyword);
        }

        return
        [
            branch.ReplaceNode(rest, rest
                .WithElseKeyword(rest.ElseKeyword.WithTrailingTrivia(Space))
                .WithStatement(chain.WithTrailingTrivia(body.GetTrailingTrivia()))),
        ];
    }

    /// <summary><c>if (r is not Ok ok) return;</c>: what the body does, it does for whatever is not named.</summary>
    private static List<StatementSyntax> Guards(ResultFix fix, IfStatementSyntax branch, StatementSyntax original, IdentifierNameSyntax subject)
    {
        (SyntaxTriviaList space, SyntaxTriviaList rest) = Comments.Split(branch.GetLeadingTrivia());
        var guards = new List<StatementSyntax>();
        StatementSyntax chain = branch.WithLeadingTrivia();
        if (!Leaves(fix, original))
        {
            foreach (ResultCase documented in FromLast(fix))
            {
                chain = IfStatement(Test(subject, documented), Lined(branch.Statement), ElseClause(chain));
            }

            return [chain.WithLeadingTrivia(branch.GetLeadingTrivia())];
        }

        foreach (ResultCase documented in fix.Type.CasesIn(fix.Cases))
        {
            guards.Add(IfStatement(Test(subject, documented), branch.Statement));
        }

        if (guards.Count > 0)
        {
            guards[0] = guards[0].WithLeadingTrivia(space);
        }

        guards.Add(rest.Count == 0 ? branch.WithLeadingTrivia(ElasticMarker) : branch.WithLeadingTrivia(rest));
        return guards;
    }

    // The copy is followed by an else, not by what follows the last one; a comment on its line is its own.
    private static StatementSyntax Lined(StatementSyntax body) =>
        body is BlockSyntax || !Comments.IsIn(body.GetTrailingTrivia()) ? body.WithoutTrailingTrivia().WithoutLeadingTrivia() : body.WithoutLeadingTrivia();

    private static bool IsNegated(ExpressionSyntax condition) => Parentheses.Strip(condition) switch
    {
        PrefixUnaryExpressionSyntax negation => !IsNegated(negation.Operand),
        IsPatternExpressionSyntax test => test.Pattern is UnaryPatternSyntax,
        _ => false,
    };

    // `r.IsSuccess` is a test of r.
    private static ExpressionSyntax? Asked(ExpressionSyntax value) =>
        value is MemberAccessExpressionSyntax { Name.Identifier.ValueText: KnownNames.IsSuccess } success ? success.Expression : null;

    // What is asked again must not be a call.
    private static IdentifierNameSyntax? Subject(ExpressionSyntax condition) => Tested(condition) as IdentifierNameSyntax;

    // A chain is built from its end.
    private static IEnumerable<ResultCase> FromLast(ResultFix fix) => Enumerable.Reverse(fix.Type.CasesIn(fix.Cases));

    private static ExpressionSyntax? Tested(ExpressionSyntax condition) => Parentheses.Strip(condition) switch
    {
        PrefixUnaryExpressionSyntax negation when negation.IsKind(SyntaxKind.LogicalNotExpression) => Tested(negation.Operand),
        IsPatternExpressionSyntax test => test.Expression,
        MemberAccessExpressionSyntax test => Asked(test),
        BinaryExpressionSyntax test when test.IsKind(SyntaxKind.IsExpression) => test.Left,
        _ => null,
    };

    private static ExpressionSyntax Test(IdentifierNameSyntax subject, ResultCase documented) =>
        BinaryExpression(SyntaxKind.IsExpression, subject.WithoutTrivia(), CaseSyntax.TypeName(documented.Symbol));
}
