using System.Globalization;

namespace CdeCodegen.Generator.Reading;

/// <summary>Resolves unquoted YAML scalars by the core schema of YAML 1.2 (10.3.2): <c>no</c>, <c>on</c>, dates and <c>1_000</c> are strings.</summary>
internal static class PlainScalar
{
    /// <param name="value">The scalar as written.</param>
    /// <param name="text">The value for <see cref="SpecNode.Text"/>.</param>
    public static SpecKind Resolve(string value, out string text)
    {
        text = value;
        if (value.Length == 0)
        {
            return SpecKind.Null;
        }

        switch (value[0])
        {
            case '~' or 'n' or 'N' when value is "~" or "null" or "Null" or "NULL":
                text = "";
                return SpecKind.Null;
            case 't' or 'T' when value is "true" or "True" or "TRUE":
                text = "true";
                return SpecKind.Boolean;
            case 'f' or 'F' when value is "false" or "False" or "FALSE":
                text = "false";
                return SpecKind.Boolean;
            case '0' when value.Length > 2 && value[1] is 'x' or 'o':
                return PowerOfTwo(value, ref text) ? SpecKind.Number : SpecKind.String;
            case '+' or '-' or '.' or (>= '0' and <= '9'):
                // JSON has no number for .inf and .nan, so they are strings, as in an equivalent JSON document.
                return IsDecimal(value) ? SpecKind.Number : SpecKind.String;
            default:
                return SpecKind.String;
        }
    }

    /// <summary>Converts <c>0x</c> and <c>0o</c> numbers to decimal, so that later stages only see decimal numbers.</summary>
    private static bool PowerOfTwo(string value, ref string text)
    {
        int bits = value[1] == 'x' ? 4 : 3;
        ulong number = 0;
        for (int i = 2; i < value.Length; i++)
        {
            char c = value[i];
            int digit = c is >= '0' and <= '9' ? c - '0'
                : c is >= 'a' and <= 'f' ? c - 'a' + 10
                : c is >= 'A' and <= 'F' ? c - 'A' + 10
                : int.MaxValue;
            if (digit >= 1 << bits || number >> (64 - bits) != 0)
            {
                return false;
            }

            number = (number << bits) | (uint)digit;
        }

        text = number.ToString(CultureInfo.InvariantCulture);
        return true;
    }

    private static bool IsDecimal(string value)
    {
        int i = value[0] is '+' or '-' ? 1 : 0;
        int whole = Digits(value, ref i);
        int fraction = 0;
        if (i < value.Length && value[i] == '.')
        {
            i++;
            fraction = Digits(value, ref i);
        }

        if (whole + fraction == 0)
        {
            return false;
        }

        if (i < value.Length && value[i] is 'e' or 'E')
        {
            i++;
            if (i < value.Length && value[i] is '+' or '-')
            {
                i++;
            }

            if (Digits(value, ref i) == 0)
            {
                return false;
            }
        }

        return i == value.Length;
    }

    private static int Digits(string value, ref int i)
    {
        int start = i;
        while (i < value.Length && value[i] is >= '0' and <= '9')
        {
            i++;
        }

        return i - start;
    }
}
