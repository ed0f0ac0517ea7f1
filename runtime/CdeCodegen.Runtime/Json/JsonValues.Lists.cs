using System.Text.Json;

namespace CdeCodegen.Runtime.Generated;

// Each scalar has its own method, because a generic helper would need an indirect call per item.
public static partial class JsonValues
{
    /// <summary>Reads an array of strings.</summary>
    public static IReadOnlyList<string> Strings(ref JsonReader r)
    {
        StartArray(ref r);
        var items = default(JsonItems<string>);
        while (NextItem(ref r))
        {
            items.Add(String(ref r));
        }

        return items.ToList();
    }

    /// <summary>Reads an array of booleans.</summary>
    public static IReadOnlyList<bool> Booleans(ref JsonReader r)
    {
        StartArray(ref r);
        var items = default(JsonItems<bool>);
        while (NextItem(ref r))
        {
            items.Add(Boolean(ref r));
        }

        return items.ToList();
    }

    /// <summary>Reads an array of 32-bit integers.</summary>
    public static IReadOnlyList<int> Int32s(ref JsonReader r)
    {
        StartArray(ref r);
        var items = default(JsonItems<int>);
        while (NextItem(ref r))
        {
            items.Add(Int32(ref r));
        }

        return items.ToList();
    }

    /// <summary>Reads an array of 64-bit integers.</summary>
    public static IReadOnlyList<long> Int64s(ref JsonReader r)
    {
        StartArray(ref r);
        var items = default(JsonItems<long>);
        while (NextItem(ref r))
        {
            items.Add(Int64(ref r));
        }

        return items.ToList();
    }

    /// <summary>Reads an array of single-precision numbers.</summary>
    public static IReadOnlyList<float> Singles(ref JsonReader r)
    {
        StartArray(ref r);
        var items = default(JsonItems<float>);
        while (NextItem(ref r))
        {
            items.Add(Single(ref r));
        }

        return items.ToList();
    }

    /// <summary>Reads an array of double-precision numbers.</summary>
    public static IReadOnlyList<double> Doubles(ref JsonReader r)
    {
        StartArray(ref r);
        var items = default(JsonItems<double>);
        while (NextItem(ref r))
        {
            items.Add(Double(ref r));
        }

        return items.ToList();
    }

    /// <summary>Reads an array of decimal numbers.</summary>
    public static IReadOnlyList<decimal> Decimals(ref JsonReader r)
    {
        StartArray(ref r);
        var items = default(JsonItems<decimal>);
        while (NextItem(ref r))
        {
            items.Add(Decimal(ref r));
        }

        return items.ToList();
    }

    /// <summary>Reads an array of UUIDs.</summary>
    public static IReadOnlyList<Guid> Guids(ref JsonReader r)
    {
        StartArray(ref r);
        var items = default(JsonItems<Guid>);
        while (NextItem(ref r))
        {
            items.Add(Guid(ref r));
        }

        return items.ToList();
    }

    /// <summary>Reads an array of date-times.</summary>
    public static IReadOnlyList<DateTimeOffset> DateTimeOffsets(ref JsonReader r)
    {
        StartArray(ref r);
        var items = default(JsonItems<DateTimeOffset>);
        while (NextItem(ref r))
        {
            items.Add(DateTimeOffset(ref r));
        }

        return items.ToList();
    }

    /// <summary>Reads an array of dates.</summary>
    public static IReadOnlyList<DateOnly> Dates(ref JsonReader r)
    {
        StartArray(ref r);
        var items = default(JsonItems<DateOnly>);
        while (NextItem(ref r))
        {
            items.Add(Date(ref r));
        }

        return items.ToList();
    }

    /// <summary>Reads an array of times of day.</summary>
    public static IReadOnlyList<TimeOnly> Times(ref JsonReader r)
    {
        StartArray(ref r);
        var items = default(JsonItems<TimeOnly>);
        while (NextItem(ref r))
        {
            items.Add(Time(ref r));
        }

        return items.ToList();
    }

    /// <summary>Reads an array of date-times.</summary>
    public static IReadOnlyList<DateTime> DateTimes(ref JsonReader r)
    {
        StartArray(ref r);
        var items = default(JsonItems<DateTime>);
        while (NextItem(ref r))
        {
            items.Add(DateTime(ref r));
        }

        return items.ToList();
    }

    /// <summary>Reads an array of spans of time.</summary>
    public static IReadOnlyList<TimeSpan> TimeSpans(ref JsonReader r)
    {
        StartArray(ref r);
        var items = default(JsonItems<TimeSpan>);
        while (NextItem(ref r))
        {
            items.Add(TimeSpan(ref r));
        }

        return items.ToList();
    }

    /// <summary>Reads an array of URIs.</summary>
    public static IReadOnlyList<Uri> Uris(ref JsonReader r)
    {
        StartArray(ref r);
        var items = default(JsonItems<Uri>);
        while (NextItem(ref r))
        {
            items.Add(Uri(ref r));
        }

        return items.ToList();
    }

    /// <summary>Reads an array of base64 strings.</summary>
    public static IReadOnlyList<byte[]> BytesList(ref JsonReader r)
    {
        StartArray(ref r);
        var items = default(JsonItems<byte[]>);
        while (NextItem(ref r))
        {
            items.Add(Bytes(ref r));
        }

        return items.ToList();
    }

    /// <summary>Reads an array of arbitrary JSON values.</summary>
    public static IReadOnlyList<JsonElement> Elements(ref JsonReader r)
    {
        StartArray(ref r);
        var items = default(JsonItems<JsonElement>);
        while (NextItem(ref r))
        {
            items.Add(Element(ref r));
        }

        return items.ToList();
    }
}
