namespace CdeCodegen.Runtime.Internal;

/// <summary>A JSON number of at most 15 digits without exponent, as most are: an integer divided by a power of ten.</summary>
/// <remarks>Both are exact as a double, so their quotient is the double nearest to the number.</remarks>
internal readonly struct PlainNumber
{
    /// <summary>All integers of so many digits are less than 2 to the power of 53.</summary>
    private const int MaxDigits = 15;

    private static readonly double[] s_powersOfTen = [1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15];

    private readonly long _digits;
    private readonly int _scale;

    private PlainNumber(long digits, int scale, int length)
    {
        _digits = digits;
        _scale = scale;
        Length = length;
    }

    /// <summary>The number of bytes.</summary>
    internal int Length { get; }

    internal double ToDouble() => _digits / s_powersOfTen[_scale];

    internal decimal ToDecimal()
    {
        ulong magnitude = (ulong)Math.Abs(_digits);
        return new decimal((int)(uint)magnitude, (int)(uint)(magnitude >> 32), 0, _digits < 0, (byte)_scale);
    }

    /// <summary>Reads the number at the start of the JSON.</summary>
    /// <returns>False for any other number, a negative zero, and anything that is not followed by the end of a value: <c>Utf8JsonReader</c> reads these.</returns>
    internal static bool TryRead(ReadOnlySpan<byte> json, out PlainNumber number)
    {
        number = default;
        bool isNegative = json.Length > 0 && json[0] == '-';
        int first = isNegative ? 1 : 0;
        long value = 0;
        int i = ReadDigits(json, first, ref value);
        int count = i - first;
        if (count == 0 || (count > 1 && json[first] == '0'))
        {
            return false;
        }

        int scale = 0;
        if (i < json.Length && json[i] == '.')
        {
            int point = i;
            i = ReadDigits(json, point + 1, ref value);
            scale = i - point - 1;
            if (scale == 0)
            {
                return false;
            }
        }

        bool isEnd = i == json.Length || json[i] is (byte)',' or (byte)']' or (byte)'}' or (byte)' ' or (byte)'\n' or (byte)'\r' or (byte)'\t';
        if (!isEnd || count + scale > MaxDigits || (isNegative && value == 0))
        {
            return false;
        }

        number = new PlainNumber(isNegative ? -value : value, scale, i);
        return true;
    }

    /// <summary>Appends digits to a value. Stops before it overflows: so many digits are too many in any case.</summary>
    /// <returns>The position after the digits.</returns>
    private static int ReadDigits(ReadOnlySpan<byte> json, int position, ref long value)
    {
        int start = position;
        while (position < json.Length && (uint)(json[position] - '0') < 10 && position - start <= MaxDigits && value < 1_000_000_000_000_000)
        {
            value = (value * 10) + (json[position] - '0');
            position++;
        }

        return position;
    }
}
