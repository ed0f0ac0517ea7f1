using System.Buffers;
using System.Text;

namespace CdeCodegen.Runtime.Generated;

// The request's body: one of JSON, text, a stream, a form, or several parts.
public partial struct ApiRequest
{
    /// <summary>The writer for a JSON body; sending ends it.</summary>
    public JsonWriter Json(string mediaType)
    {
        _jsonMediaType = mediaType;
        return _json = JsonWriter.Rent();
    }

    /// <summary>The writer for an <c>application/x-www-form-urlencoded</c> body: its members become the fields. Sending ends it.</summary>
    public JsonWriter Form()
    {
        _jsonMediaType = null;
        return _json = JsonWriter.Rent();
    }

    /// <summary>Sends text, as UTF-8.</summary>
    public void Text(string value, string mediaType)
    {
        ArgumentNullException.ThrowIfNull(value);
        byte[] buffer = ArrayPool<byte>.Shared.Rent(Encoding.UTF8.GetMaxByteCount(value.Length));
        int length = Encoding.UTF8.GetBytes(value, buffer);
        string type = mediaType.Contains("charset=", StringComparison.OrdinalIgnoreCase) ? mediaType : mediaType + "; charset=utf-8";
        _content = new PooledContent(buffer, 0, length, type);
    }

    /// <summary>Sends a stream from its current position on, without holding it in memory; it is left open.</summary>
    public void Binary(Stream content, string mediaType)
    {
        ArgumentNullException.ThrowIfNull(content);
        _content = new CallerStreamContent(content, mediaType);
    }

    /// <summary>Begins a multipart body.</summary>
    /// <param name="mediaType"><c>multipart/form-data</c>, or another multipart type.</param>
    public void StartMultipart(string mediaType = "multipart/form-data") => _content = new MultipartBodyContent(mediaType);

    /// <summary>Adds a field as text; null leaves it out; a list is one part for each item.</summary>
    public readonly void MultipartField<T>(string name, T value) => ((MultipartBodyContent)_content!).AddField(name, value);

    /// <summary>Adds a file; null leaves it out.</summary>
    /// <param name="name">The field's name.</param>
    /// <param name="file">The file.</param>
    /// <param name="mediaType">What the document says of its type, for a file that does not say it itself.</param>
    public readonly void MultipartFile(string name, FilePart? file, string? mediaType = null)
    {
        if (file is not null)
        {
            ((MultipartBodyContent)_content!).AddFile(name, file, mediaType);
        }
    }

    /// <summary>Adds several files under one name; null leaves them out.</summary>
    public readonly void MultipartFiles(string name, IEnumerable<FilePart>? files, string? mediaType = null)
    {
        foreach (FilePart file in files ?? [])
        {
            MultipartFile(name, file, mediaType);
        }
    }

    /// <summary>Adds a field as JSON, from a writer of <see cref="StartJson"/>.</summary>
    public readonly void MultipartJson(string name, JsonWriter w, string mediaType = "application/json")
        => ((MultipartBodyContent)_content!).Add(name, JsonContent(w, mediaType));

    private static PooledContent JsonContent(JsonWriter w, string mediaType)
    {
        byte[] buffer = w.Detach(out int length);
        return new PooledContent(buffer, 1, length - 1, mediaType);
    }

    private HttpContent? FinishBody()
    {
        if (_json is not null)
        {
            _content = _jsonMediaType is null ? FormUrlEncodedBody.Of(Parse(_json)) : JsonContent(_json, _jsonMediaType);
        }

        if (_contentHeaders is not null)
        {
            _content ??= new ByteArrayContent([]);
            foreach ((string name, string value) in _contentHeaders)
            {
                if (_content.Headers.NonValidated.Contains(name))
                {
                    _content.Headers.Remove(name);
                }

                if (!_content.Headers.TryAddWithoutValidation(name, value))
                {
                    throw new ArgumentException($"'{name}' is no header of a request.");
                }
            }
        }

        return _content;
    }
}
