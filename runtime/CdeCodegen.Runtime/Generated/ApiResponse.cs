using System.ComponentModel;
using System.Net.Http.Headers;

namespace CdeCodegen.Runtime.Generated;

/// <summary>A response, as passed to the reader of a result. Valid only while that reader runs. For generated code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed partial class ApiResponse
{
    private readonly HttpResponseMessage _message;
    private readonly long _maxBytes;
    private readonly CancellationToken _callToken;
    private string? _contentType;

    internal ApiResponse(HttpResponseMessage message, long maxBytes, CancellationToken callToken)
    {
        _message = message;
        _maxBytes = maxBytes;
        _callToken = callToken;
        StatusCode = (int)message.StatusCode;
        Headers = new ApiResponseHeaders(message);
    }

    /// <summary>The HTTP status code.</summary>
    public int StatusCode { get; }

    /// <summary>The headers.</summary>
    public ApiResponseHeaders Headers { get; }

    /// <summary>Whether the body is JSON <c>null</c> or empty.</summary>
    public bool IsNullBody
    {
        get
        {
            ReadOnlySpan<byte> text = GetJson().Trim(" \t\r\n"u8);
            return text.IsEmpty || text.SequenceEqual("null"u8);
        }
    }

    private string ContentType
        => _contentType ??= _message.Content.Headers.NonValidated.TryGetValues("Content-Type", out HeaderStringValues values) ? values.ToString() : "";

    /// <summary>Starts reading the body as JSON. Call <see cref="EndJson"/> in the same expression.</summary>
    /// <param name="r">A reader before the root value.</param>
    /// <returns>This response.</returns>
    public ApiResponse StartJson(out JsonReader r)
    {
        RequireBody();
        string contentType = ContentType;
        if (!MediaTypes.IsJson(contentType))
        {
            throw CreateFormatException($"expected JSON but the content type is '{Truncate(contentType)}'");
        }

        ReadOnlySpan<byte> json = GetJson();
        if (json.IsEmpty)
        {
            throw CreateFormatException("expected JSON but the body is empty");
        }

        r = new JsonReader(json);
        return this;
    }

    /// <summary>Ends reading JSON. Only white space may follow the root value.</summary>
    /// <returns>The value.</returns>
    public T EndJson<T>(ref JsonReader r, T value)
    {
        r.End();
        return value;
    }

    /// <summary>Decodes the body as text, by its byte order mark or charset. Invalid bytes become U+FFFD.</summary>
    public string Text()
    {
        RequireBody();
        return FindEncoding(out int preamble).GetString(Body[preamble..]);
    }

    /// <summary>Returns the body as a stream: from the network if the request asked for one, else from memory.</summary>
    /// <returns>A stream that the user disposes, and with it the response.</returns>
    public Stream Stream()
    {
        if (_isBuffered)
        {
            return new MemoryStream(Bytes(), writable: false);
        }

        _isStreamTaken = true;
        return new ResponseStream(_message.Content.ReadAsStream(CancellationToken.None), _message, _callToken);
    }

    /// <summary>Creates the exception for a status that the document does not describe.</summary>
    public Exception Unexpected()
    {
        if (!_isBuffered)
        {
            _needsStartOnly = true;
            return new BodyNotBufferedException();
        }

        return new UnexpectedStatusException(StatusCode, Headers, DecodeBodyStart());
    }

    internal byte[] Bytes()
    {
        RequireBody();
        return Body.ToArray();
    }
}
