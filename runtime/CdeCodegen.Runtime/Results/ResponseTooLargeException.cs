namespace CdeCodegen.Runtime;

/// <summary>The body of a response is larger than <see cref="ApiClientOptions.MaxResponseBodyBytes"/>. Reading stopped there and the connection was given up.</summary>
public sealed class ResponseTooLargeException : ResponseException
{
    /// <summary>An exception for a response.</summary>
    /// <param name="statusCode">Its status.</param>
    /// <param name="headers">Its headers.</param>
    /// <param name="responseBody">The beginning of its body, as far as it was read.</param>
    /// <param name="maxResponseBodyBytes">The limit.</param>
    public ResponseTooLargeException(int statusCode, ApiResponseHeaders headers, string responseBody, long maxResponseBodyBytes)
        : base(
            $"The body of the response (status {statusCode}) is larger than the limit of {maxResponseBodyBytes} bytes. ApiClientOptions.MaxResponseBodyBytes sets the limit.",
            statusCode, headers, responseBody)
        => MaxResponseBodyBytes = maxResponseBodyBytes;

    /// <summary>The limit that was in force.</summary>
    public long MaxResponseBodyBytes { get; }
}
