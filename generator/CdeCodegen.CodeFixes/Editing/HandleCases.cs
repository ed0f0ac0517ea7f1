using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using static Microsoft.CodeAnalysis.CSharp.SyntaxFactory;

namespace CdeCodegen.CodeFixes.Editing;

/// <summary>
/// Where a result is not dealt with, deals with some of its cases: in the switch that is there, in a switch made of the <c>if</c> that is there,
/// or in a switch of its own.
/// </summary>
internal static class HandleCases
{
    /// <summary>All cases the code does not name yet; null where no edit is sure to be right.</summary>
    public static Func<SyntaxNode>? All(ResultFix fix) => Plan(fix, fix.Type.All);

    public static Func<SyntaxNode>? One(ResultFix fix, int index) => Plan(fix, 1UL << index);

    private static Func<SyntaxNode>? Plan(ResultFix fix, ulong cases)
    {
        if (fix.Test is not { } test)
        {
            return AfterCall(fix, cases);
        }

        return AtTest(fix, cases, test) ?? InVariable(fix, cases & ~fix.Type.Success);
    }

    private static Func<SyntaxNode>? AtTest(ResultFix fix, ulong cases, SyntaxNode test)
    {
        if (SwitchOf(test) is { } place)
        {
            return Reach.IsCertain(fix, place.FirstAncestorOrSelf<SyntaxNode>(static node => node is SwitchExpressionSyntax or SwitchStatementSyntax)!)
                ? SwitchEdits.Create(fix.Root, place, fix.Model, fix.Language)?.Add(cases, cases & fix.Cases)
                : null;
        }

        if (StatementEdits.Containing(test) is not { } statement)
        {
            return null;
        }

        while (statement.Parent is ElseClauseSyntax { Parent: IfStatementSyntax outer })
        {
            statement = outer;
        }

        if (!Reach.IsCertain(fix, statement))
        {
            return null;
        }

        if (statement is IfStatementSyntax branch && IfToSwitch.Convert(branch, fix, cases) is { } convert)
        {
            return () => StatementEdits.Replace(fix.Root, branch, [convert()]);
        }

        return BeforeTest(fix, statement, cases & ~fix.Type.Success);
    }

    // A test that is a label or an arm, as opposed to one that merely stands in a switch.
    private static SyntaxNode? SwitchOf(SyntaxNode test)
    {
        for (SyntaxNode? node = test; node is not null; node = node.Parent)
        {
            if (node is SwitchLabelSyntax or SwitchExpressionArmSyntax)
            {
                return node;
            }

            if (node is StatementSyntax or IsPatternExpressionSyntax)
            {
                return null;
            }
        }

        return null;
    }

    /// <summary><c>await c.A();</c> becomes a switch over all of it.</summary>
    private static Func<SyntaxNode>? AfterCall(ResultFix fix, ulong cases)
    {
        ExpressionSyntax value = fix.Value;
        if (!fix.IsResult)
        {
            return null;
        }

        switch (value.Parent)
        {
            case ExpressionStatementSyntax statement:
                return () => StatementEdits.Replace(fix.Root, statement,
                    [SwitchBuilder.Switch(value, Sections(fix, cases)).WithLeadingTrivia(statement.GetLeadingTrivia()).WithTrailingTrivia(statement.GetTrailingTrivia())]);
            case ArrowExpressionClauseSyntax or LambdaExpressionSyntax when !ReturnsValue(fix, value) && StatementEdits.HasBody(value):
                return () => StatementEdits.ReplaceBody(fix.Root, value, SwitchBuilder.Switch(value, Sections(fix, cases)));
            case SwitchStatementSyntax or SwitchExpressionSyntax:
                return SwitchEdits.Create(fix.Root, value.Parent, fix.Model, fix.Language)?.Add(cases, cases & fix.Cases);
            default:
                // A test that tells no case from another is none that the diagnostic points to.
                return InVariable(fix, cases) ?? (StatementEdits.Containing(value) is IfStatementSyntax branch ? BeforeTest(fix, branch, cases & ~fix.Type.Success) : null);
        }
    }

