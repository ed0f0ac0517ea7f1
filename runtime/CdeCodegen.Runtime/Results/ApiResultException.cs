using Microsoft.Kiota.Abstractions;

namespace CdeCodegen.Runtime;

/// <summary>Thrown by <c>EnsureSuccess</c> when the response is documented but not a success. <see cref="Result"/> holds the case.</summary>
public sealed class ApiResultException : ApiException
{
    /// <summary>Creates an exception that carries a case.</summary>
    public ApiResultException(ApiResult result)
        : base($"The server answered with {Describe(result)}, which is not a success.")
    {
        Result = result;
        ResponseStatusCode = result.StatusCode;
        ResponseHeaders = result.Headers.ToDictionary();
    }

    /// <summary>The case that the server answered with.</summary>
    public ApiResult Result { get; }

    private static string Describe(ApiResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        return result.ToString();
    }
}
