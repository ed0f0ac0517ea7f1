namespace CdeCodegen.Runtime.OAuth;

/// <summary>
/// Provides access tokens that a user grants, by the authorization code grant with PKCE (RFC 6749, 4.1; RFC 7636; RFC 9700). The user signs in once. The
/// refresh token then renews the access token, until the server refuses it.
/// </summary>
public sealed class AuthorizationCodeTokenProvider : OAuthTokenProvider
{
    private readonly AuthorizationCodeOptions _options;

    /// <summary>Initializes a provider. The user is not asked until the first call needs a token.</summary>
    /// <param name="options">The authorization server, the client, and how the user is asked.</param>
    /// <exception cref="ArgumentException">
    /// The client identifier is missing, or an endpoint or the redirect URI is neither https nor http on a loopback address, or contains user information.
    /// </exception>
    public AuthorizationCodeTokenProvider(AuthorizationCodeOptions options)
        : base(options)
    {
        TokenEndpoint.ValidateAddress(options.AuthorizationEndpoint, nameof(options.AuthorizationEndpoint));
        TokenEndpoint.ValidateAddress(options.RedirectUri, nameof(options.RedirectUri));
        if (options.RedirectUri.Fragment.Length > 0)
        {
            throw new ArgumentException("RedirectUri must not have a fragment.", nameof(options));
        }

        _options = options;
    }

    /// <summary>Creates an authorization request. Send the user to its URL and pass the response to <see cref="RedeemAsync"/>.</summary>
    /// <returns>A request with a new state and a new code verifier.</returns>
    public AuthorizationRequest CreateRequest() => AuthorizationRequest.Create(_options);

    /// <summary>Verifies an authorization response and redeems its code. The new tokens replace the current ones.</summary>
    /// <param name="request">The request that the response answers.</param>
    /// <param name="answer">The redirect URI with the query that the authorization server added.</param>
    /// <param name="cancellationToken">Cancels the token request. A code can be redeemed only once, so the user then has to sign in again.</param>
    /// <returns>A task that completes when the provider holds the new tokens.</returns>
    /// <exception cref="OAuthException">The user refused, the server refused the code, or the response belongs to another request or server.</exception>
    /// <exception cref="HttpRequestException">The authorization server could not be reached.</exception>
    public async Task RedeemAsync(AuthorizationRequest request, Uri answer, CancellationToken cancellationToken = default)
    {
        OAuthTokens tokens = await RedeemCodeAsync(request, answer, cancellationToken).ConfigureAwait(false);
        await ReplaceAsync(tokens, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Deletes the tokens, including those in the store. The next call asks the user again.</summary>
    /// <param name="cancellationToken">Cancels the wait for a refresh or sign-in in progress.</param>
    /// <returns>A task that completes when the tokens are deleted.</returns>
    /// <remarks>An exception of the store is thrown, because the store may still hold the tokens.</remarks>
    public Task ForgetAsync(CancellationToken cancellationToken = default) => ReplaceAsync(null, cancellationToken);

    private protected override async Task<OAuthTokens> AcquireAsync(CancellationToken cancellationToken)
    {
        if (_options.Authorize is not { } authorize)
        {
            throw new OAuthException(
                "There is no valid token, and no way to ask the user for one: RedeemAsync has not been called, or its tokens are no longer valid.");
        }

        AuthorizationRequest request = CreateRequest();
        Uri answer = await authorize(request, cancellationToken).ConfigureAwait(false);

        // The user has granted the code, and a canceled request would waste it.
        return await RedeemCodeAsync(request, answer, CancellationToken.None).ConfigureAwait(false);
    }

    private protected override Task<OAuthTokens?> LoadAsync(CancellationToken cancellationToken) =>
        _options.TokenStore is { } store ? store.LoadAsync(cancellationToken) : base.LoadAsync(cancellationToken);

    private protected override Task SaveAsync(OAuthTokens? tokens, CancellationToken cancellationToken) =>
        _options.TokenStore is { } store ? store.SaveAsync(tokens, cancellationToken) : base.SaveAsync(tokens, cancellationToken);

    private protected override void OnSaveFailed(Exception exception) => _options.TokenStoreFailed?.Invoke(exception);

    private Task<OAuthTokens> RedeemCodeAsync(AuthorizationRequest request, Uri redirect, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(redirect);

        // The state comes first: without it, nothing in the response can be trusted.
        AuthorizationResponse response = request.ReadResponse(redirect)
            ?? throw new OAuthException("The response does not belong to this authorization request: its state differs, or a parameter is repeated.");
        if (_options.Issuer is { } issuer)
        {
            if (response.Issuer is null ? _options.RequireIssuer : response.Issuer != issuer)
            {
                throw new OAuthException($"The response comes from {Clean(response.Issuer) ?? "an unnamed issuer"} instead of {issuer}.");
            }
        }

        if (Clean(response.Error) is { } error)
        {
            throw OAuthException.FromError("The authorization was not granted", error, Clean(response.ErrorDescription));
        }

        return response.Code is { } code
            ? Endpoint.RequestWithCodeAsync(code, _options.RedirectUri, request.CodeVerifier, cancellationToken)
            : throw new OAuthException("The response has neither a code nor an error.");

        string? Clean(string? text) => ServerText.Clean(text, request.State, request.CodeVerifier, response.Code, _options.ClientSecret);
    }
}
