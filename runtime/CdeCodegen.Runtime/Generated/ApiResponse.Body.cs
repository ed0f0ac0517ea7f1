using System.Buffers;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using System.Text.Unicode;

namespace CdeCodegen.Runtime.Generated;

// The body: read into pooled memory, passed to the reader of the result, returned to the pool.
public sealed partial class ApiResponse
{
    /// <summary>The number of bytes of the body that exceptions carry.</summary>
    private const int BodyStartLength = 8 * 1024;

    /// <summary>The number of characters of a header value in a message.</summary>
    private const int MaxQuotedLength = 100;

    private byte[]? _buffer;
    private int _length;
    private int _jsonStart;
    private Exception? _bodyError;
    private bool _isBuffered;
    private bool _isTooLarge;
    private bool _isUtf8;
    private bool _isStreamTaken;
    private bool _needsStartOnly;
    private bool _isBodyRead;
    private bool _isJsonOfAnyType;
    private bool _isTextQuoted;

    /// <summary>Whether the status is one whose body may be streamed.</summary>
    internal bool IsSuccess => StatusCode is >= 200 and <= 299;

    private ReadOnlySpan<byte> Body => _buffer.AsSpan(0, _length);

    /// <summary>Reads the body into memory. A failure of the body is kept until the reader of the result needs the body, so the status is never lost.</summary>
    /// <param name="deadline">When to give up, in terms of <see cref="Environment.TickCount64"/>; <see cref="long.MaxValue"/> for never.</param>
    /// <param name="cancellationToken">Cancels reading.</param>
    internal ValueTask BufferAsync(long deadline, CancellationToken cancellationToken)
    {
        long limit = _needsStartOnly ? BodyStartLength : _maxBytes;
        ValueTask<BodyBuffer> reading = BodyReader.ReadAsync(_message.Content, limit, deadline, cancellationToken);
        if (!reading.IsCompletedSuccessfully)
        {
            return FinishAsync(reading);
        }

        Keep(reading.Result);
        return default;
    }

    private async ValueTask FinishAsync(ValueTask<BodyBuffer> reading) => Keep(await reading.ConfigureAwait(false));

    private void Keep(in BodyBuffer body)
    {
        _buffer = body.Bytes;
        _length = body.Length;
        _bodyError = body.Error;
        _isBuffered = true;
        _isTooLarge = body.IsTooLarge && !_needsStartOnly;
    }

    /// <summary>Runs the reader of a result and adds the location to its format errors.</summary>
    internal TResult Read<TResult>(Func<ApiResponse, TResult> read)
        where TResult : ApiResult
    {
        try
        {
            TResult result = read(this);
            result.BodyError = BodyError;
            if (!_isBodyRead && _length > 0)
            {
                result.RawBytes = Body.ToArray();
            }

            return result;
        }
        catch (JsonFormatException e)
        {
            throw CreateFormatException(e.Message, e.ByteOffset);
        }
    }

    /// <summary>Runs the reader of a result before the body is in memory.</summary>
    /// <returns>False if the body is needed in memory: the status is not the one that streams.</returns>
    internal bool TryReadUnbuffered<TResult>(Func<ApiResponse, TResult> read, out TResult? result)
    {
        try
        {
            result = read(this);
            return _isStreamTaken;
        }
        catch (BodyNotBufferedException)
        {
            result = default;
            return false;
        }
    }

    /// <summary>Releases the response, unless its stream was handed out.</summary>
    internal void Release()
    {
        if (_buffer is { } buffer)
        {
            _buffer = null;
            BufferPool.Return(buffer);
        }

        if (!_isStreamTaken)
        {
            // The headers of the result refer to the response message. Without this, they would keep the request and its body in memory as well.
            _message.RequestMessage = null;
            _message.Dispose();
        }
    }

    private void RequireBody()
    {
        if (!_isBuffered)
        {
            throw new BodyNotBufferedException();
        }

        _isBodyRead = true;
        if (_isTooLarge)
        {
            var tooLarge = new ResponseTooLargeException(StatusCode, Headers, DecodeBodyStart(), _maxBytes);
            throw IsSuccess ? tooLarge : CreateFormatException($"it is larger than the limit of {_maxBytes} bytes", innerException: tooLarge);
        }

        if (_bodyError is { } error)
        {
            throw CreateFormatException(IsConnectionFailure(error) ? "the connection failed before its end" : "it cannot be decompressed", innerException: error);
        }
    }

