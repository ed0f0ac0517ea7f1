using System.Text.Json;

namespace CdeCodegen.Runtime.Generated;

// Arrays of strings, of everything else that JSON writes as a string, and of arbitrary values.
public sealed partial class JsonWriter
{
    /// <summary>Writes an array of strings.</summary>
    public void Strings(IReadOnlyList<string> v)
    {
        StartArray();
        for (int i = 0; i < v.Count; i++)
        {
            String(v[i]);
        }

        EndArray();
    }

    /// <summary>Writes a member that is an array of strings. Null omits the member.</summary>
    public void Strings(JsonName n, IReadOnlyList<string>? v)
    {
        if (v is not null)
        {
            Name(n);
            Strings(v);
        }
    }

    /// <summary>Writes a member that is an array of strings or null.</summary>
    public void StringsOrNull(JsonName n, IReadOnlyList<string>? v)
    {
        Name(n);
        if (v is not null)
        {
            Strings(v);
        }
        else
        {
            Null();
        }
    }

    /// <summary>Writes an array of UUIDs.</summary>
    public void Guids(IReadOnlyList<Guid> v)
    {
        StartArray();
        for (int i = 0; i < v.Count; i++)
        {
            Guid(v[i]);
        }

        EndArray();
    }

    /// <summary>Writes a member that is an array of UUIDs. Null omits the member.</summary>
    public void Guids(JsonName n, IReadOnlyList<Guid>? v)
    {
        if (v is not null)
        {
            Name(n);
            Guids(v);
        }
    }

    /// <summary>Writes a member that is an array of UUIDs or null.</summary>
    public void GuidsOrNull(JsonName n, IReadOnlyList<Guid>? v)
    {
        Name(n);
        if (v is not null)
        {
            Guids(v);
        }
        else
        {
            Null();
        }
    }

    /// <summary>Writes an array of date-times.</summary>
    public void DateTimeOffsets(IReadOnlyList<DateTimeOffset> v)
    {
        StartArray();
        for (int i = 0; i < v.Count; i++)
        {
            DateTimeOffset(v[i]);
        }

        EndArray();
    }

    /// <summary>Writes a member that is an array of date-times. Null omits the member.</summary>
    public void DateTimeOffsets(JsonName n, IReadOnlyList<DateTimeOffset>? v)
    {
        if (v is not null)
        {
            Name(n);
            DateTimeOffsets(v);
        }
    }

    /// <summary>Writes a member that is an array of date-times or null.</summary>
    public void DateTimeOffsetsOrNull(JsonName n, IReadOnlyList<DateTimeOffset>? v)
    {
        Name(n);
        if (v is not null)
        {
            DateTimeOffsets(v);
        }
        else
        {
            Null();
        }
    }

    /// <summary>Writes an array of dates.</summary>
    public void Dates(IReadOnlyList<DateOnly> v)
    {
        StartArray();
        for (int i = 0; i < v.Count; i++)
        {
            Date(v[i]);
        }

        EndArray();
    }

    /// <summary>Writes a member that is an array of dates. Null omits the member.</summary>
    public void Dates(JsonName n, IReadOnlyList<DateOnly>? v)
    {
        if (v is not null)
        {
            Name(n);
            Dates(v);
        }
    }

    /// <summary>Writes a member that is an array of dates or null.</summary>
    public void DatesOrNull(JsonName n, IReadOnlyList<DateOnly>? v)
    {
        Name(n);
        if (v is not null)
        {
            Dates(v);
        }
        else
        {
            Null();
        }
    }

    /// <summary>Writes an array of times of day.</summary>
    public void Times(IReadOnlyList<TimeOnly> v)
    {
        StartArray();
        for (int i = 0; i < v.Count; i++)
        {
            Time(v[i]);
        }

        EndArray();
    }

    /// <summary>Writes a member that is an array of times of day. Null omits the member.</summary>
    public void Times(JsonName n, IReadOnlyList<TimeOnly>? v)
    {
        if (v is not null)
        {
            Name(n);
            Times(v);
        }
    }

    /// <summary>Writes a member that is an array of times of day or null.</summary>
    public void TimesOrNull(JsonName n, IReadOnlyList<TimeOnly>? v)
    {
        Name(n);
        if (v is not null)
        {
            Times(v);
        }
        else
        {
            Null();
        }
    }

