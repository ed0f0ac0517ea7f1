using CdeCodegen.Analyzers.Patterns;
using CdeCodegen.Analyzers.Semantics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using static Microsoft.CodeAnalysis.CSharp.SyntaxFactory;

namespace CdeCodegen.CodeFixes.Editing;

/// <summary>Converts <c>if (x is Ok ok) …</c> and its <c>else if</c> clauses on the same value to a switch with the same bodies.</summary>
internal sealed class IfToSwitchConversion
{
    private readonly SemanticModel _model;
    private readonly List<SwitchSectionSyntax> _sections = [];

    /// <summary>The trivia after the last brace of the chain.</summary>
    private SyntaxTriviaList _end = TriviaList(ElasticMarker);
    private ulong _covered;
    private ulong _mentioned;
    private ulong _swallowed;
    private ulong _passing;

    private IfToSwitchConversion(SemanticModel model) => _model = model;

    /// <summary>Plans the conversion; null if the statement has another form or a switch would change its behavior.</summary>
    public static Func<SwitchStatementSyntax>? Convert(IfStatementSyntax statement, ResultFixContext context, ulong cases)
    {
        var conversion = new IfToSwitchConversion(context.Model);
        ExpressionSyntax? value = GetTestedExpression(statement.Condition);
        if (value is null || statement.Parent is ElseClauseSyntax || !context.IsSameResult(value) || !conversion.TryAdd(statement, value, context))
        {
            return null;
        }

        // A pattern such as `{ }` matches cases it does not name; a later section for them would be unreachable.
        if ((conversion._passing & cases & context.Cases) != 0)
        {
            return null;
        }

        int at = conversion._sections.Count;
        bool hasDefault = at > 0 && conversion._sections[at - 1].Labels[0] is DefaultSwitchLabelSyntax;

        // Partly matched cases and undocumented statuses still go to an existing else.
        ulong wanted = hasDefault ? ~conversion._mentioned & ~context.Type.Unlisted | context.Cases : ulong.MaxValue;
        ulong missing = cases & ~conversion._covered & ~conversion._swallowed & wanted;
        if ((cases & context.Cases & ~missing) != 0)
        {
            return null;
        }

        return () =>
        {
            conversion._sections.InsertRange(hasDefault ? at - 1 : at, SwitchBuilder.CreateSections(context.Type, missing, context.Language));
            return SwitchBuilder.CreateSwitch(value, conversion._sections)
                .WithLeadingTrivia(statement.GetLeadingTrivia())
                .WithTrailingTrivia(conversion._end);
        };
    }

    private bool TryAdd(IfStatementSyntax statement, ExpressionSyntax value, ResultFixContext context)
    {
        if (GetTestedExpression(statement.Condition) is not { } subject || !AreEquivalent(subject, value)
            || CreateLabel(statement.Condition, context.Language) is not { } label)
        {
            return false;
        }

        if (ContainsBreak(statement.Statement) || IsVariableUsedOutside(statement))
        {
            return false;
        }

        RecordCoverage(statement.Condition, context.Type);
        if (statement.Parent is ElseClauseSyntax clause)
        {
            label = label.WithLeadingTrivia(
                CommentTrivia.Keep(clause.ElseKeyword.LeadingTrivia).AddRange(CommentTrivia.Keep(clause.ElseKeyword.TrailingTrivia)));
        }

        label = MoveTrailingComments(label, statement.CloseParenToken.TrailingTrivia);
        _sections.Add(SwitchBuilder.CreateSection(label, CreateBody(statement.Statement, isLast: statement.Else is null)));
        switch (statement.Else)
        {
            case null:
                return true;
            case { Statement: IfStatementSyntax next } when GetTestedExpression(next.Condition) is { } again && AreEquivalent(again, value):
                // A switch evaluates its value once, so merging tests of a repeated call would change behavior.
                return again is IdentifierNameSyntax && TryAdd(next, value, context);
            case { } rest:
                if (ContainsBreak(rest.Statement))
                {
                    return false;
                }

                DefaultSwitchLabelSyntax defaultLabel = DefaultSwitchLabel().WithLeadingTrivia(CommentTrivia.Keep(rest.ElseKeyword.LeadingTrivia));
                SwitchLabelSyntax commentedLabel = MoveTrailingComments(defaultLabel, rest.ElseKeyword.TrailingTrivia);
                _sections.Add(SwitchBuilder.CreateSection(commentedLabel, CreateBody(rest.Statement, isLast: true)));
                return true;
        }
    }

    private static SwitchLabelSyntax MoveTrailingComments(SwitchLabelSyntax label, SyntaxTriviaList trivia) =>
        CommentTrivia.Contains(trivia) ? label.WithColonToken(label.ColonToken.WithTrailingTrivia(trivia)) : label;

    /// <summary><c>r is Ok ok &amp;&amp; ok.Value.Id > 1</c>: splits into the test and the guard that follows it.</summary>
    private static (ExpressionSyntax Test, ExpressionSyntax? Guard) SplitGuard(ExpressionSyntax condition)
    {
        ExpressionSyntax stripped = Parentheses.Strip(condition);
        if (stripped is not BinaryExpressionSyntax { RawKind: (int)SyntaxKind.LogicalAndExpression } both)
        {
            return (stripped, null);
        }

        (ExpressionSyntax? test, ExpressionSyntax? guard) = SplitGuard(both.Left);
        return (test, guard is null ? both.Right : BinaryExpression(SyntaxKind.LogicalAndExpression, guard, both.OperatorToken, both.Right));
    }

