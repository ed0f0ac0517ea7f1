using Microsoft.Kiota.Abstractions.Authentication;

namespace CdeCodegen.Runtime.Internal;

/// <summary>Adds what one security scheme asks for to requests whose host may receive it.</summary>
/// <param name="hosts">The hosts that may receive it; null for every host.</param>
/// <param name="allowHttp">Whether it may be sent over plain http.</param>
internal abstract class RequestCredential(AllowedHostsValidator? hosts, bool allowHttp)
{
    /// <exception cref="InvalidOperationException">The request would send the credential over plain http, or the credential cannot be sent.</exception>
    internal ValueTask AddAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        Uri uri = request.RequestUri!;
        if (IsSet(request) || (hosts is not null && !hosts.IsUrlHostValid(uri)))
        {
            return default;
        }

        if (!allowHttp && uri.Scheme != Uri.UriSchemeHttps && !uri.IsLoopback)
        {
            throw new InvalidOperationException(
                $"Access tokens and other credentials are not sent to {uri.Host} over plain http. Use https, set no credential, or set AllowCredentialsOverHttp.");
        }

        return AddCoreAsync(request, cancellationToken);
    }

    /// <summary>Whether the caller set the header or parameter. It has precedence.</summary>
    protected virtual bool IsSet(HttpRequestMessage request) => request.Headers.NonValidated.Contains("Authorization");

    /// <summary>Adds the credential.</summary>
    protected abstract ValueTask AddCoreAsync(HttpRequestMessage request, CancellationToken cancellationToken);

    /// <summary>Asks for another token after the server refused that of a request.</summary>
    /// <returns>The new value of the <c>Authorization</c> header; null if there is no other token.</returns>
    internal virtual ValueTask<string?> RenewAsync(HttpRequestMessage refused, CancellationToken cancellationToken) => default;

    /// <summary>Remembers that the server refused a renewed token as well.</summary>
    internal virtual void RefuseRenewal(HttpRequestMessage refused)
    {
    }

    /// <summary>Adds a header. Its value never appears in an exception.</summary>
    protected static void AddHeader(HttpRequestMessage request, string name, string? value)
    {
        if (string.IsNullOrEmpty(value))
        {
            return;
        }

        foreach (char c in value)
        {
            if (c is (< ' ' and not '\t') or '\x7F')
            {
                throw new InvalidOperationException($"The credential for the header '{name}' contains a line break or another control character.");
            }
        }

        request.Headers.TryAddWithoutValidation(name, value);
    }
}
