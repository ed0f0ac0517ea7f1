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

    /// <summary>Begins to read the body as JSON: the reader stands before its one value.</summary>
    public JsonReader StartJson()
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

        return new JsonReader(json);
    }

    /// <summary>Begins to read the body, to be followed by <see cref="EndJson{T}"/> in the same expression.</summary>
    public ApiResponse StartJson(out JsonReader r)
    {
        r = StartJson();
        return this;
    }

    /// <summary>Ends the reading of JSON, and passes on what was read.</summary>
    public T EndJson<T>(ref JsonReader r, T value)
    {
        EndJson(ref r);
        return value;
    }

    /// <summary>Ends the reading of JSON: nothing but white space may follow.</summary>
    public void EndJson(ref JsonReader r) => r.End();

    /// <summary>The body as text, by its charset or byte order mark.</summary>
    public string Text()
    {
        EnsureRead();
        return FindEncoding(out int preamble).GetString(Body[preamble..]);
    }

    /// <summary>The body as bytes.</summary>
    public byte[] Bytes()
    {
        EnsureRead();
        return Body.ToArray();
    }

    /// <summary>The body as it comes from the network, when the request asked for that; else what was read. Whoever gets the stream disposes it, and with it the response.</summary>
    public Stream Stream()
    {
        if (_buffer is not null)
        {
            return new MemoryStream(Bytes(), writable: false);
        }

        _isTaken = true;
        return new ResponseStream(_message.Content.ReadAsStream(), _message);
    }

    /// <summary>A documented header as its type; null where it is missing or malformed. See <see cref="ApiResponseHeaders.Get"/>.</summary>
    public T? Header<T>(string name) => Headers.Get<T>(name);

    /// <summary>The exception for a status that the document does not describe.</summary>
    public Exception Unexpected() => new UnexpectedStatusException(StatusCode, Headers, BodyStart());

    private string ContentType => _message.Content.Headers.NonValidated.TryGetValues("Content-Type", out HeaderStringValues values) ? values.ToString() : "";
}
