using System.Globalization;
using System.Text;

namespace CdeCodegen.Runtime.Internal;

/// <summary>Header values as types. Lenient: a header that is not what the document says must not cost the caller the response.</summary>
internal static class HeaderValueParser
{
    private const NumberStyles Number = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;

    /// <summary>The value, or null where the text is none of that type.</summary>
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
            _ when type == typeof(float) => float.TryParse(text, Number, invariant, out float v) ? v : null,
            _ when type == typeof(double) => double.TryParse(text, Number, invariant, out double v) ? v : null,
            _ when type == typeof(decimal) => decimal.TryParse(text, Number, invariant, out decimal v) ? v : null,
            _ when type == typeof(Guid) => Guid.TryParse(text, out Guid v) ? v : null,
            _ when type == typeof(DateTimeOffset) => DateTimeText.TryParse(ascii, out DateTimeOffset v) ? v : null,
            _ when type == typeof(DateOnly) => DateTimeText.TryParse(ascii, out DateOnly v) ? v : null,
            _ when type == typeof(TimeOnly) => DateTimeText.TryParse(ascii, out TimeOnly v) ? v : null,
            _ when type == typeof(Uri) => Uri.TryCreate(text, UriKind.RelativeOrAbsolute, out Uri? v) ? v : null,
            _ when type == typeof(byte[]) => Base64Text.TryDecode(text, out byte[]? v) ? v : null,
            _ when type == typeof(IReadOnlyList<string>) => List<string>(text),
            _ when type == typeof(IReadOnlyList<int>) => List<int>(text),
            _ when type == typeof(IReadOnlyList<long>) => List<long>(text),
            _ when type == typeof(IReadOnlyList<double>) => List<double>(text),
            _ when type == typeof(IReadOnlyList<Guid>) => List<Guid>(text),
            _ => null,
        };
    }

    /// <summary>Comma-separated (style simple); null when one of the items is none.</summary>
    private static T[]? List<T>(string text)
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
