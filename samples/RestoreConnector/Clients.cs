using Productsup.Cde;

namespace RestoreConnector;

/// <summary>Makes clients.</summary>
internal static class Clients
{
    /// <param name="baseUrl">Null for the document's own server.</param>
    /// <param name="token">Null for none.</param>
    public static CdeClient New(HttpClient http, Uri? baseUrl, string? token) => new(new ApiClientOptions
    {
        HttpClient = http,
        BaseUrl = baseUrl,
        AccessTokenProvider = token is null ? null : new StaticAccessTokenProvider(token),
    });
}
