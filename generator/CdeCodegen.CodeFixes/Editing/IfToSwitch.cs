using CdeCodegen.Analyzers.Patterns;
using CdeCodegen.Analyzers.Semantics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using static Microsoft.CodeAnalysis.CSharp.SyntaxFactory;

namespace CdeCodegen.CodeFixes.Editing;

/// <summary>Turns <c>if (x is Ok ok) …</c>, with its <c>else if</c>s on the same value, into a switch that keeps the bodies.</summary>
internal sealed class IfToSwitch
{
    private readonly SemanticModel _model;
    private readonly List<SwitchSectionSyntax> _sections = [];

    /// <summary>What follows the last brace.</summary>
    private SyntaxTriviaList _end = TriviaList(ElasticMarker);
    private ulong _covered;
    private ulong _mentioned;
    private ulong _swallowed;
    private ulong _passing;

    private IfToSwitch(SemanticModel model) => _model = model;

    /// <summary>Null where the statement is of another form, or a switch would change what it means.</summary>
    public static Func<SwitchStatementSyntax>? Convert(IfStatementSyntax statement, ResultFix fix, ulong cases)
    {
        var conversion = new IfToSwitch(fix.Model);
        ExpressionSyntax? value = Subject(statement.Condition);
        if (value is null || statement.Parent is ElseClauseSyntax || !fix.IsSameResult(value) || !conversion.Add(statement, value, fix))
        {
            return null;
        }
        // A pattern such as `{ }` lets pass what it does not name; a section behind it would never be reached.
        if ((conversion._passing & cases & fix.Cases) != 0)
        {
            return null;
        }

        int at = conversion._sections.Count;
        bool hasDefault = at > 0 && conversion._sections[at - 1].Labels[0] is DefaultSwitchLabelSyntax;
        // What a pattern takes in part goes on to the else that is there, and so does what has no documented status.
        ulong missing = cases & ~conversion._covered & ~conversion._swallowed & (hasDefault ? ~conversion._mentioned & ~fix.Type.Unlisted | fix.Cases : ulong.MaxValue);
        if ((cases & fix.Cases & ~missing) != 0)
        {
            return null;
        }

        return () =>
        {
            conversion._sections.InsertRange(hasDefault ? at - 1 : at, SwitchBuilder.Sections(fix.Type, missing, fix.Language));
            return SwitchBuilder.Switch(value, conversion._sections)
                .WithLeadingTrivia(statement.GetLeadingTrivia())
                .WithTrailingTrivia(conversion._end);
        };
    }

    private bool Add(IfStatementSyntax statement, ExpressionSyntax value, ResultFix fix)
    {
        if (Subject(statement.Condition) is not { } subject || !AreEquivalent(subject, value) || Label(statement.Condition, fix.Language) is not { } label)
        {
            return false;
        }

        if (LeavesLoop(statement.Statement) || IsUsedOutside(statement))
        {
            return false;
        }

        Note(statement.Condition, fix.Type);
        if (statement.Parent is ElseClauseSyntax clause)
        {
            label = label.WithLeadingTrivia(Comments.Of(clause.ElseKeyword.LeadingTrivia).AddRange(Comments.Of(clause.ElseKeyword.TrailingTrivia)));
        }

        label = Behind(label, statement.CloseParenToken.TrailingTrivia);
        _sections.Add(SwitchBuilder.Section(label, Body(statement.Statement, isLast: statement.Else is null)));
        switch (statement.Else)
        {
            case null:
                return true;
            case { Statement: IfStatementSyntax next } when Subject(next.Condition) is { } again && AreEquivalent(again, value):
                // Evaluated once in a switch, so it must not be a call.
                return again is IdentifierNameSyntax && Add(next, value, fix);
            case { } rest:
                if (LeavesLoop(rest.Statement))
                {
                    return false;
                }

                SwitchLabelSyntax otherwise = Behind(DefaultSwitchLabel().WithLeadingTrivia(Comments.Of(rest.ElseKeyword.LeadingTrivia)), rest.ElseKeyword.TrailingTrivia);
                _sections.Add(SwitchBuilder.Section(otherwise, Body(rest.Statement, isLast: true)));
                return true;
        }
    }

    private static SwitchLabelSyntax Behind(SwitchLabelSyntax label, SyntaxTriviaList trivia) =>
        Comments.IsIn(trivia) ? label.WithColonToken(label.ColonToken.WithTrailingTrivia(trivia)) : label;

    /// <summary><c>r is Ok ok &amp;&amp; ok.Value.Id > 1</c>: a test with a guard behind it.</summary>
    private static (ExpressionSyntax Test, ExpressionSyntax? Guard) Split(ExpressionSyntax condition)
    {
        ExpressionSyntax stripped = Parentheses.Strip(condition);
        if (stripped is not BinaryExpressionSyntax { RawKind: (int)SyntaxKind.LogicalAndExpression } both)
        {
            return (stripped, null);
        }

        (ExpressionSyntax? test, ExpressionSyntax? guard) = Split(both.Left);
        return (test, guard is null ? both.Right : BinaryExpression(SyntaxKind.LogicalAndExpression, guard, both.OperatorToken, both.Right));
    }

    private static ExpressionSyntax? Subject(ExpressionSyntax condition) => Split(condition).Test switch
    {
        IsPatternExpressionSyntax test => test.Expression,
        BinaryExpressionSyntax test when test.IsKind(SyntaxKind.IsExpression) => test.Left,
        _ => null,
    };

