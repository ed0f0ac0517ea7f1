using CdeCodegen.Samples;
using Productsup.Cde;

namespace CdeCodegen.EndToEnd.Client;

/// <summary>Makes generated clients.</summary>
internal static class Clients
{
    /// <summary>One connection pool for all tests; nothing is added to what the client sends.</summary>
    public static HttpClient Http { get; } = new(new SocketsHttpHandler { AllowAutoRedirect = false });

    public static CdeClient New(Uri baseUrl, CdeUser? user) => New(baseUrl, user?.Token);

    public static CdeClient New(Uri baseUrl, string? token) => new(new ApiClientOptions
    {
        HttpClient = Http,
        BaseUrl = baseUrl,
        AccessTokenProvider = token is null ? null : new StaticAccessTokenProvider(token),
    });
}
