using System.Text.Json;

namespace CdeCodegen.Runtime.Generated;

// Members: what is null is left out, or written as null by the methods that say so.
public sealed partial class JsonOut
{
    /// <summary>Writes a member that is a boolean.</summary>
    public void Boolean(JsonName n, bool v)
    {
        Name(n);
        Boolean(v);
    }

    /// <summary>Writes a member that is a boolean; null leaves it out.</summary>
    public void Boolean(JsonName n, bool? v)
    {
        if (v is { } value)
        {
            Name(n);
            Boolean(value);
        }
    }

    /// <summary>Writes a member that is a boolean or null.</summary>
    public void BooleanOrNull(JsonName n, bool? v)
    {
        Name(n);
        if (v is { } value)
        {
            Boolean(value);
        }
        else
        {
            Null();
        }
    }

    /// <summary>Writes a member that is a 32-bit integer.</summary>
    public void Int32(JsonName n, int v)
    {
        Name(n);
        Int32(v);
    }

    /// <summary>Writes a member that is a 32-bit integer; null leaves it out.</summary>
    public void Int32(JsonName n, int? v)
    {
        if (v is { } value)
        {
            Name(n);
            Int32(value);
        }
    }

    /// <summary>Writes a member that is a 32-bit integer or null.</summary>
    public void Int32OrNull(JsonName n, int? v)
    {
        Name(n);
        if (v is { } value)
        {
            Int32(value);
        }
        else
        {
            Null();
        }
    }

    /// <summary>Writes a member that is a 64-bit integer.</summary>
    public void Int64(JsonName n, long v)
    {
        Name(n);
        Int64(v);
    }

    /// <summary>Writes a member that is a 64-bit integer; null leaves it out.</summary>
    public void Int64(JsonName n, long? v)
    {
        if (v is { } value)
        {
            Name(n);
            Int64(value);
        }
    }

    /// <summary>Writes a member that is a 64-bit integer or null.</summary>
    public void Int64OrNull(JsonName n, long? v)
    {
        Name(n);
        if (v is { } value)
        {
            Int64(value);
        }
        else
        {
            Null();
        }
    }

    /// <summary>Writes a member that is a number of single precision.</summary>
    public void Single(JsonName n, float v)
    {
        Name(n);
        Single(v);
    }

    /// <summary>Writes a member that is a number of single precision; null leaves it out.</summary>
    public void Single(JsonName n, float? v)
    {
        if (v is { } value)
        {
            Name(n);
            Single(value);
        }
    }

    /// <summary>Writes a member that is a number of single precision or null.</summary>
    public void SingleOrNull(JsonName n, float? v)
    {
        Name(n);
        if (v is { } value)
        {
            Single(value);
        }
        else
        {
            Null();
        }
    }

    /// <summary>Writes a member that is a number of double precision.</summary>
    public void Double(JsonName n, double v)
    {
        Name(n);
        Double(v);
    }

    /// <summary>Writes a member that is a number of double precision; null leaves it out.</summary>
    public void Double(JsonName n, double? v)
    {
        if (v is { } value)
        {
            Name(n);
            Double(value);
        }
    }

    /// <summary>Writes a member that is a number of double precision or null.</summary>
    public void DoubleOrNull(JsonName n, double? v)
    {
        Name(n);
        if (v is { } value)
        {
            Double(value);
        }
        else
        {
            Null();
        }
    }

    /// <summary>Writes a member that is a decimal number.</summary>
    public void Decimal(JsonName n, decimal v)
    {
        Name(n);
        Decimal(v);
    }

    /// <summary>Writes a member that is a decimal number; null leaves it out.</summary>
    public void Decimal(JsonName n, decimal? v)
    {
        if (v is { } value)
        {
            Name(n);
            Decimal(value);
        }
    }

    /// <summary>Writes a member that is a decimal number or null.</summary>
    public void DecimalOrNull(JsonName n, decimal? v)
    {
        Name(n);
        if (v is { } value)
        {
            Decimal(value);
        }
        else
        {
            Null();
        }
    }

    /// <summary>Writes a member that is a UUID.</summary>
    public void Guid(JsonName n, Guid v)
    {
        Name(n);
        Guid(v);
    }

