using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.FlowAnalysis;

namespace CdeCodegen.Analyzers.Flow.Layout;

/// <summary>Finds loops in the source, and their blocks in the graph.</summary>
internal static class SourceLoops
{
    /// <summary>The blocks of the innermost loop around a node, from the first to the last with an operation of the loop; null outside of loops.</summary>
    public static (int First, int Last)? Around(SyntaxNode syntax, ControlFlowGraph graph)
    {
        (int First, int Last)? found = null;
        if (Innermost(syntax) is { } loop)
        {
            foreach (BasicBlock block in graph.Blocks)
            {
                if (IsIn(loop, block))
                {
                    found = (found?.First ?? block.Ordinal, block.Ordinal);
                }
            }
        }

        return found;
    }

    /// <summary>The outermost loop around a node, in the same function, that keeps the value of a variable from one run to the next.</summary>
    /// <param name="syntax">The node.</param>
    /// <param name="declaration">The declaration of the variable; null for a parameter.</param>
    public static SyntaxNode? Outermost(SyntaxNode syntax, SyntaxNode? declaration)
    {
        SyntaxNode? outermost = null;
        for (SyntaxNode? node = syntax; !IsFunction(node); node = node!.Parent)
        {
            if (IsLoop(node!) && !IsDeclaredByEachRun(declaration, node!))
            {
                outermost = node;
            }
        }

        return outermost;
    }

    private static bool IsDeclaredByEachRun(SyntaxNode? declaration, SyntaxNode loop) =>
        declaration is not null && loop.Span.Contains(declaration.Span)
        && !(loop is ForStatementSyntax { Declaration: { } header } && header.Span.Contains(declaration.Span));

    /// <summary>The innermost loop around a node in the same function.</summary>
    public static SyntaxNode? Innermost(SyntaxNode syntax)
    {
        for (SyntaxNode? node = syntax; !IsFunction(node); node = node!.Parent)
        {
            if (IsLoop(node!))
            {
                return node;
            }
        }

        return null;
    }

    private static bool IsFunction(SyntaxNode? node) =>
        node is null or MemberDeclarationSyntax or AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax;

    public static bool IsLoop(SyntaxNode node) => node is WhileStatementSyntax or DoStatementSyntax or ForStatementSyntax or CommonForEachStatementSyntax;

    private static bool IsIn(SyntaxNode loop, BasicBlock block)
    {
        foreach (IOperation operation in block.Operations)
        {
            if (loop.Span.Contains(operation.Syntax.Span))
            {
                return true;
            }
        }

        return block.BranchValue is { } value && loop.Span.Contains(value.Syntax.Span);
    }
}
