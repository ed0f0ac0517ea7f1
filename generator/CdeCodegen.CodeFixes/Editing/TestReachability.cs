using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CdeCodegen.CodeFixes.Editing;

/// <summary>Decides whether a result always reaches a test. If a path bypasses the test, cases that are added to it stay unhandled on that path.</summary>
internal static class TestReachability
{
    /// <summary>True if every path from the call reaches <paramref name="test"/> with the result of this call.</summary>
    public static bool IsAlwaysReached(ResultFixContext context, SyntaxNode test)
    {
        ExpressionSyntax call = context.Value;
        if (test.Span.Contains(call.Span) && StatementEditor.FindStatement(call) == (test as StatementSyntax ?? StatementEditor.FindStatement(test)))
        {
            return IsUnconditional(call, test);
        }

        bool isOfMany = !context.IsResult;
        for (SyntaxNode node = test; ; node = node.Parent)
        {
            if (node.Parent is not { } parent)
            {
                return false;
            }

            switch (parent)
            {
                case BlockSyntax or SwitchSectionSyntax or CompilationUnitSyntax:
                    if (!FlowsToTarget(context, parent, node, out bool isReached))
                    {
                        return false;
                    }

                    if (isReached)
                    {
                        return true;
                    }

                    continue;
                case GlobalStatementSyntax:
                    continue;

                // Each element of the enumerated results, or the lambda's argument, is the result that is tested.
                case CommonForEachStatementSyntax loop when loop.Expression.Span.Contains(call.Span):
                case AnonymousFunctionExpressionSyntax when !parent.Span.Contains(call.Span):
                    return true;
                case ArrowExpressionClauseSyntax:
                    return parent.Span.Contains(call.Span);
                case CommonForEachStatementSyntax when isOfMany:
                    continue;
                case IfStatementSyntax branch when branch.Condition != node:
                case WhileStatementSyntax or ForStatementSyntax or CommonForEachStatementSyntax or CatchClauseSyntax or FinallyClauseSyntax:
                case SwitchExpressionArmSyntax or AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax or MemberDeclarationSyntax:
                case SwitchStatementSyntax { Expression: var governing } when governing != node:
                    return false;
                default:
                    if (!IsFirstOperand(parent, node) && IsConditional(parent))
                    {
                        return false;
                    }

                    continue;
            }
        }
    }

    /// <summary>True if no operator or lambda between the call and the test makes the test conditional.</summary>
    private static bool IsUnconditional(SyntaxNode call, SyntaxNode test)
    {
        for (SyntaxNode node = call; node != test && node.Parent is { } parent; node = parent)
        {
            if (parent is AnonymousFunctionExpressionSyntax || (!IsFirstOperand(parent, node) && IsConditional(parent)))
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsConditional(SyntaxNode node) => node is ConditionalExpressionSyntax or SwitchExpressionArmSyntax
        || node.Kind() is SyntaxKind.LogicalAndExpression or SyntaxKind.LogicalOrExpression or SyntaxKind.CoalesceExpression;

    private static bool IsFirstOperand(SyntaxNode parent, SyntaxNode node) => parent switch
    {
        ConditionalExpressionSyntax ternary => ternary.Condition == node,
        BinaryExpressionSyntax binary => binary.Left == node,
        _ => false,
    };

    /// <summary>True if no statement between the call and <paramref name="target"/> exits the list or assigns the variable.</summary>
    private static bool FlowsToTarget(ResultFixContext context, SyntaxNode list, SyntaxNode target, out bool isReached)
    {
        isReached = false;
        var statements = new List<StatementSyntax>();
        foreach (SyntaxNode child in list.ChildNodes())
        {
            if ((child is GlobalStatementSyntax global ? global.Statement : child) is StatementSyntax statement)
            {
                statements.Add(statement);
            }
        }

        int to = statements.FindIndex(statement => statement.Span.Contains(target.Span));
        int from = statements.FindIndex(statement => statement.Span.Contains(context.Value.Span));
        isReached = from >= 0;
        if (from >= 0 && (from >= to || IsInLoop(context.Value, statements[from])))
        {
            return false;
        }

        ISymbol? variable = GetAssignedVariable(context);
        for (int i = from + 1; i < to; i++)
        {
            if (context.Model.AnalyzeControlFlow(statements[i]) is not { Succeeded: true, EndPointIsReachable: true } flow
                || !flow.ReturnStatements.IsEmpty || !flow.ExitPoints.IsEmpty)
            {
                return false;
            }

            if (variable is not null && context.Model.AnalyzeDataFlow(statements[i]) is { Succeeded: true } data && data.WrittenInside.Contains(variable))
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsInLoop(SyntaxNode call, SyntaxNode statement)
    {
        for (SyntaxNode? node = call; node != statement.Parent && node is not null; node = node.Parent)
        {
            if (node is WhileStatementSyntax or ForStatementSyntax or CommonForEachStatementSyntax or DoStatementSyntax)
            {
                return true;
            }
        }

        return false;
    }

    private static ISymbol? GetAssignedVariable(ResultFixContext context) => context.Value.Parent switch
    {
        EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax declarator } => context.Model.GetDeclaredSymbol(declarator),
        AssignmentExpressionSyntax assignment when assignment.Right == context.Value => context.Model.GetSymbolInfo(assignment.Left).Symbol,
        _ => null,
    };
}
