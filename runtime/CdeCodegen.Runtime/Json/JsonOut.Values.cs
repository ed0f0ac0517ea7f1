using System.Buffers;
using System.Buffers.Text;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace CdeCodegen.Runtime.Generated;

// Values: items of arrays, values of maps, the root.
public sealed partial class JsonOut
{
    private static readonly JsonWriterOptions elementOptions = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        MaxDepth = JsonLimits.MaxDepth,
        SkipValidation = true,
    };

    /// <summary>Writes a string or null.</summary>
    public void String(string? v)
    {
        if (v is null)
        {
            Null();
            return;
        }

        Separate(0);
        Quote(v);
    }

    /// <summary>Writes a boolean.</summary>
    public void Boolean(bool v) => Raw(v ? "true"u8 : "false"u8);

    /// <summary>Writes a 32-bit integer.</summary>
    public void Int32(int v)
    {
        Separate(11);
        Utf8Formatter.TryFormat(v, _buffer.AsSpan(_length), out int written);
        _length += written;
    }

    /// <summary>Writes a 64-bit integer.</summary>
    public void Int64(long v)
    {
        Separate(20);
        Utf8Formatter.TryFormat(v, _buffer.AsSpan(_length), out int written);
        _length += written;
    }

    /// <summary>Writes a number of single precision, in the shortest form that reads back as the same.</summary>
    /// <exception cref="ArgumentException">It is not finite: JSON has no such number.</exception>
    public void Single(float v)
    {
        RefuseNonFinite(float.IsFinite(v));
        Separate(32);
        v.TryFormat(_buffer.AsSpan(_length), out int written, default, CultureInfo.InvariantCulture);
        _length += written;
    }

    /// <summary>Writes a number of double precision, in the shortest form that reads back as the same.</summary>
    /// <exception cref="ArgumentException">It is not finite: JSON has no such number.</exception>
    public void Double(double v)
    {
        RefuseNonFinite(double.IsFinite(v));
        Separate(32);
        v.TryFormat(_buffer.AsSpan(_length), out int written, default, CultureInfo.InvariantCulture);
        _length += written;
    }

    /// <summary>Writes a decimal number.</summary>
    public void Decimal(decimal v)
    {
        Separate(32);
        v.TryFormat(_buffer.AsSpan(_length), out int written, default, CultureInfo.InvariantCulture);
        _length += written;
    }

    /// <summary>Writes a UUID.</summary>
    public void Guid(Guid v)
    {
        Separate(38);
        _buffer[_length++] = (byte)'"';
        Utf8Formatter.TryFormat(v, _buffer.AsSpan(_length), out int written);
        _length += written;
        _buffer[_length++] = (byte)'"';
    }

    /// <summary>Writes a date-time by RFC 3339, with its offset.</summary>
    public void DateTimeOffset(DateTimeOffset v)
    {
        Span<byte> text = stackalloc byte[WireTime.MaxText];
        QuoteAscii(text[..WireTime.Format(v, text)]);
    }

    /// <summary>Writes a date.</summary>
    public void Date(DateOnly v)
    {
        Span<byte> text = stackalloc byte[WireTime.MaxText];
        QuoteAscii(text[..WireTime.Format(v, text)]);
    }

    /// <summary>Writes a time of day.</summary>
    public void Time(TimeOnly v)
    {
        Span<byte> text = stackalloc byte[WireTime.MaxText];
        QuoteAscii(text[..WireTime.Format(v, text)]);
    }

    /// <summary>Writes a URI as it was given, or null.</summary>
    public void Uri(Uri? v) => String(v?.OriginalString);

    /// <summary>Writes bytes as base64, or null.</summary>
    public void Bytes(byte[]? v)
    {
        if (v is null)
        {
            Null();
            return;
        }

        Separate(Base64.GetMaxEncodedToUtf8Length(v.Length) + 2);
        _buffer[_length++] = (byte)'"';
        Base64.EncodeToUtf8(v, _buffer.AsSpan(_length), out _, out int written);
        _length += written;
        _buffer[_length++] = (byte)'"';
    }

    /// <summary>Writes a JSON value as it is; one that was never set as null.</summary>
    public void Element(JsonElement v)
    {
        if (v.ValueKind == JsonValueKind.Undefined)
        {
            Null();
            return;
        }

        // Through the library's writer, because the raw text may hold comments, which JSON does not have.
        Separate(0);
        var target = new ElementTarget(this);
        using var writer = new Utf8JsonWriter(target, elementOptions);
        v.WriteTo(writer);
    }

    private static void RefuseNonFinite(bool isFinite)
    {
        if (!isFinite)
        {
            throw new ArgumentException("JSON has no number for infinity or NaN.");
        }
    }

    private sealed class ElementTarget(JsonOut w) : IBufferWriter<byte>
    {
        public void Advance(int count) => w._length += count;

        public Memory<byte> GetMemory(int sizeHint = 0)
        {
            w.Reserve(Math.Max(sizeHint, 256));
            return w._buffer.AsMemory(w._length);
        }

        public Span<byte> GetSpan(int sizeHint = 0) => GetMemory(sizeHint).Span;
    }
}