    private static ExpressionSyntax? GetTestedExpression(ExpressionSyntax condition) => SplitGuard(condition).Test switch
    {
        IsPatternExpressionSyntax test => test.Expression,
        BinaryExpressionSyntax test when test.IsKind(SyntaxKind.IsExpression) => test.Left,
        _ => null,
    };

    private static SwitchLabelSyntax? CreateLabel(ExpressionSyntax condition, LanguageVersion language)
    {
        (ExpressionSyntax? test, ExpressionSyntax? guard) = SplitGuard(condition);
        PatternSyntax? pattern = CaseSyntaxFactory.CreatePatternFromTest(test, language);
        if (pattern is null)
        {
            return null;
        }

        return guard is null
            ? CaseSyntaxFactory.CreateLabel(pattern)
            : CasePatternSwitchLabel(pattern, WhenClause(Parentheses.Strip(guard).WithoutTrivia()), Token(SyntaxKind.ColonToken));
    }

    private void RecordCoverage(ExpressionSyntax condition, ResultType type)
    {
        var patterns = new CasePatterns(type);
        (ExpressionSyntax? test, ExpressionSyntax? guard) = SplitGuard(condition);
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

    // A break in the body exits the surrounding loop; in a switch section it would exit only the switch.
    private static bool ContainsBreak(StatementSyntax body)
    {
        foreach (SyntaxNode node in body.DescendantNodesAndSelf(static node => node is not (ForStatementSyntax or CommonForEachStatementSyntax
            or WhileStatementSyntax or DoStatementSyntax or SwitchStatementSyntax or AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax)))
        {
            if (node is BreakStatementSyntax)
            {
                return true;
            }
        }

        return false;
    }

    // `if (r is Ok ok) … else return; Use(ok);`: after the conversion, `ok` is in scope only in its section.
    private bool IsVariableUsedOutside(IfStatementSyntax statement)
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
                if (reference is IdentifierNameSyntax identifier && identifier.Identifier.ValueText == name
                    && !statement.Statement.Span.Contains(identifier.Span)
                    && !statement.Condition.Span.Contains(identifier.Span) && identifier.SpanStart > statement.SpanStart
                    && _model.GetSymbolInfo(identifier).Symbol is ILocalSymbol)
                {
                    return true;
                }
            }
        }

        return false;
    }

    private List<StatementSyntax> CreateBody(StatementSyntax body, bool isLast)
    {
        bool fallsThrough = _model.AnalyzeControlFlow(body) is not { Succeeded: true } flow || flow.EndPointIsReachable;
        if (body is not BlockSyntax block)
        {
            // A trailing comment stays with the statement; the line break also ends the switch.
            if (isLast && body.GetTrailingTrivia() is { Count: > 0 } trailing && trailing.Last().IsKind(SyntaxKind.EndOfLineTrivia))
            {
                _end = TriviaList(trailing.Last());
            }

            if (!ScopedDeclarations.Exist([body]))
            {
                return fallsThrough ? [body, BreakStatement()] : [body];
            }

            return [fallsThrough ? Block(body, BreakStatement()) : Block(body)];
        }

        BreakStatementSyntax last = BreakStatement();
        if (CommentTrivia.Contains(block.CloseBraceToken.LeadingTrivia))
        {
            last = last.WithLeadingTrivia(block.CloseBraceToken.LeadingTrivia);
        }

        SyntaxTriviaList after = block.CloseBraceToken.TrailingTrivia;
        if (isLast)
        {
            _end = after;
        }

        SyntaxTriviaList openBraceComments = CommentTrivia.Keep(block.OpenBraceToken.LeadingTrivia);
        SyntaxTriviaList comments = openBraceComments.AddRange(CommentTrivia.Keep(block.OpenBraceToken.TrailingTrivia));

        // Without braces, a comment after the last statement would appear to describe the next section.
        bool hasCommentAtEnd = CommentTrivia.Contains(block.CloseBraceToken.LeadingTrivia) || (!isLast && CommentTrivia.Contains(after));
        if (ScopedDeclarations.Exist(block.Statements) || (!fallsThrough && hasCommentAtEnd))
        {
            block = block.WithOpenBraceToken(Token(openBraceComments, SyntaxKind.OpenBraceToken, block.OpenBraceToken.TrailingTrivia));
            block = fallsThrough ? block.AddStatements(last).WithCloseBraceToken(Token(SyntaxKind.CloseBraceToken)) : block;
            return [isLast || !CommentTrivia.Contains(after) ? block.WithTrailingTrivia(ElasticMarker) : block.WithTrailingTrivia(after)];
        }

        var statements = new List<StatementSyntax>(block.Statements);
        if (fallsThrough || statements.Count == 0)
        {
            statements.Add(!isLast && CommentTrivia.Contains(after) ? last.WithLeadingTrivia(last.GetLeadingTrivia().AddRange(after)) : last);
        }

        if (comments.Count > 0)
        {
            statements[0] = statements[0].WithLeadingTrivia(comments.AddRange(statements[0].GetLeadingTrivia()));
        }

        return statements;
    }
}
