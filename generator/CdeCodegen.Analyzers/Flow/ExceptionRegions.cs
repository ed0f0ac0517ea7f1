using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;

namespace CdeCodegen.Analyzers.Flow;

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

    /// <summary>Whether the compiler generated the region (using, foreach, lock), so that it contains no user code.</summary>
    public static bool IsGenerated(ControlFlowGraph graph, ControlFlowRegion region)
    {
        for (int i = region.FirstBlockOrdinal; i <= region.LastBlockOrdinal; i++)
        {
            BasicBlock block = graph.Blocks[i];
            if (block.BranchValue is { IsImplicit: false })
            {
                return false;
            }

            foreach (IOperation operation in block.Operations)
            {
                if (!operation.IsImplicit)
                {
                    return false;
                }
            }
        }

        return true;
    }
}