    /// <summary>Writes an array of date-times.</summary>
    public void DateTimes(IReadOnlyList<DateTime> v)
    {
        StartArray();
        for (int i = 0; i < v.Count; i++)
        {
            DateTime(v[i]);
        }

        EndArray();
    }

    /// <summary>Writes a member that is an array of date-times. Null omits the member.</summary>
    public void DateTimes(JsonName n, IReadOnlyList<DateTime>? v)
    {
        if (v is not null)
        {
            Name(n);
            DateTimes(v);
        }
    }

    /// <summary>Writes a member that is an array of date-times or null.</summary>
    public void DateTimesOrNull(JsonName n, IReadOnlyList<DateTime>? v)
    {
        Name(n);
        if (v is not null)
        {
            DateTimes(v);
        }
        else
        {
            Null();
        }
    }

    /// <summary>Writes an array of spans of time.</summary>
    public void TimeSpans(IReadOnlyList<TimeSpan> v)
    {
        StartArray();
        for (int i = 0; i < v.Count; i++)
        {
            TimeSpan(v[i]);
        }

        EndArray();
    }

    /// <summary>Writes a member that is an array of spans of time. Null omits the member.</summary>
    public void TimeSpans(JsonName n, IReadOnlyList<TimeSpan>? v)
    {
        if (v is not null)
        {
            Name(n);
            TimeSpans(v);
        }
    }

    /// <summary>Writes a member that is an array of spans of time or null.</summary>
    public void TimeSpansOrNull(JsonName n, IReadOnlyList<TimeSpan>? v)
    {
        Name(n);
        if (v is not null)
        {
            TimeSpans(v);
        }
        else
        {
            Null();
        }
    }

    /// <summary>Writes an array of URIs.</summary>
    public void Uris(IReadOnlyList<Uri> v)
    {
        StartArray();
        for (int i = 0; i < v.Count; i++)
        {
            Uri(v[i]);
        }

        EndArray();
    }

    /// <summary>Writes a member that is an array of URIs. Null omits the member.</summary>
    public void Uris(JsonName n, IReadOnlyList<Uri>? v)
    {
        if (v is not null)
        {
            Name(n);
            Uris(v);
        }
    }

    /// <summary>Writes a member that is an array of URIs or null.</summary>
    public void UrisOrNull(JsonName n, IReadOnlyList<Uri>? v)
    {
        Name(n);
        if (v is not null)
        {
            Uris(v);
        }
        else
        {
            Null();
        }
    }

    /// <summary>Writes an array of base64 strings.</summary>
    public void BytesList(IReadOnlyList<byte[]> v)
    {
        StartArray();
        for (int i = 0; i < v.Count; i++)
        {
            Bytes(v[i]);
        }

        EndArray();
    }

    /// <summary>Writes a member that is an array of base64 strings. Null omits the member.</summary>
    public void BytesList(JsonName n, IReadOnlyList<byte[]>? v)
    {
        if (v is not null)
        {
            Name(n);
            BytesList(v);
        }
    }

    /// <summary>Writes a member that is an array of base64 strings or null.</summary>
    public void BytesListOrNull(JsonName n, IReadOnlyList<byte[]>? v)
    {
        Name(n);
        if (v is not null)
        {
            BytesList(v);
        }
        else
        {
            Null();
        }
    }

    /// <summary>Writes an array of arbitrary JSON values.</summary>
    public void Elements(IReadOnlyList<JsonElement> v)
    {
        StartArray();
        for (int i = 0; i < v.Count; i++)
        {
            Element(v[i]);
        }

        EndArray();
    }

    /// <summary>Writes a member that is an array of arbitrary JSON values. Null omits the member.</summary>
    public void Elements(JsonName n, IReadOnlyList<JsonElement>? v)
    {
        if (v is not null)
        {
            Name(n);
            Elements(v);
        }
    }

    /// <summary>Writes a member that is an array of arbitrary JSON values or null.</summary>
    public void ElementsOrNull(JsonName n, IReadOnlyList<JsonElement>? v)
    {
        Name(n);
        if (v is not null)
        {
            Elements(v);
        }
        else
        {
            Null();
        }
    }
}
