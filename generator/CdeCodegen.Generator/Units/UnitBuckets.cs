using CdeCodegen.Generator.Infrastructure;
using CdeCodegen.Generator.Model;

namespace CdeCodegen.Generator.Units;

/// <summary>The units whose names hash to the same bucket.</summary>
internal sealed record UnitBucket(EquatableArray<SourceUnit> Units);

/// <summary>
/// Distributes units over a fixed number of buckets. The driver compares lists by position: in one long list, an inserted schema would shift all later
/// units and print them again. In a bucket it shifts only a few.
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
