using System.Globalization;
using System.Text.Json;

namespace CdeCodegen.Runtime.Generated;

public static partial class JsonIn
{
    /// <summary>Reads a string.</summary>
    public static string String(ref Utf8JsonReader r)
    {
        if (r.TokenType != JsonTokenType.String)
        {
            JsonFail.Unexpected(r, "a string");
        }

        return r.GetString()!;
    }

    /// <summary>Reads a string or null.</summary>
    public static string? StringOrNull(ref Utf8JsonReader r)
    {
        if (r.TokenType == JsonTokenType.String)
        {
            return r.GetString();
        }

        if (r.TokenType != JsonTokenType.Null)
        {
            JsonFail.Unexpected(r, "a string or null");
        }

        return null;
    }

    /// <summary>Reads a boolean.</summary>
    public static bool Boolean(ref Utf8JsonReader r)
    {
        if (r.TokenType is not (JsonTokenType.True or JsonTokenType.False))
        {
            JsonFail.Unexpected(r, "a boolean");
        }

        return r.TokenType == JsonTokenType.True;
    }

    /// <summary>Reads a boolean or null.</summary>
    public static bool? BooleanOrNull(ref Utf8JsonReader r) => NotNull(ref r) ? Boolean(ref r) : null;

    /// <summary>Reads a 32-bit integer; <c>1.0</c> and <c>1e3</c> are integers too.</summary>
    public static int Int32(ref Utf8JsonReader r)
    {
        ExpectNumber(ref r);
        if (r.TryGetInt32(out int value))
        {
            return value;
        }

        decimal whole = WholeNumber(ref r, "a 32-bit integer");
        if (whole is < int.MinValue or > int.MaxValue)
        {
            JsonFail.Invalid(r, "a 32-bit integer");
        }

        return (int)whole;
    }

    /// <summary>Reads a 32-bit integer or null.</summary>
    public static int? Int32OrNull(ref Utf8JsonReader r) => NotNull(ref r) ? Int32(ref r) : null;

    /// <summary>Reads a 64-bit integer; <c>1.0</c> and <c>1e3</c> are integers too.</summary>
    public static long Int64(ref Utf8JsonReader r)
    {
        ExpectNumber(ref r);
        if (r.TryGetInt64(out long value))
        {
            return value;
        }

        decimal whole = WholeNumber(ref r, "a 64-bit integer");
        if (whole is < long.MinValue or > long.MaxValue)
        {
            JsonFail.Invalid(r, "a 64-bit integer");
        }

        return (long)whole;
    }

    /// <summary>Reads a 64-bit integer or null.</summary>
    public static long? Int64OrNull(ref Utf8JsonReader r) => NotNull(ref r) ? Int64(ref r) : null;

    /// <summary>Reads a number of single precision; one that overflows is refused.</summary>
    public static float Single(ref Utf8JsonReader r)
    {
        ExpectNumber(ref r);
        if (!r.TryGetSingle(out float value) || !float.IsFinite(value))
        {
            JsonFail.Invalid(r, "within the range of single precision");
        }

        return value;
    }

    /// <summary>Reads a number of single precision or null.</summary>
    public static float? SingleOrNull(ref Utf8JsonReader r) => NotNull(ref r) ? Single(ref r) : null;

    /// <summary>Reads a number of double precision; one that overflows is refused.</summary>
    public static double Double(ref Utf8JsonReader r)
    {
        ExpectNumber(ref r);
        if (!r.TryGetDouble(out double value) || !double.IsFinite(value))
        {
            JsonFail.Invalid(r, "within the range of double precision");
        }

        return value;
    }

    /// <summary>Reads a number of double precision or null.</summary>
    public static double? DoubleOrNull(ref Utf8JsonReader r) => NotNull(ref r) ? Double(ref r) : null;

    /// <summary>Reads a decimal number.</summary>
    public static decimal Decimal(ref Utf8JsonReader r)
    {
        ExpectNumber(ref r);
        if (!r.TryGetDecimal(out decimal value))
        {
            JsonFail.Invalid(r, "within the range of a decimal");
        }

        return value;
    }

    /// <summary>Reads a decimal number or null.</summary>
    public static decimal? DecimalOrNull(ref Utf8JsonReader r) => NotNull(ref r) ? Decimal(ref r) : null;

    /// <summary>Reads a UUID.</summary>
    public static Guid Guid(ref Utf8JsonReader r)
    {
        ExpectString(ref r, "a UUID");
        if (!r.TryGetGuid(out Guid value) && !System.Guid.TryParse(r.GetString(), out value))
        {
            JsonFail.Invalid(r, "a UUID");
        }

        return value;
    }

    /// <summary>Reads a UUID or null.</summary>
    public static Guid? GuidOrNull(ref Utf8JsonReader r) => NotNull(ref r) ? Guid(ref r) : null;

