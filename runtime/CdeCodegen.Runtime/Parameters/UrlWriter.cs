using System.Buffers;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;

namespace CdeCodegen.Runtime.Internal;

/// <summary>Builds a URL or a form in a buffer that the thread reuses, so that the result is the only allocation.</summary>
/// <remarks>Values are percent-encoded except for the unreserved characters of RFC 3986, so no value can end its segment, its parameter or the path.</remarks>
internal struct UrlWriter
{
    /// <summary>Larger buffers are not reused, because one huge URL would keep its memory for the life of the thread.</summary>
    private const int MaxKept = 16 * 1024;

    private static readonly SearchValues<char> s_unreserved = SearchValues.Create(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~");

    /// <summary>
    /// The characters that <c>allowReserved</c> leaves as they are: all except those with a meaning in the query (OpenAPI 3.1.1, section 4.8.12.2).
    /// </summary>
    private static readonly SearchValues<char> s_unreservedOrReserved = SearchValues.Create(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~:/?@!$'()*,;=");

    /// <summary>The characters that a path may contain (RFC 3986), with the slash.</summary>
    private static readonly SearchValues<char> s_path = SearchValues.Create(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~:/@!$&'()*+,;=");

    [ThreadStatic]
    private static char[]? s_spare;

    private char[] _buffer;

    internal static UrlWriter Start()
    {
        char[] buffer = s_spare ?? new char[512];
        s_spare = null;
        return new UrlWriter { _buffer = buffer };
    }

    internal int Length { get; private set; }

    internal readonly ReadOnlySpan<char> Written => _buffer.AsSpan(0, Length);

    internal void WriteLiteral(ReadOnlySpan<char> text)
    {
        Reserve(text.Length);
        text.CopyTo(_buffer.AsSpan(Length));
        Length += text.Length;
    }

    internal void WriteLiteral(char c)
    {
        Reserve(1);
        _buffer[Length++] = c;
    }

    /// <summary>Writes a value percent-encoded.</summary>
    /// <param name="text">The value.</param>
    /// <param name="allowReserved">Whether percent-encoded triplets and reserved characters other than <c># [ ] &amp; +</c> stay as they are.</param>
    internal void WriteValue(ReadOnlySpan<char> text, bool allowReserved = false)
        => Write(text, allowReserved ? s_unreservedOrReserved : s_unreserved, allowReserved);

    /// <summary>Writes a value of several path segments. It cannot end the path.</summary>
    internal void WritePath(ReadOnlySpan<char> text) => Write(text, s_path, keepsEscapes: true);

    /// <summary>Writes a character, unless it is 0, and the name of a parameter with its equals sign.</summary>
    internal void WriteName(char before, string name)
    {
        Reserve(name.Length + 2);
        Span<char> free = _buffer.AsSpan(Length, name.Length + 2);
        if (before != '\0')
        {
            free[0] = before;
            free = free[1..];
            Length++;
        }

        name.CopyTo(free);
        free[name.Length] = '=';
        Length += name.Length + 1;
    }

    private void Write(ReadOnlySpan<char> text, SearchValues<char> kept, bool keepsEscapes)
    {
        while (true)
        {
            int run = text.IndexOfAnyExcept(kept);
            if (run < 0)
            {
                WriteLiteral(text);
                return;
            }

            WriteLiteral(text[..run]);
            text = text[run..];
            if (keepsEscapes && text.Length >= 3 && text[0] == '%' && char.IsAsciiHexDigit(text[1]) && char.IsAsciiHexDigit(text[2]))
            {
                WriteLiteral(text[..3]);
                text = text[3..];
                continue;
            }

            if (text[0] < 0x80)
            {
                Reserve(3);
                WriteEscaped((byte)text[0]);
                text = keepsEscapes ? text[1..] : WriteAscii(text[1..]);
                continue;
            }

            if (Rune.DecodeFromUtf16(text, out Rune rune, out int consumed) != OperationStatus.Done)
            {
                throw new ArgumentException("The text contains an unpaired surrogate, which cannot be encoded in a URL.");
            }

            WriteEscaped(rune);
            text = text[consumed..];
        }
    }

    /// <summary>Writes ASCII percent-encoded, character by character: after the first escape, a vectorized search for each further one takes longer.</summary>
    /// <returns>The rest: it begins with another character, or the text is long.</returns>
    private ReadOnlySpan<char> WriteAscii(ReadOnlySpan<char> text)
    {
        const int MaxLength = 32;
        Reserve(MaxLength * 3);
        int i = 0;
        for (; i < text.Length && i < MaxLength && text[i] < 0x80; i++)
        {
            char c = text[i];
            if (char.IsAsciiLetterOrDigit(c) || c is '-' or '.' or '_' or '~')
            {
                _buffer[Length++] = c;
            }
            else
            {
                WriteEscaped((byte)c);
            }
        }

        return text[i..];
    }

    /// <summary>Writes a scalar percent-encoded. Most types need no encoding and are formatted in place.</summary>
    /// <returns>False if the value is null; nothing is written.</returns>
    internal bool TryWriteScalar<T>(T value)
    {
        int length;
        switch (value)
        {
            case null:
                return false;
            case string s:
                WriteValue(s);
                return true;
            case Guid g:
                g.TryFormat(GetSpan(36), out length);
                break;
            case int i:
                i.TryFormat(GetSpan(11), out length, default, CultureInfo.InvariantCulture);
                break;
            case long l:
                l.TryFormat(GetSpan(20), out length, default, CultureInfo.InvariantCulture);
                break;
            case bool b:
                WriteLiteral(b ? "true" : "false");
                return true;
            default:
                return TryWriteOther(value);
        }

        Length += length;
        return true;
    }

    private bool TryWriteOther<T>(T value)
    {
        bool hasValue = ScalarText.TryFormat(value, stackalloc char[ScalarText.BufferSize], out ReadOnlySpan<char> text);
        if (hasValue)
        {
            WriteValue(text);
        }

        return hasValue;
    }

    private Span<char> GetSpan(int size)
    {
        Reserve(size);
        return _buffer.AsSpan(Length);
    }

    /// <summary>Removes everything after a position.</summary>
    internal void TruncateTo(int length) => Length = length;

    /// <summary>Returns the buffer to the thread. The writer must not be used afterwards.</summary>
    internal void Release()
    {
        if (_buffer is not null && _buffer.Length <= MaxKept)
        {
            s_spare = _buffer;
        }

        _buffer = null!;
        Length = 0;
    }

    private void WriteEscaped(Rune rune)
    {
        Span<byte> utf8 = stackalloc byte[4];
        int bytes = rune.EncodeToUtf8(utf8);
        Reserve(bytes * 3);
        foreach (byte value in utf8[..bytes])
        {
            WriteEscaped(value);
        }
    }

    private void WriteEscaped(byte value)
    {
        _buffer[Length] = '%';
        _buffer[Length + 1] = Hex(value >> 4);
        _buffer[Length + 2] = Hex(value & 15);
        Length += 3;
    }

    private static char Hex(int digit) => (char)(digit < 10 ? '0' + digit : 'A' + digit - 10);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Reserve(int room)
    {
        if (_buffer.Length - Length < room)
        {
            Grow(room);
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void Grow(int room)
    {
        char[] larger = new char[Math.Max(checked(Length + room), _buffer.Length * 2)];
        _buffer.AsSpan(0, Length).CopyTo(larger);
        _buffer = larger;
    }
}
