using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CdeCodegen.CodeFixes.Editing;

/// <summary>Whether a result cannot get past a test: cases that are added to one that some path goes around are still not handled on that path.</summary>
internal static class Reach
{
    /// <summary>From the call on, every path comes to <paramref name="test"/>, and with the result of this call.</summary>
    public static bool IsCertain(ResultFix fix, SyntaxNode test)
    {
        ExpressionSyntax call = fix.Value;
        if (test.Span.Contains(call.Span) && StatementEdits.Containing(call) == (test as StatementSyntax ?? StatementEdits.Containing(test)))
        {
            return IsUnconditional(call, test);
        }

        bool isOfMany = !fix.IsResult;
        for (SyntaxNode node = test; ; node = node.Parent)
        {
            if (node.Parent is not { } parent)
            {
                return false;
            }

            switch (parent)
            {
                case BlockSyntax or SwitchSectionSyntax or CompilationUnitSyntax:
                    if (!GoesOn(fix, parent, node, out bool isReached))
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
                // The result is what is enumerated, or what the lambda is given.
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
                    if (!IsFirst(parent, node) && IsConditional(parent))
                    {
                        return false;
                    }

                    continue;
            }
        }
    }

    /// <summary>Nothing but the value decides whether it is tested.</summary>
    private static bool IsUnconditional(SyntaxNode call, SyntaxNode test)
    {
        for (SyntaxNode node = call; node != test && node.Parent is { } parent; node = parent)
        {
            if (parent is AnonymousFunctionExpressionSyntax || (!IsFirst(parent, node) && IsConditional(parent)))
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsConditional(SyntaxNode node) => node is ConditionalExpressionSyntax or SwitchExpressionArmSyntax
        || node.Kind() is SyntaxKind.LogicalAndExpression or SyntaxKind.LogicalOrExpression or SyntaxKind.CoalesceExpression;

    private static bool IsFirst(SyntaxNode parent, SyntaxNode node) => parent switch
    {
        ConditionalExpressionSyntax ternary => ternary.Condition == node,
        BinaryExpressionSyntax binary => binary.Left == node,
        _ => false,
    };

    /// <summary>Between the call and <paramref name="target"/> nothing leaves the list and nothing else is put into the variable.</summary>
    private static bool GoesOn(ResultFix fix, SyntaxNode list, SyntaxNode target, out bool isReached)
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
        int from = statements.FindIndex(statement => statement.Span.Contains(fix.Value.Span));
        isReached = from >= 0;
        if (from >= 0 && (from >= to || IsInLoop(fix.Value, statements[from])))
        {
            return false;
        }

        ISymbol? variable = Variable(fix);
        for (int i = from + 1; i < to; i++)
        {
            if (fix.Model.AnalyzeControlFlow(statements[i]) is not { Succeeded: true, EndPointIsReachable: true } flow || !flow.ReturnStatements.IsEmpty || !flow.ExitPoints.IsEmpty)
            {
                return false;
            }

            if (variable is not null && fix.Model.AnalyzeDataFlow(statements[i]) is { Succeeded: true } data && data.WrittenInside.Contains(variable))
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

    private static ISymbol? Variable(ResultFix fix) => fix.Value.Parent switch
    {
        EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax declarator } => fix.Model.GetDeclaredSymbol(declarator),
        AssignmentExpressionSyntax assignment when assignment.Right == fix.Value => fix.Model.GetSymbolInfo(assignment.Left).Symbol,
        _ => null,
    };
}
