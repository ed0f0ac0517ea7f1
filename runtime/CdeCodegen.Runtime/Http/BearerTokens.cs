using System.Buffers;
using Microsoft.Kiota.Abstractions.Authentication;

namespace CdeCodegen.Runtime.Internal;

/// <summary>Puts the bearer token on a request, where it may go.</summary>
internal sealed class BearerTokens(IAccessTokenProvider provider)
{
    /// <summary>RFC 6750, b68token, and room for what providers send beside it: visible ASCII.</summary>
    private static readonly SearchValues<char> s_visible = SearchValues.Create(
        "!\"#$%&'()*+,-./0123456789:;<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[\\]^_`abcdefghijklmnopqrstuvwxyz{|}~");

    /// <summary>The last token and its header: most requests send the same.</summary>
    private Credentials? _last;

    internal ValueTask AddAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        Uri uri = request.RequestUri!;
        if (provider.AllowedHostsValidator is { } hosts && !hosts.IsUrlHostValid(uri))
        {
            return default;
        }

        if (uri.Scheme != Uri.UriSchemeHttps && !uri.IsLoopback)
        {
            throw new InvalidOperationException($"An access token is not sent to {uri.Host} over plain http. Use https, or no AccessTokenProvider.");
        }

        Task<string> token = provider.GetAuthorizationTokenAsync(uri, null, cancellationToken);
        if (token.IsCompletedSuccessfully)
        {
            Add(request, token.Result);
            return default;
        }

        return AddLaterAsync(token, request);
    }

    private async ValueTask AddLaterAsync(Task<string> token, HttpRequestMessage request) => Add(request, await token.ConfigureAwait(false));

    private void Add(HttpRequestMessage request, string? token)
    {
        if (string.IsNullOrEmpty(token))
        {
            return;
        }

        Credentials? last = _last;
        if (last is null || !string.Equals(last.Token, token))
        {
            if (token.AsSpan().ContainsAnyExcept(s_visible))
            {
                throw new InvalidOperationException("The access token holds characters that cannot be sent: blanks, line breaks or non-ASCII characters.");
            }

            _last = last = new Credentials(token, "Bearer " + token);
        }

        request.Headers.TryAddWithoutValidation("Authorization", last.Header);
    }

    private sealed class Credentials(string token, string header)
    {
        internal string Token => token;

        internal string Header => header;
    }
}
