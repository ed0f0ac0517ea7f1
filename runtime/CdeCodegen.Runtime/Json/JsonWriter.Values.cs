using System.Text.Json;

namespace CdeCodegen.Runtime.Generated;

// Values without a name: array items, map values, and the root.
public sealed partial class JsonWriter
{
    /// <summary>Writes a boolean.</summary>
    public void Boolean(bool v)
    {
        Separate(5);
        Put(v);
    }

    /// <summary>Writes a 32-bit integer.</summary>
    public void Int32(int v)
    {
        Separate(11);
        Put(v);
    }

    /// <summary>Writes a 64-bit integer.</summary>
    public void Int64(long v)
    {
        Separate(20);
        Put(v);
    }

    /// <summary>Writes a single-precision number.</summary>
    /// <exception cref="ArgumentException">The value is infinite or NaN, which JSON cannot represent.</exception>
    public void Single(float v)
    {
        Separate(32);
        Put(v);
    }

    /// <summary>Writes a double-precision number.</summary>
    /// <exception cref="ArgumentException">The value is infinite or NaN, which JSON cannot represent.</exception>
    public void Double(double v)
    {
        Separate(32);
        Put(v);
    }

    /// <summary>Writes a decimal number.</summary>
    public void Decimal(decimal v)
    {
        Separate(32);
        Put(v);
    }

    /// <summary>Writes a UUID.</summary>
    public void Guid(Guid v)
    {
        Separate(38);
        Put(v);
    }

    /// <summary>Writes a date-time.</summary>
    public void DateTimeOffset(DateTimeOffset v)
    {
        Separate(40);
        Put(v);
    }

    /// <summary>Writes a date.</summary>
    public void Date(DateOnly v)
    {
        Separate(16);
        Put(v);
    }

    /// <summary>Writes a time of day.</summary>
    public void Time(TimeOnly v)
    {
        Separate(24);
        Put(v);
    }

    /// <summary>Writes a date-time.</summary>
    public void DateTime(DateTime v)
    {
        Separate(40);
        Put(v);
    }

    /// <summary>Writes a span of time.</summary>
    public void TimeSpan(TimeSpan v)
    {
        Separate(32);
        Put(v);
    }

    /// <summary>Writes a string or null.</summary>
    public void String(string? v)
    {
        Separate(4);
        if (v is not null)
        {
            Put(v);
        }
        else
        {
            PutNull();
        }
    }

    /// <summary>Writes a URI or null.</summary>
    public void Uri(Uri? v)
    {
        Separate(4);
        if (v is not null)
        {
            Put(v);
        }
        else
        {
            PutNull();
        }
    }

    /// <summary>Writes a base64 string or null.</summary>
    public void Bytes(byte[]? v)
    {
        Separate(4);
        if (v is not null)
        {
            Put(v);
        }
        else
        {
            PutNull();
        }
    }

    /// <summary>Writes an arbitrary JSON value. An undefined value is written as null.</summary>
    public void Element(JsonElement v)
    {
        Separate(5);
        Put(v, v.ValueKind);
    }
}
