using System.Buffers;
using System.Text;

namespace CdeCodegen.Runtime.Generated;

// The request's body: one of JSON, text, a stream, a form, or several parts.
public partial struct ApiRequest
{
    /// <summary>The writer for a JSON body; sending ends it.</summary>
    public JsonOut Json(string mediaType)
    {
        _jsonMediaType = mediaType;
        return _json = JsonOut.Rent();
    }

    /// <summary>The writer for an <c>application/x-www-form-urlencoded</c> body: its members become the fields. Sending ends it.</summary>
    public JsonOut Form()
    {
        _jsonMediaType = null;
        return _json = JsonOut.Rent();
    }

    /// <summary>Begins a JSON body, or a JSON value for one of the methods that take a writer.</summary>
    public readonly JsonOut StartJson() => JsonOut.Rent();

    /// <summary>Ends a JSON body.</summary>
    public void EndJson(JsonOut w, string mediaType)
    {
        byte[] buffer = w.Detach(out int length);
        _content = new PooledContent(buffer, 1, length - 1, mediaType);
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

    /// <summary>Begins an <c>application/x-www-form-urlencoded</c> body.</summary>
    public void StartForm()
    {
        _form = UrlWriter.Start();
        _formSeparator = PairSeparator.Form;
        _isForm = true;
    }

    /// <summary>Adds a form field.</summary>
    /// <param name="name">Already percent-encoded.</param>
    /// <param name="value">Null leaves it out. A list is repeated.</param>
    public void FormField<T>(string name, T value)
        => ParameterLayout.Pairs(ref _form, ref _formSeparator, name, value, ApiParameterStyle.Exploded, allowReserved: false);

    /// <summary>Adds a form field that is laid out by a style.</summary>
    /// <param name="name">Already percent-encoded.</param>
    /// <param name="value">Null leaves it out.</param>
    /// <param name="style">The layout.</param>
    /// <param name="allowReserved">Leave reserved characters as they are.</param>
    public void FormField<T>(string name, T value, ApiParameterStyle style, bool allowReserved = false)
        => ParameterLayout.Pairs(ref _form, ref _formSeparator, name, value, style, allowReserved);

    /// <summary>Begins a multipart body.</summary>
    /// <param name="mediaType"><c>multipart/form-data</c>, or another multipart type.</param>
    public void StartMultipart(string mediaType = "multipart/form-data") => _content = new PartsContent(mediaType);

    /// <summary>Adds a field as text; null leaves it out; a list is one part for each item.</summary>
    public readonly void MultipartField<T>(string name, T value) => ((PartsContent)_content!).AddField(name, value);

    /// <summary>Adds a file; null leaves it out.</summary>
    /// <param name="name">The field's name.</param>
    /// <param name="file">The file.</param>
    /// <param name="mediaType">What the document says of its type, for a file that does not say it itself.</param>
    public readonly void MultipartFile(string name, FilePart? file, string? mediaType = null)
    {
        if (file is not null)
        {
            ((PartsContent)_content!).AddFile(name, file, mediaType);
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
    public readonly void MultipartJson(string name, JsonOut w, string mediaType = "application/json")
    {
        byte[] buffer = w.Detach(out int length);
        ((PartsContent)_content!).Add(name, new PooledContent(buffer, 1, length - 1, mediaType));
    }

    private HttpContent? FinishBody()
    {
        if (_json is not null)
        {
            if (_jsonMediaType is null)
            {
                FormJson(_json);
            }
            else
            {
                EndJson(_json, _jsonMediaType);
            }
        }

        if (_isForm)
        {
            byte[] buffer = ArrayPool<byte>.Shared.Rent(_form.Length);
            int length = Encoding.ASCII.GetBytes(_form.Written, buffer);
            _form.Release();
            _content = new PooledContent(buffer, 0, length, "application/x-www-form-urlencoded");
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
