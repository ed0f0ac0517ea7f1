namespace CdeCodegen.Runtime.OAuth;

/// <summary>
/// Tokens that a user grants: the authorization code grant with PKCE (RFC 6749, 4.1; RFC 7636; RFC 9700). The user is asked once; from then on the
/// refresh token is used, until it is refused too.
/// </summary>
public sealed class AuthorizationCodeTokenProvider : OAuthTokenProvider
{
    private readonly AuthorizationCodeOptions _options;

    /// <summary>A provider that asks when the first request needs a token.</summary>
    /// <param name="options">The authorization server, the client, and how the user is asked.</param>
    /// <exception cref="ArgumentException">The options name an endpoint that is neither https nor on this machine, or no client.</exception>
    public AuthorizationCodeTokenProvider(AuthorizationCodeOptions options)
        : base(options)
    {
        TokenEndpoint.Require(options.AuthorizationEndpoint, nameof(options.AuthorizationEndpoint));
        ArgumentNullException.ThrowIfNull(options.RedirectUri);
        _options = options;
    }

    /// <summary>A question to send a user to, whose answer goes to <see cref="RedeemAsync"/>.</summary>
    /// <returns>A new one each time.</returns>
    public AuthorizationRequest CreateRequest() => AuthorizationRequest.Create(_options);

    /// <summary>Takes the user's answer and gets the tokens for it, in place of any that were at hand.</summary>
    /// <param name="request">What the user was asked.</param>
    /// <param name="answer">The address that the user was sent back to, its query included.</param>
    /// <param name="cancellationToken">Stops the wait.</param>
    /// <returns>A task that ends when the tokens are at hand.</returns>
    /// <exception cref="OAuthException">The user refused, the answer is to another question or of another server, or the code is not good (any more).</exception>
    /// <exception cref="HttpRequestException">The authorization server was not reached.</exception>
    public async Task RedeemAsync(AuthorizationRequest request, Uri answer, CancellationToken cancellationToken = default)
    {
        OAuthTokens tokens = await GetAsync(request, answer, cancellationToken).ConfigureAwait(false);
        await ReplaceAsync(tokens, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Forgets the tokens, those in the store included. The next request asks the user again.</summary>
    /// <param name="cancellationToken">Stops the wait.</param>
    /// <returns>A task that ends when they are forgotten.</returns>
    public Task ForgetAsync(CancellationToken cancellationToken = default) => ReplaceAsync(null, cancellationToken);

    private protected override async Task<OAuthTokens> AcquireAsync(CancellationToken cancellationToken)
    {
        if (_options.Authorize is not { } authorize)
        {
            throw new OAuthException("There is no token, and no way to ask the user for one: RedeemAsync was not called yet, or what it brought is no longer good.");
        }

        AuthorizationRequest request = CreateRequest();
        Uri answer = await authorize(request, cancellationToken).ConfigureAwait(false);
        return await GetAsync(request, answer, cancellationToken).ConfigureAwait(false);
    }

    private protected override Task<OAuthTokens?> LoadAsync(CancellationToken cancellationToken) =>
        _options.TokenStore is { } store ? store.LoadAsync(cancellationToken) : base.LoadAsync(cancellationToken);

    private protected override Task SaveAsync(OAuthTokens? tokens, CancellationToken cancellationToken) =>
        _options.TokenStore is { } store ? store.SaveAsync(tokens, cancellationToken) : base.SaveAsync(tokens, cancellationToken);

    private Task<OAuthTokens> GetAsync(AuthorizationRequest request, Uri answer, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(answer);

        // Before anything else is believed.
        if (request.ReadAnswer(answer) is not { } response)
        {
            throw new OAuthException("The answer is not to this authorization request: its state differs.");
        }

        if (_options.Issuer is { } issuer && response.Issuer is { Length: > 0 } answering && answering != issuer)
        {
            throw new OAuthException($"The answer is of {answering}, and not of {issuer}.");
        }

        if (response.IsError)
        {
            throw OAuthException.Of("The authorization was not granted", response.Error!, response.ErrorDescription);
        }

        return string.IsNullOrEmpty(response.Code)
            ? throw new OAuthException("The answer holds neither a code nor an error.")
            : Endpoint.ForCodeAsync(response.Code, _options.RedirectUri, request.CodeVerifier, cancellationToken);
    }
}
