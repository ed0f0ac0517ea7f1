using System.Diagnostics;
using System.Net;
using CdeCodegen.Benchmarks.Peers;
using CdeCodegen.Benchmarks.Support;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Logging;
using Productsup.Cde;

namespace CdeCodegen.Benchmarks.Runtime;

/// <summary>
/// Requests per second over real connections to a Kestrel server in this process, with 1, 16 and 256 requests in flight. Sockets, the thread pool
/// and the server have their own cost, which reduces the difference between clients. Both clients run in turn, in slices of half a second.
/// </summary>
internal static class ConcurrencyRuns
{
    private static readonly TimeSpan s_slice = TimeSpan.FromMilliseconds(500);

    public static async Task PrintAsync(int rounds)
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        await using WebApplication server = builder.Build();
        server.Run(context =>
        {
            context.Response.ContentType = "application/json";
            context.Response.ContentLength = Seed.Connector.Length;
            return context.Response.Body.WriteAsync(Seed.Connector).AsTask();
        });
        await server.StartAsync();

        using var http = new HttpClient(new Loopback(new Uri(server.Urls.First())));
        var raw = new RawClient(http);
        var generated = new CdeClient(http);
        Func<Task> callRaw = async () => Require((await raw.RestoreFromBin(Seed.Id)).Status == HttpStatusCode.OK);
        Func<Task> callGenerated = async () => Require(await generated.Connectors[Seed.Id].RestoreFromBin.PatchAsync() is ConnectorRestoreFromBinResult.Ok);

        Console.WriteLine("| in flight | HttpClient + System.Text.Json, requests/s | generated, requests/s | ratio |");
        Console.WriteLine("|---|---|---|---|");
        foreach (int inFlight in new[] { 1, 16, 256 })
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
            Console.WriteLine($"| {inFlight} | {rawRate:0} | {generatedRate:0} | {generatedRate / rawRate:0.00} |");
        }

        Console.WriteLine();
        await server.StopAsync();
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

    /// <summary>Redirects requests for the API to the server of this process.</summary>
    private sealed class Loopback(Uri server) : DelegatingHandler(new SocketsHttpHandler())
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            request.RequestUri = new Uri(server, request.RequestUri!.AbsolutePath);
            return base.SendAsync(request, cancellationToken);
        }
    }
}
