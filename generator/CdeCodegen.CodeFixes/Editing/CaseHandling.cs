using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using static Microsoft.CodeAnalysis.CSharp.SyntaxFactory;

namespace CdeCodegen.CodeFixes.Editing;

/// <summary>
/// Handles cases of a result: extends the existing switch, converts the existing <c>if</c> to a switch, or inserts a new switch.
/// </summary>
internal static class CaseHandling
{
    /// <summary>Plans to handle all cases that the code does not name yet; null if no edit is known to be correct.</summary>
    public static Func<SyntaxNode>? PlanAll(ResultFixContext context) => Plan(context, context.Type.All);

    public static Func<SyntaxNode>? PlanOne(ResultFixContext context, int index) => Plan(context, 1UL << index);

    private static Func<SyntaxNode>? Plan(ResultFixContext context, ulong cases)
    {
        if (context.Test is not { } test)
        {
            return PlanAfterCall(context, cases);
        }

        return PlanAtTest(context, cases, test) ?? PlanAfterAssignment(context, cases & ~context.Type.Success);
    }

    private static Func<SyntaxNode>? PlanAtTest(ResultFixContext context, ulong cases, SyntaxNode test)
    {
        if (FindClause(test) is { } target)
        {
            SyntaxNode whole = target.FirstAncestorOrSelf<SyntaxNode>(static node => node is SwitchExpressionSyntax or SwitchStatementSyntax)!;
            return TestReachability.IsAlwaysReached(context, whole)
                ? SwitchCaseInsertion.Create(context.Root, target, context.Model, context.Language)?.Add(cases, cases & context.Cases)
                : null;
        }

        if (StatementEditor.FindStatement(test) is not { } statement)
        {
            return null;
        }

        while (statement.Parent is ElseClauseSyntax { Parent: IfStatementSyntax outer })
        {
            statement = outer;
        }

        if (!TestReachability.IsAlwaysReached(context, statement))
        {
            return null;
        }

        if (statement is IfStatementSyntax branch && IfToSwitchConversion.Convert(branch, context, cases) is { } convert)
        {
            return () => StatementEditor.Replace(context.Root, branch, [convert()]);
        }

        return PlanBeforeTest(context, statement, cases & ~context.Type.Success);
    }

    // Returns the label or arm that the test is the pattern of. A test inside an arm's body is not one.
    private static SyntaxNode? FindClause(SyntaxNode test)
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

    /// <summary>Plans for a result without a test; <c>await c.A();</c> becomes a switch.</summary>
    private static Func<SyntaxNode>? PlanAfterCall(ResultFixContext context, ulong cases)
    {
        ExpressionSyntax value = context.Value;
        if (!context.IsResult)
        {
            return null;
        }

        switch (value.Parent)
        {
            case ExpressionStatementSyntax statement:
                return () => StatementEditor.Replace(context.Root, statement,
                    [
                        SwitchBuilder.CreateSwitch(value, CreateSections(context, cases))
                            .WithLeadingTrivia(statement.GetLeadingTrivia())
                            .WithTrailingTrivia(statement.GetTrailingTrivia()),
                    ]);
            case ArrowExpressionClauseSyntax or LambdaExpressionSyntax when !ReturnsValue(context, value) && StatementEditor.CanReplaceBody(value):
                return () => StatementEditor.ReplaceBody(context.Root, value, SwitchBuilder.CreateSwitch(value, CreateSections(context, cases)));
            case SwitchStatementSyntax or SwitchExpressionSyntax:
                return SwitchCaseInsertion.Create(context.Root, value.Parent, context.Model, context.Language)?.Add(cases, cases & context.Cases);
            default:
                // A test that distinguishes no cases is never the reported test, so the call may still be inside one.
                return PlanAfterAssignment(context, cases)
                    ?? (StatementEditor.FindStatement(value) is IfStatementSyntax branch
                        ? PlanBeforeTest(context, branch, cases & ~context.Type.Success)
                        : null);
        }
    }

