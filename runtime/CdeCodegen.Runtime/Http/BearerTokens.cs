using System.Buffers;
using System.Net.Http.Headers;
using System.Runtime.CompilerServices;
using Microsoft.Kiota.Abstractions.Authentication;

namespace CdeCodegen.Runtime.Internal;

/// <summary>Adds bearer tokens.</summary>
/// <remarks>
/// A provider that can renew tokens reads the token that the server refused from the context of the call, under <see cref="RefusedTokenKey"/>. The token
/// providers of CdeCodegen.Runtime.OAuth do. Any other provider is simply asked again.
/// </remarks>
internal sealed class BearerTokens(IAccessTokenProvider provider, bool allowHttp) : RequestCredential(provider.AllowedHostsValidator, allowHttp)
{
    /// <summary>The characters of a token: visible ASCII, which is more than RFC 6750 allows but safe in a header.</summary>
    private static readonly SearchValues<char> s_tokenCharacters = SearchValues.Create(
        "!\"#$%&'()*+,-./0123456789:;<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[\\]^_`abcdefghijklmnopqrstuvwxyz{|}~");

    /// <summary>The key of the refused token in the context of a call. CdeCodegen.Runtime.OAuth, which does not reference this assembly, has the same constant.</summary>
    private const string RefusedTokenKey = "RefusedAccessToken";

    /// <summary>The renewed tokens that servers refused as well. Renewing once more would only burden the authorization server.</summary>
    private static readonly ConditionalWeakTable<IAccessTokenProvider, string> s_refusedRenewals = [];

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

    internal override async ValueTask<string?> RenewAsync(HttpRequestMessage refused, CancellationToken cancellationToken)
    {
        if (FindToken(refused) is not { } token)
        {
            return null;
        }

        if (s_refusedRenewals.TryGetValue(provider, out string? known) && known == token)
        {
            return null;
        }

        try
        {
            var context = new Dictionary<string, object> { [RefusedTokenKey] = token };
            string? renewed = await provider.GetAuthorizationTokenAsync(refused.RequestUri!, context, cancellationToken).ConfigureAwait(false);
            if (string.IsNullOrEmpty(renewed) || renewed == token)
            {
                return null;
            }

            using var next = new HttpRequestMessage();
            Add(next, renewed);
            return next.Headers.NonValidated["Authorization"].ToString();
        }
        catch (Exception) when (!cancellationToken.IsCancellationRequested)
        {
            // The refused request has a response, and that is the result of the call.
            return null;
        }
    }

    internal override void RefuseRenewal(HttpRequestMessage refused)
    {
        if (FindToken(refused) is { } token)
        {
            s_refusedRenewals.AddOrUpdate(provider, token);
        }
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

            _last = last = new Credentials(token, "Bearer " + token, last?.Header);
        }

        request.Headers.TryAddWithoutValidation("Authorization", last.Header);
    }

    /// <summary>Returns the token of a request, if this object added it. Concurrent calls may have been sent with the token before the last one.</summary>
    private string? FindToken(HttpRequestMessage request)
    {
        if (!request.Headers.NonValidated.TryGetValues("Authorization", out HeaderStringValues values) || _last is not { } last)
        {
            return null;
        }

        string header = values.ToString();
        return header == last.Header || header == last.PreviousHeader ? header["Bearer ".Length..] : null;
    }

    private sealed class Credentials(string token, string header, string? previousHeader)
    {
        /// <summary>The header of the token before.</summary>
        internal string? PreviousHeader => previousHeader;

        internal string Token => token;

        internal string Header => header;
    }
}
