namespace CdeCodegen.Runtime.OAuth;

/// <summary>Adds to <see cref="OAuthClientOptions"/> where the user signs in and how the authorization response comes back.</summary>
public class AuthorizationCodeOptions : OAuthClientOptions
{
    /// <summary>Gets the authorization endpoint: https, or http on a loopback address, without user information.</summary>
    public required Uri AuthorizationEndpoint { get; init; }

    /// <summary>
    /// Gets the redirect URI that is registered for the client: https, or http on a loopback address, without user information and fragment.
    /// </summary>
    public required Uri RedirectUri { get; init; }

    /// <summary>
    /// Gets the function that shows <see cref="AuthorizationRequest.Url"/> to the user and returns the redirect URI with the query of the response.
    /// <see cref="LoopbackBrowser.AuthorizeAsync"/> does this on the user's machine.
    /// </summary>
    /// <value>
    /// Null by default: a provider without tokens throws an <see cref="OAuthException"/>. Web applications leave it null. They redirect the user to
    /// <see cref="AuthorizationCodeTokenProvider.CreateRequest"/> and call <see cref="AuthorizationCodeTokenProvider.RedeemAsync"/> with the response.
    /// </value>
    /// <remarks>The cancellation token is canceled when every caller that waits for the sign-in has canceled, and when the provider is disposed.</remarks>
    public Func<AuthorizationRequest, CancellationToken, Task<Uri>>? Authorize { get; init; }

    /// <summary>Gets additional parameters of the authorization request, such as <c>prompt</c> or <c>login_hint</c>.</summary>
    /// <value>Empty by default.</value>
    public IReadOnlyDictionary<string, string> AuthorizationParameters { get; init; } = new Dictionary<string, string>();

    /// <summary>Gets the issuer identifier of the authorization server. A response with another <c>iss</c> is refused (RFC 9207).</summary>
    /// <value>Null by default: <c>iss</c> is not checked. Set it if the program uses more than one authorization server.</value>
    public string? Issuer { get; init; }

    /// <summary>Gets whether a response without <c>iss</c> is refused. It has no effect without <see cref="Issuer"/>.</summary>
    /// <value>
    /// True by default. Set it to false only for a server whose metadata does not announce <c>authorization_response_iss_parameter_supported</c>.
    /// </value>
    public bool RequireIssuer { get; init; } = true;

    /// <summary>Gets the store that keeps tokens between runs of the program.</summary>
    /// <value>Null by default: tokens live as long as the provider.</value>
    public IOAuthTokenStore? TokenStore { get; init; }

    /// <summary>
    /// Gets the function that receives the exception of a failed <see cref="IOAuthTokenStore.SaveAsync"/>. A call whose token was obtained succeeds although
    /// the store failed, so the failure is reported here and nowhere else. It must not throw.
    /// </summary>
    /// <value>Null by default: the failure is ignored.</value>
    public Action<Exception>? TokenStoreFailed { get; init; }
}
