using System.Buffers;
using Microsoft.Kiota.Abstractions.Authentication;

namespace CdeCodegen.Runtime.Internal;

/// <summary>Adds bearer tokens.</summary>
internal sealed class BearerTokens(IAccessTokenProvider provider, bool allowHttp) : RequestCredential(provider.AllowedHostsValidator, allowHttp)
{
    /// <summary>The characters of a token: visible ASCII, which is more than RFC 6750 allows but safe in a header.</summary>
    private static readonly SearchValues<char> s_tokenCharacters = SearchValues.Create(
        "!\"#$%&'()*+,-./0123456789:;<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[\\]^_`abcdefghijklmnopqrstuvwxyz{|}~");

    /// <summary>The last token and its header value, which most requests share.</summary>
    private Credentials? _last;

    protected override ValueTask AddCoreAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        Task<string> token = provider.GetAuthorizationTokenAsync(request.RequestUri!, null, cancellationToken);
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
