using CdeCodegen.Runtime.OAuth;

namespace RestoreConnector;

/// <summary>The authorization server and the client. They are arguments, because the pages of the CDE API do not list these addresses.</summary>
/// <param name="Port">The port of the redirect URI, or 0 for any free port.</param>
internal sealed record SignIn(Uri AuthorizationEndpoint, Uri TokenEndpoint, string ClientId, IReadOnlyList<string> Scopes, int Port)
{
    /// <summary>The environment variable that contains the client secret, if there is one.</summary>
    public const string SecretVariable = "CDE_CLIENT_SECRET";

    /// <summary>Creates a provider that asks the user to sign in when the first request needs a token.</summary>
    public AuthorizationCodeTokenProvider CreateProvider(LoopbackBrowser browser) => new(new AuthorizationCodeOptions
    {
        AuthorizationEndpoint = AuthorizationEndpoint,
        TokenEndpoint = TokenEndpoint,
        ClientId = ClientId,
        ClientSecret = Environment.GetEnvironmentVariable(SecretVariable) is { Length: > 0 } secret ? secret : null,
        Scopes = Scopes,
        RedirectUri = browser.RedirectUri,
        Authorize = browser.AuthorizeAsync,
    });

    /// <summary>Prints the address, so that signing in also works from a terminal without a display.</summary>
    public LoopbackBrowser CreateBrowser() => new(Port, open: static url => Console.Error.WriteLine($"Open this address to sign in: {url.AbsoluteUri}"));
}
