using Microsoft.Kiota.Abstractions.Authentication;
using Productsup.Cde;

namespace RestoreConnector;

/// <summary>Makes clients.</summary>
internal static class Clients
{
    /// <param name="http">Sends the requests.</param>
    /// <param name="baseUrl">Null for the document's own server.</param>
    /// <param name="token">Null for none.</param>
    public static CdeClient New(HttpClient http, Uri? baseUrl, string? token) => New(http, baseUrl, token is null ? null : new StaticAccessTokenProvider(token));

    /// <param name="http">Sends the requests.</param>
    /// <param name="baseUrl">Null for the document's own server.</param>
    /// <param name="tokens">Null for none.</param>
    public static CdeClient New(HttpClient http, Uri? baseUrl, IAccessTokenProvider? tokens) => new(new ApiClientOptions
    {
        HttpClient = http,
        BaseUrl = baseUrl,
        AccessTokenProvider = tokens,
    });
}
