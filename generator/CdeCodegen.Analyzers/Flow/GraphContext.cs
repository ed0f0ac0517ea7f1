namespace CdeCodegen.Analyzers.Flow;

/// <summary>What is known about a graph from outside of it.</summary>
internal sealed class GraphContext(IReadOnlyList<Seed> seeds, bool isWatched = false, bool isLambda = false)
{
    public IReadOnlyList<Seed> Seeds { get; } = seeds;

    /// <summary>A lambda given to an assertion or to a mock: what it drops is the point of it.</summary>
    public bool IsWatched { get; } = isWatched;

    public bool IsLambda { get; } = isLambda;
}
