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
            try
            {
                ReadOnlySpan<byte> text = GetJson().Trim(" \t\r\n"u8);
                return text.IsEmpty || text.SequenceEqual("null"u8);
            }
            catch (ResponseFormatException) when (!IsSuccess)
            {
                // Reading the body comes next and records the error.
                return false;
            }
        }
    }

    /// <summary>Why the body of an error response does not match the document; null if it does or was not read.</summary>
    internal ResponseFormatException? BodyError { get; private set; }

    private string ContentType
        => _contentType ??= _message.Content.Headers.NonValidated.TryGetValues("Content-Type", out HeaderStringValues values) ? values.ToString() : "";

    /// <summary>Reads the body as JSON.</summary>
    /// <returns>The value. The default if the response is an error whose body does not match the document: its case arrives without a body.</returns>
    /// <exception cref="ResponseFormatException">The response is a success whose body does not match the document.</exception>
    public T ReadJson<T>(JsonBodyReader<T> read)
    {
        if (typeof(T) == typeof(string) && MediaTypes.IsPlainText(ContentType))
        {
            // Documents of minimal APIs by NSwag describe every string as JSON, but the server sends it as it is.
            TextAsJson();
        }

        try
        {
            return StartJson(out JsonReader r).EndJson(ref r, read(ref r));
        }
        catch (JsonFormatException e) when (!IsSuccess)
        {
            BodyError = CreateFormatException(e.Message, e.ByteOffset);
        }
        catch (ResponseFormatException e) when (!IsSuccess)
        {
            BodyError = e;
        }

        return default!;
    }

    /// <summary>Starts reading the body as JSON. Call <see cref="EndJson"/> in the same expression.</summary>
    /// <param name="r">A reader before the root value.</param>
    /// <returns>This response.</returns>
    internal ApiResponse StartJson(out JsonReader r)
    {
        RequireBody();
        string contentType = ContentType;
        if (!MediaTypes.IsJson(contentType))
        {
            if (!_isJsonOfAnyType)
            {
                throw CreateFormatException($"expected JSON but the content type is '{Truncate(contentType)}'");
            }

            if (_isTextQuoted)
            {
                QuoteText();
            }
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
    internal T EndJson<T>(ref JsonReader r, T value)
    {
        r.End();
        return value;
    }

    /// <summary>Takes the body as JSON whatever its content type is, because the document describes JSON under another media type.</summary>
    /// <returns>This response.</returns>
    public ApiResponse AsJson()
    {
        _isJsonOfAnyType = true;
        return this;
    }

    /// <summary>Takes a body that is not JSON as the text of a JSON string, because the document describes a string in both forms.</summary>
    /// <returns>This response.</returns>
    public ApiResponse TextAsJson()
    {
        _isTextQuoted = true;
        return AsJson();
    }

    /// <summary>Decodes the body as text, by its byte order mark or charset. Invalid bytes become U+FFFD.</summary>
    /// <param name="expected">The media types that the document gives the text, separated by commas; null for any.</param>
    /// <returns>The text. Null if the response is an error whose body cannot be decoded: its case arrives without a body.</returns>
    /// <exception cref="ResponseFormatException">The body has another content type. JSON or a PDF is no CSV.</exception>
    public string Text(string? expected = null)
    {
        try
        {
            RequireBody();
            if (expected is not null && !MediaTypes.IsText(ContentType, expected))
            {
                throw CreateFormatException($"expected {expected} but the content type is '{Truncate(ContentType)}'");
            }

            return FindEncoding(out int preamble).GetString(Body[preamble..]);
        }
        catch (ResponseFormatException e) when (!IsSuccess)
        {
            BodyError = e;
            return null!;
        }
    }

    /// <summary>Returns the body as a stream: from the network if the request asked for one, else from memory.</summary>
    /// <param name="expected">The media types that the document gives the stream, separated by commas; null for any.</param>
    /// <returns>
    /// A stream that the user disposes, and with it the response. Null if the response is an error whose body failed: its case arrives without a body.
    /// </returns>
    /// <exception cref="ResponseFormatException">The body has another content type.</exception>
    public Stream Stream(string? expected = null)
    {
        bool isOther = expected is not null && !MediaTypes.IsStream(ContentType, expected);
        if (_isBuffered || isOther)
        {
            try
            {
                RequireBody();
                if (isOther)
                {
                    throw CreateFormatException($"expected {expected} but the content type is '{Truncate(ContentType)}'");
                }

                return new MemoryStream(Bytes(), writable: false);
            }
            catch (ResponseFormatException e) when (!IsSuccess)
            {
                BodyError = e;
                return null!;
            }
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
