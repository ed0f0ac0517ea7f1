using System.Buffers;
using System.Buffers.Text;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace CdeCodegen.Runtime.Generated;

// Formats values. The callers have written the comma or the name and have reserved space, except where the length depends on the value.
public sealed partial class JsonWriter
{
    private static readonly JsonWriterOptions s_elementOptions = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        MaxDepth = JsonLimits.MaxDepth,
        SkipValidation = true,
    };

    private ElementWriter? _elements;

    private Span<byte> Free => _buffer.AsSpan(_length);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void PutNull()
    {
        "null"u8.CopyTo(Free);
        _length += 4;
    }

    private void Put(bool v)
    {
        ReadOnlySpan<byte> text = v ? "true"u8 : "false"u8;
        text.CopyTo(Free);
        _length += text.Length;
    }

    private void Put(int v)
    {
        Utf8Formatter.TryFormat(v, Free, out int written);
        _length += written;
    }

    private void Put(long v)
    {
        Utf8Formatter.TryFormat(v, Free, out int written);
        _length += written;
    }

    private void Put(float v)
    {
        RefuseNonFinite(float.IsFinite(v));
        v.TryFormat(Free, out int written, default, CultureInfo.InvariantCulture);
        _length += written;
    }

    private void Put(double v)
    {
        RefuseNonFinite(double.IsFinite(v));
        v.TryFormat(Free, out int written, default, CultureInfo.InvariantCulture);
        _length += written;
    }

    private void Put(decimal v)
    {
        v.TryFormat(Free, out int written, default, CultureInfo.InvariantCulture);
        _length += written;
    }

    private void Put(Guid v)
    {
        Utf8Formatter.TryFormat(v, Free[1..], out int written);
        Quoted(written);
    }

    private void Put(DateTimeOffset v) => Quoted(DateTimeText.Format(v, Free[1..]));

    private void Put(DateOnly v) => Quoted(DateTimeText.Format(v, Free[1..]));

    private void Put(TimeOnly v) => Quoted(DateTimeText.Format(v, Free[1..]));

    private void Put(DateTime v) => Quoted(DateTimeText.Format(v, Free[1..]));

    private void Put(TimeSpan v)
    {
        Utf8Formatter.TryFormat(v, Free[1..], out int written, 'c');
        Quoted(written);
    }

    private void Put(string v) => Quote(v);

    private void Put(Uri v) => Quote(v.OriginalString);

    private void Put(byte[] v)
    {
        Reserve(Base64.GetMaxEncodedToUtf8Length(v.Length) + 2);
        Base64.EncodeToUtf8(v, Free[1..], out _, out int written);
        Quoted(written);
    }

    /// <param name="v">The value.</param>
    /// <param name="kind">The kind of the value, which a <see cref="JsonElement"/> looks up each time that it is asked.</param>
    private void Put(JsonElement v, JsonValueKind kind)
    {
        switch (kind)
        {
            case JsonValueKind.Undefined or JsonValueKind.Null:
                PutNull();
                break;
            case JsonValueKind.True or JsonValueKind.False:
                Put(kind == JsonValueKind.True);
                break;
            default:
                // Utf8JsonWriter normalizes the value: its raw text can contain comments, which are not JSON.
                _elements ??= new ElementWriter(this);
                _elements.Write(v);
                break;
        }
    }

    /// <summary>Adds quotation marks around text that was written one byte after the current position.</summary>
    private void Quoted(int written)
    {
        _buffer[_length] = (byte)'"';
        _buffer[_length + written + 1] = (byte)'"';
        _length += written + 2;
    }

    private static void RefuseNonFinite(bool isFinite)
    {
        if (!isFinite)
        {
            throw new ArgumentException("JSON cannot represent infinity or NaN.");
        }
    }

    /// <summary>Connects a <see cref="Utf8JsonWriter"/> to the buffer. It is reused, because creating one is expensive.</summary>
    private sealed class ElementWriter : IBufferWriter<byte>
    {
        private readonly JsonWriter _out;
        private readonly Utf8JsonWriter _writer;

        internal ElementWriter(JsonWriter target)
        {
            _out = target;
            _writer = new Utf8JsonWriter(this, s_elementOptions);
        }

        internal void Write(JsonElement value)
        {
            _writer.Reset(this);
            value.WriteTo(_writer);
            _writer.Flush();
        }

        public void Advance(int count) => _out._length += count;

        public Memory<byte> GetMemory(int sizeHint = 0)
        {
            _out.Reserve(Math.Max(sizeHint, 256));
            return _out._buffer.AsMemory(_out._length);
        }

        public Span<byte> GetSpan(int sizeHint = 0) => GetMemory(sizeHint).Span;
    }
}
