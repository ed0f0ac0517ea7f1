namespace CdeCodegen.Runtime.Generated;

// Members with a single possible value by which a reader told the type from others.
public static partial class JsonValues
{
    /// <summary>Reads a string that must have a certain value.</summary>
    public static void Constant(ref JsonReader r, string value)
    {
        int start = r.Position;
        if (r.String("a string") != value)
        {
            throw NotConstant(start);
        }
    }

    /// <summary>Reads an integer that must have a certain value.</summary>
    public static void Constant(ref JsonReader r, long value)
    {
        int start = r.Position;
        if (Int64(ref r) != value)
        {
            throw NotConstant(start);
        }
    }

    /// <summary>Reads a number that must have a certain value.</summary>
    public static void Constant(ref JsonReader r, double value)
    {
        int start = r.Position;
        if (Double(ref r) != value)
        {
            throw NotConstant(start);
        }
    }

    /// <summary>Reads a number that must have a certain value.</summary>
    public static void Constant(ref JsonReader r, decimal value)
    {
        int start = r.Position;
        if (Decimal(ref r) != value)
        {
            throw NotConstant(start);
        }
    }

    /// <summary>Reads a boolean that must have a certain value.</summary>
    public static void Constant(ref JsonReader r, bool value)
    {
        int start = r.Position;
        if (Boolean(ref r) != value)
        {
            throw NotConstant(start);
        }
    }

    /// <summary>Reads a string that must have a certain value, or null.</summary>
    public static void ConstantOrNull(ref JsonReader r, string value)
    {
        if (!r.TryNull())
        {
            Constant(ref r, value);
        }
    }

    /// <summary>Reads an integer that must have a certain value, or null.</summary>
    public static void ConstantOrNull(ref JsonReader r, long value)
    {
        if (!r.TryNull())
        {
            Constant(ref r, value);
        }
    }

    /// <summary>Reads a number that must have a certain value, or null.</summary>
    public static void ConstantOrNull(ref JsonReader r, double value)
    {
        if (!r.TryNull())
        {
            Constant(ref r, value);
        }
    }

    /// <summary>Reads a number that must have a certain value, or null.</summary>
    public static void ConstantOrNull(ref JsonReader r, decimal value)
    {
        if (!r.TryNull())
        {
            Constant(ref r, value);
        }
    }

    /// <summary>Reads a boolean that must have a certain value, or null.</summary>
    public static void ConstantOrNull(ref JsonReader r, bool value)
    {
        if (!r.TryNull())
        {
            Constant(ref r, value);
        }
    }

    private static JsonFormatException NotConstant(int start) => new("the value is not the documented constant", start);
}
