using System.Net.Sockets;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Connections.Features;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace CdeCodegen.Fuzzing.Load;

/// <summary>A Kestrel server that restores connectors, counts how often it restored each, and fails as <see cref="LoadFaults"/> says.</summary>
internal sealed class LoadServer : IAsyncDisposable
{
    private static readonly byte[] s_ok = File.ReadAllBytes(Repository.PathOf("spec", "examples", "connector_restore_from_bin.200.json"));
    private static readonly byte[] s_notFound = File.ReadAllBytes(Repository.PathOf("spec", "examples", "connector_restore_from_bin.404.json"));

    private readonly WebApplication _app;
    private readonly int[] _restored;

    private LoadServer(WebApplication app, int calls)
    {
        _app = app;
        _restored = new int[calls];
    }

    public Uri Address { get; private set; } = null!;

    /// <summary>How often each call was carried out.</summary>
    public ReadOnlySpan<int> Restored => _restored;

    public static async Task<LoadServer> StartAsync(int calls)
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var server = new LoadServer(builder.Build(), calls);
        server._app.Run(server.AnswerAsync);
        await server._app.StartAsync();
        server.Address = new Uri(server._app.Urls.Single());
        return server;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task AnswerAsync(HttpContext context)
    {
        int call = LoadFaults.CallOf(Guid.Parse(context.Request.Path.Value!.Split('/')[^2]));
        Interlocked.Increment(ref _restored[call]);
        switch (LoadFaults.Of(call))
        {
            case LoadFault.HangUp:
                context.Features.Get<IConnectionSocketFeature>()!.Socket.Shutdown(SocketShutdown.Send);
                await Task.Delay(50);
                context.Abort();
                break;
            case LoadFault.Reset:
                Socket socket = context.Features.Get<IConnectionSocketFeature>()!.Socket;
                socket.LingerState = new LingerOption(true, 0);
                socket.Close();
                context.Abort();
                break;
            case LoadFault.NotFound:
                await WriteAsync(context, 404, "application/json", s_notFound);
                break;
            case LoadFault.NotFoundPage:
                await WriteAsync(context, 404, "text/html", "<html><body>No such page.</body></html>"u8.ToArray());
                break;
            case LoadFault.Undocumented:
                await WriteAsync(context, 500, "text/plain", "out of order"u8.ToArray());
                break;
            case LoadFault.Truncated:
                // Kestrel sends what it has and closes the connection. An abort would reset it and discard what the client has not read yet.
                context.Response.ContentLength = s_ok.Length;
                context.Response.ContentType = "application/json";
                await context.Response.Body.WriteAsync(s_ok.AsMemory(0, s_ok.Length / 2));
                break;
            case LoadFault.InvalidBody:
                await WriteAsync(context, 200, "application/json", "{\"message\":"u8.ToArray());
                break;
            case LoadFault.Slow:
                await Task.Delay(100);
                await WriteAsync(context, 200, "application/json", s_ok);
                break;
            default:
                await WriteAsync(context, 200, "application/json", s_ok);
                break;
        }
    }

    private static async Task WriteAsync(HttpContext context, int status, string mediaType, byte[] body)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = mediaType;
        context.Response.ContentLength = body.Length;
        await context.Response.Body.WriteAsync(body);
    }
}
