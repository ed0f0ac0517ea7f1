using Microsoft.Kiota.Abstractions;

namespace CdeCodegen.Runtime;

/// <summary>A response came that cannot be made a result: the base of <see cref="UnexpectedStatusException"/>, <see cref="ResponseFormatException"/> and <see cref="ResponseTooLargeException"/>.</summary>
public abstract class ResponseException : ApiException
{
    private protected ResponseException(string message, int statusCode, ApiResponseHeaders headers, string responseBody)
        : base(message)
    {
        StatusCode = statusCode;
        Headers = headers;
        ResponseBody = responseBody;
        ResponseStatusCode = statusCode;
        ResponseHeaders = headers.ToDictionary();
    }

    /// <summary>The status of the response.</summary>
    public int StatusCode { get; }

    /// <summary>The headers of the response.</summary>
    public ApiResponseHeaders Headers { get; }

    /// <summary>The first 8 KB of the body, as text. Never part of <see cref="Exception.Message"/> or <see cref="object.ToString"/>: bodies hold secrets.</summary>
    public string ResponseBody { get; }
}
