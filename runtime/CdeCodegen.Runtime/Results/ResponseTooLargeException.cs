namespace CdeCodegen.Runtime;

/// <summary>
/// The body of a success is larger than <see cref="ApiClientOptions.MaxResponseBodyBytes"/>. The runtime stopped reading at the limit and closed the
/// connection. Of an error, it is the inner exception of <see cref="ApiResult.BodyError"/>: the case arrives.
/// </summary>
public sealed class ResponseTooLargeException : ResponseException
{
    /// <summary>Creates an exception for a response.</summary>
    /// <param name="statusCode">The HTTP status code.</param>
    /// <param name="headers">The headers of the response.</param>
    /// <param name="responseBody">The first 8 KB of the body, as text.</param>
    /// <param name="maxResponseBodyBytes">The limit, in bytes after decompression.</param>
    public ResponseTooLargeException(int statusCode, ApiResponseHeaders headers, string responseBody, long maxResponseBodyBytes)
        : base(
            $"The body of the response (status {statusCode}) is larger than the limit of {maxResponseBodyBytes} bytes. "
            + "ApiClientOptions.MaxResponseBodyBytes sets the limit.",
            statusCode,
            headers,
            responseBody)
        => MaxResponseBodyBytes = maxResponseBodyBytes;

    /// <summary>The limit that the body exceeded, in bytes after decompression.</summary>
    public long MaxResponseBodyBytes { get; }
}
