namespace CdeCodegen.Runtime;

/// <summary>The base of all generated results. Each result type is closed and has one case per documented response.</summary>
public abstract class ApiResult
{
    /// <summary>Creates a case. Generated code calls it.</summary>
    /// <param name="statusCode">The HTTP status code of the response.</param>
    /// <param name="headers">The headers of the response, or null for none.</param>
    protected ApiResult(int statusCode, ApiResponseHeaders? headers)
    {
        StatusCode = statusCode;
        Headers = headers ?? ApiResponseHeaders.Empty;
    }

    /// <summary>The HTTP status code of the response.</summary>
    public int StatusCode { get; }

    /// <summary>The headers of the response.</summary>
    public ApiResponseHeaders Headers { get; }

    /// <summary>Whether the status code is in the range 200 to 299.</summary>
    public bool IsSuccess => StatusCode is >= 200 and <= 299;

    /// <summary>Why the body of an error response does not match the API's document; null if it does, or the response has no documented body.</summary>
    /// <remarks>
    /// Proxies and gateways answer with the status of an error but not its body. Its case is returned nevertheless. Reading <c>Body</c> then throws this
    /// exception, which carries the status, the headers and the first 8 KB of the body.
    /// </remarks>
    public ResponseFormatException? BodyError { get; internal set; }

    /// <summary>The first 8 KB, decoded as text, of a body that does not match the API's document; null if <see cref="BodyError"/> is null.</summary>
    public string? RawBody => BodyError?.ResponseBody;

    /// <summary>The body of a response for which the API's document describes none; empty if there is no body, or its case has a <c>Body</c>.</summary>
    public ReadOnlyMemory<byte> RawBytes { get; internal set; }

    /// <summary>Returns the body of a case. Generated code calls it.</summary>
    /// <exception cref="ResponseFormatException">The body does not match the API's document.</exception>
    protected T GetBody<T>(T body) => BodyError is null ? body : throw BodyError;

    /// <summary>Returns a typed header of a case. Generated code calls it.</summary>
    /// <returns>The value; null if the response does not have the header.</returns>
    /// <exception cref="ResponseFormatException">The value is not what the API's document describes. <see cref="Headers"/> has its text.</exception>
    protected T? GetHeader<T>(string name)
    {
        T? value = Headers.Get<T>(name);
        return value is not null || !Headers.Contains(name)
            ? value
            : throw new ResponseFormatException(
                $"The header '{name}' of the response (status {StatusCode}) is not what the API's document describes.", StatusCode, Headers, "");
    }

    /// <summary>Returns the case and its status code, for example <c>NotFound (404)</c>, but never the body, which can hold secrets.</summary>
    public override string ToString() => $"{GetType().Name} ({StatusCode})";
}
