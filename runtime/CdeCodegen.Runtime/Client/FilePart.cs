namespace CdeCodegen.Runtime;

/// <summary>A file in a <c>multipart/form-data</c> body.</summary>
/// <remarks>The file is streamed, never buffered as a whole. The caller owns the stream; sending leaves it open.</remarks>
public sealed class FilePart
{
    /// <summary>Creates a file part.</summary>
    /// <param name="content">The content, sent from the current position of the stream to its end.</param>
    /// <param name="fileName">The file name sent to the server, without a path.</param>
    /// <param name="contentType">The media type, or null for the one in the API's document or, without one, <c>application/octet-stream</c>.</param>
    public FilePart(Stream content, string fileName, string? contentType = null)
    {
        ArgumentNullException.ThrowIfNull(content);
        ArgumentException.ThrowIfNullOrEmpty(fileName);
        Content = content;
        FileName = fileName;
        ContentType = contentType;
    }

    /// <summary>The content of the file.</summary>
    public Stream Content { get; }

    /// <summary>The file name sent to the server.</summary>
    public string FileName { get; }

    /// <summary>The media type, or null for the default.</summary>
    public string? ContentType { get; }
}
