namespace CdeCodegen.Runtime.OAuth;

/// <summary>Describes the authorization server and the client that is registered there. A provider reads the options once, in its constructor.</summary>
public class OAuthClientOptions
{
    /// <summary>Gets the token endpoint: https, or http on a loopback address, without user information.</summary>
    public required Uri TokenEndpoint { get; init; }

    /// <summary>Gets the client identifier.</summary>
    public required string ClientId { get; init; }

    /// <summary>Gets the client secret.</summary>
    /// <value>Null by default: public clients, such as programs on the user's machine, have none.</value>
    public string? ClientSecret { get; init; }

    /// <summary>Gets how the secret is sent.</summary>
    /// <value><see cref="OAuthClientAuthentication.BasicHeader"/> by default.</value>
    public OAuthClientAuthentication ClientAuthentication { get; init; }

    /// <summary>Gets the requested scopes.</summary>
    /// <value>Empty by default: the server chooses.</value>
    public IReadOnlyList<string> Scopes { get; init; } = [];

    /// <summary>Gets additional parameters of every token request, such as <c>audience</c>.</summary>
    /// <value>Empty by default.</value>
    public IReadOnlyDictionary<string, string> TokenParameters { get; init; } = new Dictionary<string, string>();

    /// <summary>Gets the hosts that may receive the access token, without scheme or port.</summary>
    /// <value>Empty by default: every host that the client sends requests to, except after a redirect to another origin.</value>
    public IReadOnlyList<string> AllowedHosts { get; init; } = [];

    /// <summary>Gets how long before expiry a token is renewed. Limited to half of the token's lifetime.</summary>
    /// <value>One minute by default.</value>
    public TimeSpan RefreshMargin { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>Gets the deadline of one token request, from the first byte sent to the last byte received, and of one call of the token store.</summary>
    /// <value>30 seconds by default. <see cref="Timeout.InfiniteTimeSpan"/> disables it.</value>
    public TimeSpan RequestTimeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Gets the client that sends token requests. The caller keeps ownership and disposes it.</summary>
    /// <value>Null by default: all providers share one client, which follows no redirects.</value>
    public HttpClient? HttpClient { get; init; }

    /// <summary>Gets the clock that decides whether tokens have expired.</summary>
    /// <value>The system clock by default.</value>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;
}
