using System.Text;

namespace CdeCodegen.Runtime.Generated;

// Numbers that a document also allows as text. ASP.NET Core describes its numbers this way, because its web defaults read both forms.
public static partial class JsonValues
{
    private delegate T NumberReader<T>(ref JsonReader r);

    /// <summary>Reads a 32-bit integer, from a number or from a string that holds one.</summary>
    public static int Int32OrText(ref JsonReader r) => r.Peek == '"' ? ReadText(ref r, "a 32-bit integer", Int32) : Int32(ref r);

    /// <summary>Reads a 64-bit integer, from a number or from a string that holds one.</summary>
    public static long Int64OrText(ref JsonReader r) => r.Peek == '"' ? ReadText(ref r, "a 64-bit integer", Int64) : Int64(ref r);

    /// <summary>Reads a number of double precision, from a number or from a string that holds one: also <c>"NaN"</c>, <c>"Infinity"</c>, <c>"-Infinity"</c>.</summary>
    public static double DoubleOrText(ref JsonReader r) => r.Peek == '"' ? ReadText(ref r, "a number of double precision", DoubleOrName) : Double(ref r);

    /// <summary>Reads a decimal number, from a number or from a string that holds one.</summary>
    public static decimal DecimalOrText(ref JsonReader r) => r.Peek == '"' ? ReadText(ref r, "a decimal number", Decimal) : Decimal(ref r);

    /// <summary>Reads a 32-bit integer, from a number or from a string that holds one, or null.</summary>
    public static int? Int32OrTextOrNull(ref JsonReader r) => r.TryNull() ? null : Int32OrText(ref r);

    /// <summary>Reads a 64-bit integer, from a number or from a string that holds one, or null.</summary>
    public static long? Int64OrTextOrNull(ref JsonReader r) => r.TryNull() ? null : Int64OrText(ref r);

    /// <summary>Reads a number of double precision, from a number or from a string that holds one, or null.</summary>
    public static double? DoubleOrTextOrNull(ref JsonReader r) => r.TryNull() ? null : DoubleOrText(ref r);

    /// <summary>Reads a decimal number, from a number or from a string that holds one, or null.</summary>
    public static decimal? DecimalOrTextOrNull(ref JsonReader r) => r.TryNull() ? null : DecimalOrText(ref r);

    /// <summary>Reads a string whose whole content is a number. A number within a string has no white space around it.</summary>
    private static T ReadText<T>(ref JsonReader r, string expected, NumberReader<T> read)
    {
        int start = r.Position;
        var content = new JsonReader(Encoding.UTF8.GetBytes(r.String(expected)));
        if (content.Position == 0)
        {
            try
            {
                T value = read(ref content);
                if (content.Remaining.IsEmpty)
                {
                    return value;
                }
            }
            catch (JsonFormatException)
            {
                // Reported below, because an offset within the string means nothing in the body.
            }
        }

        throw new JsonFormatException($"the string is not {expected}", start);
    }

    private static double DoubleOrName(ref JsonReader r)
    {
        double? value =
            r.Remaining.SequenceEqual("NaN"u8) ? double.NaN
            : r.Remaining.SequenceEqual("Infinity"u8) ? double.PositiveInfinity
            : r.Remaining.SequenceEqual("-Infinity"u8) ? double.NegativeInfinity
            : null;
        if (value is null)
        {
            return Double(ref r);
        }

        r.Advance(r.Remaining.Length);
        return value.Value;
    }
}
