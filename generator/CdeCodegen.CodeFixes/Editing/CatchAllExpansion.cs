using CdeCodegen.Analyzers.Semantics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Formatting;
using static Microsoft.CodeAnalysis.CSharp.SyntaxFactory;

namespace CdeCodegen.CodeFixes.Editing;

/// <summary>
/// Adds named cases before a catch-all, each with a copy of its body: in a switch, before the last <c>else</c> of a chain, or in the second branch
/// of <c>?:</c>. The cases are not merged into <c>… or _</c>, so that the user can change each one separately.
/// </summary>
internal static class CatchAllExpansion
{
    public static Func<SyntaxNode>? Plan(ResultFixContext context)
    {
        for (SyntaxNode? node = context.Test; node is not null and not StatementSyntax; node = node.Parent)
        {
            switch (node)
            {
                case SwitchLabelSyntax { Parent.Parent: { } statement } when statement.ChildNodes().Any(TestsItsVariable):
                    return null;
                case SwitchExpressionArmSyntax { Parent: { } expression } when expression.ChildNodes().Any(TestsItsVariable):
                    return null;
                case SwitchLabelSyntax or SwitchExpressionArmSyntax:
                    var edits = SwitchCaseInsertion.Create(context.Root, node, context.Model, context.Language);
                    return edits?.Expand(context.Cases)
                        ?? (edits is not null && FindFollowingExit(node.FirstAncestorOrSelf<SwitchStatementSyntax>()) is { } exit
                            ? edits.Add(context.Cases, context.Cases, exit)
                            : null);
                case ConditionalExpressionSyntax ternary:
                    return Expand(context, ternary);
            }
        }

        if (context.Test is null || StatementEditor.FindStatement(context.Test) is not IfStatementSyntax branch
            || !branch.Condition.Span.Contains(context.Test.Span))
        {
            return null;
        }

        if (GetTestedVariable(branch.Condition) is { } subject)
        {
            return IsExpandable(context, branch, subject)
                ? () => StatementEditor.Replace(context.Root, branch, Expand(context, branch, branch.Statement, subject))
                : null;
        }

        // Each new test evaluates its subject, so a call moves to a variable first.

        if (GetTestedExpression(branch.Condition) is not { } tested || Parentheses.Strip(tested) != Parentheses.Strip(context.Value)
            || !IsExpandable(context, branch, tested)
            || VariableIntroduction.PlanBefore(context, branch) is not { } introduce)
        {
            return null;
        }

        return () =>
        {
            VariableIntroduction introduction = introduce();
            List<StatementSyntax> statements = Expand(context, introduction.Statement, branch.Statement, introduction.Name);
            statements.Insert(0, introduction.Declaration);
            return StatementEditor.Replace(context.Root, branch, statements);
        };
    }

    /// <summary>
    /// Whether <c>var r => r is Forbidden ? 2 : 3</c> tests its variable again. In a copy of the body for one case, such a test has a fixed answer, which the
    /// compiler reports.
    /// </summary>
    private static bool TestsItsVariable(SyntaxNode part)
    {
        (PatternSyntax? pattern, SyntaxNode? body) = part switch
        {
            SwitchExpressionArmSyntax arm => (arm.Pattern, (SyntaxNode)arm.Expression),
            SwitchSectionSyntax section => (section.Labels.OfType<CasePatternSwitchLabelSyntax>().FirstOrDefault()?.Pattern, section),
            _ => (null, null),
        };
        return pattern is VarPatternSyntax { Designation: SingleVariableDesignationSyntax variable }
            && body!.DescendantNodesAndSelf().Any(node => node switch
            {
                BinaryExpressionSyntax test when test.Kind() is SyntaxKind.IsExpression or SyntaxKind.AsExpression => IsVariable(test.Left),
                IsPatternExpressionSyntax test => IsVariable(test.Expression),
                SwitchExpressionSyntax test => IsVariable(test.GoverningExpression),
                SwitchStatementSyntax test => IsVariable(test.Expression),
                _ => false,
            });

        bool IsVariable(ExpressionSyntax value) =>
            Parentheses.Strip(value) is IdentifierNameSyntax name && name.Identifier.ValueText == variable.Identifier.ValueText;
    }

