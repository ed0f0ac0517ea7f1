using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.FlowAnalysis;

namespace CdeCodegen.Analyzers.Flow.Layout;

/// <summary>Finds try regions and handlers. The graph has no exception edges.</summary>
internal static class ExceptionRegions
{
    /// <summary>The try region that directly or indirectly encloses a region, itself included; null at the root.</summary>
    public static ControlFlowRegion? TryAround(ControlFlowRegion? region)
    {
        // Stop at the root: the root of a lambda's graph has an enclosing region in another graph.
        while (region is not null && region.Kind is not (ControlFlowRegionKind.Try or ControlFlowRegionKind.Root))
        {
            region = region.EnclosingRegion;
        }

        return region is { Kind: ControlFlowRegionKind.Try, EnclosingRegion: not null } ? region : null;
    }

    /// <summary>Whether an enclosing handler catches an exception.</summary>
    /// <param name="region">The region that throws.</param>
    /// <param name="catches">Whether a handler for a type catches it; null stands for any exception.</param>
    public static bool IsCaught(ControlFlowRegion region, Func<ITypeSymbol?, bool> catches)
    {
        // A handler around a lambda does not catch exceptions of the lambda.
        for (ControlFlowRegion? attempt = TryAround(region); attempt is not null; attempt = TryAround(attempt.EnclosingRegion))
        {
            if (attempt.EnclosingRegion!.Kind != ControlFlowRegionKind.TryAndCatch)
            {
                continue;
            }

            foreach (ControlFlowRegion handler in attempt.EnclosingRegion.NestedRegions)
            {
                if (handler.Kind != ControlFlowRegionKind.Try && catches(handler.ExceptionType))
                {
                    return true;
                }
            }
        }

        return false;
    }

    /// <summary>
    /// Whether the compiler generated a finally region (using, foreach, lock), so that it contains no user code. Its operations do not tell: those of a
    /// <c>switch</c> without calls are implicit too.
    /// </summary>
    public static bool IsGenerated(ControlFlowGraph graph, ControlFlowRegion region)
    {
        for (int i = region.FirstBlockOrdinal; i <= region.LastBlockOrdinal; i++)
        {
            BasicBlock block = graph.Blocks[i];
            if ((block.Operations.IsEmpty ? block.BranchValue : block.Operations[0]) is { Syntax: var syntax })
            {
                return syntax.FirstAncestorOrSelf<FinallyClauseSyntax>() is null;
            }
        }

        return true;
    }
}
