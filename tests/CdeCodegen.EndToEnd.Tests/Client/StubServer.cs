using System.Text;
using CdeCodegen.Samples;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace CdeCodegen.EndToEnd.Client;

/// <summary>A server on a free loopback port that answers as a test says, however wrong that is.</summary>
internal sealed class StubServer : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly List<RecordedRequest> _requests = [];

    private StubServer(WebApplication app) => _app = app;

    public Uri BaseAddress { get; private set; } = null!;

    /// <summary>What it was asked, in order.</summary>
    public IReadOnlyList<RecordedRequest> Requests
    {
        get
        {
            lock (_requests)
            {
                return [.. _requests];
            }
        }
    }

    /// <param name="answer">Answers.</param>
    /// <param name="readsBody">Whether the request is read, and recorded, before it is answered.</param>
    public static async Task<StubServer> StartAsync(Func<HttpContext, Task> answer, bool readsBody = true)
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var server = new StubServer(builder.Build());
        server._app.Run(async context =>
        {
            if (readsBody)
            {
                await server.RecordAsync(context.Request);
            }

            await answer(context);
        });
        await server._app.StartAsync();
        server.BaseAddress = new Uri(server._app.Urls.First());
        return server;
    }

    public static Task<StubServer> StartAsync(int status, string body, string? contentType = "application/json") =>
        StartAsync(context => WriteAsync(context, status, body, contentType));

    public static async Task WriteAsync(HttpContext context, int status, string body, string? contentType = "application/json")
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = contentType;
        await context.Response.Body.WriteAsync(Encoding.UTF8.GetBytes(body));
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task RecordAsync(HttpRequest request)
    {
        using var body = new MemoryStream();
        await request.Body.CopyToAsync(body);
        var recorded = new RecordedRequest(
            "",
            request.Method,
            Microsoft.AspNetCore.Http.Extensions.UriHelper.GetEncodedPathAndQuery(request),
            request.Headers.ToDictionary(h => h.Key, h => h.Value.ToString(), StringComparer.OrdinalIgnoreCase),
            body.ToArray());
        lock (_requests)
        {
            _requests.Add(recorded);
        }
    }
}
