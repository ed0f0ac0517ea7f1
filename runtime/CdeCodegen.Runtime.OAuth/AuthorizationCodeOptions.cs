namespace CdeCodegen.Runtime.OAuth;

/// <summary>The same for tokens that a user grants: where the user is asked, and how the answer comes back.</summary>
public class AuthorizationCodeOptions : OAuthClientOptions
{
    /// <summary>The page on which the user agrees. https, or http on this machine.</summary>
    public required Uri AuthorizationEndpoint { get; init; }

    /// <summary>Where the authorization server sends the user afterwards, as registered there.</summary>
    public required Uri RedirectUri { get; init; }

    /// <summary>
    /// Shows the user the request's <see cref="AuthorizationRequest.Url"/> and gives the address that the user was sent back to, its query included.
    /// <see cref="LoopbackBrowser.AuthorizeAsync"/> does it on the user's own machine.
    /// </summary>
    /// <value>
    /// Null by default: nobody is asked, and without a token at hand the provider throws an <see cref="OAuthException"/>. That is for web
    /// applications, which send their user to <see cref="AuthorizationCodeTokenProvider.CreateRequest"/> and come back with
    /// <see cref="AuthorizationCodeTokenProvider.RedeemAsync"/>.
    /// </value>
    public Func<AuthorizationRequest, CancellationToken, Task<Uri>>? Authorize { get; init; }

    /// <summary>What else the authorization request says, <c>prompt</c> or <c>login_hint</c> for example.</summary>
    /// <value>Empty by default.</value>
    public IReadOnlyDictionary<string, string> AuthorizationParameters { get; init; } = new Dictionary<string, string>();

    /// <summary>The identifier of the authorization server, which its answers name (RFC 9207): an answer of another server is refused.</summary>
    /// <value>Null by default: not compared.</value>
    public string? Issuer { get; init; }

    /// <summary>Keeps tokens from one run of the program to the next.</summary>
    /// <value>Null by default: they are forgotten with the provider.</value>
    public IOAuthTokenStore? TokenStore { get; init; }
}
