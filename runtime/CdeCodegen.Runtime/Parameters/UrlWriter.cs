using System.Buffers;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;

namespace CdeCodegen.Runtime.Internal;

/// <summary>Builds a URL, or a form, in a character buffer that the thread keeps; the one string it costs is the result.</summary>
/// <remarks>What is escaped is everything but RFC 3986's unreserved characters, so no value can end its segment, its parameter or the path.</remarks>
internal struct UrlWriter
{
    /// <summary>A larger buffer is not kept: one huge URL must not pin its memory for the life of the thread.</summary>
    private const int MaxKept = 16 * 1024;

    private static readonly SearchValues<char> s_unreserved = SearchValues.Create(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~");

    /// <summary>What <c>allowReserved</c> leaves alone: all but the characters that the query itself gives a meaning to (OpenAPI 3.1.1, 4.8.12.2).</summary>
    private static readonly SearchValues<char> s_unreservedOrReserved = SearchValues.Create(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~:/?@!$'()*,;=");

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

    internal void Literal(ReadOnlySpan<char> text)
    {
        Reserve(text.Length);
        text.CopyTo(_buffer.AsSpan(Length));
        Length += text.Length;
    }

    internal void Literal(char c)
    {
        Reserve(1);
        _buffer[Length++] = c;
    }

    /// <summary>Writes a value percent-encoded.</summary>
    /// <param name="text">The value.</param>
    /// <param name="allowReserved">Leave percent-encoded triplets and reserved characters as they are, but for <c># [ ] &amp; +</c>.</param>
    internal void Value(ReadOnlySpan<char> text, bool allowReserved = false)
    {
        SearchValues<char> kept = allowReserved ? s_unreservedOrReserved : s_unreserved;
        while (true)
        {
            int run = text.IndexOfAnyExcept(kept);
            if (run < 0)
            {
                Literal(text);
                return;
            }

            Literal(text[..run]);
            text = text[run..];
            if (allowReserved && text.Length >= 3 && text[0] == '%' && char.IsAsciiHexDigit(text[1]) && char.IsAsciiHexDigit(text[2]))
            {
                Literal(text[..3]);
                text = text[3..];
                continue;
            }

            if (text[0] < 0x80)
            {
                Reserve(3);
                Escape((byte)text[0]);
                text = text[1..];
                continue;
            }

            if (Rune.DecodeFromUtf16(text, out Rune rune, out int consumed) != OperationStatus.Done)
            {
                throw new ArgumentException("The text holds half of a surrogate pair, which has no place in a URL.");
            }

            Escape(rune);
            text = text[consumed..];
        }
    }

    /// <summary>Writes a scalar percent-encoded. The text of most types needs no escaping and is formatted in place.</summary>
    /// <returns>False, and nothing is written, for null.</returns>
    internal bool TryScalar<T>(T value)
    {
        int length;
        switch (value)
        {
            case null:
                return false;
            case string s:
                Value(s);
                return true;
            case Guid g:
                g.TryFormat(Room(36), out length);
                break;
            case int i:
                i.TryFormat(Room(11), out length, default, CultureInfo.InvariantCulture);
                break;
            case long l:
                l.TryFormat(Room(20), out length, default, CultureInfo.InvariantCulture);
                break;
            case bool b:
                Literal(b ? "true" : "false");
                return true;
            default:
                return TryOther(value);
        }

        Length += length;
        return true;
    }

    private bool TryOther<T>(T value)
    {
        bool isThere = ScalarText.TryGet(value, stackalloc char[ScalarText.BufferSize], out ReadOnlySpan<char> text);
        if (isThere)
        {
            Value(text);
        }

        return isThere;
    }

    private Span<char> Room(int size)
    {
        Reserve(size);
        return _buffer.AsSpan(Length);
    }

    /// <summary>Forgets what was written after a place.</summary>
    internal void TruncateTo(int length) => Length = length;

    /// <summary>Gives the buffer back to the thread. The writer must not be used any more.</summary>
    internal void Release()
    {
        if (_buffer is not null && _buffer.Length <= MaxKept)
        {
            s_spare = _buffer;
        }

        _buffer = null!;
        Length = 0;
    }

    private void Escape(Rune rune)
    {
        Span<byte> utf8 = stackalloc byte[4];
        int bytes = rune.EncodeToUtf8(utf8);
        Reserve(bytes * 3);
        foreach (byte value in utf8[..bytes])
        {
            Escape(value);
        }
    }

    private void Escape(byte value)
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
