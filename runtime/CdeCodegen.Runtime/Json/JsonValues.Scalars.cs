using System.Buffers.Text;
using System.Text.Json;

namespace CdeCodegen.Runtime.Generated;

public static partial class JsonValues
{
    private const int MaxUuidLength = 36;

    /// <summary>Free-form values are mostly null, so all of them share one element.</summary>
    private static readonly JsonElement s_nullElement = JsonDocument.Parse("null").RootElement.Clone();

    /// <summary>Reads a string.</summary>
    public static string String(ref JsonReader r) => r.String("a string");

    /// <summary>Reads a string or null.</summary>
    public static string? StringOrNull(ref JsonReader r) => r.TryNull() ? null : r.String("a string or null");

    /// <summary>Reads a boolean.</summary>
    public static bool Boolean(ref JsonReader r)
    {
        if (r.Remaining.StartsWith("true"u8))
        {
            r.Advance(4);
            return true;
        }

        if (r.Remaining.StartsWith("false"u8))
        {
            r.Advance(5);
            return false;
        }

        throw r.UnexpectedKind("a boolean");
    }

    /// <summary>Reads a 32-bit integer. <c>1.0</c> and <c>1e3</c> are integers as well.</summary>
    public static int Int32(ref JsonReader r)
    {
        long value = Integer(ref r, "a 32-bit integer", out int start);
        return value is >= int.MinValue and <= int.MaxValue ? (int)value : throw new JsonFormatException("the value is not a 32-bit integer", start);
    }

    /// <summary>Reads a 64-bit integer. <c>1.0</c> and <c>1e3</c> are integers as well.</summary>
    public static long Int64(ref JsonReader r) => Integer(ref r, "a 64-bit integer", out _);

    /// <summary>Reads a single-precision number. A value that overflows, or becomes zero, is an error.</summary>
    public static float Single(ref JsonReader r)
    {
        Utf8JsonReader number = CreateNumberReader(in r);
        if (!number.TryGetSingle(out float value) || !float.IsFinite(value) || (value == 0 && !IsZero(number)))
        {
            throw r.OutOfRange("within the range of single precision");
        }

        r.AdvancePast(number);
        return value;
    }

    /// <summary>Reads a double-precision number. A value that overflows, or becomes zero, is an error.</summary>
    public static double Double(ref JsonReader r)
    {
        if (PlainNumber.TryRead(r.Remaining, out PlainNumber plain))
        {
            r.Advance(plain.Length);
            return plain.ToDouble();
        }

        Utf8JsonReader number = CreateNumberReader(in r);
        if (!number.TryGetDouble(out double value) || !double.IsFinite(value) || (value == 0 && !IsZero(number)))
        {
            throw r.OutOfRange("within the range of double precision");
        }

        r.AdvancePast(number);
        return value;
    }

    /// <summary>Reads a decimal number. A value with more digits than <see cref="decimal"/> holds is an error.</summary>
    public static decimal Decimal(ref JsonReader r)
    {
        if (PlainNumber.TryRead(r.Remaining, out PlainNumber plain))
        {
            r.Advance(plain.Length);
            return plain.ToDecimal();
        }

        Utf8JsonReader number = CreateNumberReader(in r);
        if (!number.TryGetDecimal(out decimal value) || !IsExact(number))
        {
            throw r.OutOfRange("within the range and precision of a decimal");
        }

        r.AdvancePast(number);
        return value;
    }

    /// <summary>Reads a UUID, with or without hyphens.</summary>
    public static Guid Guid(ref JsonReader r)
    {
        int start = r.Position;
        if (r.TryPlainString(out ReadOnlySpan<byte> text))
        {
            return TryParse(text, out Guid value) ? value : throw new JsonFormatException("the string is not a UUID", start);
        }

        Span<byte> buffer = stackalloc byte[MaxUuidLength * JsonText.MaxExpansion];
        return TryParse(buffer[..r.CopyShortString(buffer, "a UUID")], out Guid escaped)
            ? escaped
            : throw new JsonFormatException("the string is not a UUID", start);

        static bool TryParse(ReadOnlySpan<byte> text, out Guid value)
            => Utf8Parser.TryParse(text, out value, out int used, text.Length == MaxUuidLength ? 'D' : 'N') && used == text.Length;
    }

    /// <summary>Reads a date-time as specified by RFC 3339, or one of its common variants.</summary>
    public static DateTimeOffset DateTimeOffset(ref JsonReader r)
    {
        int start = r.Position;
        Span<byte> text = stackalloc byte[DateTimeText.MaxText];
        return DateTimeText.TryParse(text[..r.CopyShortString(text, "a date-time")], out DateTimeOffset value)
            ? value
            : throw new JsonFormatException("the string is not a date-time", start);
    }

    /// <summary>Reads a date. The time of a date-time is ignored.</summary>
    public static DateOnly Date(ref JsonReader r)
    {
        int start = r.Position;
        Span<byte> text = stackalloc byte[DateTimeText.MaxText];
        return DateTimeText.TryParse(text[..r.CopyShortString(text, "a date")], out DateOnly value)
            ? value
            : throw new JsonFormatException("the string is not a date", start);
    }

    /// <summary>Reads a time of day. An offset is ignored.</summary>
    public static TimeOnly Time(ref JsonReader r)
    {
        int start = r.Position;
        Span<byte> text = stackalloc byte[DateTimeText.MaxText];
        return DateTimeText.TryParse(text[..r.CopyShortString(text, "a time")], out TimeOnly value)
            ? value
            : throw new JsonFormatException("the string is not a time", start);
    }

