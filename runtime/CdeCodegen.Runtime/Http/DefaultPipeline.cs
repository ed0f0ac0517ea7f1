using System.Net;
using Microsoft.Kiota.Http.HttpClientLibrary;
using Microsoft.Kiota.Http.HttpClientLibrary.Middleware;
using Microsoft.Kiota.Http.HttpClientLibrary.Middleware.Options;

namespace CdeCodegen.Runtime.Internal;

/// <summary>The HttpClient of those who bring none: Kiota's redirect and user-agent handlers, our own retry.</summary>
/// <remarks>
/// Kiota's retry handler is left out: it sends any method again, a POST four times, and ends in an AggregateException. Its handlers that
/// inspect bodies, decode parameter names and replace URIs have nothing to do here.
/// </remarks>
internal static class DefaultPipeline
{
    /// <summary>
    /// One pool of connections for the process, so that a client that is made per call does not open one per call. It lives as long as the process.
    /// </summary>
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
            new RedirectHandler(RedirectPolicy.Create()),
            new UserAgentHandler(new UserAgentHandlerOption
            {
                ProductName = "CdeCodegen",
                ProductVersion = typeof(DefaultPipeline).Assembly.GetName().Version!.ToString(3),
            }),
            new IdempotentRetryHandler(options.MaxRetries, options.RetryNonIdempotent, options.RetryDelay, options.MaxRetryDelay),
        ];
        return new HttpClient(KiotaClientFactory.ChainHandlersCollectionAndGetFirstLink(final, handlers)!, disposeHandler: false)
        {
            DefaultRequestVersion = HttpVersion.Version20,
            DefaultVersionPolicy = HttpVersionPolicy.RequestVersionOrLower,
        };
    }

    /// <summary>Keeps a handler chain from disposing what all chains share.</summary>
    private sealed class SharedHandler(HttpMessageHandler inner) : DelegatingHandler(inner)
    {
        protected override void Dispose(bool disposing)
        {
        }
    }
}