    /// <summary>Reads a date-time of RFC 3339, or one of its common variants.</summary>
    public static DateTimeOffset DateTimeOffset(ref Utf8JsonReader r)
    {
        ExpectString(ref r, "a date-time");
        Span<byte> unescaped = stackalloc byte[WireTime.MaxText];
        if (!WireTime.TryParse(Text(in r, unescaped), out DateTimeOffset value))
        {
            JsonFail.Invalid(r, "a date-time");
        }

        return value;
    }

    /// <summary>Reads a date-time or null.</summary>
    public static DateTimeOffset? DateTimeOffsetOrNull(ref Utf8JsonReader r) => NotNull(ref r) ? DateTimeOffset(ref r) : null;

    /// <summary>Reads a date; of a date-time its date.</summary>
    public static DateOnly Date(ref Utf8JsonReader r)
    {
        ExpectString(ref r, "a date");
        Span<byte> unescaped = stackalloc byte[WireTime.MaxText];
        if (!WireTime.TryParse(Text(in r, unescaped), out DateOnly value))
        {
            JsonFail.Invalid(r, "a date");
        }

        return value;
    }

    /// <summary>Reads a date or null.</summary>
    public static DateOnly? DateOrNull(ref Utf8JsonReader r) => NotNull(ref r) ? Date(ref r) : null;

    /// <summary>Reads a time of day; an offset after it is not kept.</summary>
    public static TimeOnly Time(ref Utf8JsonReader r)
    {
        ExpectString(ref r, "a time");
        Span<byte> unescaped = stackalloc byte[WireTime.MaxText];
        if (!WireTime.TryParse(Text(in r, unescaped), out TimeOnly value))
        {
            JsonFail.Invalid(r, "a time");
        }

        return value;
    }

    /// <summary>Reads a time of day or null.</summary>
    public static TimeOnly? TimeOrNull(ref Utf8JsonReader r) => NotNull(ref r) ? Time(ref r) : null;

    /// <summary>Reads a URI, absolute or relative.</summary>
    public static Uri Uri(ref Utf8JsonReader r)
    {
        ExpectString(ref r, "a URI");
        if (!System.Uri.TryCreate(r.GetString(), UriKind.RelativeOrAbsolute, out Uri? value))
        {
            JsonFail.Invalid(r, "a URI");
        }

        return value!;
    }

    /// <summary>Reads a URI or null.</summary>
    public static Uri? UriOrNull(ref Utf8JsonReader r) => NotNull(ref r) ? Uri(ref r) : null;

    /// <summary>Reads base64, or base64url with or without padding.</summary>
    public static byte[] Bytes(ref Utf8JsonReader r)
    {
        ExpectString(ref r, "base64");
        if (!r.TryGetBytesFromBase64(out byte[]? value) && !WireBase64.TryDecode(r.GetString()!, out value))
        {
            JsonFail.Invalid(r, "base64");
        }

        return value!;
    }

    /// <summary>Reads base64 or null.</summary>
    public static byte[]? BytesOrNull(ref Utf8JsonReader r) => NotNull(ref r) ? Bytes(ref r) : null;

    /// <summary>Keeps any value, null included, as it is.</summary>
    public static JsonElement Element(ref Utf8JsonReader r) => JsonElement.ParseValue(ref r);

    /// <summary>Keeps any value as it is; null as null.</summary>
    public static JsonElement? ElementOrNull(ref Utf8JsonReader r) => NotNull(ref r) ? JsonElement.ParseValue(ref r) : null;

    private static void ExpectNumber(ref Utf8JsonReader r)
    {
        if (r.TokenType != JsonTokenType.Number)
        {
            JsonFail.Unexpected(r, "a number");
        }
    }

    private static void ExpectString(ref Utf8JsonReader r, string what)
    {
        if (r.TokenType != JsonTokenType.String)
        {
            JsonFail.Unexpected(r, what);
        }
    }

    private static decimal WholeNumber(ref Utf8JsonReader r, string what)
    {
        // TryGetDecimal knows exponents too. What has a fraction, or is too large for a decimal, is none of ours.
        if (!r.TryGetDecimal(out decimal value) || value != decimal.Truncate(value))
        {
            JsonFail.Invalid(r, what);
        }

        return value;
    }

    /// <summary>The string's bytes, unescaped. Text too long for any of the formats gives nothing, which none of them accepts.</summary>
    private static ReadOnlySpan<byte> Text(in Utf8JsonReader r, Span<byte> buffer)
    {
        ReadOnlySpan<byte> raw = r.ValueSpan;
        if (!r.ValueIsEscaped)
        {
            return raw;
        }

        return raw.Length > buffer.Length ? default : buffer[..r.CopyString(buffer)];
    }
}
