using System.Globalization;
using System.Text;

namespace CdeCodegen.Runtime.Internal;

/// <summary>
/// Parses header values. A header that does not match the document must not make the whole response fail, so parsing returns null instead of throwing.
/// </summary>
internal static class HeaderValueParser
{
    private const NumberStyles NumberStyle = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;

    /// <summary>Parses a value, and returns null if the text does not represent one of the type.</summary>
    internal static object? Parse(Type type, string text)
    {
        text = text.Trim();
        CultureInfo invariant = CultureInfo.InvariantCulture;
        byte[] ascii = Encoding.ASCII.GetBytes(text);
        type = Nullable.GetUnderlyingType(type) ?? type;
        return type switch
        {
            _ when type == typeof(string) => text,
            _ when type == typeof(bool) => bool.TryParse(text, out bool v) ? v : null,
            _ when type == typeof(int) => int.TryParse(text, NumberStyles.AllowLeadingSign, invariant, out int v) ? v : null,
            _ when type == typeof(long) => long.TryParse(text, NumberStyles.AllowLeadingSign, invariant, out long v) ? v : null,
            _ when type == typeof(float) => float.TryParse(text, NumberStyle, invariant, out float v) ? v : null,
            _ when type == typeof(double) => double.TryParse(text, NumberStyle, invariant, out double v) ? v : null,
            _ when type == typeof(decimal) => decimal.TryParse(text, NumberStyle, invariant, out decimal v) ? v : null,
            _ when type == typeof(Guid) => Guid.TryParse(text, out Guid v) ? v : null,
            _ when type == typeof(DateTimeOffset) => DateTimeText.TryParse(ascii, out DateTimeOffset v) ? v : null,
            _ when type == typeof(DateOnly) => DateTimeText.TryParse(ascii, out DateOnly v) ? v : null,
            _ when type == typeof(TimeOnly) => DateTimeText.TryParse(ascii, out TimeOnly v) ? v : null,
            _ when type == typeof(DateTime) => DateTimeText.TryParse(ascii, out DateTime v) ? v : null,
            _ when type == typeof(TimeSpan) => TimeSpan.TryParseExact(text, "c", invariant, out TimeSpan v) ? v : null,
            _ when type == typeof(ApiDuration) => new ApiDuration(text),
            _ when type == typeof(Uri) => Uri.TryCreate(text, UriKind.RelativeOrAbsolute, out Uri? v) ? v : null,
            _ when type == typeof(byte[]) => Base64Text.TryDecode(text, out byte[]? v) ? v : null,
            _ when type == typeof(IReadOnlyList<string>) => ParseList<string>(text),
            _ when type == typeof(IReadOnlyList<int>) => ParseList<int>(text),
            _ when type == typeof(IReadOnlyList<long>) => ParseList<long>(text),
            _ when type == typeof(IReadOnlyList<double>) => ParseList<double>(text),
            _ when type == typeof(IReadOnlyList<Guid>) => ParseList<Guid>(text),
            _ when type == typeof(IReadOnlyList<bool>) => ParseList<bool>(text),
            _ when type == typeof(IReadOnlyList<float>) => ParseList<float>(text),
            _ when type == typeof(IReadOnlyList<decimal>) => ParseList<decimal>(text),
            _ when type == typeof(IReadOnlyList<DateTimeOffset>) => ParseList<DateTimeOffset>(text),
            _ when type == typeof(IReadOnlyList<DateTime>) => ParseList<DateTime>(text),
            _ when type == typeof(IReadOnlyList<DateOnly>) => ParseList<DateOnly>(text),
            _ when type == typeof(IReadOnlyList<TimeOnly>) => ParseList<TimeOnly>(text),
            _ when type == typeof(IReadOnlyList<TimeSpan>) => ParseList<TimeSpan>(text),
            _ when type == typeof(IReadOnlyList<ApiDuration>) => ParseList<ApiDuration>(text),
            _ when type == typeof(IReadOnlyList<Uri>) => ParseList<Uri>(text),
            _ => null,
        };
    }

    /// <summary>Parses a comma-separated list (style <c>simple</c>), and returns null if an item does not parse.</summary>
    private static T[]? ParseList<T>(string text)
    {
        string[] parts = text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        var items = new T[parts.Length];
        for (int i = 0; i < parts.Length; i++)
        {
            if (Parse(typeof(T), parts[i]) is not T item)
            {
                return null;
            }

            items[i] = item;
        }

        return items;
    }
}
