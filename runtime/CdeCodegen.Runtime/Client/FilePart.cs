namespace CdeCodegen.Runtime;

/// <summary>
/// A file in a <c>multipart/form-data</c> body. It is sent from its stream, never held in memory as a whole, and its stream is left open:
/// it belongs to the caller.
/// </summary>
public sealed class FilePart
{
    /// <summary>A file to send.</summary>
    /// <param name="content">Its content, from the current position on.</param>
    /// <param name="fileName">The name that the server is told; no path.</param>
    /// <param name="contentType">Its media type, or null for the one that the document names, else <c>application/octet-stream</c>.</param>
    public FilePart(Stream content, string fileName, string? contentType = null)
    {
        ArgumentNullException.ThrowIfNull(content);
        ArgumentException.ThrowIfNullOrEmpty(fileName);
        Content = content;
        FileName = fileName;
        ContentType = contentType;
    }

    /// <summary>Its content.</summary>
    public Stream Content { get; }

    /// <summary>The name that the server is told.</summary>
    public string FileName { get; }

    /// <summary>Its media type, or null.</summary>
    public string? ContentType { get; }
}
