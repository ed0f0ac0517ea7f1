using CdeCodegen.Runtime.OAuth;

namespace RestoreConnector;

/// <summary>Where and as what the user signs in. The pages of the CDE API print no such addresses, so they are arguments.</summary>
/// <param name="Port">Of the address that the user is sent back to; 0 for any.</param>
internal sealed record SignIn(Uri AuthorizationEndpoint, Uri TokenEndpoint, string ClientId, IReadOnlyList<string> Scopes, int Port)
{
    /// <summary>The environment variable that holds the client's secret, where it has one.</summary>
    public const string SecretVariable = "CDE_CLIENT_SECRET";

    /// <summary>A provider that has the user sign in when the first request needs a token.</summary>
    public AuthorizationCodeTokenProvider NewProvider(LoopbackBrowser browser) => new(new AuthorizationCodeOptions
    {
        AuthorizationEndpoint = AuthorizationEndpoint,
        TokenEndpoint = TokenEndpoint,
        ClientId = ClientId,
        ClientSecret = Environment.GetEnvironmentVariable(SecretVariable) is { Length: > 0 } secret ? secret : null,
        Scopes = Scopes,
        RedirectUri = browser.RedirectUri,
        Authorize = browser.AuthorizeAsync,
    });

    /// <summary>On a terminal an address is enough: it is clicked, or copied to a machine that has a screen.</summary>
    public LoopbackBrowser NewBrowser() => new(Port, open: static url => Console.Error.WriteLine($"Open this address to sign in: {url.AbsoluteUri}"));
}