    /// <summary>
    /// <c>r is Ok ? 1 : 0</c> becomes <c>r is Ok ? 1 : r is Forbidden ? 0 : 0</c>. A call must be evaluated once:
    /// <c>c.S() is Ok ? 1 : 0</c> becomes <c>c.S() switch { Ok => 1, Forbidden => 0, _ => 0 }</c>.
    /// </summary>
    private static Func<SyntaxNode>? Expand(ResultFixContext context, ConditionalExpressionSyntax ternary)
    {
        while (ternary.WhenFalse is ConditionalExpressionSyntax next && GetTestedVariable(ternary.Condition) is { } tested
            && GetTestedVariable(next.Condition) is { } nextTested && AreEquivalent(tested, nextTested))
        {
            ternary = next;
        }

        // A nested `?:` whose branches both lack a type, such as null, is target-typed from C# 9 on; compilers reject it for tuples that contain null.
        bool lacksType = IsTypeless(context, ternary.WhenFalse)
            && (context.Language < LanguageVersion.CSharp9 || Parentheses.Strip(ternary.WhenFalse) is TupleExpressionSyntax);
        if (lacksType || IsNegated(ternary.Condition) || ternary.WhenFalse is ConditionalExpressionSyntax)
        {
            return null;
        }

        if (GetTestedVariable(ternary.Condition) is not { } subject)
        {
            return PlanSwitchExpression(context, ternary);
        }

        if (!context.IsSameResult(subject))
        {
            return null;
        }

        return () =>
        {
            ExpressionSyntax rest = ternary.WhenFalse;
            foreach (ResultCase documented in GetCasesInReverse(context))
            {
                rest = ConditionalExpression(CreateTest(subject, documented), ternary.WhenFalse.WithoutTrivia(), rest.WithoutTrivia());
            }

            ConditionalExpressionSyntax expanded = ternary.WithWhenFalse(rest.WithTriviaFrom(ternary.WhenFalse));
            return context.Root.ReplaceNode(ternary, expanded.WithAdditionalAnnotations(Formatter.Annotation));
        };
    }

    private static bool IsTypeless(ResultFixContext context, ExpressionSyntax value) =>
        context.Model.GetTypeInfo(value).Type is null || Parentheses.Strip(value).IsKind(SyntaxKind.DefaultLiteralExpression);

    private static Func<SyntaxNode>? PlanSwitchExpression(ResultFixContext context, ConditionalExpressionSyntax ternary)
    {
        if (context.Language < LanguageVersion.CSharp8 || GetTestedExpression(ternary.Condition) is not { } value
            || Parentheses.Strip(value) != Parentheses.Strip(context.Value) || !context.IsSameResult(value)
            || Parentheses.Strip(value) is not (InvocationExpressionSyntax or AwaitExpressionSyntax or MemberAccessExpressionSyntax)
            || CaseSyntaxFactory.CreatePatternFromTest(Parentheses.Strip(ternary.Condition), context.Language) is not { } pattern
            || CommentTrivia.Contains(ternary.DescendantTrivia()))
        {
            return null;
        }

        return () =>
        {
            var arms = new List<SwitchExpressionArmSyntax> { SwitchExpressionArm(pattern, ternary.WhenTrue.WithoutTrivia()) };
            foreach (ResultCase documented in context.Type.CasesIn(context.Cases))
            {
                arms.Add(SwitchExpressionArm(CaseSyntaxFactory.CreatePattern(documented, context.Language), ternary.WhenFalse.WithoutTrivia()));
            }

            arms.Add(SwitchExpressionArm(DiscardPattern(), ternary.WhenFalse.WithoutTrivia()));
            SwitchExpressionSyntax expression = SwitchExpression(Parentheses.Strip(value).WithoutTrivia(), SeparatedList(arms));
            return context.Root.ReplaceNode(ternary, expression.WithTriviaFrom(ternary).WithAdditionalAnnotations(Formatter.Annotation));
        };
    }

    /// <summary>True if an <c>else if</c> per case can go before the last <c>else</c>, or a guard per case before or after a guard clause.</summary>
    private static bool IsExpandable(ResultFixContext context, IfStatementSyntax branch, ExpressionSyntax subject)
    {
        if (!context.IsSameResult(subject))
        {
            return false;
        }

        if (IsNegated(branch.Condition))
        {
            // If the condition declares a variable, the code after it may use the variable, so the test must not move into an else.
            return AlwaysExits(context, branch.Statement) || branch.Else is not null || !ScopedDeclarations.Exist([branch]);
        }

        return FindLastBranch(branch).Else is not null
            || (branch.Else is null && AlwaysExits(context, branch.Statement) && FindFollowingExit(branch) is not null);
    }

    private static bool AlwaysExits(ResultFixContext context, StatementSyntax statement) =>
        context.Model.AnalyzeControlFlow(statement) is { Succeeded: true, EndPointIsReachable: false };

    /// <summary>Returns the <c>return value;</c> or <c>throw</c> that directly follows <paramref name="statement"/>; null if something else follows.</summary>
    private static StatementSyntax? FindFollowingExit(StatementSyntax? statement)
    {
        if (statement?.Parent is not BlockSyntax block)
        {
            return null;
        }

        int next = block.Statements.IndexOf(statement) + 1;
        return next < block.Statements.Count && block.Statements[next] is ReturnStatementSyntax { Expression: not null } or ThrowStatementSyntax
            ? block.Statements[next]
            : null;
    }

    private static IfStatementSyntax FindLastBranch(IfStatementSyntax branch)
    {
        while (branch.Else is { Statement: IfStatementSyntax next })
        {
            branch = next;
        }

        return branch;
    }

