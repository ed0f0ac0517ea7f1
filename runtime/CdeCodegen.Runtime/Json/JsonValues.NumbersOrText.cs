using System.Globalization;

namespace CdeCodegen.Runtime.Generated;

// Numbers that a document also allows as text. ASP.NET Core describes its numbers so, because its web defaults read both forms.
public static partial class JsonValues
{
    private const NumberStyles IntegerText = NumberStyles.AllowLeadingSign;
    private const NumberStyles NumberText = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;

    /// <summary>Reads a 32-bit integer, from a number or from a string that holds one.</summary>
    public static int Int32OrText(ref JsonReader r)
    {
        if (r.Peek != '"')
        {
            return Int32(ref r);
        }

        int start = r.Position;
        return int.TryParse(r.String("a 32-bit integer"), IntegerText, CultureInfo.InvariantCulture, out int value)
            ? value
            : throw new JsonFormatException("the string is not a 32-bit integer", start);
    }

    /// <summary>Reads a 64-bit integer, from a number or from a string that holds one.</summary>
    public static long Int64OrText(ref JsonReader r)
    {
        if (r.Peek != '"')
        {
            return Int64(ref r);
        }

        int start = r.Position;
        return long.TryParse(r.String("a 64-bit integer"), IntegerText, CultureInfo.InvariantCulture, out long value)
            ? value
            : throw new JsonFormatException("the string is not a 64-bit integer", start);
    }

    /// <summary>
    /// Reads a number of double precision, from a number or from a string that holds one; <c>"NaN"</c>, <c>"Infinity"</c> and <c>"-Infinity"</c> too.
    /// </summary>
    public static double DoubleOrText(ref JsonReader r)
    {
        if (r.Peek != '"')
        {
            return Double(ref r);
        }

        int start = r.Position;
        string text = r.String("a number");
        return text switch
        {
            "NaN" => double.NaN,
            "Infinity" => double.PositiveInfinity,
            "-Infinity" => double.NegativeInfinity,
            _ => double.TryParse(text, NumberText, CultureInfo.InvariantCulture, out double value) && double.IsFinite(value)
                ? value
                : throw new JsonFormatException("the string is not a number of double precision", start),
        };
    }

    /// <summary>Reads a decimal number, from a number or from a string that holds one.</summary>
    public static decimal DecimalOrText(ref JsonReader r)
    {
        if (r.Peek != '"')
        {
            return Decimal(ref r);
        }

        int start = r.Position;
        return decimal.TryParse(r.String("a decimal number"), NumberText, CultureInfo.InvariantCulture, out decimal value)
            ? value
            : throw new JsonFormatException("the string is not a decimal number", start);
    }

    /// <summary>Reads a 32-bit integer, from a number or from a string that holds one, or null.</summary>
    public static int? Int32OrTextOrNull(ref JsonReader r) => r.TryNull() ? null : Int32OrText(ref r);

    /// <summary>Reads a 64-bit integer, from a number or from a string that holds one, or null.</summary>
    public static long? Int64OrTextOrNull(ref JsonReader r) => r.TryNull() ? null : Int64OrText(ref r);

    /// <summary>Reads a number of double precision, from a number or from a string that holds one, or null.</summary>
    public static double? DoubleOrTextOrNull(ref JsonReader r) => r.TryNull() ? null : DoubleOrText(ref r);

    /// <summary>Reads a decimal number, from a number or from a string that holds one, or null.</summary>
    public static decimal? DecimalOrTextOrNull(ref JsonReader r) => r.TryNull() ? null : DecimalOrText(ref r);
}
