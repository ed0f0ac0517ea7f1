using CdeCodegen.Samples;
using Productsup.Cde;

namespace CdeCodegen.EndToEnd.Client;

/// <summary>Creates generated clients.</summary>
internal static class Clients
{
    /// <summary>One connection pool for all tests, without the runtime's own pipeline: requests arrive exactly as the client sends them.</summary>
    public static HttpClient Http { get; } = new(new SocketsHttpHandler { AllowAutoRedirect = false });

    public static CdeClient New(Uri baseUrl, CdeUser? user) => New(baseUrl, user?.Token);

    public static CdeClient New(Uri baseUrl, string? token) => new(new ApiClientOptions
    {
        HttpClient = Http,
        BaseUrl = baseUrl,
        AccessTokenProvider = token is null ? null : new StaticAccessTokenProvider(token),
    });
}
