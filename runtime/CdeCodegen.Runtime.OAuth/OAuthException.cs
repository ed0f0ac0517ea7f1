namespace CdeCodegen.Runtime.OAuth;

/// <summary>The authorization server gave no token. Neither the message nor anything else of it holds a token, a code or a secret.</summary>
public sealed class OAuthException : Exception
{
    internal OAuthException(string message, string? error = null, string? errorDescription = null, int? statusCode = null, Exception? innerException = null)
        : base(message, innerException)
    {
        Error = error;
        ErrorDescription = errorDescription;
        StatusCode = statusCode;
    }

    /// <summary>What the server says in the form that OAuth has for it, behind a sentence on what did not happen.</summary>
    internal static OAuthException Of(string sentence, string error, string? errorDescription, int? statusCode = null) => new(
        string.IsNullOrEmpty(errorDescription) ? $"{sentence}: {error}" : $"{sentence}: {error}: {errorDescription}", error, errorDescription, statusCode);

    /// <summary>The server's code, <c>invalid_grant</c> or <c>access_denied</c> for example (RFC 6749, 4.1.2.1 and 5.2).</summary>
    /// <value>Null where the answer was none of OAuth.</value>
    public string? Error { get; }

    /// <summary>The server's own words.</summary>
    /// <value>Null where it used none.</value>
    public string? ErrorDescription { get; }

    /// <summary>The status of the token endpoint's answer.</summary>
    /// <value>Null where it was not asked.</value>
    public int? StatusCode { get; }
}
