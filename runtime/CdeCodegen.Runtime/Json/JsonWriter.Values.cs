using System.Text.Json;

namespace CdeCodegen.Runtime.Generated;

// Values: items of arrays, values of maps, the root.
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

    /// <summary>Writes a number of single precision.</summary>
    /// <exception cref="ArgumentException">It is not finite: JSON has no such number.</exception>
    public void Single(float v)
    {
        Separate(32);
        Put(v);
    }

    /// <summary>Writes a number of double precision.</summary>
    /// <exception cref="ArgumentException">It is not finite: JSON has no such number.</exception>
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

    /// <summary>Writes base64 or null.</summary>
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

    /// <summary>Writes a JSON value as it is; one that was never set as null.</summary>
    public void Element(JsonElement v)
    {
        Separate(5);
        Put(v);
    }
}