    // Decompression throws IOExceptions as well. HTTP/2 wraps the failure of a connection in one.
    private static bool IsConnectionFailure(Exception? error)
    {
        while (error is not (null or HttpRequestException or HttpIOException or SocketException))
        {
            error = error.InnerException;
        }

        return error is not null;
    }

    /// <summary>Returns the body as UTF-8 without byte order mark.</summary>
    private ReadOnlySpan<byte> GetJson()
    {
        RequireBody();
        Encoding encoding = FindEncoding(out int preamble);
        if (encoding is not UTF8Encoding)
        {
            ConvertToUtf8(encoding, preamble);
            preamble = 0;
        }

        _jsonStart = preamble;
        ReadOnlySpan<byte> json = Body[preamble..];
        if (!Utf8.IsValid(json))
        {
            throw CreateFormatException("it is not valid UTF-8", FindInvalidUtf8(json));
        }

        return json;
    }

    private void ConvertToUtf8(Encoding encoding, int preamble)
    {
        var strict = (Encoding)encoding.Clone();
        strict.DecoderFallback = DecoderFallback.ExceptionFallback;
        byte[] utf8;
        try
        {
            utf8 = Encoding.Convert(strict, Encoding.UTF8, _buffer!, preamble, _length - preamble);
        }
        catch (DecoderFallbackException)
        {
            throw CreateFormatException($"it is not valid {encoding.WebName.ToUpperInvariant()}");
        }

        Replace(utf8);
    }

    /// <summary>Makes the body the JSON string with its text.</summary>
    private void QuoteText()
    {
        string text = FindEncoding(out int preamble).GetString(Body[preamble..]);
        ReadOnlySpan<byte> encoded = JsonEncodedText.Encode(text).EncodedUtf8Bytes;
        byte[] json = new byte[encoded.Length + 2];
        json[0] = json[^1] = (byte)'"';
        encoded.CopyTo(json.AsSpan(1));
        Replace(json);
    }

    private void Replace(byte[] utf8)
    {
        BufferPool.Return(_buffer!);
        _buffer = BufferPool.Rent(utf8.Length);
        utf8.CopyTo(_buffer, 0);
        _length = utf8.Length;
        _isUtf8 = true;
    }

    /// <summary>Determines the encoding: by the byte order mark, else by the charset of the content type, else UTF-8.</summary>
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

        return MediaTypes.FindEncoding(ContentType) ?? throw CreateFormatException($"its charset is not supported: '{Truncate(ContentType)}'");
    }

    /// <summary>Decodes the start of the body for an exception. Never fails.</summary>
    private string DecodeBodyStart()
    {
        Encoding encoding = _isUtf8 ? Encoding.UTF8 : MediaTypes.FindEncoding(ContentType) ?? Encoding.UTF8;
        return encoding.GetString(Body[..Math.Min(_length, BodyStartLength)]);
    }

    /// <summary>Creates the exception for a body that does not match the document.</summary>
    private ResponseFormatException CreateFormatException(string problem, long? offset = null, Exception? innerException = null)
    {
        string? path = offset is { } at ? JsonPathFinder.Find(Body[_jsonStart..], at) : null;
        offset += _jsonStart;
        string place = path is null ? "" : $", at {path} (byte {offset})";
        return new ResponseFormatException(
            $"The body of the response (status {StatusCode}) is not what the API's document describes: {problem}{place}.",
            StatusCode,
            Headers,
            DecodeBodyStart(),
            path,
            offset,
            innerException);
    }

    private static string Truncate(string text) => text.Length <= MaxQuotedLength ? text : text[..MaxQuotedLength] + "…";

    private static long FindInvalidUtf8(ReadOnlySpan<byte> json)
    {
        long offset = 0;
        while (Rune.DecodeFromUtf8(json, out _, out int consumed) == OperationStatus.Done)
        {
            json = json[consumed..];
            offset += consumed;
        }

        return offset;
    }

    /// <summary>Signals that the reader of a result needs a body that is not in memory yet. Only streaming operations have such bodies.</summary>
    private sealed class BodyNotBufferedException : Exception;
}
