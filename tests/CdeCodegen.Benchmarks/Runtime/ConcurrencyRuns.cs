using System.Diagnostics;
using System.Net;
using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using CdeCodegen.Benchmarks.Peers;
using CdeCodegen.Benchmarks.Support;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Logging;
using Productsup.Cde;

namespace CdeCodegen.Benchmarks.Runtime;

/// <summary>
/// Requests per second over real connections to a Kestrel server in this process, over HTTP/1.1 and over one connection of HTTP/2, with and without TLS. Sockets,
/// the thread pool and the server have their own cost, which reduces the difference between clients. Both clients run in turn, in slices of half a second.
/// </summary>
internal static class ConcurrencyRuns
{
    private const int MaxInFlight = 256;

    private static readonly TimeSpan s_slice = TimeSpan.FromMilliseconds(500);

    public static async Task PrintAsync(int rounds)
    {
        Console.WriteLine("| protocol | in flight | HttpClient + System.Text.Json, requests/s | generated, requests/s | ratio |");
        Console.WriteLine("|---|---|---|---|---|");
        await PrintAsync(rounds, HttpVersion.Version11, isSecure: false, 1, 16, MaxInFlight);
        await PrintAsync(rounds, HttpVersion.Version20, isSecure: false, 16, MaxInFlight);
        await PrintAsync(rounds, HttpVersion.Version11, isSecure: true, 16, MaxInFlight);
        await PrintAsync(rounds, HttpVersion.Version20, isSecure: true, MaxInFlight);
        Console.WriteLine();
    }

    private static async Task PrintAsync(int rounds, Version version, bool isSecure, params int[] counts)
    {
        await using WebApplication server = await StartAsync(version, isSecure);
        using var http = new HttpClient(new Loopback(new Uri(server.Urls.First()), version));
        var raw = new RawClient(http);
        var generated = new CdeClient(http);
        Func<Task> callRaw = async () => Require((await raw.RestoreFromBin(Seed.Id)).Status == HttpStatusCode.OK);
        Func<Task> callGenerated = async () => Require(await generated.Connectors[Seed.Id].RestoreFromBin.PatchAsync() is ConnectorRestoreFromBinResult.Ok);

        foreach (int inFlight in counts)
        {
            await SliceAsync(callRaw, inFlight);
            await SliceAsync(callGenerated, inFlight);
            var rates = (Raw: new List<double>(), Generated: new List<double>());
            for (int round = 0; round < rounds; round++)
            {
                rates.Raw.Add(await SliceAsync(callRaw, inFlight));
                rates.Generated.Add(await SliceAsync(callGenerated, inFlight));
            }

            double rawRate = Statistics.Median(rates.Raw);
            double generatedRate = Statistics.Median(rates.Generated);
            string protocol = $"HTTP/{version}{(isSecure ? ", TLS" : "")}";
            Console.WriteLine($"| {protocol} | {inFlight} | {rawRate:0} | {generatedRate:0} | {generatedRate / rawRate:0.00} |");
        }

        await server.StopAsync();
    }

    private static async Task<WebApplication> StartAsync(Version version, bool isSecure)
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrelHttpsConfiguration();
        builder.WebHost.ConfigureKestrel(options =>
        {
            options.Limits.Http2.MaxStreamsPerConnection = MaxInFlight;
            options.Listen(IPAddress.Loopback, 0, endpoint =>
            {
                endpoint.Protocols = version == HttpVersion.Version20 ? HttpProtocols.Http2 : HttpProtocols.Http1;
                if (isSecure)
                {
                    endpoint.UseHttps(CreateCertificate());
                }
            });
        });
        WebApplication server = builder.Build();
        server.Run(context =>
        {
            context.Response.ContentType = "application/json";
            context.Response.ContentLength = Seed.Connector.Length;
            return context.Response.Body.WriteAsync(Seed.Connector).AsTask();
        });
        await server.StartAsync();
        return server;
    }

    private static X509Certificate2 CreateCertificate()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        DateTimeOffset now = DateTimeOffset.UtcNow;
        return new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256).CreateSelfSigned(now.AddDays(-1), now.AddDays(1));
    }

    private static async Task<double> SliceAsync(Func<Task> call, int inFlight)
    {
        long start = Stopwatch.GetTimestamp();
        int[] counts = await Task.WhenAll(Enumerable.Range(0, inFlight).Select(_ => Task.Run(async () =>
        {
            int count = 0;
            for (; Stopwatch.GetElapsedTime(start) < s_slice; count++)
            {
                await call();
            }

            return count;
        })));
        return counts.Sum() / Stopwatch.GetElapsedTime(start).TotalSeconds;
    }

    private static void Require(bool isOk)
    {
        if (!isOk)
        {
            throw new InvalidOperationException("The server answered 200, but the client returned another result.");
        }
    }

    /// <summary>Sends requests for the API to the server of this process, over one version of HTTP. Trusts its certificate.</summary>
    private sealed class Loopback(Uri server, Version version) : DelegatingHandler(new SocketsHttpHandler
    {
        SslOptions = new SslClientAuthenticationOptions { RemoteCertificateValidationCallback = static (_, _, _, _) => true },
    })
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            request.RequestUri = new Uri(server, request.RequestUri!.AbsolutePath);
            request.Version = version;
            request.VersionPolicy = HttpVersionPolicy.RequestVersionExact;
            return base.SendAsync(request, cancellationToken);
        }
    }
}
