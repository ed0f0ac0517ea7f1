using System.Buffers;
using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Text.Json;

namespace CdeCodegen.Runtime.Generated;

/// <summary>
/// Writes JSON as UTF-8 straight into pooled memory: no string in between, no validation of what generated code cannot get wrong. For
/// generated code; made by <see cref="ApiRequest.StartJson"/>.
/// </summary>
/// <remarks>
/// Whether a comma is due follows from the last byte written: none after <c>{</c>, <c>[</c> or <c>:</c>. The buffer begins with a <c>:</c>
/// that is not part of the text, so that the root needs no case of its own.
/// </remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed partial class JsonWriter
{
    private const int FirstSize = 4096;

    /// <summary>Longer text is escaped piece by piece, so that the worst case is not reserved for all of it.</summary>
    private const int PieceLength = 1024;

    [ThreadStatic]
    private static JsonWriter? s_spare;

    private byte[] _buffer = [];
    private int _length;
    private int _depth;

    private JsonWriter()
    {
    }

    /// <summary>What has been written so far.</summary>
    internal ReadOnlySpan<byte> Written => _buffer.AsSpan(1, _length - 1);

    /// <summary>A writer with an empty buffer of its own.</summary>
    internal static JsonWriter Rent()
    {
        JsonWriter w = s_spare ?? new JsonWriter();
        s_spare = null;
        w._buffer = ArrayPool<byte>.Shared.Rent(FirstSize);
        w._buffer[0] = (byte)':';
        w._length = 1;
        w._depth = 0;
        return w;
    }

    /// <summary>Hands the buffer over; the text is <c>buffer[1..length]</c>. The writer must not be used any more.</summary>
    internal byte[] Detach(out int length)
    {
        byte[] buffer = _buffer;
        length = _length;
        _buffer = [];
        _length = 0;
        s_spare = this;
        return buffer;
    }

    /// <summary>Gives the buffer back. The writer must not be used any more.</summary>
    internal void Return() => ArrayPool<byte>.Shared.Return(Detach(out _));

    /// <summary>Begins an object.</summary>
    public void Start() => Open((byte)'{');

    /// <summary>Ends an object.</summary>
    public void End() => Close((byte)'}');

    /// <summary>Begins an array.</summary>
    public void StartArray() => Open((byte)'[');

    /// <summary>Begins an array that is a member.</summary>
    public void StartArray(JsonName name)
    {
        Name(name);
        StartArray();
    }

    /// <summary>Ends an array.</summary>
    public void EndArray() => Close((byte)']');

    /// <summary>Writes the name of a member; its value comes next.</summary>
    /// <returns>This writer, for the value to be written to.</returns>
    public JsonWriter Name(JsonName name)
    {
        Begin(name, 0);
        return this;
    }

    /// <summary>Writes the name of a member that the document does not name; its value comes next.</summary>
    /// <returns>This writer, for the value to be written to.</returns>
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

    /// <summary>Writes the name of a member, and null where that is its value.</summary>
    /// <returns>Whether there is a value to be written.</returns>
    public bool NotNull(JsonName name, object? value)
    {
        Name(name);
        if (value is null)
        {
            Null();
        }

        return value is not null;
    }

    /// <summary>Writes members that the document does not name.</summary>
    public void Others(IReadOnlyDictionary<string, JsonElement> others)
    {
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

    /// <summary>Writes a member's name and makes room for its value.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Begin(JsonName name, int room)
    {
        ReadOnlySpan<byte> encoded = name.Encoded;
        Reserve(encoded.Length + room);
        if (_buffer[_length - 1] == '{')
        {
            encoded = encoded[1..];
        }

        encoded.CopyTo(_buffer.AsSpan(_length));
        _length += encoded.Length;
    }

    /// <summary>Makes room for a value and writes the comma before it where one is due.</summary>
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
        byte[] larger = ArrayPool<byte>.Shared.Rent(size);
        _buffer.AsSpan(0, _length).CopyTo(larger);
        ArrayPool<byte>.Shared.Return(_buffer);
        _buffer = larger;
    }

    /// <summary>Writes text escaped and in quotation marks.</summary>
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
