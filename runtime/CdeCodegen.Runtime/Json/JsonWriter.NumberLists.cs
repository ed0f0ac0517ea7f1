namespace CdeCodegen.Runtime.Generated;

// Arrays of booleans and numbers.
public sealed partial class JsonWriter
{
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

    /// <summary>Writes a member that is an array of booleans. Null omits the member.</summary>
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

    /// <summary>Writes a member that is an array of 32-bit integers. Null omits the member.</summary>
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

    /// <summary>Writes a member that is an array of 64-bit integers. Null omits the member.</summary>
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

    /// <summary>Writes an array of single-precision numbers.</summary>
    public void Singles(IReadOnlyList<float> v)
    {
        StartArray();
        for (int i = 0; i < v.Count; i++)
        {
            Single(v[i]);
        }

        EndArray();
    }

    /// <summary>Writes a member that is an array of single-precision numbers. Null omits the member.</summary>
    public void Singles(JsonName n, IReadOnlyList<float>? v)
    {
        if (v is not null)
        {
            Name(n);
            Singles(v);
        }
    }

    /// <summary>Writes a member that is an array of single-precision numbers or null.</summary>
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

    /// <summary>Writes an array of double-precision numbers.</summary>
    public void Doubles(IReadOnlyList<double> v)
    {
        StartArray();
        for (int i = 0; i < v.Count; i++)
        {
            Double(v[i]);
        }

        EndArray();
    }

    /// <summary>Writes a member that is an array of double-precision numbers. Null omits the member.</summary>
    public void Doubles(JsonName n, IReadOnlyList<double>? v)
    {
        if (v is not null)
        {
            Name(n);
            Doubles(v);
        }
    }

    /// <summary>Writes a member that is an array of double-precision numbers or null.</summary>
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

    /// <summary>Writes a member that is an array of decimal numbers. Null omits the member.</summary>
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
}
