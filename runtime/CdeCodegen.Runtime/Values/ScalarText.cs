using System.Globalization;
using System.Text.Json;

namespace CdeCodegen.Runtime.Internal;

/// <summary>Scalar values as text, for everything that is not JSON: paths, queries, headers, cookies, forms.</summary>
internal static class ScalarText
{
    /// <summary>The longest scalar that is formatted into a buffer is a decimal with its sign and point, or a date-time.</summary>
    internal const int BufferSize = 64;

    /// <summary>The text of a value, in the buffer or in a string of its own.</summary>
    /// <returns>False for null.</returns>
    /// <remarks>The tests on the type fold away: each instantiation over a struct keeps one branch.</remarks>
    internal static bool TryGet<T>(T value, Span<char> buffer, out ReadOnlySpan<char> text)
    {
        int length;
        switch (value)
        {
            case null:
                text = default;
                return false;
            case string s:
                text = s;
                return true;
            case int i:
                i.TryFormat(buffer, out length, default, CultureInfo.InvariantCulture);
                break;
            case long l:
                l.TryFormat(buffer, out length, default, CultureInfo.InvariantCulture);
                break;
            case Guid g:
                g.TryFormat(buffer, out length);
                break;
            case bool b:
                text = b ? "true" : "false";
                return true;
            case double d:
                d.TryFormat(buffer, out length, default, CultureInfo.InvariantCulture);
                break;
            case float f:
                f.TryFormat(buffer, out length, default, CultureInfo.InvariantCulture);
                break;
            case decimal m:
                m.TryFormat(buffer, out length, default, CultureInfo.InvariantCulture);
                break;
            case DateTimeOffset t:
                {
                    Span<byte> ascii = stackalloc byte[DateTimeText.MaxText];
                    length = Widen(ascii[..DateTimeText.Format(t, ascii)], buffer);
                    break;
                }

            case DateOnly date:
                {
                    Span<byte> ascii = stackalloc byte[DateTimeText.MaxText];
                    length = Widen(ascii[..DateTimeText.Format(date, ascii)], buffer);
                    break;
                }

            case TimeOnly time:
                {
                    Span<byte> ascii = stackalloc byte[DateTimeText.MaxText];
                    length = Widen(ascii[..DateTimeText.Format(time, ascii)], buffer);
                    break;
                }

            default:
                string? other = AsString(value);
                text = other;
                return other is not null;
        }

        text = buffer[..length];
        return true;
    }

    private static string? AsString(object value) => value switch
    {
        IApiEnum e => e.Text,
        Uri uri => uri.OriginalString,
        byte[] bytes => Convert.ToBase64String(bytes),
        JsonElement { ValueKind: JsonValueKind.String } json => json.GetString(),
        JsonElement { ValueKind: JsonValueKind.Null or JsonValueKind.Undefined } => null,
        JsonElement json => json.GetRawText(),
        IFormattable other => other.ToString(null, CultureInfo.InvariantCulture),
        _ => throw new NotSupportedException($"A value of type {value.GetType()} cannot be a parameter."),
    };

    private static int Widen(ReadOnlySpan<byte> ascii, Span<char> target)
    {
        for (int i = 0; i < ascii.Length; i++)
        {
            target[i] = (char)ascii[i];
        }

        return ascii.Length;
    }
}
