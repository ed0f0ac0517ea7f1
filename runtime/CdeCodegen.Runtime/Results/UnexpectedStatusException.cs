namespace CdeCodegen.Runtime;

/// <summary>The server answered with a status that the API's document does not describe for the operation.</summary>
public sealed class UnexpectedStatusException : ResponseException
{
    /// <summary>Creates an exception for a response.</summary>
    /// <param name="statusCode">The HTTP status code.</param>
    /// <param name="headers">The headers of the response.</param>
    /// <param name="responseBody">The first 8 KB of the body, as text.</param>
    public UnexpectedStatusException(int statusCode, ApiResponseHeaders headers, string responseBody)
        : base(
            $"The server answered with status {statusCode}, which the API's document does not describe for this operation.",
            statusCode,
            headers,
            responseBody)
    {
    }
}
