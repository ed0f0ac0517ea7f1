using System.Runtime.CompilerServices;

namespace CdeCodegen.Runtime.Generated;

// The body of the request: JSON, text, a stream, a form, or several parts.
public partial struct ApiRequest
{
    /// <summary>Starts a JSON body. Sending the request ends it.</summary>
    public JsonWriter Json(string mediaType)
    {
        _jsonMediaType = mediaType;
        return _json = JsonWriter.Rent();
    }

    /// <summary>
    /// Starts an <c>application/x-www-form-urlencoded</c> body, whose fields are the members of the object written. Sending the request ends it.
    /// </summary>
    /// <remarks>A list repeats its name, and an object is JSON text (OpenAPI, Encoding Object), unless <see cref="FormStyle"/> says otherwise.</remarks>
    public JsonWriter Form()
    {
        _jsonMediaType = null;
        return _json = JsonWriter.Rent();
    }

    /// <summary>Sets the style of fields of a form.</summary>
    /// <param name="style">The style of lists and objects.</param>
    /// <param name="allowReserved">Whether reserved characters stay as they are.</param>
    /// <param name="names">The names of the fields.</param>
    public void FormStyle(ApiParameterStyle style, bool allowReserved, params string[] names)
    {
        _formStyles ??= new Dictionary<string, (ApiParameterStyle Style, bool AllowReserved)>(StringComparer.Ordinal);
        foreach (string name in names)
        {
            _formStyles[name] = (style, allowReserved);
        }
    }

    /// <summary>Sets a text body, in the charset of the media type, or as UTF-8 if it has none or one that cannot represent the text.</summary>
    public void Text(string value, string mediaType)
    {
        ArgumentNullException.ThrowIfNull(value);
        string type = mediaType.Contains("charset=", StringComparison.OrdinalIgnoreCase) ? mediaType : mediaType + "; charset=utf-8";
        _content = PooledContent.OfText(value, type);
    }

    /// <summary>Sets a body of a number, a date or another value as text.</summary>
    public void Text<T>(T value, string mediaType)
    {
        Span<char> buffer = stackalloc char[ScalarText.BufferSize];
        Text(ScalarText.TryFormat(value, buffer, out ReadOnlySpan<char> text) ? text.ToString() : null!, mediaType);
    }

    /// <summary>Sets a body that is streamed from its current position. The stream stays open.</summary>
    public void Binary(Stream content, string mediaType)
    {
        ArgumentNullException.ThrowIfNull(content);
        _content = new CallerStreamContent(content, mediaType);
    }

    /// <summary>Sets a body of JSON values that are sent as they come.</summary>
    /// <param name="items">The values.</param>
    /// <param name="mediaType">The media type. JSON text sequences begin each value with a record separator.</param>
    /// <param name="write">Writes a value.</param>
    public void Items<T>(IAsyncEnumerable<T> items, string mediaType, Action<JsonWriter, T> write)
    {
        ArgumentNullException.ThrowIfNull(items);
        _content = new JsonItemsContent(WriteAsync(items, write), mediaType.Contains("json-seq", StringComparison.OrdinalIgnoreCase));
        _content.Headers.TryAddWithoutValidation("Content-Type", mediaType);
    }

    /// <summary>Starts a multipart body.</summary>
    /// <param name="mediaType"><c>multipart/form-data</c>, or another multipart type.</param>
    public void StartMultipart(string mediaType = "multipart/form-data") => _content = new MultipartBodyContent(mediaType);

    /// <summary>Adds a text field. Null adds nothing, and a list adds one part per item.</summary>
    public readonly void MultipartField<T>(string name, T value) => ((MultipartBodyContent)_content!).AddField(name, value);

    /// <summary>Adds a text field of a media type. Null adds nothing, and a list adds one part per item.</summary>
    public readonly void MultipartText<T>(string name, T value, string mediaType) => ((MultipartBodyContent)_content!).AddField(name, value, mediaType);

    /// <summary>Adds a file. Null adds nothing.</summary>
    /// <param name="name">The name of the field.</param>
    /// <param name="file">The file.</param>
    /// <param name="mediaType">The media type in the document, for files without their own.</param>
    public readonly void MultipartFile(string name, FilePart? file, string? mediaType = null)
    {
        if (file is not null)
        {
            ((MultipartBodyContent)_content!).AddFile(name, file, mediaType);
        }
    }

    /// <summary>Adds several files with the same name. Null adds nothing.</summary>
    public readonly void MultipartFiles(string name, IEnumerable<FilePart>? files, string? mediaType = null)
    {
        foreach (FilePart file in files ?? [])
        {
            MultipartFile(name, file, mediaType);
        }
    }

    /// <summary>Adds a JSON field, written with <see cref="StartJson"/>.</summary>
    public readonly void MultipartJson(string name, JsonWriter w, string mediaType = "application/json")
        => ((MultipartBodyContent)_content!).Add(name, JsonContent(w, mediaType));

    private static PooledContent JsonContent(JsonWriter w, string mediaType)
    {
        byte[] buffer = w.Detach(out int length);
        return new PooledContent(buffer, 1, length - 1, mediaType);
    }

    private static async IAsyncEnumerable<ReadOnlyMemory<byte>> WriteAsync<T>(
        IAsyncEnumerable<T> items, Action<JsonWriter, T> write, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        await foreach (T item in items.WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            var w = JsonWriter.Rent();
            write(w, item);
            byte[] buffer = w.Detach(out int length);
            try
            {
                yield return buffer.AsMemory(1, length - 1);
            }
            finally
            {
                BufferPool.Return(buffer);
            }
        }
    }

    private HttpContent? FinishBody()
    {
        if (_json is not null)
        {
            _content = _jsonMediaType is null ? FormUrlEncodedBody.Create(Parse(_json), _formStyles) : JsonContent(_json, _jsonMediaType);
        }

        // SocketsHttpHandler resends a request without content if its connection closes before the response starts, even a POST. Empty content prevents it.
        if (_content is null && (_contentHeaders is not null || !HttpMethodSemantics.IsSafe(_message.Method)))
        {
            _content = new ByteArrayContent([]);
        }

        if (_contentHeaders is not null)
        {
            foreach ((string name, string value) in _contentHeaders)
            {
                if (_content!.Headers.NonValidated.Contains(name))
                {
                    _content.Headers.Remove(name);
                }

                if (!_content.Headers.TryAddWithoutValidation(name, value))
                {
                    throw new ArgumentException($"'{name}' is not a request header.");
                }
            }
        }

        return _content;
    }
}
