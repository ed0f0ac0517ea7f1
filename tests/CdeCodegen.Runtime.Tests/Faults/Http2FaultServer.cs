using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Logging;

namespace CdeCodegen.Runtime.Tests.Faults;

/// <summary>Kestrel over TLS, which speaks HTTP/2 alone.</summary>
internal sealed class Http2FaultServer : IFaultServer
{
    private readonly WebApplication _app;
    private int _requests;

    private Http2FaultServer(WebApplication app) => _app = app;

    public Uri Url => new(_app.Urls.Single());

    public int RequestCount => _requests;

    public X509Certificate2? TrustedCertificate => TestCertificate.Valid;

    public bool CanRecover => true;

    public static async Task<IFaultServer> StartAsync(RequestDelegate misbehave)
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrelHttpsConfiguration();
        builder.WebHost.ConfigureKestrel(static options => options.Listen(System.Net.IPAddress.Loopback, 0, static listen =>
        {
            listen.Protocols = HttpProtocols.Http2;
            listen.UseHttps(TestCertificate.Valid);
        }));
        var server = new Http2FaultServer(builder.Build());
        server._app.Run(async context =>
        {
            if (context.Request.Path == "/healthy")
            {
                await context.Response.WriteAsJsonAsync(new object());
                return;
            }

            Interlocked.Increment(ref server._requests);
            try
            {
                await misbehave(context);
            }
            catch (Exception e) when (e is OperationCanceledException or IOException)
            {
                // The client ended the stream.
            }
        });
        await server._app.StartAsync();
        return server;
    }

    public async ValueTask DisposeAsync()
    {
        // Requests that stall would delay an orderly end.
        await _app.StopAsync(new CancellationToken(canceled: true));
        await _app.DisposeAsync();
    }
}
