namespace CdeCodegen.Runtime;

/// <summary>The body of a documented response does not match the API's document, or ended early.</summary>
public sealed class ResponseFormatException : ResponseException
{
    /// <summary>Creates an exception for a response.</summary>
    /// <param name="message">The problem. It must not contain values from the body, which can hold secrets.</param>
    /// <param name="statusCode">The HTTP status code.</param>
    /// <param name="headers">The headers of the response.</param>
    /// <param name="responseBody">The first 8 KB of the body, as text.</param>
    /// <param name="jsonPath">The JSON path of the problem, for example <c>$.data.versions[0].name</c>; null if it concerns the body as a whole.</param>
    /// <param name="byteOffset">The offset of the problem in the UTF-8 body, in bytes; null if it concerns the body as a whole.</param>
    /// <param name="innerException">The failure of the connection or of decompression, if one ended the body early.</param>
    public ResponseFormatException(
        string message,
        int statusCode,
        ApiResponseHeaders headers,
        string responseBody,
        string? jsonPath = null,
        long? byteOffset = null,
        Exception? innerException = null)
        : base(message, statusCode, headers, responseBody, innerException)
    {
        JsonPath = jsonPath;
        ByteOffset = byteOffset;
    }

    /// <summary>The JSON path of the problem, for example <c>$.data.versions[0].name</c>; null if it concerns the body as a whole.</summary>
    public string? JsonPath { get; }

    /// <summary>
    /// The offset of the problem in the UTF-8 body, in bytes; null if it concerns the body as a whole. Within an item of a stream it counts from the start of
    /// that item.
    /// </summary>
    public long? ByteOffset { get; }

    /// <summary>The number of the item of a stream that does not match, from 1; null for other bodies. <c>ResponseBody</c> is then the item.</summary>
    public long? ItemNumber { get; internal init; }
}
