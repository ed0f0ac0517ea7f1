using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.Extensions.Logging;

namespace CdeCodegen.Tests.Shared;

/// <summary>A request that a <see cref="StubServer"/> received.</summary>
/// <param name="PathAndQuery">Percent-encoded.</param>
/// <param name="Headers">Names compare without regard to case.</param>
/// <param name="Body">Empty unless the server was started with <c>readsBody</c>.</param>
internal sealed record StubRequest(string Method, string PathAndQuery, IReadOnlyDictionary<string, string> Headers, byte[] Body);

/// <summary>A Kestrel server on a free loopback port that answers whatever the test wants and records the requests.</summary>
internal sealed class StubServer : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly List<StubRequest> _requests = [];

    private StubServer(WebApplication app) => _app = app;

    public Uri BaseAddress { get; private set; } = null!;

    /// <summary>The same server under another host name, which clients treat as another origin.</summary>
    public Uri OtherOrigin => new UriBuilder(BaseAddress) { Host = "localhost" }.Uri;

    /// <summary>A copy of the requests received so far, in order.</summary>
    public IReadOnlyList<StubRequest> Requests
    {
        get
        {
            lock (_requests)
            {
                return [.. _requests];
            }
        }
    }

    /// <param name="answer">Writes the response.</param>
    /// <param name="readsBody">Whether the request body is read and recorded before <paramref name="answer"/> runs.</param>
    public static async Task<StubServer> StartAsync(RequestDelegate answer, bool readsBody = false)
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0").ConfigureKestrel(static options => options.Limits.MaxRequestBodySize = null);
        var server = new StubServer(builder.Build());
        server._app.Run(async context =>
        {
            await server.RecordAsync(context.Request, readsBody);
            await answer(context);
        });
        await server._app.StartAsync();
        server.BaseAddress = new Uri(server._app.Urls.Single());
        return server;
    }

    /// <summary>Answers every request with the same status and body.</summary>
    public static Task<StubServer> StartAsync(int status, string body, string? contentType = "application/json") =>
        StartAsync(context => WriteAsync(context, status, body, contentType));

    public static async Task WriteAsync(HttpContext context, int status, string body, string? contentType = "application/json")
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = contentType;
        await context.Response.Body.WriteAsync(Encoding.UTF8.GetBytes(body));
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task RecordAsync(HttpRequest request, bool readsBody)
    {
        using var body = new MemoryStream();
        if (readsBody)
        {
            await request.Body.CopyToAsync(body);
        }

        var recorded = new StubRequest(
            request.Method,
            request.GetEncodedPathAndQuery(),
            request.Headers.ToDictionary(header => header.Key, header => header.Value.ToString(), StringComparer.OrdinalIgnoreCase),
            body.ToArray());
        lock (_requests)
        {
            _requests.Add(recorded);
        }
    }
}
