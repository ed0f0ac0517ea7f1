namespace CdeCodegen.Runtime;

/// <summary>The body of a documented response is not what the API's document says.</summary>
public sealed class ResponseFormatException : ResponseException
{
    /// <summary>An exception for a response.</summary>
    /// <param name="message">What is wrong, without any of the body's values.</param>
    /// <param name="statusCode">Its status.</param>
    /// <param name="headers">Its headers.</param>
    /// <param name="responseBody">The beginning of its body.</param>
    /// <param name="jsonPath">Where in the body, <c>$.data.versions[0].name</c> for example; null when the body as a whole is meant.</param>
    /// <param name="byteOffset">Where in the body, counted in bytes of UTF-8; null when the body as a whole is meant.</param>
    public ResponseFormatException(
        string message, int statusCode, ApiResponseHeaders headers, string responseBody, string? jsonPath = null, long? byteOffset = null)
        : base(message, statusCode, headers, responseBody)
    {
        JsonPath = jsonPath;
        ByteOffset = byteOffset;
    }

    /// <summary>Where in the body, <c>$.data.versions[0].name</c> for example; null when the body as a whole is meant.</summary>
    public string? JsonPath { get; }

    /// <summary>Where in the body, counted in bytes of UTF-8; null when the body as a whole is meant.</summary>
    public long? ByteOffset { get; }
}
