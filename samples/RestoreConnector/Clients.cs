using Microsoft.Kiota.Abstractions.Authentication;
using Productsup.Cde;

namespace RestoreConnector;

/// <summary>Creates clients.</summary>
internal static class Clients
{
    /// <param name="http">Sends the requests.</param>
    /// <param name="baseUrl">Null for the server of the document.</param>
    /// <param name="token">Null for none.</param>
    public static CdeClient Create(HttpClient http, Uri? baseUrl, string? token) =>
        Create(http, baseUrl, token is null ? null : new StaticAccessTokenProvider(token));

    /// <param name="http">Sends the requests.</param>
    /// <param name="baseUrl">Null for the server of the document.</param>
    /// <param name="tokens">Null for none.</param>
    public static CdeClient Create(HttpClient http, Uri? baseUrl, IAccessTokenProvider? tokens) => new(new ApiClientOptions
    {
        HttpClient = http,
        BaseUrl = baseUrl,
        AccessTokenProvider = tokens,
    });
}
