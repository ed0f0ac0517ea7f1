using System.Globalization;
using System.Text.Json;

namespace CdeCodegen.Runtime.Internal;

/// <summary>Formats scalar values for paths, queries, headers, cookies and forms.</summary>
internal static class ScalarText
{
    /// <summary>Large enough for the longest scalars that are formatted into a buffer: decimals and date-times.</summary>
    internal const int BufferSize = 64;

    /// <summary>Formats a value, into the buffer where possible.</summary>
    /// <returns>False if the value is null.</returns>
    /// <remarks>The JIT compiler removes the type tests: each instantiation over a struct keeps one branch.</remarks>
    internal static bool TryFormat<T>(T value, Span<char> buffer, out ReadOnlySpan<char> text)
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

            case DateTime time:
                {
                    Span<byte> ascii = stackalloc byte[DateTimeText.MaxText];
                    length = Widen(ascii[..DateTimeText.Format(time, ascii)], buffer);
                    break;
                }

            case TimeSpan span:
                span.TryFormat(buffer, out length, "c", CultureInfo.InvariantCulture);
                break;

            default:
                string? other = ToText(value);
                text = other;
                return other is not null;
        }

        text = buffer[..length];
        return true;
    }

    private static string? ToText(object value) => value switch
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
