using Microsoft.Kiota.Abstractions;

namespace CdeCodegen.Runtime;

/// <summary>Thrown by a result's <c>EnsureSuccess</c>: the response was documented, but no success. The case is in <see cref="Result"/>.</summary>
public sealed class ApiResultException : ApiException
{
    /// <summary>An exception that carries a case.</summary>
    public ApiResultException(ApiResult result)
        : base($"The server answered with {Describe(result)}, which is no success.")
    {
        Result = result;
        ResponseStatusCode = result.StatusCode;
        ResponseHeaders = result.Headers.ToDictionary();
    }

    /// <summary>The case.</summary>
    public ApiResult Result { get; }

    private static string Describe(ApiResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        return result.ToString();
    }
}
