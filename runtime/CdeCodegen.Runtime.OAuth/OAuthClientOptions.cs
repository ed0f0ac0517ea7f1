namespace CdeCodegen.Runtime.OAuth;

/// <summary>What a token provider knows of its authorization server, and what the server knows it by. It is read once, when the provider is made.</summary>
public class OAuthClientOptions
{
    /// <summary>Where tokens are asked for. https, or http on this machine.</summary>
    public required Uri TokenEndpoint { get; init; }

    /// <summary>The client's identifier at the authorization server.</summary>
    public required string ClientId { get; init; }

    /// <summary>The client's secret.</summary>
    /// <value>Null by default: a public client, such as a program on its user's machine, has none.</value>
    public string? ClientSecret { get; init; }

    /// <summary>How the secret is sent.</summary>
    /// <value><see cref="OAuthClientAuthentication.BasicHeader"/> by default.</value>
    public OAuthClientAuthentication ClientAuthentication { get; init; }

    /// <summary>What is asked for.</summary>
    /// <value>Empty by default: what the server gives such a client.</value>
    public IReadOnlyList<string> Scopes { get; init; } = [];

    /// <summary>What else each request to the token endpoint says, <c>audience</c> for example.</summary>
    /// <value>Empty by default.</value>
    public IReadOnlyDictionary<string, string> TokenParameters { get; init; } = new Dictionary<string, string>();

    /// <summary>The hosts that may get the token, without scheme or port.</summary>
    /// <value>Empty by default: wherever the client that has this provider sends its requests, redirects to other origins excepted.</value>
    public IReadOnlyList<string> AllowedHosts { get; init; } = [];

    /// <summary>How long before a token expires another is asked for; never more than half of its life.</summary>
    /// <value>One minute by default.</value>
    public TimeSpan RefreshMargin { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>Sends the requests to the token endpoint; it stays the caller's to dispose.</summary>
    /// <value>Null by default: one that all providers of the process share, with a time-out of 100 seconds.</value>
    public HttpClient? HttpClient { get; init; }

    /// <summary>Tells the time, by which tokens expire.</summary>
    /// <value>The system's clock by default.</value>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;
}
