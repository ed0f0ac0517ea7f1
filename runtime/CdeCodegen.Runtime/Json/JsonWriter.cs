using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Text.Json;

namespace CdeCodegen.Runtime.Generated;

/// <summary>
/// Writes JSON as UTF-8 into pooled memory, without intermediate strings and without validating the structure, which generated code gets right.
/// For generated code; <c>ApiRequest.StartJson</c> creates it.
/// </summary>
/// <remarks>
/// The last byte tells whether a comma is needed: not after <c>{</c>, <c>[</c> or <c>:</c>. The buffer starts with a <c>:</c> that is not part
/// of the text, so that the root value is no special case.
/// </remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed partial class JsonWriter
{
    private const int FirstSize = 4096;

    /// <summary>Longer text is escaped in pieces, to avoid reserving the worst case for all of it.</summary>
    private const int PieceLength = 1024;

    [ThreadStatic]
    private static JsonWriter? s_spare;

    private byte[] _buffer = [];
    private int _length;
    private int _depth;

    private JsonWriter()
    {
    }

    /// <summary>The JSON written so far.</summary>
    internal ReadOnlySpan<byte> Written => _buffer.AsSpan(1, _length - 1);

    /// <summary>Gets a writer with an empty buffer.</summary>
    internal static JsonWriter Rent()
    {
        JsonWriter w = s_spare ?? new JsonWriter();
        s_spare = null;
        w._buffer = BufferPool.Rent(FirstSize);
        w._buffer[0] = (byte)':';
        w._length = 1;
        w._depth = 0;
        return w;
    }

    /// <summary>Transfers the buffer to the caller; the text is <c>buffer[1..length]</c>. The writer must not be used afterwards.</summary>
    internal byte[] Detach(out int length)
    {
        byte[] buffer = _buffer;
        length = _length;
        _buffer = [];
        _length = 0;
        s_spare = this;
        return buffer;
    }

    /// <summary>Returns the buffer to the pool. The writer must not be used afterwards.</summary>
    internal void Return() => BufferPool.Return(Detach(out _));

    /// <summary>Starts an object.</summary>
    public void Start() => Open((byte)'{');

    /// <summary>Ends an object.</summary>
    public void End() => Close((byte)'}');

    /// <summary>Starts an array.</summary>
    public void StartArray() => Open((byte)'[');

    /// <summary>Starts an array that is a member.</summary>
    public void StartArray(JsonName name)
    {
        Name(name);
        StartArray();
    }

    /// <summary>Ends an array.</summary>
    public void EndArray() => Close((byte)']');

    /// <summary>Writes the name of a member. Write its value next.</summary>
    /// <returns>This writer.</returns>
    public JsonWriter Name(JsonName name)
    {
        Begin(name, 0);
        return this;
    }

    /// <summary>Writes the name of a member that the document does not list. Write its value next.</summary>
    /// <returns>This writer.</returns>
    public JsonWriter Name(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        Reserve(1);
        if (_buffer[_length - 1] != '{')
        {
            _buffer[_length++] = (byte)',';
        }

        Quote(name);
        Reserve(1);
        _buffer[_length++] = (byte)':';
        return this;
    }

    /// <summary>Writes the name of a member, followed by null if its value is null.</summary>
    /// <returns>Whether the caller must write a value.</returns>
    public bool NotNull(JsonName name, object? value)
    {
        Name(name);
        if (value is null)
        {
            Null();
        }

        return value is not null;
    }

    /// <summary>Writes members that the document does not list.</summary>
    public void Others(IReadOnlyDictionary<string, JsonElement> others)
    {
        // Most objects have none, and asking for their number is faster than asking for an enumerator.
        if (others.Count == 0)
        {
            return;
        }

        foreach ((string name, JsonElement value) in others)
        {
            Name(name).Element(value);
        }
    }

    /// <summary>Writes null.</summary>
    public void Null()
    {
        Separate(4);
        PutNull();
    }

    private void Open(byte bracket)
    {
        if (++_depth > JsonLimits.MaxDepth)
        {
            throw new InvalidOperationException($"The value is nested more than {JsonLimits.MaxDepth} levels deep.");
        }

        Separate(1);
        _buffer[_length++] = bracket;
    }

    private void Close(byte bracket)
    {
        _depth--;
        Reserve(1);
        _buffer[_length++] = bracket;
    }

    /// <summary>Writes the name of a member and reserves space for its value.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Begin(JsonName name, int room)
    {
        byte[] bytes = name.Bytes;
        Reserve(bytes.Length + room);
        byte[] buffer = _buffer;

        // The comma of the first member falls on the opening bracket, which is then written again.
        int start = _length;
        bool isFirst = buffer[start - 1] == '{';
        start -= isFirst ? 1 : 0;
        if (bytes.Length == JsonName.BlockLength)
        {
            bytes.AsSpan(0, JsonName.BlockLength).CopyTo(buffer.AsSpan(start));
        }
        else
        {
            bytes.CopyTo(buffer.AsSpan(start));
        }

        buffer[start] = isFirst ? (byte)'{' : (byte)',';
        _length = start + name.Length;
    }

    /// <summary>Reserves space for a value and writes the comma before it if one is needed.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Separate(int room)
    {
        Reserve(room + 1);
        byte last = _buffer[_length - 1];
        if (last is not ((byte)':' or (byte)'[' or (byte)'{'))
        {
            _buffer[_length++] = (byte)',';
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Reserve(int room)
    {
        if (_buffer.Length - _length < room)
        {
            Grow(room);
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void Grow(int room)
    {
        int size = Math.Max(checked(_length + room), (int)Math.Min(2L * _buffer.Length, Array.MaxLength));
        byte[] larger = BufferPool.Rent(size);
        _buffer.AsSpan(0, _length).CopyTo(larger);
        BufferPool.Return(_buffer);
        _buffer = larger;
    }

    /// <summary>Writes a string, escaped and quoted.</summary>
    private void Quote(ReadOnlySpan<char> text)
    {
        if (text.Length > PieceLength)
        {
            QuoteLong(text);
            return;
        }

        Reserve((text.Length * JsonText.MaxExpansion) + 2);
        Span<byte> target = _buffer.AsSpan(_length);
        target[0] = (byte)'"';
        int length = JsonText.Escape(text, target[1..]);
        target[length + 1] = (byte)'"';
        _length += length + 2;
    }

    private void QuoteLong(ReadOnlySpan<char> text)
    {
        Reserve(1);
        _buffer[_length++] = (byte)'"';
        while (!text.IsEmpty)
        {
            int piece = Math.Min(text.Length, PieceLength);
            if (piece < text.Length && char.IsHighSurrogate(text[piece - 1]))
            {
                piece--;
            }

            Reserve(piece * JsonText.MaxExpansion);
            _length += JsonText.Escape(text[..piece], _buffer.AsSpan(_length));
            text = text[piece..];
        }

        Reserve(1);
        _buffer[_length++] = (byte)'"';
    }
}
