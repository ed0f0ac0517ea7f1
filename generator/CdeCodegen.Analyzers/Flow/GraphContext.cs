using CdeCodegen.Analyzers.Flow.Evaluation;
using CdeCodegen.Analyzers.Flow.Layout;

namespace CdeCodegen.Analyzers.Flow;

/// <summary>What the surroundings of a graph tell about it.</summary>
internal sealed class GraphContext(IReadOnlyList<Seed> seeds, IHelperSummaries? helpers = null, bool isWatched = false)
{
    public IReadOnlyList<Seed> Seeds { get; } = seeds;

    /// <summary>The helpers to follow; null to follow none.</summary>
    public IHelperSummaries? Helpers { get; } = helpers;

    /// <summary>Whether the graph is a lambda passed to an assertion or a mock, which may drop results.</summary>
    public bool IsWatched { get; } = isWatched;
}
