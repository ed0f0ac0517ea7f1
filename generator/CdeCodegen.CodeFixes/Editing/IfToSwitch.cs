using CdeCodegen.Analyzers.Semantics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using static Microsoft.CodeAnalysis.CSharp.SyntaxFactory;

namespace CdeCodegen.CodeFixes.Editing;

/// <summary>Turns <c>if (x is Ok ok) …</c>, with its <c>else if</c>s on the same value, into a switch that keeps the bodies.</summary>
internal sealed class IfToSwitch
{
    readonly SemanticModel model;
    readonly List<SwitchSectionSyntax> sections = [];
    ulong mentioned;

    IfToSwitch(SemanticModel model) => this.model = model;

    /// <summary>Null where the statement is of another form, or a switch would change what it means.</summary>
    public static SwitchStatementSyntax? Convert(IfStatementSyntax statement, ResultFix fix, ulong cases)
    {
        var conversion = new IfToSwitch(fix.Model);
        var value = Subject(statement.Condition);
        if (value is null || statement.Parent is ElseClauseSyntax || !conversion.Add(statement, value, fix))
            return null;
        var missing = SwitchBuilder.Sections(fix.Type, cases & ~conversion.mentioned, fix.Language);
        var at = conversion.sections.Count;
        if (at > 0 && conversion.sections[at - 1].Labels[0] is DefaultSwitchLabelSyntax)
            at--;
        conversion.sections.InsertRange(at, missing);
        return SwitchBuilder.Switch(value, conversion.sections)
            .WithLeadingTrivia(statement.GetLeadingTrivia())
            .WithTrailingTrivia(statement.GetTrailingTrivia());
    }

    bool Add(IfStatementSyntax statement, ExpressionSyntax value, ResultFix fix)
    {
        if (Subject(statement.Condition) is not { } subject || !AreEquivalent(subject, value) || Pattern(statement.Condition, fix.Language) is not { } pattern)
            return false;
        if (LeavesLoop(statement.Statement) || IsUsedOutside(pattern, statement))
            return false;
        Note(pattern, fix.Type);
        sections.Add(SwitchBuilder.Section(CaseSyntax.Label(pattern), Body(statement.Statement)));
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
                sections.Add(SwitchBuilder.Section(DefaultSwitchLabel().WithLeadingTrivia(rest.ElseKeyword.LeadingTrivia), Body(rest.Statement)));
                return true;
        }
    }

    static ExpressionSyntax? Subject(ExpressionSyntax condition) => Strip(condition) switch
    {
        IsPatternExpressionSyntax test => test.Expression,
        BinaryExpressionSyntax test when test.IsKind(SyntaxKind.IsExpression) => test.Left,
        _ => null,
    };

    static PatternSyntax? Pattern(ExpressionSyntax condition, LanguageVersion language)
    {
        switch (Strip(condition))
        {
            case IsPatternExpressionSyntax { Pattern: not UnaryPatternSyntax and not VarPatternSyntax } test:
                return test.Pattern.WithoutTrivia();
            case BinaryExpressionSyntax { Right: TypeSyntax type } test when test.IsKind(SyntaxKind.IsExpression):
                return language >= LanguageVersion.CSharp9
                    ? ConstantPattern(ParseExpression(type.WithoutTrivia().ToString()))
                    : DeclarationPattern(type.WithoutTrivia(), DiscardDesignation().WithLeadingTrivia(Space));
            default:
                return null;
        }
    }

    static ExpressionSyntax Strip(ExpressionSyntax expression)
    {
        while (expression is ParenthesizedExpressionSyntax parenthesized)
            expression = parenthesized.Expression;
        return expression;
    }

    /// <summary>The cases that the pattern names have their arm already.</summary>
    void Note(PatternSyntax pattern, ResultType type)
    {
        foreach (var token in pattern.DescendantTokens())
            for (var i = 0; i < type.Cases.Count; i++)
                if (token.IsKind(SyntaxKind.IdentifierToken) && token.ValueText == type.Cases[i].Name)
                    mentioned |= 1UL << i;
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
    bool IsUsedOutside(PatternSyntax pattern, IfStatementSyntax statement)
    {
        foreach (var node in pattern.DescendantNodesAndSelf())
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

    List<StatementSyntax> Body(StatementSyntax body)
    {
        var falls = model.AnalyzeControlFlow(body) is not { Succeeded: true } flow || flow.EndPointIsReachable;
        if (body is not BlockSyntax block)
            return falls ? [body, BreakStatement()] : [body];
        var end = BreakStatement();
        var comments = block.CloseBraceToken.LeadingTrivia;
        if (HasComment(comments))
            end = end.WithLeadingTrivia(comments);
        else
            comments = default;

        // Variables of a section are visible in all sections, so a body that declares some keeps its braces.
        var declares = false;
        foreach (var statement in block.Statements)
            declares |= statement is LocalDeclarationStatementSyntax or LocalFunctionStatementSyntax;
        if (declares)
            return [falls ? block.WithoutTrivia().AddStatements(end).WithCloseBraceToken(Token(SyntaxKind.CloseBraceToken)) : block.WithoutTrivia()];
        var statements = new List<StatementSyntax>(block.Statements);
        if (HasComment(block.OpenBraceToken.TrailingTrivia) && statements.Count > 0)
            statements[0] = statements[0].WithLeadingTrivia(block.OpenBraceToken.TrailingTrivia.AddRange(statements[0].GetLeadingTrivia()));
        if (falls || statements.Count == 0)
            statements.Add(end);
        return statements;
    }

    static bool HasComment(SyntaxTriviaList trivia)
    {
        foreach (var item in trivia)
            if (!item.IsKind(SyntaxKind.WhitespaceTrivia) && !item.IsKind(SyntaxKind.EndOfLineTrivia))
                return true;
        return false;
    }
}
