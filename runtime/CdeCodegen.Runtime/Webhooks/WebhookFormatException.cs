namespace CdeCodegen.Runtime;

/// <summary>The body of a webhook or a callback does not match the API's document. The usual answer to its sender is status 400.</summary>
public sealed class WebhookFormatException : FormatException
{
    /// <summary>Creates an exception for a body.</summary>
    /// <param name="message">The problem. It must not contain values from the body, which can hold secrets.</param>
    /// <param name="jsonPath">The JSON path of the problem, for example <c>$.data.id</c>; null if it concerns the body as a whole.</param>
    /// <param name="byteOffset">The offset of the problem in the UTF-8 body, in bytes; null if it concerns the body as a whole.</param>
    public WebhookFormatException(string message, string? jsonPath = null, long? byteOffset = null)
        : base(message)
    {
        JsonPath = jsonPath;
        ByteOffset = byteOffset;
    }

    /// <summary>The JSON path of the problem, for example <c>$.data.id</c>; null if it concerns the body as a whole.</summary>
    public string? JsonPath { get; }

    /// <summary>The offset of the problem in the UTF-8 body, in bytes; null if it concerns the body as a whole.</summary>
    public long? ByteOffset { get; }
}
