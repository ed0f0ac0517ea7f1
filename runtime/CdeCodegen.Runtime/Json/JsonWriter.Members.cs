using System.Text.Json;

namespace CdeCodegen.Runtime.Generated;

// Members: what is null is left out, or written as null by the methods that say so.
public sealed partial class JsonWriter
{
    /// <summary>Writes a member that is a boolean.</summary>
    public void Boolean(JsonName n, bool v)
    {
        Begin(n, 5);
        Put(v);
    }

    /// <summary>Writes a member that is a boolean; null leaves it out.</summary>
    public void Boolean(JsonName n, bool? v)
    {
        if (v is { } value)
        {
            Begin(n, 5);
            Put(value);
        }
    }

    /// <summary>Writes a member that is a boolean or null.</summary>
    public void BooleanOrNull(JsonName n, bool? v)
    {
        Begin(n, 5);
        if (v is { } value)
        {
            Put(value);
        }
        else
        {
            PutNull();
        }
    }

    /// <summary>Writes a member that is a 32-bit integer.</summary>
    public void Int32(JsonName n, int v)
    {
        Begin(n, 11);
        Put(v);
    }

    /// <summary>Writes a member that is a 32-bit integer; null leaves it out.</summary>
    public void Int32(JsonName n, int? v)
    {
        if (v is { } value)
        {
            Begin(n, 11);
            Put(value);
        }
    }

    /// <summary>Writes a member that is a 32-bit integer or null.</summary>
    public void Int32OrNull(JsonName n, int? v)
    {
        Begin(n, 11);
        if (v is { } value)
        {
            Put(value);
        }
        else
        {
            PutNull();
        }
    }

    /// <summary>Writes a member that is a 64-bit integer.</summary>
    public void Int64(JsonName n, long v)
    {
        Begin(n, 20);
        Put(v);
    }

    /// <summary>Writes a member that is a 64-bit integer; null leaves it out.</summary>
    public void Int64(JsonName n, long? v)
    {
        if (v is { } value)
        {
            Begin(n, 20);
            Put(value);
        }
    }

    /// <summary>Writes a member that is a 64-bit integer or null.</summary>
    public void Int64OrNull(JsonName n, long? v)
    {
        Begin(n, 20);
        if (v is { } value)
        {
            Put(value);
        }
        else
        {
            PutNull();
        }
    }

    /// <summary>Writes a member that is a number of single precision.</summary>
    /// <exception cref="ArgumentException">It is not finite: JSON has no such number.</exception>
    public void Single(JsonName n, float v)
    {
        Begin(n, 32);
        Put(v);
    }

    /// <summary>Writes a member that is a number of single precision; null leaves it out.</summary>
    /// <exception cref="ArgumentException">It is not finite: JSON has no such number.</exception>
    public void Single(JsonName n, float? v)
    {
        if (v is { } value)
        {
            Begin(n, 32);
            Put(value);
        }
    }

    /// <summary>Writes a member that is a number of single precision or null.</summary>
    /// <exception cref="ArgumentException">It is not finite: JSON has no such number.</exception>
    public void SingleOrNull(JsonName n, float? v)
    {
        Begin(n, 32);
        if (v is { } value)
        {
            Put(value);
        }
        else
        {
            PutNull();
        }
    }

    /// <summary>Writes a member that is a number of double precision.</summary>
    /// <exception cref="ArgumentException">It is not finite: JSON has no such number.</exception>
    public void Double(JsonName n, double v)
    {
        Begin(n, 32);
        Put(v);
    }

    /// <summary>Writes a member that is a number of double precision; null leaves it out.</summary>
    /// <exception cref="ArgumentException">It is not finite: JSON has no such number.</exception>
    public void Double(JsonName n, double? v)
    {
        if (v is { } value)
        {
            Begin(n, 32);
            Put(value);
        }
    }

    /// <summary>Writes a member that is a number of double precision or null.</summary>
    /// <exception cref="ArgumentException">It is not finite: JSON has no such number.</exception>
    public void DoubleOrNull(JsonName n, double? v)
    {
        Begin(n, 32);
        if (v is { } value)
        {
            Put(value);
        }
        else
        {
            PutNull();
        }
    }

    /// <summary>Writes a member that is a decimal number.</summary>
    public void Decimal(JsonName n, decimal v)
    {
        Begin(n, 32);
        Put(v);
    }

    /// <summary>Writes a member that is a decimal number; null leaves it out.</summary>
    public void Decimal(JsonName n, decimal? v)
    {
        if (v is { } value)
        {
            Begin(n, 32);
            Put(value);
        }
    }

    /// <summary>Writes a member that is a decimal number or null.</summary>
    public void DecimalOrNull(JsonName n, decimal? v)
    {
        Begin(n, 32);
        if (v is { } value)
        {
            Put(value);
        }
        else
        {
            PutNull();
        }
    }

