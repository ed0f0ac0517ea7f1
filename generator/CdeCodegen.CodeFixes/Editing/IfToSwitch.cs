using CdeCodegen.Analyzers.Flow;
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
    readonly SemanticModel model;
    readonly List<SwitchSectionSyntax> sections = [];

    /// <summary>What follows the last brace.</summary>
    SyntaxTriviaList end = TriviaList(ElasticMarker);
    ulong covered;
    ulong mentioned;
    ulong swallowed;
    ulong passing;

    IfToSwitch(SemanticModel model) => this.model = model;

    /// <summary>Null where the statement is of another form, or a switch would change what it means.</summary>
    public static Func<SwitchStatementSyntax>? Convert(IfStatementSyntax statement, ResultFix fix, ulong cases)
    {
        var conversion = new IfToSwitch(fix.Model);
        var value = Subject(statement.Condition);
        if (value is null || statement.Parent is ElseClauseSyntax || !fix.IsSameResult(value) || !conversion.Add(statement, value, fix))
            return null;
        // A pattern such as `{ }` lets pass what it does not name; a section behind it would never be reached.
        if ((conversion.passing & cases & fix.Cases) != 0)
            return null;
        var at = conversion.sections.Count;
        var hasDefault = at > 0 && conversion.sections[at - 1].Labels[0] is DefaultSwitchLabelSyntax;
        // What a pattern takes in part goes on to the else that is there, and so does what has no documented status.
        var missing = cases & ~conversion.covered & ~conversion.swallowed & (hasDefault ? ~conversion.mentioned & ~fix.Type.Unlisted | fix.Cases : ulong.MaxValue);
        if ((cases & fix.Cases & ~missing) != 0)
            return null;
        return () =>
        {
            conversion.sections.InsertRange(hasDefault ? at - 1 : at, SwitchBuilder.Sections(fix.Type, missing, fix.Language));
            return SwitchBuilder.Switch(value, conversion.sections)
                .WithLeadingTrivia(statement.GetLeadingTrivia())
                .WithTrailingTrivia(conversion.end);
        };
    }

    bool Add(IfStatementSyntax statement, ExpressionSyntax value, ResultFix fix)
    {
        if (Subject(statement.Condition) is not { } subject || !AreEquivalent(subject, value) || Label(statement.Condition, fix.Language) is not { } label)
            return false;
        if (LeavesLoop(statement.Statement) || IsUsedOutside(statement))
            return false;
        Note(statement.Condition, fix.Type);
        if (statement.Parent is ElseClauseSyntax clause)
            label = label.WithLeadingTrivia(Comments.Of(clause.ElseKeyword.LeadingTrivia).AddRange(Comments.Of(clause.ElseKeyword.TrailingTrivia)));
        label = Behind(label, statement.CloseParenToken.TrailingTrivia);
        sections.Add(SwitchBuilder.Section(label, Body(statement.Statement, isLast: statement.Else is null)));
        switch (statement.Else)
        {
            case null:
                return true;
            case { Statement: IfStatementSyntax next } when Subject(next.Condition) is { } again && AreEquivalent(again, value):
                // Evaluated once in a switch, so it must not be a call.
                return again is IdentifierNameSyntax && Add(next, value, fix);
            case { } rest:
                if (LeavesLoop(rest.Statement))
                    return false;
                var otherwise = Behind(DefaultSwitchLabel().WithLeadingTrivia(Comments.Of(rest.ElseKeyword.LeadingTrivia)), rest.ElseKeyword.TrailingTrivia);
                sections.Add(SwitchBuilder.Section(otherwise, Body(rest.Statement, isLast: true)));
                return true;
        }
    }

    static SwitchLabelSyntax Behind(SwitchLabelSyntax label, SyntaxTriviaList trivia) =>
        Comments.IsIn(trivia) ? label.WithColonToken(label.ColonToken.WithTrailingTrivia(trivia)) : label;

    /// <summary><c>r is Ok ok &amp;&amp; ok.Value.Id > 1</c>: a test with a guard behind it.</summary>
    static (ExpressionSyntax Test, ExpressionSyntax? Guard) Split(ExpressionSyntax condition)
    {
        var stripped = Parentheses.Strip(condition);
        if (stripped is not BinaryExpressionSyntax { RawKind: (int)SyntaxKind.LogicalAndExpression } both)
            return (stripped, null);
        var (test, guard) = Split(both.Left);
        return (test, guard is null ? both.Right : BinaryExpression(SyntaxKind.LogicalAndExpression, guard, both.OperatorToken, both.Right));
    }

    static ExpressionSyntax? Subject(ExpressionSyntax condition) => Split(condition).Test switch
    {
        IsPatternExpressionSyntax test => test.Expression,
        BinaryExpressionSyntax test when test.IsKind(SyntaxKind.IsExpression) => test.Left,
        _ => null,
    };

    static SwitchLabelSyntax? Label(ExpressionSyntax condition, LanguageVersion language)
    {
        var (test, guard) = Split(condition);
        var pattern = CaseSyntax.PatternOf(test, language);
        if (pattern is null)
            return null;
        return guard is null
            ? CaseSyntax.Label(pattern)
            : CasePatternSwitchLabel(pattern, WhenClause(Parentheses.Strip(guard).WithoutTrivia()), Token(SyntaxKind.ColonToken));
    }

    void Note(ExpressionSyntax condition, ResultType type)
    {
        var patterns = new CasePatterns(type);
        var (test, guard) = Split(condition);
        var isGuarded = guard is not null;
        var match = model.GetOperation(test) switch
        {
            IIsPatternOperation pattern => patterns.OnResult(pattern.Pattern),
            IIsTypeOperation asked => patterns.OnType(asked.TypeOperand),
            _ => new PatternMatch { IsOpaque = true },
        };
        if (match.IsOpaque)
            return;
        passing |= match.True & ~match.Mentioned;
        mentioned |= match.Mentioned;
        if (isGuarded)
            return;
        covered |= match.True & ~match.False & match.Mentioned;
        swallowed |= match.True & ~match.False & ~match.Mentioned;
    }

    // A break in the body belongs to the loop around; in a switch it would leave the switch.
    static bool LeavesLoop(StatementSyntax body)
    {
        foreach (var node in body.DescendantNodesAndSelf(static node => node is not (ForStatementSyntax or CommonForEachStatementSyntax or WhileStatementSyntax or DoStatementSyntax
            or SwitchStatementSyntax or AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax)))
            if (node is BreakStatementSyntax)
                return true;
        return false;
    }

    // `if (r is Ok ok) … else return; Use(ok);`
    bool IsUsedOutside(IfStatementSyntax statement)
    {
        foreach (var node in statement.Condition.DescendantNodesAndSelf())
        {
            if (node is not SingleVariableDesignationSyntax variable)
                continue;
            var name = variable.Identifier.ValueText;
            if (statement.Parent is null)
                return true;
            foreach (var reference in statement.Parent.DescendantNodes())
                if (reference is IdentifierNameSyntax identifier && identifier.Identifier.ValueText == name && !statement.Statement.Span.Contains(identifier.Span)
                    && !statement.Condition.Span.Contains(identifier.Span) && identifier.SpanStart > statement.SpanStart
                    && model.GetSymbolInfo(identifier).Symbol is ILocalSymbol)
                    return true;
        }
        return false;
    }

    List<StatementSyntax> Body(StatementSyntax body, bool isLast)
    {
        var falls = model.AnalyzeControlFlow(body) is not { Succeeded: true } flow || flow.EndPointIsReachable;
        if (body is not BlockSyntax block)
        {
            // A comment on the line stays with the statement; the end of the line is wanted behind the switch too.
            if (isLast && body.GetTrailingTrivia() is { Count: > 0 } trailing && trailing.Last().IsKind(SyntaxKind.EndOfLineTrivia))
                end = TriviaList(trailing.Last());
            if (!Declarations.AreIn([body]))
                return falls ? [body, BreakStatement()] : [body];
            return [falls ? Block(body, BreakStatement()) : Block(body)];
        }
        var last = BreakStatement();
        if (Comments.IsIn(block.CloseBraceToken.LeadingTrivia))
            last = last.WithLeadingTrivia(block.CloseBraceToken.LeadingTrivia);
        var after = block.CloseBraceToken.TrailingTrivia;
        if (isLast)
            end = after;

        var comments = Comments.Of(block.OpenBraceToken.LeadingTrivia).AddRange(Comments.Of(block.OpenBraceToken.TrailingTrivia));
        // A comment behind the last statement would be taken for one of the next section.
        if (Declarations.AreIn(block.Statements) || (!falls && (Comments.IsIn(block.CloseBraceToken.LeadingTrivia) || (!isLast && Comments.IsIn(after)))))
        {
            block = block.WithOpenBraceToken(Token(Comments.Of(block.OpenBraceToken.LeadingTrivia), SyntaxKind.OpenBraceToken, block.OpenBraceToken.TrailingTrivia));
            block = falls ? block.AddStatements(last).WithCloseBraceToken(Token(SyntaxKind.CloseBraceToken)) : block;
            return [isLast || !Comments.IsIn(after) ? block.WithTrailingTrivia(ElasticMarker) : block.WithTrailingTrivia(after)];
        }
        var statements = new List<StatementSyntax>(block.Statements);
        if (falls || statements.Count == 0)
            statements.Add(!isLast && Comments.IsIn(after) ? last.WithLeadingTrivia(last.GetLeadingTrivia().AddRange(after)) : last);
        if (comments.Count > 0)
            statements[0] = statements[0].WithLeadingTrivia(comments.AddRange(statements[0].GetLeadingTrivia()));
        return statements;
    }
}
