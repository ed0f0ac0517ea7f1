using System.Buffers;
using Microsoft.Kiota.Abstractions.Authentication;

namespace CdeCodegen.Runtime.Internal;

/// <summary>Adds bearer tokens to requests whose host may receive them.</summary>
internal sealed class BearerTokens(IAccessTokenProvider provider)
{
    /// <summary>The characters of a token: visible ASCII, which is more than RFC 6750 allows but safe in a header.</summary>
    private static readonly SearchValues<char> s_tokenCharacters = SearchValues.Create(
        "!\"#$%&'()*+,-./0123456789:;<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[\\]^_`abcdefghijklmnopqrstuvwxyz{|}~");

    /// <summary>The last token and its header value, which most requests share.</summary>
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
            throw new InvalidOperationException($"Access tokens are not sent to {uri.Host} over plain http. Use https, or set no AccessTokenProvider.");
        }

        Task<string> token = provider.GetAuthorizationTokenAsync(uri, null, cancellationToken);
        if (token.IsCompletedSuccessfully)
        {
            Add(request, token.Result);
            return default;
        }

        return AwaitAndAddAsync(token, request);
    }

    private async ValueTask AwaitAndAddAsync(Task<string> token, HttpRequestMessage request) => Add(request, await token.ConfigureAwait(false));

    private void Add(HttpRequestMessage request, string? token)
    {
        if (string.IsNullOrEmpty(token))
        {
            return;
        }

        Credentials? last = _last;
        if (last is null || !string.Equals(last.Token, token))
        {
            if (token.AsSpan().ContainsAnyExcept(s_tokenCharacters))
            {
                throw new InvalidOperationException("The access token contains spaces, line breaks or non-ASCII characters, which cannot be sent in a header.");
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
