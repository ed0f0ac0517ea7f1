using System.Collections;
using System.Text;

namespace CdeCodegen.Runtime.Internal;

/// <summary>A multipart body. It is sent part by part, and files are streamed.</summary>
internal sealed class MultipartBodyContent : MultipartContent
{
    private readonly bool _isFormData;

    internal MultipartBodyContent(string mediaType)
        : this(mediaType, Guid.NewGuid().ToString("N"))
    {
    }

    private MultipartBodyContent(string mediaType, string boundary)
        : base("form-data", boundary)
    {
        _isFormData = mediaType.Equals("multipart/form-data", StringComparison.OrdinalIgnoreCase);

        // MultipartContent quotes the boundary, which not every server supports.
        Headers.Remove("Content-Type");
        Headers.TryAddWithoutValidation("Content-Type", $"{mediaType}; boundary={boundary}");

        // Browsers send names and file names as UTF-8 (WHATWG HTML, multipart/form-data encoding algorithm).
        HeaderEncodingSelector = static (_, _) => Encoding.UTF8;
    }

    internal void AddField(string name, object? value, string? mediaType = null)
    {
        if (value is not null && CompositeValue.IsList(value, out IEnumerable? items))
        {
            foreach (object? item in items)
            {
                AddField(name, item, mediaType);
            }
        }
        else if (CompositeValue.Format(value) is { } text)
        {
            Add(name, PooledContent.OfText(text, mediaType));
        }
    }

    internal void AddFile(string name, FilePart file, string? mediaType)
        => Add(name, new CallerStreamContent(file.Content, file.ContentType ?? mediaType ?? "application/octet-stream"), file.FileName);

    internal void Add(string name, HttpContent content, string? fileName = null)
    {
        if (_isFormData || fileName is not null)
        {
            string kind = _isFormData ? $"form-data; name=\"{EscapeQuoted(name)}\"" : "attachment";
            content.Headers.TryAddWithoutValidation("Content-Disposition", fileName is null ? kind : $"{kind}; filename=\"{EscapeQuoted(fileName)}\"");
        }

        Add(content);
    }

    private static string EscapeQuoted(string name) => name.Replace("\"", "%22").Replace("\r", "%0D").Replace("\n", "%0A");
}