    /// <summary>Plans a switch after <c>var r = await c.A();</c>, for a result that is not tested on every path.</summary>
    private static Func<SyntaxNode>? PlanAfterAssignment(ResultFixContext context, ulong cases)
    {
        if (!context.IsResult)
        {
            return null;
        }

        switch (context.Value.Parent)
        {
            case EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax { Parent.Parent: LocalDeclarationStatementSyntax declaration } variable }:
                return () => StatementEditor.Replace(context.Root, declaration,
                    [declaration, SwitchBuilder.CreateSwitch(IdentifierName(variable.Identifier.WithoutTrivia()), CreateSections(context, cases))]);
            case AssignmentExpressionSyntax { Left: IdentifierNameSyntax name, Parent: ExpressionStatementSyntax assignment } simple
                when simple.IsKind(SyntaxKind.SimpleAssignmentExpression):
                return () => StatementEditor.Replace(context.Root, assignment,
                    [assignment, SwitchBuilder.CreateSwitch(name.WithoutTrivia(), CreateSections(context, cases))]);
            default:
                return null;
        }
    }

    /// <summary>Plans a switch before a test that cannot become a switch, on the variable that holds the result or on a new one.</summary>
    private static Func<SyntaxNode>? PlanBeforeTest(ResultFixContext context, StatementSyntax statement, ulong cases)
    {
        if (cases == 0 || statement is WhileStatementSyntax or DoStatementSyntax or ForStatementSyntax or CommonForEachStatementSyntax)
        {
            return null;
        }

        if (FindTestedVariable(context, statement) is { } variable)
        {
            return () =>
            {
                // A comment before the test describes the test, so it stays there.
                (SyntaxTriviaList space, SyntaxTriviaList rest) = CommentTrivia.SplitAtFirstComment(statement.GetLeadingTrivia());
                return StatementEditor.Replace(context.Root, statement,
                    [
                        SwitchBuilder.CreateSwitch(IdentifierName(variable), CreateSections(context, cases)).WithLeadingTrivia(space),
                        rest.Count == 0 ? statement : statement.WithLeadingTrivia(rest.Insert(0, ElasticMarker)),
                    ]);
            };
        }

        return context.IsResult && VariableIntroduction.PlanBefore(context, statement) is { } introduce
            ? () => InsertSwitchOverNewVariable(context, statement, introduce(), cases)
            : null;
    }

    /// <summary>Finds the variable that holds the result at the test: one declared in the same block, or one that the condition reads.</summary>
    private static SyntaxToken? FindTestedVariable(ResultFixContext context, StatementSyntax statement)
    {
        if (context.IsResult && context.Value.Parent is EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax declarator }
            && declarator.Parent?.Parent is LocalDeclarationStatementSyntax declaration
            && declaration != statement && declaration.Parent == statement.Parent)
        {
            return declarator.Identifier.WithoutTrivia();
        }

        if (statement is not IfStatementSyntax { Condition: var condition } || condition.Span.Contains(context.Value.Span))
        {
            return null;
        }

        foreach (SyntaxNode node in condition.DescendantNodesAndSelf())
        {
            if (node is IdentifierNameSyntax name
                && context.Model.GetSymbolInfo(name).Symbol is ILocalSymbol { DeclaringSyntaxReferences: { Length: 1 } declared }
                && !condition.Span.Contains(declared[0].Span) && context.IsSameResult(name))
            {
                return name.Identifier.WithoutTrivia();
            }
        }

        return null;
    }

    private static SyntaxNode InsertSwitchOverNewVariable(
        ResultFixContext context, StatementSyntax statement, VariableIntroduction introduction, ulong cases) =>
        StatementEditor.Replace(context.Root, statement,
            [introduction.Declaration, SwitchBuilder.CreateSwitch(introduction.Name, CreateSections(context, cases)), introduction.Statement]);

    private static List<SwitchSectionSyntax> CreateSections(ResultFixContext context, ulong cases) =>
        SwitchBuilder.CreateSections(context.Type, cases, context.Language);

    private static bool ReturnsValue(ResultFixContext context, ExpressionSyntax value) =>
        context.Model.GetTypeInfo(value).ConvertedType is { } converted && value.Parent is AnonymousFunctionExpressionSyntax lambda
        && context.Model.GetSymbolInfo(lambda).Symbol is IMethodSymbol { ReturnsVoid: false, IsAsync: false }
        && converted.SpecialType != SpecialType.System_Void;
}
