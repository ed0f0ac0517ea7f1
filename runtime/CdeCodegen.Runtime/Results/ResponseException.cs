using Microsoft.Kiota.Abstractions;

namespace CdeCodegen.Runtime;

/// <summary>
/// A response that does not match the API's document or is too large: the base of <see cref="UnexpectedStatusException"/>,
/// <see cref="ResponseFormatException"/> and <see cref="ResponseTooLargeException"/>.
/// </summary>
public abstract class ResponseException : ApiException
{
    private protected ResponseException(
        string message, int statusCode, ApiResponseHeaders headers, string responseBody, Exception? innerException = null)
        : base(message, innerException!)
    {
        StatusCode = statusCode;
        Headers = headers;
        ResponseBody = responseBody;
        ResponseStatusCode = statusCode;
        ResponseHeaders = headers.ToDictionary();
    }

    /// <summary>The HTTP status code of the response.</summary>
    public int StatusCode { get; }

    /// <summary>The headers of the response.</summary>
    public ApiResponseHeaders Headers { get; }

    /// <summary>
    /// The first 8 KB of the body, decoded as text. <see cref="Exception.Message"/> and <see cref="object.ToString"/> never contain it, because bodies can hold
    /// secrets.
    /// </summary>
    public string ResponseBody { get; }
}
