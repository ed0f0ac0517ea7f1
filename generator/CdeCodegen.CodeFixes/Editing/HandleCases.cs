using CdeCodegen.Analyzers.Semantics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Formatting;
using static Microsoft.CodeAnalysis.CSharp.SyntaxFactory;

namespace CdeCodegen.CodeFixes.Editing;

/// <summary>
/// Where a result is not dealt with, deals with some of its cases: in the switch that is there, in a switch made of the <c>if</c> that is there,
/// or in a switch of its own.
/// </summary>
internal static class HandleCases
{
    /// <summary>All cases the code does not name yet; null where no edit is sure to be right.</summary>
    public static SyntaxNode? All(ResultFix fix) => Apply(fix, fix.Type.All);

    public static SyntaxNode? One(ResultFix fix, int index) => Apply(fix, 1UL << index);

    static SyntaxNode? Apply(ResultFix fix, ulong cases)
    {
        if (fix.Test is not { } test)
            return AfterCall(fix, cases);
        if (SwitchOf(test) is { } place)
        {
            var edits = SwitchEdits.Create(place, fix.Model, fix.Language);
            return edits?.Add(cases & ~edits.Coverage.Covered, copiesCatchAll: false) is { } changed ? fix.Root.ReplaceNode(edits.Node, changed) : null;
        }
        if (StatementEdits.Containing(test) is not { } statement)
            return null;
        while (statement.Parent is ElseClauseSyntax { Parent: IfStatementSyntax outer })
            statement = outer;
        if (statement is IfStatementSyntax branch && IfToSwitch.Convert(branch, fix, cases) is { } converted)
            return StatementEdits.Replace(fix.Root, branch, [converted]);
        return BeforeTest(fix, statement, cases & ~fix.Type.Success);
    }

    // A test that is a label or an arm, as opposed to one that merely stands in a switch.
    static SyntaxNode? SwitchOf(SyntaxNode test)
    {
        for (var node = test; node is not null; node = node.Parent)
        {
            if (node is SwitchLabelSyntax or SwitchExpressionArmSyntax)
                return node;
            if (node is StatementSyntax or IsPatternExpressionSyntax)
                return null;
        }
        return null;
    }

    /// <summary><c>var r = await c.A();</c> and nothing asked: a switch over all of it comes next. <c>await c.A();</c> becomes one.</summary>
    static SyntaxNode? AfterCall(ResultFix fix, ulong cases)
    {
        var value = fix.Value;
        if (!IsResult(fix, value))
            return null;
        var sections = SwitchBuilder.Sections(fix.Type, cases, fix.Language);
        switch (value.Parent)
        {
            case ExpressionStatementSyntax statement:
                return StatementEdits.Replace(fix.Root, statement,
                    [SwitchBuilder.Switch(value, sections).WithLeadingTrivia(statement.GetLeadingTrivia()).WithTrailingTrivia(statement.GetTrailingTrivia())]);
            case ArrowExpressionClauseSyntax or AnonymousFunctionExpressionSyntax when !ReturnsValue(fix, value):
                return StatementEdits.ReplaceBody(fix.Root, value, SwitchBuilder.Switch(value, sections));
            case EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax { Parent.Parent: LocalDeclarationStatementSyntax declaration } variable }:
                return StatementEdits.Replace(fix.Root, declaration, [declaration, SwitchBuilder.Switch(IdentifierName(variable.Identifier.WithoutTrivia()), sections)]);
            case AssignmentExpressionSyntax { Left: IdentifierNameSyntax name, Parent: ExpressionStatementSyntax assignment }:
                return StatementEdits.Replace(fix.Root, assignment, [assignment, SwitchBuilder.Switch(name.WithoutTrivia(), sections)]);
            default:
                // A test that tells no case from another is none that the diagnostic points to.
                return StatementEdits.Containing(value) is IfStatementSyntax branch ? BeforeTest(fix, branch, cases & ~fix.Type.Success) : null;
        }
    }

    /// <summary>In front of a test of another form: the result is in a variable, or is put into one.</summary>
    static SyntaxNode? BeforeTest(ResultFix fix, StatementSyntax statement, ulong cases)
    {
        var sections = SwitchBuilder.Sections(fix.Type, cases, fix.Language);
        if (sections.Count == 0 || statement is WhileStatementSyntax or DoStatementSyntax or ForStatementSyntax or CommonForEachStatementSyntax)
            return null;
        var value = fix.Value;
        if (!IsResult(fix, value))
            return null;
        if (value.Parent is EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax variable } && variable.Parent?.Parent is LocalDeclarationStatementSyntax declaration
            && declaration != statement && declaration.Parent == statement.Parent)
        {
            var over = SwitchBuilder.Switch(IdentifierName(variable.Identifier.WithoutTrivia()), sections);
            // A comment stays with the test that it is about.
            var (space, rest) = Comments.Split(statement.GetLeadingTrivia());
            return StatementEdits.Replace(fix.Root, statement,
                [over.WithLeadingTrivia(space), rest.Count == 0 ? statement : statement.WithLeadingTrivia(rest.Insert(0, ElasticMarker))]);
        }
        return Hoisting.Before(fix, statement) is { } hoisting
            ? StatementEdits.Replace(fix.Root, statement, [hoisting.Declaration, SwitchBuilder.Switch(hoisting.Name, sections), hoisting.Statement])
            : null;
    }

    static bool IsResult(ResultFix fix, ExpressionSyntax value) =>
        new ResultTypes().Find(fix.Model.GetTypeInfo(value).Type) is { Shape.IsResult: true };

    static bool ReturnsValue(ResultFix fix, ExpressionSyntax value) =>
        fix.Model.GetTypeInfo(value).ConvertedType is { } converted && value.Parent is AnonymousFunctionExpressionSyntax lambda
        && fix.Model.GetSymbolInfo(lambda).Symbol is IMethodSymbol { ReturnsVoid: false, IsAsync: false } && converted.SpecialType != SpecialType.System_Void;
}
