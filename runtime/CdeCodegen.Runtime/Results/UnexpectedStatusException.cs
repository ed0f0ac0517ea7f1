namespace CdeCodegen.Runtime;

/// <summary>The response has a status that the API's document does not describe for the operation.</summary>
public sealed class UnexpectedStatusException : ResponseException
{
    /// <summary>An exception for a response.</summary>
    /// <param name="statusCode">Its status.</param>
    /// <param name="headers">Its headers.</param>
    /// <param name="responseBody">The beginning of its body.</param>
    public UnexpectedStatusException(int statusCode, ApiResponseHeaders headers, string responseBody)
        : base($"The server answered with status {statusCode}, which the API's document does not describe for this operation.", statusCode, headers, responseBody)
    {
    }
}
