using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace CdeCodegen.Runtime.Tests;

/// <summary>A real server on a free loopback port.</summary>
internal sealed class Server : IAsyncDisposable
{
    private readonly WebApplication _app;

    private Server(WebApplication app) => _app = app;

    public Uri Url => new(_app.Urls.Single());

    /// <summary>The same server under the name that another origin would have.</summary>
    public Uri OtherOrigin => new UriBuilder(Url) { Host = "localhost" }.Uri;

    public static async Task<Server> Start(RequestDelegate handle)
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0").ConfigureKestrel(o => o.Limits.MaxRequestBodySize = null);
        builder.Logging.ClearProviders();
        WebApplication app = builder.Build();
        app.Run(handle);
        await app.StartAsync();
        return new Server(app);
    }

    /// <summary>A client with the runtime's own pipeline.</summary>
    public ApiClientCore Client(Action<ApiClientOptions>? configure = null)
    {
        var options = new ApiClientOptions { BaseUrl = Url, RetryDelay = TimeSpan.Zero };
        configure?.Invoke(options);
        return new ApiClientCore(options, null);
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();
}
