using System.ComponentModel;
using System.Net.Http.Headers;

namespace CdeCodegen.Runtime.Generated;

/// <summary>A response, as the reader of a result sees it. Valid only while that reader runs. For generated code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed partial class ApiResponse
{
    private readonly HttpResponseMessage _message;
    private readonly long _maxBytes;
    private byte[]? _buffer;
    private string? _contentType;
    private int _length;
    private int _jsonStart;
    private bool _isUtf8;
    private bool _isTaken;

    internal ApiResponse(HttpResponseMessage message, long maxBytes)
    {
        _message = message;
        _maxBytes = maxBytes;
        StatusCode = (int)message.StatusCode;
        Headers = new ApiResponseHeaders(message);
    }

    /// <summary>The status.</summary>
    public int StatusCode { get; }

    /// <summary>The headers.</summary>
    public ApiResponseHeaders Headers { get; }

    /// <summary>Whether the body is JSON null, or empty.</summary>
    public bool IsNullBody
    {
        get
        {
            ReadOnlySpan<byte> text = JsonBytes().Trim(" \t\r\n"u8);
            return text.IsEmpty || text.SequenceEqual("null"u8);
        }
    }

    private ReadOnlySpan<byte> Body => _buffer.AsSpan(0, _length);

    /// <summary>Begins to read the body as JSON, to be followed by <see cref="EndJson"/> in the same expression.</summary>
    /// <param name="r">Stands before the body's one value.</param>
    public ApiResponse StartJson(out JsonReader r)
    {
        string contentType = ContentType;
        if (!MediaTypes.IsJson(contentType))
        {
            throw Malformed($"expected JSON but the content type is '{contentType}'");
        }

        ReadOnlySpan<byte> json = JsonBytes();
        if (json.IsEmpty)
        {
            throw Malformed("expected JSON but the body is empty");
        }

        r = new JsonReader(json);
        return this;
    }

    /// <summary>Ends the reading of JSON, and passes on what was read: nothing but white space may follow it.</summary>
    public T EndJson<T>(ref JsonReader r, T value)
    {
        r.End();
        return value;
    }

    /// <summary>The body as text, by its charset or byte order mark.</summary>
    public string Text()
    {
        EnsureRead();
        return FindEncoding(out int preamble).GetString(Body[preamble..]);
    }

    /// <summary>The body as bytes.</summary>
    internal byte[] Bytes()
    {
        EnsureRead();
        return Body.ToArray();
    }

    /// <summary>
    /// The body as it comes from the network, when the request asked for that; else what was read. Whoever gets the stream disposes it, and with it the
    /// response.
    /// </summary>
    public Stream Stream()
    {
        if (_buffer is not null)
        {
            return new MemoryStream(Bytes(), writable: false);
        }

        _isTaken = true;
        return new ResponseStream(_message.Content.ReadAsStream(), _message);
    }

    /// <summary>The exception for a status that the document does not describe.</summary>
    public Exception Unexpected() => new UnexpectedStatusException(StatusCode, Headers, BodyStart());

    private string ContentType
        => _contentType ??= _message.Content.Headers.NonValidated.TryGetValues("Content-Type", out HeaderStringValues values) ? values.ToString() : "";
}
