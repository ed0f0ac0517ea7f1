using System.Diagnostics.CodeAnalysis;
using System.Text.Json;

namespace CdeCodegen.Runtime.Tests;

/// <summary>A model like those that the generator emits, with a member of every kind.</summary>
internal sealed class Thing
{
    private static readonly JsonNames s_names = new(
        0x3UL, "id", "name", "is-open", "count", "total", "ratio", "weight", "price", "created-at", "day", "at", "link", "data", "extra", "tags", "numbers", "children", "by_key");

    public required Guid Id { get; init; }

    public required string Name { get; init; }

    public bool? IsOpen { get; init; }

    public int? Count { get; init; }

    public long? Total { get; init; }

    public float? Ratio { get; init; }

    public double? Weight { get; init; }

    public decimal? Price { get; init; }

    public DateTimeOffset? CreatedAt { get; init; }

    public DateOnly? Day { get; init; }

    public TimeOnly? At { get; init; }

    public Uri? Link { get; init; }

    public byte[]? Data { get; init; }

    public JsonElement? Extra { get; init; }

    public IReadOnlyList<string>? Tags { get; init; }

    public IReadOnlyList<int>? Numbers { get; init; }

    public IReadOnlyList<Thing>? Children { get; init; }

    public IReadOnlyDictionary<string, Thing>? ByKey { get; init; }

    public Thing()
    {
    }

    [SetsRequiredMembers]
    internal Thing(ref JsonReader r)
    {
        Name = null!;
        JsonMembers m = s_names.Start(ref r);
        while (s_names.Next(ref r, ref m))
        {
            switch (m.Index)
            {
                case 0: Id = JsonValues.Guid(ref r); break;
                case 1: Name = JsonValues.String(ref r); break;
                case 2: IsOpen = JsonValues.BooleanOrNull(ref r); break;
                case 3: Count = JsonValues.Int32OrNull(ref r); break;
                case 4: Total = JsonValues.Int64OrNull(ref r); break;
                case 5: Ratio = JsonValues.SingleOrNull(ref r); break;
                case 6: Weight = JsonValues.DoubleOrNull(ref r); break;
                case 7: Price = JsonValues.DecimalOrNull(ref r); break;
                case 8: CreatedAt = JsonValues.DateTimeOffsetOrNull(ref r); break;
                case 9: Day = JsonValues.DateOrNull(ref r); break;
                case 10: At = JsonValues.TimeOrNull(ref r); break;
                case 11: Link = JsonValues.UriOrNull(ref r); break;
                case 12: Data = JsonValues.BytesOrNull(ref r); break;
                case 13: Extra = JsonValues.Element(ref r); break;
                case 14: Tags = JsonValues.NotNull(ref r) ? JsonValues.Strings(ref r) : null; break;
                case 15: Numbers = JsonValues.NotNull(ref r) ? JsonValues.Int32s(ref r) : null; break;
                case 16: Children = JsonValues.NotNull(ref r) ? ReadList(ref r) : null; break;
                case 17: ByKey = JsonValues.NotNull(ref r) ? ReadMap(ref r) : null; break;
            }
        }
    }

    internal static Thing ReadBody(ApiResponse response) => response.ReadJson(static (ref JsonReader r) => new Thing(ref r));

    internal static IReadOnlyList<Thing> ReadList(ref JsonReader r)
    {
        var list = new JsonItems<Thing>();
        JsonValues.StartArray(ref r);
        while (JsonValues.NextItem(ref r))
        {
            list.Add(new Thing(ref r));
        }

        return list.ToList();
    }

    internal static IReadOnlyDictionary<string, Thing> ReadMap(ref JsonReader r)
    {
        var map = new Dictionary<string, Thing>();
        JsonValues.StartMap(ref r);
        while (JsonValues.NextEntry(ref r, out string key))
        {
            map[key] = new Thing(ref r);
        }

        return map;
    }

    internal void WriteTo(JsonWriter w)
    {
        w.Start();
        w.Guid(s_names[0], Id);
        w.String(s_names[1], Name);
        w.Boolean(s_names[2], IsOpen);
        w.Int32(s_names[3], Count);
        w.Int64(s_names[4], Total);
        w.Single(s_names[5], Ratio);
        w.Double(s_names[6], Weight);
        w.Decimal(s_names[7], Price);
        w.DateTimeOffset(s_names[8], CreatedAt);
        w.Date(s_names[9], Day);
        w.Time(s_names[10], At);
        w.Uri(s_names[11], Link);
        w.Bytes(s_names[12], Data);
        w.Element(s_names[13], Extra);
        w.Strings(s_names[14], Tags);
        w.Int32s(s_names[15], Numbers);
        if (Children is not null)
        {
            w.StartArray(s_names[16]);
            foreach (Thing child in Children)
            {
                child.WriteTo(w);
            }

            w.EndArray();
        }

        if (ByKey is not null)
        {
            w.Name(s_names[17]);
            w.Start();
            foreach ((string key, Thing thing) in ByKey)
            {
                thing.WriteTo(w.Name(key));
            }

            w.End();
        }

        w.End();
    }
}
