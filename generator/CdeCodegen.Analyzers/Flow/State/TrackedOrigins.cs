using CdeCodegen.Analyzers.Semantics;

namespace CdeCodegen.Analyzers.Flow.State;

/// <summary>The origins that one pass of the solver tracks: a window of those of the graph.</summary>
internal sealed class TrackedOrigins
{
    /// <summary>One bit stays free, because a shift by 64 would not empty a set.</summary>
    public const int MaxCount = OriginSet.Capacity - 1;

    private readonly int _first;
    private readonly Origin[] _origins;

    public TrackedOrigins(List<Origin> all, int first)
    {
        _first = first;
        _origins = all.GetRange(first, Math.Min(MaxCount, all.Count - first)).ToArray();
    }

    public int Count => _origins.Length;

    public Origin this[int origin] => _origins[origin];

    /// <summary>Converts the number of an origin in the graph to its number in this pass; false when another pass tracks it.</summary>
    public bool TryGet(int numberInGraph, out int origin)
    {
        origin = numberInGraph - _first;
        return origin >= 0 && origin < _origins.Length;
    }

    /// <summary>The result type of an origin whose results exist, so that their type is known.</summary>
    public ResultType TypeOf(int origin) => _origins[origin].Type!;

    /// <summary>Whether all origins have one type. Case numbers are per type, so only then can one set of cases describe them all.</summary>
    public bool HaveOneType(OriginSet held)
    {
        ResultType? type = null;
        foreach (int origin in held)
        {
            if (type is not null && !ReferenceEquals(type, _origins[origin].Type))
            {
                return false;
            }

            type = _origins[origin].Type;
        }

        return true;
    }
}
