using CdeCodegen.Generator.Emission;
using CdeCodegen.Generator.Infrastructure;
using CdeCodegen.Generator.Model;

namespace CdeCodegen.Generator.Pipeline;

/// <summary>The units whose names have the same hash.</summary>
internal sealed record UnitBucket(EquatableArray<SourceUnit> Units);

/// <summary>
/// Deals the units into a fixed number of buckets. The driver compares lists by position: in one long list an inserted schema would shift,
/// and so print again, everything behind it. In a bucket it shifts a few.
/// </summary>
internal static class UnitBuckets
{
    private const int Count = 256;

    public static IEnumerable<UnitBucket> Of(ClientModel? model)
    {
        if (model is null)
        {
            return [];
        }

        var lists = new List<SourceUnit>[Count];
        foreach (SourceUnit unit in SourceUnits.Of(model))
        {
            (lists[Bucket(unit.HintName)] ??= []).Add(unit);
        }

        var buckets = new UnitBucket[Count];
        for (int i = 0; i < Count; i++)
        {
            buckets[i] = new UnitBucket(lists[i]?.ToEquatableArray() ?? default);
        }

        return buckets;
    }

    /// <summary>FNV-1a: <c>string.GetHashCode</c> differs from process to process, and output must not.</summary>
    private static int Bucket(string name)
    {
        uint hash = 2166136261;
        foreach (char c in name)
        {
            hash = unchecked((hash ^ c) * 16777619);
        }

        return (int)(hash % Count);
    }
}