    private static SwitchLabelSyntax? Label(ExpressionSyntax condition, LanguageVersion language)
    {
        (ExpressionSyntax? test, ExpressionSyntax? guard) = Split(condition);
        PatternSyntax? pattern = CaseSyntax.PatternOf(test, language);
        if (pattern is null)
        {
            return null;
        }

        return guard is null
            ? CaseSyntax.Label(pattern)
            : CasePatternSwitchLabel(pattern, WhenClause(Parentheses.Strip(guard).WithoutTrivia()), Token(SyntaxKind.ColonToken));
    }

    private void Note(ExpressionSyntax condition, ResultType type)
    {
        var patterns = new CasePatterns(type);
        (ExpressionSyntax? test, ExpressionSyntax? guard) = Split(condition);
        bool isGuarded = guard is not null;
        PatternMatch match = _model.GetOperation(test) switch
        {
            IIsPatternOperation pattern => patterns.OnResult(pattern.Pattern),
            IIsTypeOperation asked => patterns.OnType(asked.TypeOperand),
            _ => new PatternMatch { IsOpaque = true },
        };
        if (match.IsOpaque)
        {
            return;
        }

        _passing |= match.True & ~match.Mentioned;
        _mentioned |= match.Mentioned;
        if (isGuarded)
        {
            return;
        }

        _covered |= match.True & ~match.False & match.Mentioned;
        _swallowed |= match.True & ~match.False & ~match.Mentioned;
    }

    // A break in the body belongs to the loop around; in a switch it would leave the switch.
    private static bool LeavesLoop(StatementSyntax body)
    {
        foreach (SyntaxNode node in body.DescendantNodesAndSelf(static node => node is not (ForStatementSyntax or CommonForEachStatementSyntax or WhileStatementSyntax or DoStatementSyntax
            or SwitchStatementSyntax or AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax)))
        {
            if (node is BreakStatementSyntax)
            {
                return true;
            }
        }

        return false;
    }

    // `if (r is Ok ok) … else return; Use(ok);`
    private bool IsUsedOutside(IfStatementSyntax statement)
    {
        foreach (SyntaxNode node in statement.Condition.DescendantNodesAndSelf())
        {
            if (node is not SingleVariableDesignationSyntax variable)
            {
                continue;
            }

            string name = variable.Identifier.ValueText;
            if (statement.Parent is null)
            {
                return true;
            }

            foreach (SyntaxNode reference in statement.Parent.DescendantNodes())
            {
                if (reference is IdentifierNameSyntax identifier && identifier.Identifier.ValueText == name && !statement.Statement.Span.Contains(identifier.Span)
                    && !statement.Condition.Span.Contains(identifier.Span) && identifier.SpanStart > statement.SpanStart
                    && _model.GetSymbolInfo(identifier).Symbol is ILocalSymbol)
                {
                    return true;
                }
            }
        }

        return false;
    }

    private List<StatementSyntax> Body(StatementSyntax body, bool isLast)
    {
        bool falls = _model.AnalyzeControlFlow(body) is not { Succeeded: true } flow || flow.EndPointIsReachable;
        if (body is not BlockSyntax block)
        {
            // A comment on the line stays with the statement; the end of the line is wanted behind the switch too.
            if (isLast && body.GetTrailingTrivia() is { Count: > 0 } trailing && trailing.Last().IsKind(SyntaxKind.EndOfLineTrivia))
            {
                _end = TriviaList(trailing.Last());
            }

            if (!Declarations.AreIn([body]))
            {
                return falls ? [body, BreakStatement()] : [body];
            }

            return [falls ? Block(body, BreakStatement()) : Block(body)];
        }

        BreakStatementSyntax last = BreakStatement();
        if (Comments.IsIn(block.CloseBraceToken.LeadingTrivia))
        {
            last = last.WithLeadingTrivia(block.CloseBraceToken.LeadingTrivia);
        }

        SyntaxTriviaList after = block.CloseBraceToken.TrailingTrivia;
        if (isLast)
        {
            _end = after;
        }

        SyntaxTriviaList comments = Comments.Of(block.OpenBraceToken.LeadingTrivia).AddRange(Comments.Of(block.OpenBraceToken.TrailingTrivia));
        // A comment behind the last statement would be taken for one of the next section.
        if (Declarations.AreIn(block.Statements) || (!falls && (Comments.IsIn(block.CloseBraceToken.LeadingTrivia) || (!isLast && Comments.IsIn(after)))))
        {
            block = block.WithOpenBraceToken(Token(Comments.Of(block.OpenBraceToken.LeadingTrivia), SyntaxKind.OpenBraceToken, block.OpenBraceToken.TrailingTrivia));
            block = falls ? block.AddStatements(last).WithCloseBraceToken(Token(SyntaxKind.CloseBraceToken)) : block;
            return [isLast || !Comments.IsIn(after) ? block.WithTrailingTrivia(ElasticMarker) : block.WithTrailingTrivia(after)];
        }

        var statements = new List<StatementSyntax>(block.Statements);
        if (falls || statements.Count == 0)
        {
            statements.Add(!isLast && Comments.IsIn(after) ? last.WithLeadingTrivia(last.GetLeadingTrivia().AddRange(after)) : last);
        }

        if (comments.Count > 0)
        {
            statements[0] = statements[0].WithLeadingTrivia(comments.AddRange(statements[0].GetLeadingTrivia()));
        }

        return statements;
    }
}
