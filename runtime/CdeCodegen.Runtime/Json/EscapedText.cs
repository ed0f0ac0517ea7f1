using System.Buffers;
using System.Globalization;
using System.Text.Unicode;

namespace CdeCodegen.Runtime.Internal;

/// <summary>Decodes JSON strings with escapes.</summary>
/// <remarks>
/// <c>Utf8JsonReader</c> looks at a string with escapes byte by byte. This copies what is between the escapes in one step, and leaves whatever is invalid to
/// <c>Utf8JsonReader</c>, which can tell where the error is.
/// </remarks>
internal static class EscapedText
{
    private const int StackLength = 256;
    private const int MaxPooledLength = BufferPool.MaxPooledLength / sizeof(char);

    /// <summary>Decodes a string.</summary>
    /// <param name="json">The JSON after the opening quotation mark. Valid UTF-8.</param>
    /// <param name="length">The number of bytes before the closing quotation mark.</param>
    /// <returns>The text; null if the string is invalid.</returns>
    internal static string? TryDecode(ReadOnlySpan<byte> json, out int length)
    {
        length = FindEnd(json);
        if (length < 0)
        {
            return null;
        }

        // A byte becomes one UTF-16 code unit at most.
        char[]? rented = length is > StackLength and <= MaxPooledLength ? ArrayPool<char>.Shared.Rent(length) : null;
        Span<char> target = length <= StackLength ? stackalloc char[StackLength] : rented ?? GC.AllocateUninitializedArray<char>(length);
        int written = Decode(json[..length], target);
        string? text = written < 0 ? null : new string(target[..written]);
        if (rented is not null)
        {
            ArrayPool<char>.Shared.Return(rented);
        }

        return text;
    }

    /// <summary>Returns the position of the closing quotation mark, or -1.</summary>
    private static int FindEnd(ReadOnlySpan<byte> json)
    {
        int position = 0;
        while (position < json.Length)
        {
            int run = json[position..].IndexOfAny(JsonReader.StringEnds);
            if (run < 0)
            {
                return -1;
            }

            position += run;
            if (json[position] == '"')
            {
                return position;
            }

            if (json[position] != '\\')
            {
                return -1;
            }

            position += 2;
        }

        return -1;
    }

    /// <returns>The number of characters, or -1 if an escape is invalid.</returns>
    private static int Decode(ReadOnlySpan<byte> text, Span<char> target)
    {
        int written = 0;
        while (true)
        {
            int run = text.IndexOf((byte)'\\');
            Utf8.ToUtf16(run < 0 ? text : text[..run], target[written..], out _, out int chars);
            written += chars;
            if (run < 0)
            {
                return written;
            }

            text = text[run..];
            do
            {
                int consumed = Unescape(text, target, ref written);
                if (consumed == 0)
                {
                    return -1;
                }

                text = text[consumed..];
            }
            while (!text.IsEmpty && text[0] == '\\');
        }
    }

    /// <summary>Decodes the escape at the start of a text, or two that are a surrogate pair.</summary>
    /// <returns>The number of bytes of the escape; 0 if it is invalid.</returns>
    private static int Unescape(ReadOnlySpan<byte> text, Span<char> target, ref int written)
    {
        if (text[1] == 'u')
        {
            if (!TryCodeUnit(text, out char unit) || char.IsLowSurrogate(unit))
            {
                return 0;
            }

            target[written++] = unit;
            if (!char.IsHighSurrogate(unit))
            {
                return 6;
            }

            if (!TryCodeUnit(text[6..], out char low) || !char.IsLowSurrogate(low))
            {
                return 0;
            }

            target[written++] = low;
            return 12;
        }

        char decoded = (char)text[1] switch
        {
            '"' => '"',
            '\\' => '\\',
            '/' => '/',
            'b' => '\b',
            'f' => '\f',
            'n' => '\n',
            'r' => '\r',
            't' => '\t',
            _ => '\0',
        };
        target[written++] = decoded;
        return decoded == '\0' ? 0 : 2;
    }

    private static bool TryCodeUnit(ReadOnlySpan<byte> text, out char unit)
    {
        ushort value = 0;
        bool isUnit = text.Length >= 6 && text.StartsWith("\\u"u8)
            && ushort.TryParse(text.Slice(2, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out value);
        unit = (char)value;
        return isUnit;
    }
}
