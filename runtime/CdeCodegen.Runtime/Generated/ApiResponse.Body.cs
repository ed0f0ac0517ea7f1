using System.Buffers;
using System.Text;
using System.Text.Unicode;

namespace CdeCodegen.Runtime.Generated;

// The body's life: read into pooled memory, handed to the reader of the result, given back.
public sealed partial class ApiResponse
{
    private const int BodyStartLength = 8 * 1024;

    /// <summary>Whether the status is one whose body may be left on the network.</summary>
    internal bool IsSuccess => StatusCode is >= 200 and <= 299;

    internal ValueTask<BodyBuffer> ReadBodyAsync(long deadline, CancellationToken cancellationToken)
        => BodyReader.ReadAsync(_message.Content, _maxBytes, deadline, cancellationToken);

    internal void Take(BodyBuffer body)
    {
        _buffer = body.Bytes;
        _length = body.Length;
        if (body.IsTooLarge)
        {
            throw new ResponseTooLargeException(StatusCode, Headers, BodyStart(), _maxBytes);
        }
    }

    /// <summary>Runs the reader of a result and gives what goes wrong in it its place.</summary>
    internal TResult Apply<TResult>(Func<ApiResponse, TResult> read)
    {
        try
        {
            return read(this);
        }
        catch (JsonFormatException e)
        {
            throw Malformed(e.Message, e.ByteOffset);
        }
    }

    /// <summary>Gives back what the response holds, but for a stream that has been handed out.</summary>
    internal void Release()
    {
        if (_buffer is { Length: > 0 } buffer)
        {
            _buffer = null;
            ArrayPool<byte>.Shared.Return(buffer);
        }

        if (!_isTaken)
        {
            // The headers live on in the result and know their response: cut off the request, whose headers and body nobody needs any more.
            _message.RequestMessage = null;
            _message.Dispose();
        }
    }

    /// <summary>For an operation that streams, but whose case turns out to need the body: it is read at last, blocking.</summary>
    private void EnsureRead()
    {
        if (_buffer is null)
        {
            using Stream stream = _message.Content.ReadAsStream();
            var body = new BodyBuffer(_maxBytes);
            while (!body.Take(stream.Read(body.Free(_message.Content).Span)))
            {
            }

            Take(body);
        }
    }

    /// <summary>The body as UTF-8 without byte order mark.</summary>
    private ReadOnlySpan<byte> JsonBytes()
    {
        EnsureRead();
        Encoding encoding = FindEncoding(out int preamble);
        if (encoding is not UTF8Encoding)
        {
            byte[] utf8 = Encoding.Convert(encoding, Encoding.UTF8, _buffer!, preamble, _length - preamble);
            ArrayPool<byte>.Shared.Return(_buffer!);
            _buffer = ArrayPool<byte>.Shared.Rent(utf8.Length);
            utf8.CopyTo(_buffer, 0);
            _length = utf8.Length;
            _isUtf8 = true;
            preamble = 0;
        }

        _jsonStart = preamble;
        ReadOnlySpan<byte> json = Body[preamble..];
        if (!Utf8.IsValid(json))
        {
            throw Malformed("it is no valid UTF-8", InvalidUtf8(json));
        }

        return json;
    }

    /// <summary>A byte order mark says more than the header; without either it is UTF-8.</summary>
    private Encoding FindEncoding(out int preamble)
    {
        ReadOnlySpan<byte> body = Body;
        preamble = 0;
        if (_isUtf8)
        {
            return Encoding.UTF8;
        }

        if (body is [0xEF, 0xBB, 0xBF, ..])
        {
            preamble = 3;
            return Encoding.UTF8;
        }

        if (body is [0xFF, 0xFE, ..])
        {
            preamble = 2;
            return Encoding.Unicode;
        }

        if (body is [0xFE, 0xFF, ..])
        {
            preamble = 2;
            return Encoding.BigEndianUnicode;
        }

        return MediaTypes.Charset(ContentType) ?? throw Malformed($"its charset is not known here: '{ContentType}'");
    }

    /// <summary>The beginning of the body for an exception; never fails.</summary>
    private string BodyStart()
    {
        byte[] own = [];
        ReadOnlySpan<byte> start = Body;
        if (_buffer is null)
        {
            own = new byte[BodyStartLength];
            using Stream stream = _message.Content.ReadAsStream();
            start = own.AsSpan(0, stream.ReadAtLeast(own, own.Length, throwOnEndOfStream: false));
        }

        start = start[..Math.Min(start.Length, BodyStartLength)];
        Encoding encoding = MediaTypes.Charset(ContentType) ?? Encoding.UTF8;
        return encoding.GetString(start);
    }

    /// <summary>The exception for a body that is not what the document says.</summary>
    private ResponseFormatException Malformed(string what, long? offset = null)
    {
        string? path = offset is { } at ? JsonPathFinder.Find(Body[_jsonStart..], at) : null;
        offset += _jsonStart;
        string place = path is null ? "" : $", at {path} (byte {offset})";
        return new ResponseFormatException(
            $"The body of the response (status {StatusCode}) is not what the API's document describes: {what}{place}.", StatusCode, Headers, BodyStart(), path, offset);
    }

    private static long InvalidUtf8(ReadOnlySpan<byte> json)
    {
        long offset = 0;
        while (Rune.DecodeFromUtf8(json, out _, out int consumed) == OperationStatus.Done)
        {
            json = json[consumed..];
            offset += consumed;
        }

        return offset;
    }
}
