using Microsoft.Kiota.Abstractions.Authentication;

namespace CdeCodegen.Runtime;

/// <summary>Provides one fixed access token.</summary>
public sealed class StaticAccessTokenProvider : IAccessTokenProvider
{
    private readonly Task<string> _token;

    /// <summary>Creates a provider of the token.</summary>
    /// <param name="token">The token, without the <c>Bearer</c> prefix.</param>
    /// <param name="allowedHosts">The hosts that may receive the token, without scheme or port. An empty list allows every host that the client calls.</param>
    public StaticAccessTokenProvider(string token, params string[] allowedHosts)
    {
        ArgumentException.ThrowIfNullOrEmpty(token);
        ArgumentNullException.ThrowIfNull(allowedHosts);
        _token = Task.FromResult(token);
        AllowedHostsValidator = new AllowedHostsValidator(allowedHosts);
    }

    /// <inheritdoc/>
    public AllowedHostsValidator AllowedHostsValidator { get; }

    /// <inheritdoc/>
    public Task<string> GetAuthorizationTokenAsync(
        Uri uri, Dictionary<string, object>? additionalAuthenticationContext = null, CancellationToken cancellationToken = default)
        => AllowedHostsValidator.IsUrlHostValid(uri) ? _token : Task.FromResult("");
}
