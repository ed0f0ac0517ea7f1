using System.Diagnostics.CodeAnalysis;
using Microsoft.Kiota.Abstractions.Authentication;

namespace CdeCodegen.Runtime;

/// <summary>An API key, for a security scheme of type <c>apiKey</c>. The scheme says where the key is sent. <see cref="object.ToString"/> does not show it.</summary>
public sealed class ApiKeyCredential
{
    private readonly Func<CancellationToken, ValueTask<string>> _getKey;

    /// <summary>Creates a credential with a fixed key.</summary>
    /// <param name="key">The key.</param>
    /// <param name="allowedHosts">The hosts that may receive the key, without scheme or port. An empty list allows every host that the client calls.</param>
    /// <exception cref="ArgumentException">The key is empty.</exception>
    public ApiKeyCredential(string key, params string[] allowedHosts)
    {
        ArgumentException.ThrowIfNullOrEmpty(key);
        ArgumentNullException.ThrowIfNull(allowedHosts);
        _getKey = _ => new ValueTask<string>(key);
        AllowedHosts = new AllowedHostsValidator(allowedHosts);
    }

    /// <summary>Creates a credential whose key a callback returns, once for each request.</summary>
    /// <param name="getKey">Returns the key. An empty key is not sent.</param>
    /// <param name="allowedHosts">The hosts that may receive the key, without scheme or port. An empty list allows every host that the client calls.</param>
    public ApiKeyCredential(Func<CancellationToken, ValueTask<string>> getKey, params string[] allowedHosts)
    {
        ArgumentNullException.ThrowIfNull(getKey);
        ArgumentNullException.ThrowIfNull(allowedHosts);
        _getKey = getKey;
        AllowedHosts = new AllowedHostsValidator(allowedHosts);
    }

    internal AllowedHostsValidator AllowedHosts { get; }

    /// <summary>Creates a credential with a fixed key, which every host that the client calls may receive.</summary>
    /// <param name="key">The key, or null for no credential.</param>
    [return: NotNullIfNotNull(nameof(key))]
    public static implicit operator ApiKeyCredential?(string? key) => key is null ? null : new ApiKeyCredential(key);

    internal ValueTask<string> GetKeyAsync(CancellationToken cancellationToken) => _getKey(cancellationToken);
}
