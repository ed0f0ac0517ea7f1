using CdeCodegen.Generator.Infrastructure;
using CdeCodegen.Generator.Model;

namespace CdeCodegen.Generator.Units;

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
            (lists[StableHash.Of(unit.HintName) % Count] ??= []).Add(unit);
        }

        var buckets = new UnitBucket[Count];
        for (int i = 0; i < Count; i++)
        {
            buckets[i] = new UnitBucket(lists[i]?.ToEquatableArray() ?? default);
        }

        return buckets;
    }
}
