using Microsoft.Kiota.Abstractions.Authentication;

namespace CdeCodegen.Runtime;

/// <summary>Gives one token that is already at hand, to the named hosts only.</summary>
public sealed class StaticAccessTokenProvider : IAccessTokenProvider
{
    private readonly Task<string> _token;

    /// <summary>A provider of this token.</summary>
    /// <param name="token">Without the word <c>Bearer</c>.</param>
    /// <param name="allowedHosts">The hosts that may get it, without scheme or port; none for the client's base address, wherever that is.</param>
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