    /// <summary><c>var r = await c.A();</c> and nothing asked, or not on all paths: a switch comes next.</summary>
    private static Func<SyntaxNode>? InVariable(ResultFix fix, ulong cases)
    {
        if (!fix.IsResult)
        {
            return null;
        }

        switch (fix.Value.Parent)
        {
            case EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax { Parent.Parent: LocalDeclarationStatementSyntax declaration } variable }:
                return () => StatementEdits.Replace(fix.Root, declaration, [declaration, SwitchBuilder.Switch(IdentifierName(variable.Identifier.WithoutTrivia()), Sections(fix, cases))]);
            case AssignmentExpressionSyntax { RawKind: (int)SyntaxKind.SimpleAssignmentExpression, Left: IdentifierNameSyntax name, Parent: ExpressionStatementSyntax assignment }:
                return () => StatementEdits.Replace(fix.Root, assignment, [assignment, SwitchBuilder.Switch(name.WithoutTrivia(), Sections(fix, cases))]);
            default:
                return null;
        }
    }

    /// <summary>In front of a test of another form: the result is in a variable, or is put into one.</summary>
    private static Func<SyntaxNode>? BeforeTest(ResultFix fix, StatementSyntax statement, ulong cases)
    {
        if (cases == 0 || statement is WhileStatementSyntax or DoStatementSyntax or ForStatementSyntax or CommonForEachStatementSyntax)
        {
            return null;
        }

        if (Variable(fix, statement) is { } variable)
        {
            return () =>
            {
                // A comment stays with the test that it is about.
                (SyntaxTriviaList space, SyntaxTriviaList rest) = Comments.Split(statement.GetLeadingTrivia());
                return StatementEdits.Replace(fix.Root, statement,
                    [
                        SwitchBuilder.Switch(IdentifierName(variable), Sections(fix, cases)).WithLeadingTrivia(space),
                        rest.Count == 0 ? statement : statement.WithLeadingTrivia(rest.Insert(0, ElasticMarker)),
                    ]);
            };
        }

        return fix.IsResult && Hoisting.Before(fix, statement) is { } hoist
            ? () => WithVariable(fix, statement, hoist(), cases)
            : null;
    }

    /// <summary>The variable that the result is in when it comes to the test: it is declared next to it, or asked in it.</summary>
    private static SyntaxToken? Variable(ResultFix fix, StatementSyntax statement)
    {
        if (fix.IsResult && fix.Value.Parent is EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax declarator } && declarator.Parent?.Parent is LocalDeclarationStatementSyntax declaration
            && declaration != statement && declaration.Parent == statement.Parent)
        {
            return declarator.Identifier.WithoutTrivia();
        }

        if (statement is not IfStatementSyntax { Condition: var condition } || condition.Span.Contains(fix.Value.Span))
        {
            return null;
        }

        foreach (SyntaxNode node in condition.DescendantNodesAndSelf())
        {
            if (node is IdentifierNameSyntax name && fix.Model.GetSymbolInfo(name).Symbol is ILocalSymbol { DeclaringSyntaxReferences: { Length: 1 } declared }
                && !condition.Span.Contains(declared[0].Span) && fix.IsSameResult(name))
            {
                return name.Identifier.WithoutTrivia();
            }
        }

        return null;
    }

    private static SyntaxNode WithVariable(ResultFix fix, StatementSyntax statement, Hoisting hoisting, ulong cases) =>
        StatementEdits.Replace(fix.Root, statement, [hoisting.Declaration, SwitchBuilder.Switch(hoisting.Name, Sections(fix, cases)), hoisting.Statement]);

    private static List<SwitchSectionSyntax> Sections(ResultFix fix, ulong cases) => SwitchBuilder.Sections(fix.Type, cases, fix.Language);

    private static bool ReturnsValue(ResultFix fix, ExpressionSyntax value) =>
        fix.Model.GetTypeInfo(value).ConvertedType is { } converted && value.Parent is AnonymousFunctionExpressionSyntax lambda
        && fix.Model.GetSymbolInfo(lambda).Symbol is IMethodSymbol { ReturnsVoid: false, IsAsync: false } && converted.SpecialType != SpecialType.System_Void;
}
