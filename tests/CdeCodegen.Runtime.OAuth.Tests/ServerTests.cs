using CdeCodegen.Runtime.OAuth.Tests.Support;

namespace CdeCodegen.Runtime.OAuth.Tests;

/// <summary>Starts an authorization server for each test and creates providers for it.</summary>
public abstract class ServerTests : IAsyncLifetime
{
    private protected static readonly Uri ApiAddress = new("http://127.0.0.1/");

    private protected AuthorizationServer Server { get; private set; } = null!;

    private protected ManualClock Clock { get; } = new();

    private protected MemoryStore Store { get; } = new();

    private protected virtual TimeSpan? Lifetime => null;

    public async Task InitializeAsync() => Server = await AuthorizationServer.StartAsync(Lifetime);

    public async Task DisposeAsync() => await Server.DisposeAsync();

    private protected AuthorizationCodeTokenProvider CreateUserProvider(
        Func<AuthorizationRequest, CancellationToken, Task<Uri>>? authorize,
        Uri? redirectUri = null,
        string? issuer = null,
        string clientId = AuthorizationServer.PublicClient) =>
        new(new AuthorizationCodeOptions
        {
            AuthorizationEndpoint = Server.AuthorizationEndpoint,
            TokenEndpoint = Server.TokenEndpoint,
            ClientId = clientId,
            RedirectUri = redirectUri ?? new Uri("http://127.0.0.1:5999/callback"),
            Scopes = [AuthorizationServer.Scope, "offline_access"],
            Authorize = authorize,
            TokenStore = Store,
            TimeProvider = Clock,
            Issuer = issuer,
        });

    private protected ClientCredentialsTokenProvider CreateServiceProvider(
        string secret = AuthorizationServer.Secret, OAuthClientAuthentication authentication = default, HttpClient? http = null, params string[] scopes) =>
        new(new OAuthClientOptions
        {
            TokenEndpoint = Server.TokenEndpoint,
            ClientId = AuthorizationServer.ConfidentialClient,
            ClientSecret = secret,
            ClientAuthentication = authentication,
            Scopes = scopes,
            TimeProvider = Clock,
            HttpClient = http,
        });
}
