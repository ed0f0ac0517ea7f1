using System.Text;

namespace CdeCodegen.Runtime.Generated;

// Numbers that a document also allows as text. ASP.NET Core describes its numbers this way, because its web defaults read both forms.
public static partial class JsonValues
{
    /// <summary>Reads a 32-bit integer, from a number or from a string that holds one.</summary>
    public static int Int32OrText(ref JsonReader r)
    {
        if (r.Peek != '"')
        {
            return Int32(ref r);
        }

        int start = r.Position;
        JsonReader text = CreateReader(r.String("a 32-bit integer"), "a 32-bit integer", start);
        try
        {
            int value = Int32(ref text);
            return text.Remaining.IsEmpty ? value : throw NotNumber("a 32-bit integer", start);
        }
        catch (JsonFormatException)
        {
            throw NotNumber("a 32-bit integer", start);
        }
    }

    /// <summary>Reads a 64-bit integer, from a number or from a string that holds one.</summary>
    public static long Int64OrText(ref JsonReader r)
    {
        if (r.Peek != '"')
        {
            return Int64(ref r);
        }

        int start = r.Position;
        JsonReader text = CreateReader(r.String("a 64-bit integer"), "a 64-bit integer", start);
        try
        {
            long value = Int64(ref text);
            return text.Remaining.IsEmpty ? value : throw NotNumber("a 64-bit integer", start);
        }
        catch (JsonFormatException)
        {
            throw NotNumber("a 64-bit integer", start);
        }
    }

    /// <summary>Reads a number of double precision, from a number or from a string that holds one: also <c>"NaN"</c>, <c>"Infinity"</c>, <c>"-Infinity"</c>.</summary>
    public static double DoubleOrText(ref JsonReader r)
    {
        if (r.Peek != '"')
        {
            return Double(ref r);
        }

        int start = r.Position;
        string name = r.String("a number");
        switch (name)
        {
            case "NaN":
                return double.NaN;
            case "Infinity":
                return double.PositiveInfinity;
            case "-Infinity":
                return double.NegativeInfinity;
        }

        JsonReader text = CreateReader(name, "a number of double precision", start);
        try
        {
            double value = Double(ref text);
            return text.Remaining.IsEmpty ? value : throw NotNumber("a number of double precision", start);
        }
        catch (JsonFormatException)
        {
            throw NotNumber("a number of double precision", start);
        }
    }

    /// <summary>Reads a decimal number, from a number or from a string that holds one.</summary>
    public static decimal DecimalOrText(ref JsonReader r)
    {
        if (r.Peek != '"')
        {
            return Decimal(ref r);
        }

        int start = r.Position;
        JsonReader text = CreateReader(r.String("a decimal number"), "a decimal number", start);
        try
        {
            decimal value = Decimal(ref text);
            return text.Remaining.IsEmpty ? value : throw NotNumber("a decimal number", start);
        }
        catch (JsonFormatException)
        {
            throw NotNumber("a decimal number", start);
        }
    }

    /// <summary>Reads a 32-bit integer, from a number or from a string that holds one, or null.</summary>
    public static int? Int32OrTextOrNull(ref JsonReader r) => r.TryNull() ? null : Int32OrText(ref r);

    /// <summary>Reads a 64-bit integer, from a number or from a string that holds one, or null.</summary>
    public static long? Int64OrTextOrNull(ref JsonReader r) => r.TryNull() ? null : Int64OrText(ref r);

    /// <summary>Reads a number of double precision, from a number or from a string that holds one, or null.</summary>
    public static double? DoubleOrTextOrNull(ref JsonReader r) => r.TryNull() ? null : DoubleOrText(ref r);

    /// <summary>Reads a decimal number, from a number or from a string that holds one, or null.</summary>
    public static decimal? DecimalOrTextOrNull(ref JsonReader r) => r.TryNull() ? null : DecimalOrText(ref r);

    /// <summary>Creates a reader of a string's content. A number within a string has no white space around it.</summary>
    private static JsonReader CreateReader(string content, string expected, int position)
    {
        var reader = new JsonReader(Encoding.UTF8.GetBytes(content));
        return reader.Position == 0 ? reader : throw NotNumber(expected, position);
    }

    /// <param name="expected">The type of the number.</param>
    /// <param name="position">The start of the string. An error within the string has an offset that means nothing in the body.</param>
    private static JsonFormatException NotNumber(string expected, int position) => new($"the string is not {expected}", position);
}
