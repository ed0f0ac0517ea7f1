namespace CdeCodegen.Runtime.OAuth;

/// <summary>A successful response of a token endpoint.</summary>
public sealed class OAuthTokens
{
    /// <summary>Gets the access token, without the <c>Bearer</c> prefix.</summary>
    public required string AccessToken { get; init; }

    /// <summary>Gets the refresh token, which obtains the next access token without user interaction.</summary>
    /// <value>Null if the server issued none.</value>
    public string? RefreshToken { get; init; }

    /// <summary>Gets the local time just before the token request was sent.</summary>
    public required DateTimeOffset IssuedAt { get; init; }

    /// <summary>Gets the time at which the access token expires: <see cref="IssuedAt"/> plus <c>expires_in</c>.</summary>
    /// <value>
    /// Null if the server did not say: the token is used until <see cref="OAuthTokenProvider.Invalidate"/>. Equal to <see cref="IssuedAt"/> if the server said
    /// zero or less: the token serves the calls that wait for it and no others.
    /// </value>
    public DateTimeOffset? ExpiresAt { get; init; }

    /// <summary>Gets the granted scopes.</summary>
    /// <value>Null if the server did not list them, which means that it granted those requested.</value>
    public IReadOnlyList<string>? Scopes { get; init; }
}
