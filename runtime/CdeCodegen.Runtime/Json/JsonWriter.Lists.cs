using System.Text.Json;

namespace CdeCodegen.Runtime.Generated;

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

    /// <summary>Writes a member that is an array of strings; null leaves it out.</summary>
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

    /// <summary>Writes an array of booleans.</summary>
    public void Booleans(IReadOnlyList<bool> v)
    {
        StartArray();
        for (int i = 0; i < v.Count; i++)
        {
            Boolean(v[i]);
        }

        EndArray();
    }

    /// <summary>Writes a member that is an array of booleans; null leaves it out.</summary>
    public void Booleans(JsonName n, IReadOnlyList<bool>? v)
    {
        if (v is not null)
        {
            Name(n);
            Booleans(v);
        }
    }

    /// <summary>Writes a member that is an array of booleans or null.</summary>
    public void BooleansOrNull(JsonName n, IReadOnlyList<bool>? v)
    {
        Name(n);
        if (v is not null)
        {
            Booleans(v);
        }
        else
        {
            Null();
        }
    }

    /// <summary>Writes an array of 32-bit integers.</summary>
    public void Int32s(IReadOnlyList<int> v)
    {
        StartArray();
        for (int i = 0; i < v.Count; i++)
        {
            Int32(v[i]);
        }

        EndArray();
    }

    /// <summary>Writes a member that is an array of 32-bit integers; null leaves it out.</summary>
    public void Int32s(JsonName n, IReadOnlyList<int>? v)
    {
        if (v is not null)
        {
            Name(n);
            Int32s(v);
        }
    }

    /// <summary>Writes a member that is an array of 32-bit integers or null.</summary>
    public void Int32sOrNull(JsonName n, IReadOnlyList<int>? v)
    {
        Name(n);
        if (v is not null)
        {
            Int32s(v);
        }
        else
        {
            Null();
        }
    }

    /// <summary>Writes an array of 64-bit integers.</summary>
    public void Int64s(IReadOnlyList<long> v)
    {
        StartArray();
        for (int i = 0; i < v.Count; i++)
        {
            Int64(v[i]);
        }

        EndArray();
    }

    /// <summary>Writes a member that is an array of 64-bit integers; null leaves it out.</summary>
    public void Int64s(JsonName n, IReadOnlyList<long>? v)
    {
        if (v is not null)
        {
            Name(n);
            Int64s(v);
        }
    }

    /// <summary>Writes a member that is an array of 64-bit integers or null.</summary>
    public void Int64sOrNull(JsonName n, IReadOnlyList<long>? v)
    {
        Name(n);
        if (v is not null)
        {
            Int64s(v);
        }
        else
        {
            Null();
        }
    }

    /// <summary>Writes an array of numbers of single precision.</summary>
    public void Singles(IReadOnlyList<float> v)
    {
        StartArray();
        for (int i = 0; i < v.Count; i++)
        {
            Single(v[i]);
        }

        EndArray();
    }

    /// <summary>Writes a member that is an array of numbers of single precision; null leaves it out.</summary>
    public void Singles(JsonName n, IReadOnlyList<float>? v)
    {
        if (v is not null)
        {
            Name(n);
            Singles(v);
        }
    }

    /// <summary>Writes a member that is an array of numbers of single precision or null.</summary>
    public void SinglesOrNull(JsonName n, IReadOnlyList<float>? v)
    {
        Name(n);
        if (v is not null)
        {
            Singles(v);
        }
        else
        {
            Null();
        }
    }

    /// <summary>Writes an array of numbers of double precision.</summary>
    public void Doubles(IReadOnlyList<double> v)
    {
        StartArray();
        for (int i = 0; i < v.Count; i++)
        {
            Double(v[i]);
        }

        EndArray();
    }

    /// <summary>Writes a member that is an array of numbers of double precision; null leaves it out.</summary>
    public void Doubles(JsonName n, IReadOnlyList<double>? v)
    {
        if (v is not null)
        {
            Name(n);
            Doubles(v);
        }
    }

    /// <summary>Writes a member that is an array of numbers of double precision or null.</summary>
    public void DoublesOrNull(JsonName n, IReadOnlyList<double>? v)
    {
        Name(n);
        if (v is not null)
        {
            Doubles(v);
        }
        else
        {
            Null();
        }
    }

    /// <summary>Writes an array of decimal numbers.</summary>
    public void Decimals(IReadOnlyList<decimal> v)
    {
        StartArray();
        for (int i = 0; i < v.Count; i++)
        {
            Decimal(v[i]);
        }

        EndArray();
    }

    /// <summary>Writes a member that is an array of decimal numbers; null leaves it out.</summary>
    public void Decimals(JsonName n, IReadOnlyList<decimal>? v)
    {
        if (v is not null)
        {
            Name(n);
            Decimals(v);
        }
    }

    /// <summary>Writes a member that is an array of decimal numbers or null.</summary>
    public void DecimalsOrNull(JsonName n, IReadOnlyList<decimal>? v)
    {
        Name(n);
        if (v is not null)
        {
            Decimals(v);
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

    /// <summary>Writes a member that is an array of UUIDs; null leaves it out.</summary>
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

    /// <summary>Writes a member that is an array of date-times; null leaves it out.</summary>
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

    /// <summary>Writes a member that is an array of dates; null leaves it out.</summary>
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

    /// <summary>Writes a member that is an array of times of day; null leaves it out.</summary>
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

    /// <summary>Writes a member that is an array of URIs; null leaves it out.</summary>
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

    /// <summary>Writes a member that is an array of base64 strings; null leaves it out.</summary>
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

    /// <summary>Writes an array of values of any kind.</summary>
    public void Elements(IReadOnlyList<JsonElement> v)
    {
        StartArray();
        for (int i = 0; i < v.Count; i++)
        {
            Element(v[i]);
        }

        EndArray();
    }

    /// <summary>Writes a member that is an array of values of any kind; null leaves it out.</summary>
    public void Elements(JsonName n, IReadOnlyList<JsonElement>? v)
    {
        if (v is not null)
        {
            Name(n);
            Elements(v);
        }
    }

    /// <summary>Writes a member that is an array of values of any kind or null.</summary>
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
