using System.Globalization;

namespace CdeCodegen.Generator.OpenApi;

/// <summary>The texts of JSON numbers. <c>2</c>, <c>2.0</c> and <c>2e0</c> are one number.</summary>
internal static class NumberText
{
    private static readonly string[] s_precisions = ["G15", "G16", "G17"];

    /// <summary>The same number without exponent and trailing zeros; the text itself if no decimal holds it. The runtime's readers have the same rule.</summary>
    public static string Plain(string text) =>
        text.IndexOfAny(['.', 'e', 'E']) >= 0 && TryGetDecimal(text, out decimal value)
            ? value == 0 ? "0" : value.ToString("0.############################", CultureInfo.InvariantCulture)
            : text;

    /// <summary>Whether a double is this number, and is written as it.</summary>
    public static bool IsDouble(string text)
    {
        if (!double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double value) || double.IsInfinity(value) || double.IsNaN(value))
        {
            return false;
        }

        // The shortest text that gives the double. .NET Framework has no format for it.
        foreach (string precision in s_precisions)
        {
            string written = value.ToString(precision, CultureInfo.InvariantCulture);
            if (double.TryParse(written, NumberStyles.Float, CultureInfo.InvariantCulture, out double same) && same.Equals(value))
            {
                return IsSame(written, text);
            }
        }

        return false;
    }

    /// <summary>Whether a decimal is this number.</summary>
    public static bool IsDecimal(string text) => TryGetDecimal(text, out _);

    /// <summary>A decimal has no exponents below -28 and no more than 29 digits. Other numbers become zero, or lose digits.</summary>
    private static bool TryGetDecimal(string text, out decimal value) =>
        decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out value) && IsSame(value.ToString(CultureInfo.InvariantCulture), text);

    private static bool IsSame(string x, string y) => Digits(x, out int exponent) == Digits(y, out int other) && exponent == other;

    /// <summary>The sign and the digits from the first to the last that is not zero; empty for zero.</summary>
    private static string Digits(string text, out int exponent)
    {
        int end = text.IndexOfAny(['e', 'E']);
        string mantissa = end < 0 ? text : text.Substring(0, end);
        exponent = end >= 0 && int.TryParse(text.Substring(end + 1), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int written) ? written : 0;
        int point = mantissa.IndexOf('.');
        exponent -= point < 0 ? 0 : mantissa.Length - point - 1;
        string digits = mantissa.Replace(".", "").TrimStart('-', '+').TrimStart('0');
        string significant = digits.TrimEnd('0');
        exponent = significant.Length == 0 ? 0 : exponent + digits.Length - significant.Length;
        return significant.Length > 0 && mantissa[0] == '-' ? "-" + significant : significant;
    }
}
