namespace CdeCodegen.Runtime.OAuth;

/// <summary>
/// The exception that is thrown when the authorization server issues no token. Text of the server is shortened to 500 characters, control characters are
/// replaced, and the secrets of the request are removed.
/// </summary>
public sealed class OAuthException : Exception
{
    /// <summary>Creates an exception. Applications do so in their tests, to fake that no token is issued.</summary>
    /// <param name="message">The problem, without secrets.</param>
    /// <param name="error">The OAuth error code, such as <c>invalid_client</c>.</param>
    /// <param name="errorDescription">The server's description of the error.</param>
    /// <param name="statusCode">The HTTP status code of the token endpoint's response.</param>
    /// <param name="innerException">The cause.</param>
    public OAuthException(string message, string? error = null, string? errorDescription = null, int? statusCode = null, Exception? innerException = null)
        : base(message, innerException)
    {
        Error = error;
        ErrorDescription = errorDescription;
        StatusCode = statusCode;
    }

    /// <summary>Gets the OAuth error code, such as <c>invalid_grant</c> or <c>access_denied</c> (RFC 6749, 4.1.2.1 and 5.2).</summary>
    /// <value>Null if the response is not an OAuth error response.</value>
    public string? Error { get; }

    /// <summary>Gets the server's description of the error.</summary>
    /// <value>Null if the server sent none.</value>
    public string? ErrorDescription { get; }

    /// <summary>Gets the HTTP status code of the token endpoint's response.</summary>
    /// <value>Null if there was no such response.</value>
    public int? StatusCode { get; }

    /// <summary>Creates the exception for an OAuth error response, whose texts are already clean.</summary>
    internal static OAuthException FromError(string summary, string error, string? errorDescription, int? statusCode = null) => new(
        errorDescription is null ? $"{summary}: {error}" : $"{summary}: {error}: {errorDescription}", error, errorDescription, statusCode);
}