    /// <summary>Writes a member that is a UUID.</summary>
    public void Guid(JsonName n, Guid v)
    {
        Begin(n, 38);
        Put(v);
    }

    /// <summary>Writes a member that is a UUID; null leaves it out.</summary>
    public void Guid(JsonName n, Guid? v)
    {
        if (v is { } value)
        {
            Begin(n, 38);
            Put(value);
        }
    }

    /// <summary>Writes a member that is a UUID or null.</summary>
    public void GuidOrNull(JsonName n, Guid? v)
    {
        Begin(n, 38);
        if (v is { } value)
        {
            Put(value);
        }
        else
        {
            PutNull();
        }
    }

    /// <summary>Writes a member that is a date-time.</summary>
    public void DateTimeOffset(JsonName n, DateTimeOffset v)
    {
        Begin(n, 40);
        Put(v);
    }

    /// <summary>Writes a member that is a date-time; null leaves it out.</summary>
    public void DateTimeOffset(JsonName n, DateTimeOffset? v)
    {
        if (v is { } value)
        {
            Begin(n, 40);
            Put(value);
        }
    }

    /// <summary>Writes a member that is a date-time or null.</summary>
    public void DateTimeOffsetOrNull(JsonName n, DateTimeOffset? v)
    {
        Begin(n, 40);
        if (v is { } value)
        {
            Put(value);
        }
        else
        {
            PutNull();
        }
    }

    /// <summary>Writes a member that is a date.</summary>
    public void Date(JsonName n, DateOnly v)
    {
        Begin(n, 16);
        Put(v);
    }

    /// <summary>Writes a member that is a date; null leaves it out.</summary>
    public void Date(JsonName n, DateOnly? v)
    {
        if (v is { } value)
        {
            Begin(n, 16);
            Put(value);
        }
    }

    /// <summary>Writes a member that is a date or null.</summary>
    public void DateOrNull(JsonName n, DateOnly? v)
    {
        Begin(n, 16);
        if (v is { } value)
        {
            Put(value);
        }
        else
        {
            PutNull();
        }
    }

    /// <summary>Writes a member that is a time of day.</summary>
    public void Time(JsonName n, TimeOnly v)
    {
        Begin(n, 24);
        Put(v);
    }

    /// <summary>Writes a member that is a time of day; null leaves it out.</summary>
    public void Time(JsonName n, TimeOnly? v)
    {
        if (v is { } value)
        {
            Begin(n, 24);
            Put(value);
        }
    }

    /// <summary>Writes a member that is a time of day or null.</summary>
    public void TimeOrNull(JsonName n, TimeOnly? v)
    {
        Begin(n, 24);
        if (v is { } value)
        {
            Put(value);
        }
        else
        {
            PutNull();
        }
    }

    /// <summary>Writes a member that is a string; null leaves it out.</summary>
    public void String(JsonName n, string? v)
    {
        if (v is not null)
        {
            Begin(n, 0);
            Put(v);
        }
    }

    /// <summary>Writes a member that is a string or null.</summary>
    public void StringOrNull(JsonName n, string? v)
    {
        Begin(n, 4);
        if (v is not null)
        {
            Put(v);
        }
        else
        {
            PutNull();
        }
    }

    /// <summary>Writes a member that is a URI; null leaves it out.</summary>
    public void Uri(JsonName n, Uri? v)
    {
        if (v is not null)
        {
            Begin(n, 0);
            Put(v);
        }
    }

    /// <summary>Writes a member that is a URI or null.</summary>
    public void UriOrNull(JsonName n, Uri? v)
    {
        Begin(n, 4);
        if (v is not null)
        {
            Put(v);
        }
        else
        {
            PutNull();
        }
    }

    /// <summary>Writes a member that is base64; null leaves it out.</summary>
    public void Bytes(JsonName n, byte[]? v)
    {
        if (v is not null)
        {
            Begin(n, 0);
            Put(v);
        }
    }

    /// <summary>Writes a member that is base64 or null.</summary>
    public void BytesOrNull(JsonName n, byte[]? v)
    {
        Begin(n, 4);
        if (v is not null)
        {
            Put(v);
        }
        else
        {
            PutNull();
        }
    }

    /// <summary>Writes a member that is any value; one that was never set is left out.</summary>
    public void Element(JsonName n, JsonElement v)
    {
        if (v.ValueKind != JsonValueKind.Undefined)
        {
            Begin(n, 5);
            Put(v);
        }
    }

    /// <summary>Writes a member that is any value; null, and one that was never set, leaves it out.</summary>
    public void Element(JsonName n, JsonElement? v) => Element(n, v.GetValueOrDefault());

    /// <summary>Writes a member that is any value or null.</summary>
    public void ElementOrNull(JsonName n, JsonElement? v)
    {
        Begin(n, 5);
        Put(v.GetValueOrDefault());
    }
}
