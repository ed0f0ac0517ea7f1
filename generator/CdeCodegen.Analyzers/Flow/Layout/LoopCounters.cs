using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CdeCodegen.Analyzers.Flow.Layout;

/// <summary>
/// Tells the counters of loops from those of outcomes. `failed++` in the branch for failures deals with them; `attempt++` where `attempt` limits the loop
/// does not, since every retry has it.
/// </summary>
internal static class LoopCounters
{
    /// <summary>Whether a step of <paramref name="counter"/>, such as <c>n++</c>, only drives a loop around it, or is part of a larger expression.</summary>
    public static bool IsBookkeeping(SyntaxNode counter, SyntaxNode step)
    {
        if (step.Parent is not (ExpressionStatementSyntax or ArrowExpressionClauseSyntax or LambdaExpressionSyntax))
        {
            return true;
        }

        string text = counter.ToString();
        for (SyntaxNode? node = step.Parent;
            node is not null and not (MemberDeclarationSyntax or AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax); node = node.Parent)
        {
            ExpressionSyntax? condition = node switch
            {
                WhileStatementSyntax loop => loop.Condition,
                DoStatementSyntax loop => loop.Condition,
                ForStatementSyntax loop => loop.Condition,
                _ => null,
            };
            if (Names(condition, counter, text) || (SourceLoops.IsLoop(node) && IsLeftBy(node, counter, text)))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary><c>while (true) { if (n >= 3) break; … }</c></summary>
    private static bool IsLeftBy(SyntaxNode loop, SyntaxNode counter, string text)
    {
        // The `break` of an inner loop or switch does not leave this loop.
        foreach (SyntaxNode node in loop.DescendantNodes(inner => inner == loop || (inner is StatementSyntax and not SwitchStatementSyntax && !SourceLoops.IsLoop(inner))))
        {
            if (node is IfStatementSyntax { Else: null } exit && IsBreak(exit.Statement) && Names(exit.Condition, counter, text))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsBreak(StatementSyntax statement) =>
        statement is BlockSyntax { Statements.Count: 1 } block ? IsBreak(block.Statements[0]) : statement is BreakStatementSyntax;

    private static bool Names(ExpressionSyntax? condition, SyntaxNode counter, string text)
    {
        foreach (SyntaxNode part in condition?.DescendantNodesAndSelf() ?? [])
        {
            if (part.RawKind == counter.RawKind && part.ToString() == text)
            {
                return true;
            }
        }

        return false;
    }
}
