using System.Net;
using Microsoft.Kiota.Http.HttpClientLibrary;

namespace CdeCodegen.Runtime.Internal;

/// <summary>Creates the HttpClient of clients that are given none.</summary>
/// <remarks>
/// Kiota's retry handler resends requests of any method and ends in an AggregateException. Its redirect handler follows redirects to other origins
/// and throws on redirect loops. Its user agent handler changes user agents that requests have. Its remaining handlers inspect bodies, decode
/// parameter names and replace URIs, which generated clients do not need.
/// </remarks>
internal static class DefaultPipeline
{
    /// <summary>The connection pool of the process, so that creating a client per call does not open a connection per call.</summary>
    private static readonly SharedHandler s_shared = new(new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        AutomaticDecompression = DecompressionMethods.All,
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
        UseCookies = false,
    });

    internal static HttpClient Create(ApiClientOptions options) => Create(options, s_shared);

    internal static HttpClient Create(ApiClientOptions options, HttpMessageHandler final)
    {
        DelegatingHandler[] handlers =
        [
            new SameOriginRedirectHandler(),
            new DefaultUserAgentHandler(),
            new IdempotentRetryHandler(options.MaxRetries, options.RetryNonIdempotent, options.RetryDelay, options.MaxRetryDelay),
        ];
        return new HttpClient(KiotaClientFactory.ChainHandlersCollectionAndGetFirstLink(final, handlers)!, disposeHandler: false)
        {
            DefaultRequestVersion = HttpVersion.Version20,
            DefaultVersionPolicy = HttpVersionPolicy.RequestVersionOrLower,
        };
    }

    /// <summary>Prevents handler chains from disposing the shared handler.</summary>
    private sealed class SharedHandler(HttpMessageHandler inner) : DelegatingHandler(inner)
    {
        protected override void Dispose(bool disposing)
        {
        }
    }
}
