namespace CdeCodegen.Runtime.OAuth;

/// <summary>Tokens for a program that acts for itself: the client credentials grant (RFC 6749, 4.4).</summary>
public sealed class ClientCredentialsTokenProvider : OAuthTokenProvider
{
    /// <summary>A provider that asks when the first request needs a token.</summary>
    /// <param name="options">The authorization server and the client, with its secret.</param>
    /// <exception cref="ArgumentException">The options name an endpoint that is neither https nor on this machine, or no client.</exception>
    public ClientCredentialsTokenProvider(OAuthClientOptions options)
        : base(options)
    {
    }

    private protected override Task<OAuthTokens> AcquireAsync(CancellationToken cancellationToken) => Endpoint.ForClientAsync(cancellationToken);
}
