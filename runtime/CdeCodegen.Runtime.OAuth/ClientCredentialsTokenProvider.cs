namespace CdeCodegen.Runtime.OAuth;

/// <summary>Provides access tokens for a service that acts on its own behalf, by the client credentials grant (RFC 6749, 4.4).</summary>
public sealed class ClientCredentialsTokenProvider : OAuthTokenProvider
{
    /// <summary>Initializes a provider. It sends nothing until the first call needs a token.</summary>
    /// <param name="options">The authorization server, and the client with its secret.</param>
    /// <exception cref="ArgumentException">The client identifier is missing, or the token endpoint is neither https nor http on a loopback address.</exception>
    public ClientCredentialsTokenProvider(OAuthClientOptions options)
        : base(options)
    {
    }

    private protected override Task<OAuthTokens> AcquireAsync(CancellationToken cancellationToken) => Endpoint.RequestWithClientCredentialsAsync();
}
