using System.Globalization;
using System.Text;

namespace CdeCodegen.Runtime.Internal;

/// <summary>A JSON number in exact decimal form: a 128-bit integer times a power of ten. It tells whether a .NET type can hold the number unchanged.</summary>
internal readonly struct JsonNumber
{
    /// <summary>38 digits always fit into 128 bits.</summary>
    private const int MaxDigits = 38;

    /// <summary>Larger exponents are out of the range of all types; limiting them avoids overflow.</summary>
    private const int MaxExponent = 1_000_000;

    private readonly UInt128 _digits;
    private readonly int _exponent;
    private readonly bool _isNegative;
    private readonly bool _hasTooManyDigits;

    /// <summary>Analyzes a number that <c>Utf8JsonReader</c> has validated.</summary>
    internal JsonNumber(ReadOnlySpan<byte> text)
    {
        _isNegative = text[0] == '-';
        int mantissaEnd = text.IndexOfAny((byte)'e', (byte)'E');
        ReadOnlySpan<byte> mantissa = mantissaEnd < 0 ? text : text[..mantissaEnd];
        int exponent = mantissaEnd < 0 ? 0 : ParseExponent(text[(mantissaEnd + 1)..]);
        int point = mantissa.IndexOf((byte)'.');
        if (point >= 0)
        {
            exponent -= mantissa.Length - point - 1;
        }

        // Zeros are added only when a digit follows, so that trailing ones change the exponent instead.
        UInt128 digits = 0;
        int count = 0;
        int zeros = 0;
        foreach (byte c in mantissa)
        {
            if (c is < (byte)'0' or > (byte)'9')
            {
                continue;
            }

            if (c == '0')
            {
                zeros += count > 0 ? 1 : 0;
                continue;
            }

            count += zeros + 1;
            if (count > MaxDigits)
            {
                _hasTooManyDigits = true;
                return;
            }

            for (; zeros > 0; zeros--)
            {
                digits *= 10;
            }

            digits = (digits * 10) + (uint)(c - '0');
        }

        _digits = digits;
        _exponent = exponent + zeros;
    }

    /// <summary>Whether the number is zero.</summary>
    internal bool IsZero => _digits == 0 && !_hasTooManyDigits;

    /// <summary>Whether a <see cref="decimal"/> holds the number unchanged: 96 bits, and 28 digits after the point.</summary>
    internal bool IsExactDecimal
    {
        get
        {
            if (TryScale(out UInt128 integer))
            {
                return integer >> 96 == 0;
            }

            bool isFraction = !_hasTooManyDigits && _exponent is < 0 and >= -28;
            return IsZero || (isFraction && _digits >> 96 == 0);
        }
    }

    /// <summary>
    /// The number without exponent and trailing zeros, so that equal numbers have one text; the text itself if no decimal holds it. The generator writes the numbers
    /// of the document in the same way.
    /// </summary>
    internal static string PlainText(ReadOnlySpan<byte> text) =>
        text.IndexOfAny((byte)'.', (byte)'e', (byte)'E') >= 0 && new JsonNumber(text).IsExactDecimal
            && decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out decimal value)
            ? value == 0 ? "0" : value.ToString("0.############################", CultureInfo.InvariantCulture)
            : Encoding.UTF8.GetString(text);

    /// <summary>Converts the number if it is an integer of 64 bits.</summary>
    internal bool TryGetInt64(out long value)
    {
        UInt128 limit = _isNegative ? (UInt128)long.MaxValue + 1 : (UInt128)long.MaxValue;
        if (!TryScale(out UInt128 magnitude) || magnitude > limit)
        {
            value = 0;
            return IsZero;
        }

        value = _isNegative ? unchecked(-(long)magnitude) : (long)magnitude;
        return true;
    }

    /// <summary>Computes the magnitude of an integer of up to 38 digits.</summary>
    private bool TryScale(out UInt128 value)
    {
        value = _digits;
        if (_hasTooManyDigits || _exponent is < 0 or > MaxDigits)
        {
            return false;
        }

        for (int i = 0; i < _exponent; i++)
        {
            if (value > UInt128.MaxValue / 10)
            {
                return false;
            }

            value *= 10;
        }

        return true;
    }

    private static int ParseExponent(ReadOnlySpan<byte> text)
    {
        bool isNegative = text[0] == '-';
        int value = 0;
        foreach (byte c in text[(text[0] is (byte)'-' or (byte)'+' ? 1 : 0)..])
        {
            value = Math.Min((value * 10) + (c - '0'), MaxExponent);
        }

        return isNegative ? -value : value;
    }
}
