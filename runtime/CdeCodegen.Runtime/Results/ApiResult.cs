namespace CdeCodegen.Runtime;

/// <summary>What came of a call: the base of all generated results. Each is closed and has one case per documented response.</summary>
public abstract class ApiResult
{
    /// <summary>For the generated cases.</summary>
    /// <param name="statusCode">The status of the response.</param>
    /// <param name="headers">Its headers, or null for none.</param>
    protected ApiResult(int statusCode, ApiResponseHeaders? headers)
    {
        StatusCode = statusCode;
        Headers = headers ?? ApiResponseHeaders.Empty;
    }

    /// <summary>The status of the response.</summary>
    public int StatusCode { get; }

    /// <summary>The headers of the response.</summary>
    public ApiResponseHeaders Headers { get; }

    /// <summary>Whether the status is 200 to 299.</summary>
    public bool IsSuccess => StatusCode is >= 200 and <= 299;

    /// <summary>The case and its status, never the body: <c>NotFound (404)</c>.</summary>
    public override string ToString() => $"{GetType().Name} ({StatusCode})";
}