    /// <summary>Reads a date-time whose offset is optional. With an offset the value is in UTC; without one its kind is unspecified.</summary>
    public static DateTime DateTime(ref JsonReader r)
    {
        int start = r.Position;
        Span<byte> text = stackalloc byte[DateTimeText.MaxText];
        return DateTimeText.TryParse(text[..r.CopyShortString(text, "a date-time")], out DateTime value)
            ? value
            : throw new JsonFormatException("the string is not a date-time", start);
    }

    /// <summary>Reads a span of time in the constant format of .NET, <c>[-][d.]hh:mm:ss[.fffffff]</c>.</summary>
    public static TimeSpan TimeSpan(ref JsonReader r)
    {
        int start = r.Position;
        Span<byte> text = stackalloc byte[DateTimeText.MaxText];
        int length = r.CopyShortString(text, "a span of time");
        return Utf8Parser.TryParse(text[..length], out TimeSpan value, out int used, 'c') && used == length
            ? value
            : throw new JsonFormatException("the string is not a span of time", start);
    }

    /// <summary>Reads a URI, absolute or relative.</summary>
    public static Uri Uri(ref JsonReader r)
    {
        int start = r.Position;
        return System.Uri.TryCreate(r.String("a URI"), UriKind.RelativeOrAbsolute, out Uri? value)
            ? value
            : throw new JsonFormatException("the string is not a URI", start);
    }

    /// <summary>Reads a base64 or base64url string, with or without padding.</summary>
    public static byte[] Bytes(ref JsonReader r)
    {
        int start = r.Position;
        return Base64Text.TryDecode(r.String("base64"), out byte[]? value) ? value : throw new JsonFormatException("the string is not base64", start);
    }

    /// <summary>Reads an arbitrary value, including null.</summary>
    public static JsonElement Element(ref JsonReader r) => r.TryNull() ? s_nullElement : r.Element();

    /// <summary>Reads an arbitrary value, or null.</summary>
    public static JsonElement? ElementOrNull(ref JsonReader r) => r.TryNull() ? null : r.Element();

    /// <summary>Reads a boolean or null.</summary>
    public static bool? BooleanOrNull(ref JsonReader r) => r.TryNull() ? null : Boolean(ref r);

    /// <summary>Reads a 32-bit integer or null.</summary>
    public static int? Int32OrNull(ref JsonReader r) => r.TryNull() ? null : Int32(ref r);

    /// <summary>Reads a 64-bit integer or null.</summary>
    public static long? Int64OrNull(ref JsonReader r) => r.TryNull() ? null : Int64(ref r);

    /// <summary>Reads a single-precision number or null.</summary>
    public static float? SingleOrNull(ref JsonReader r) => r.TryNull() ? null : Single(ref r);

    /// <summary>Reads a double-precision number or null.</summary>
    public static double? DoubleOrNull(ref JsonReader r) => r.TryNull() ? null : Double(ref r);

    /// <summary>Reads a decimal number or null.</summary>
    public static decimal? DecimalOrNull(ref JsonReader r) => r.TryNull() ? null : Decimal(ref r);

    /// <summary>Reads a UUID or null.</summary>
    public static Guid? GuidOrNull(ref JsonReader r) => r.TryNull() ? null : Guid(ref r);

    /// <summary>Reads a date-time or null.</summary>
    public static DateTimeOffset? DateTimeOffsetOrNull(ref JsonReader r) => r.TryNull() ? null : DateTimeOffset(ref r);

    /// <summary>Reads a date or null.</summary>
    public static DateOnly? DateOrNull(ref JsonReader r) => r.TryNull() ? null : Date(ref r);

    /// <summary>Reads a time of day or null.</summary>
    public static TimeOnly? TimeOrNull(ref JsonReader r) => r.TryNull() ? null : Time(ref r);

    /// <summary>Reads a date-time whose offset is optional, or null.</summary>
    public static DateTime? DateTimeOrNull(ref JsonReader r) => r.TryNull() ? null : DateTime(ref r);

    /// <summary>Reads a span of time or null.</summary>
    public static TimeSpan? TimeSpanOrNull(ref JsonReader r) => r.TryNull() ? null : TimeSpan(ref r);

    /// <summary>Reads a URI or null.</summary>
    public static Uri? UriOrNull(ref JsonReader r) => r.TryNull() ? null : Uri(ref r);

    /// <summary>Reads a base64 string or null.</summary>
    public static byte[]? BytesOrNull(ref JsonReader r) => r.TryNull() ? null : Bytes(ref r);

    private static long Integer(ref JsonReader r, string what, out int start)
    {
        start = r.Position;
        if (r.TryInteger(out long value))
        {
            return value;
        }

        // The number has a fraction, an exponent, or more than 18 digits.
        Utf8JsonReader number = CreateNumberReader(in r);
        if (!new JsonNumber(number.ValueSpan).TryGetInt64(out value))
        {
            throw r.OutOfRange(what);
        }

        r.AdvancePast(number);
        return value;
    }

    private static bool IsZero(in Utf8JsonReader number) => new JsonNumber(number.ValueSpan).IsZero;

    /// <summary>Numbers of up to 28 characters without an exponent are always exact.</summary>
    private static bool IsExact(in Utf8JsonReader number)
    {
        ReadOnlySpan<byte> text = number.ValueSpan;
        return (text.Length <= 28 && text.IndexOfAny((byte)'e', (byte)'E') < 0) || new JsonNumber(text).IsExactDecimal;
    }

    private static Utf8JsonReader CreateNumberReader(scoped in JsonReader r)
        => r.Peek is (byte)'-' or (>= (byte)'0' and <= (byte)'9') ? r.CreateUtf8Reader() : throw r.UnexpectedKind("a number");
}