    private static List<StatementSyntax> Expand(ResultFixContext context, IfStatementSyntax branch, StatementSyntax original, IdentifierNameSyntax subject)
    {
        if (IsNegated(branch.Condition))
        {
            return InsertGuards(context, branch, original, subject);
        }

        if (FindLastBranch(branch).Else is not { } rest)
        {
            // The branch may already be rewritten, so the following statement is found from the original body.
            StatementSyntax leaving = FindFollowingExit((StatementSyntax)original.Parent!)!;
            var tests = new List<StatementSyntax> { branch };
            foreach (ResultCase documented in context.Type.CasesIn(context.Cases))
            {
                tests.Add(IfStatement(CreateTest(subject, documented), leaving.WithoutTrivia()).WithTrailingTrivia(ElasticLineFeed));
            }

            return tests;
        }

        StatementSyntax body = rest.Statement;
        StatementSyntax chain = body.WithoutTrailingTrivia();

        // A comment after `else` describes the unnamed cases, so it stays with the last else.
        SyntaxToken keyword = Token(TriviaList(), SyntaxKind.ElseKeyword, rest.ElseKeyword.TrailingTrivia);
        foreach (ResultCase documented in GetCasesInReverse(context))
        {
            chain = IfStatement(CreateTest(subject, documented), TrimForCopy(body), ElseClause(keyword, chain));
            keyword = Token(SyntaxKind.ElseKeyword);
        }

        return
        [
            branch.ReplaceNode(rest, rest
                .WithElseKeyword(rest.ElseKeyword.WithTrailingTrivia(Space))
                .WithStatement(chain.WithTrailingTrivia(body.GetTrailingTrivia()))),
        ];
    }

    /// <summary>Expands <c>if (r is not Ok ok) return;</c>, whose body handles every unnamed case.</summary>
    private static List<StatementSyntax> InsertGuards(
        ResultFixContext context, IfStatementSyntax branch, StatementSyntax original, IdentifierNameSyntax subject)
    {
        (SyntaxTriviaList space, SyntaxTriviaList rest) = CommentTrivia.SplitAtFirstComment(branch.GetLeadingTrivia());
        var guards = new List<StatementSyntax>();
        StatementSyntax chain = branch.WithLeadingTrivia();
        if (!AlwaysExits(context, original))
        {
            foreach (ResultCase documented in GetCasesInReverse(context))
            {
                chain = IfStatement(CreateTest(subject, documented), TrimForCopy(branch.Statement), ElseClause(chain));
            }

            return [chain.WithLeadingTrivia(branch.GetLeadingTrivia())];
        }

        foreach (ResultCase documented in context.Type.CasesIn(context.Cases))
        {
            guards.Add(IfStatement(CreateTest(subject, documented), branch.Statement));
        }

        if (guards.Count > 0)
        {
            guards[0] = guards[0].WithLeadingTrivia(space);
        }

        guards.Add(rest.Count == 0 ? branch.WithLeadingTrivia(ElasticMarker) : branch.WithLeadingTrivia(rest));
        return guards;
    }

    // An else follows the copy, so its trailing line break goes; a trailing comment belongs to the statement and stays.
    private static StatementSyntax TrimForCopy(StatementSyntax body) =>
        body is BlockSyntax || !CommentTrivia.Contains(body.GetTrailingTrivia())
            ? body.WithoutTrailingTrivia().WithoutLeadingTrivia()
            : body.WithoutLeadingTrivia();

    private static bool IsNegated(ExpressionSyntax condition) => Parentheses.Strip(condition) switch
    {
        PrefixUnaryExpressionSyntax negation => !IsNegated(negation.Operand),
        IsPatternExpressionSyntax test => test.Pattern is UnaryPatternSyntax,
        _ => false,
    };

    // `r.IsSuccess` tests r.
    private static ExpressionSyntax? GetOwnerOfIsSuccess(ExpressionSyntax value) =>
        value is MemberAccessExpressionSyntax { Name.Identifier.ValueText: KnownNames.IsSuccess } success ? success.Expression : null;

    // Repeating the test is safe only for a variable; a call would run again.
    private static IdentifierNameSyntax? GetTestedVariable(ExpressionSyntax condition) => GetTestedExpression(condition) as IdentifierNameSyntax;

    // Chains of `else if` and `?:` are built from the innermost part.
    private static IEnumerable<ResultCase> GetCasesInReverse(ResultFixContext context) => Enumerable.Reverse(context.Type.CasesIn(context.Cases));

    private static ExpressionSyntax? GetTestedExpression(ExpressionSyntax condition) => Parentheses.Strip(condition) switch
    {
        PrefixUnaryExpressionSyntax negation when negation.IsKind(SyntaxKind.LogicalNotExpression) => GetTestedExpression(negation.Operand),
        IsPatternExpressionSyntax test => test.Expression,
        MemberAccessExpressionSyntax test => GetOwnerOfIsSuccess(test),
        BinaryExpressionSyntax test when test.IsKind(SyntaxKind.IsExpression) => test.Left,
        _ => null,
    };

    private static ExpressionSyntax CreateTest(IdentifierNameSyntax subject, ResultCase documented) =>
        BinaryExpression(SyntaxKind.IsExpression, subject.WithoutTrivia(), CaseSyntaxFactory.CreateTypeName(documented.Symbol));
}
