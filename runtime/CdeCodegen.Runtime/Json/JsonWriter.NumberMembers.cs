namespace CdeCodegen.Runtime.Generated;

// Members that are booleans or numbers. Null omits the member; the OrNull methods write null.
public sealed partial class JsonWriter
{
    /// <summary>Writes a member that is a boolean.</summary>
    public void Boolean(JsonName n, bool v)
    {
        Begin(n, 5);
        Put(v);
    }

    /// <summary>Writes a member that is a boolean. Null omits the member.</summary>
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

    /// <summary>Writes a member that is a 32-bit integer. Null omits the member.</summary>
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

    /// <summary>Writes a member that is a 64-bit integer. Null omits the member.</summary>
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

    /// <summary>Writes a member that is a single-precision number.</summary>
    /// <exception cref="ArgumentException">The value is infinite or NaN, which JSON cannot represent.</exception>
    public void Single(JsonName n, float v)
    {
        Begin(n, 32);
        Put(v);
    }

    /// <summary>Writes a member that is a single-precision number. Null omits the member.</summary>
    /// <exception cref="ArgumentException">The value is infinite or NaN, which JSON cannot represent.</exception>
    public void Single(JsonName n, float? v)
    {
        if (v is { } value)
        {
            Begin(n, 32);
            Put(value);
        }
    }

    /// <summary>Writes a member that is a single-precision number or null.</summary>
    /// <exception cref="ArgumentException">The value is infinite or NaN, which JSON cannot represent.</exception>
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

    /// <summary>Writes a member that is a double-precision number.</summary>
    /// <exception cref="ArgumentException">The value is infinite or NaN, which JSON cannot represent.</exception>
    public void Double(JsonName n, double v)
    {
        Begin(n, 32);
        Put(v);
    }

    /// <summary>Writes a member that is a double-precision number. Null omits the member.</summary>
    /// <exception cref="ArgumentException">The value is infinite or NaN, which JSON cannot represent.</exception>
    public void Double(JsonName n, double? v)
    {
        if (v is { } value)
        {
            Begin(n, 32);
            Put(value);
        }
    }

    /// <summary>Writes a member that is a double-precision number or null.</summary>
    /// <exception cref="ArgumentException">The value is infinite or NaN, which JSON cannot represent.</exception>
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

    /// <summary>Writes a member that is a decimal number. Null omits the member.</summary>
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
}
