namespace CdeCodegen.Runtime.OAuth;

/// <summary>What a token endpoint answered.</summary>
public sealed class OAuthTokens
{
    /// <summary>The token that requests carry, without the word <c>Bearer</c>.</summary>
    public required string AccessToken { get; init; }

    /// <summary>Gets the next access token without asking the user.</summary>
    /// <value>Null where the server gave none.</value>
    public string? RefreshToken { get; init; }

    /// <summary>When the answer came.</summary>
    public required DateTimeOffset IssuedAt { get; init; }

    /// <summary>Until when the access token is good.</summary>
    /// <value>Null where the server did not say: until <see cref="OAuthTokenProvider.Invalidate"/>.</value>
    public DateTimeOffset? ExpiresAt { get; init; }

    /// <summary>What the user or the server granted, where that is not what was asked for.</summary>
    /// <value>Null where the server did not say.</value>
    public IReadOnlyList<string>? Scopes { get; init; }
}
