using System.Buffers;
using System.Diagnostics;
using System.Text;

namespace CdeCodegen.Runtime.Internal;

/// <summary>Escapes JSON strings. It escapes quotation marks, backslashes and control characters only, and writes everything else as UTF-8.</summary>
internal static class JsonText
{
    /// <summary>The maximum number of bytes per UTF-16 code unit: three in UTF-8, six as an escape.</summary>
    internal const int MaxExpansion = 6;

    /// <summary>The characters that can be copied as single bytes.</summary>
    private static readonly SearchValues<char> s_plain = SearchValues.Create(
        " !#$%&'()*+,-./0123456789:;<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[]^_`abcdefghijklmnopqrstuvwxyz{|}~");

    /// <summary>The bytes <c>,"name":</c>.</summary>
    internal static byte[] EncodeName(string name)
    {
        byte[] buffer = new byte[(name.Length * MaxExpansion) + 4];
        buffer[0] = (byte)',';
        buffer[1] = (byte)'"';
        int length = 2 + Escape(name, buffer.AsSpan(2));
        buffer[length++] = (byte)'"';
        buffer[length++] = (byte)':';
        return buffer.AsSpan(0, length).ToArray();
    }

    /// <summary>Decodes valid UTF-8 without escapes.</summary>
    internal static string Decode(ReadOnlySpan<byte> text)

        // Most text is ASCII. Latin-1 widens it in one pass, where UTF-8 takes two: one for the length and one for the characters.
        => Ascii.IsValid(text) ? Encoding.Latin1.GetString(text) : Encoding.UTF8.GetString(text);

    /// <summary>Writes the text escaped, without quotation marks.</summary>
    /// <param name="text">The text.</param>
    /// <param name="target">A buffer of at least <see cref="MaxExpansion"/> bytes per character.</param>
    /// <returns>The number of bytes written.</returns>
    /// <exception cref="ArgumentException">The text contains an unpaired surrogate.</exception>
    internal static int Escape(ReadOnlySpan<char> text, Span<byte> target)
    {
        int written = 0;
        while (true)
        {
            int run = text.IndexOfAnyExcept(s_plain);
            ReadOnlySpan<char> copied = run < 0 ? text : text[..run];
            OperationStatus status = Ascii.FromUtf16(copied, target[written..], out int bytes);
            Debug.Assert(status == OperationStatus.Done);
            written += bytes;
            if (run < 0)
            {
                return written;
            }

            text = text[run..];
            do
            {
                if (Rune.DecodeFromUtf16(text, out Rune rune, out int consumed) != OperationStatus.Done)
                {
                    throw new ArgumentException("The text contains an unpaired surrogate, which cannot be encoded as UTF-8.");
                }

                written += EscapeRune(rune, target[written..]);
                text = text[consumed..];
            }
            while (!text.IsEmpty && !s_plain.Contains(text[0]));
        }
    }

    private static int EscapeRune(Rune rune, Span<byte> target)
    {
        byte shortForm = rune.Value switch
        {
            '"' => (byte)'"',
            '\\' => (byte)'\\',
            '\b' => (byte)'b',
            '\f' => (byte)'f',
            '\n' => (byte)'n',
            '\r' => (byte)'r',
            '\t' => (byte)'t',
            _ => 0,
        };
        if (shortForm != 0)
        {
            target[0] = (byte)'\\';
            target[1] = shortForm;
            return 2;
        }

        if (rune.Value >= ' ')
        {
            return rune.EncodeToUtf8(target);
        }

        "\\u00"u8.CopyTo(target);
        target[4] = (byte)(rune.Value < 16 ? '0' : '1');
        target[5] = (byte)"0123456789abcdef"[rune.Value & 15];
        return 6;
    }
}