    /// <summary>Writes a member that is a UUID; null leaves it out.</summary>
    public void Guid(JsonName n, Guid? v)
    {
        if (v is { } value)
        {
            Name(n);
            Guid(value);
        }
    }

    /// <summary>Writes a member that is a UUID or null.</summary>
    public void GuidOrNull(JsonName n, Guid? v)
    {
        Name(n);
        if (v is { } value)
        {
            Guid(value);
        }
        else
        {
            Null();
        }
    }

    /// <summary>Writes a member that is a date-time.</summary>
    public void DateTimeOffset(JsonName n, DateTimeOffset v)
    {
        Name(n);
        DateTimeOffset(v);
    }

    /// <summary>Writes a member that is a date-time; null leaves it out.</summary>
    public void DateTimeOffset(JsonName n, DateTimeOffset? v)
    {
        if (v is { } value)
        {
            Name(n);
            DateTimeOffset(value);
        }
    }

    /// <summary>Writes a member that is a date-time or null.</summary>
    public void DateTimeOffsetOrNull(JsonName n, DateTimeOffset? v)
    {
        Name(n);
        if (v is { } value)
        {
            DateTimeOffset(value);
        }
        else
        {
            Null();
        }
    }

    /// <summary>Writes a member that is a date.</summary>
    public void Date(JsonName n, DateOnly v)
    {
        Name(n);
        Date(v);
    }

    /// <summary>Writes a member that is a date; null leaves it out.</summary>
    public void Date(JsonName n, DateOnly? v)
    {
        if (v is { } value)
        {
            Name(n);
            Date(value);
        }
    }

    /// <summary>Writes a member that is a date or null.</summary>
    public void DateOrNull(JsonName n, DateOnly? v)
    {
        Name(n);
        if (v is { } value)
        {
            Date(value);
        }
        else
        {
            Null();
        }
    }

    /// <summary>Writes a member that is a time of day.</summary>
    public void Time(JsonName n, TimeOnly v)
    {
        Name(n);
        Time(v);
    }

    /// <summary>Writes a member that is a time of day; null leaves it out.</summary>
    public void Time(JsonName n, TimeOnly? v)
    {
        if (v is { } value)
        {
            Name(n);
            Time(value);
        }
    }

    /// <summary>Writes a member that is a time of day or null.</summary>
    public void TimeOrNull(JsonName n, TimeOnly? v)
    {
        Name(n);
        if (v is { } value)
        {
            Time(value);
        }
        else
        {
            Null();
        }
    }

    /// <summary>Writes a member that is any value; one that was never set is left out.</summary>
    public void Element(JsonName n, JsonElement v)
    {
        if (v.ValueKind != JsonValueKind.Undefined)
        {
            Name(n);
            Element(v);
        }
    }

    /// <summary>Writes a member that is any value; null, and one that was never set, leaves it out.</summary>
    public void Element(JsonName n, JsonElement? v) => Element(n, v.GetValueOrDefault());

    /// <summary>Writes a member that is any value or null.</summary>
    public void ElementOrNull(JsonName n, JsonElement? v)
    {
        Name(n);
        if (v is { } value)
        {
            Element(value);
        }
        else
        {
            Null();
        }
    }

    /// <summary>Writes a member that is a string; null leaves it out.</summary>
    public void String(JsonName n, string? v)
    {
        if (v is not null)
        {
            Name(n);
            String(v);
        }
    }

    /// <summary>Writes a member that is a string or null.</summary>
    public void StringOrNull(JsonName n, string? v)
    {
        Name(n);
        String(v);
    }

    /// <summary>Writes a member that is a URI; null leaves it out.</summary>
    public void Uri(JsonName n, Uri? v)
    {
        if (v is not null)
        {
            Name(n);
            Uri(v);
        }
    }

    /// <summary>Writes a member that is a URI or null.</summary>
    public void UriOrNull(JsonName n, Uri? v)
    {
        Name(n);
        Uri(v);
    }

    /// <summary>Writes a member that is base64; null leaves it out.</summary>
    public void Bytes(JsonName n, byte[]? v)
    {
        if (v is not null)
        {
            Name(n);
            Bytes(v);
        }
    }

    /// <summary>Writes a member that is base64 or null.</summary>
    public void BytesOrNull(JsonName n, byte[]? v)
    {
        Name(n);
        Bytes(v);
    }
}
