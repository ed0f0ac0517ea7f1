using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using Microsoft.Kiota.Abstractions.Authentication;

namespace CdeCodegen.Runtime.Tests.Faults;

/// <summary>Calls a misbehaving server and describes how the call ended.</summary>
internal static class FaultCall
{
    private const int BodyLimit = 1_000_000;

    /// <summary>What may remain of a call in memory: buffers in pools, and the connection.</summary>
    private const long MaxRemaining = 6_000_000;

    /// <summary>Returns how a call ends, after having checked that its connection and its memory are free again.</summary>
    public static async Task<string> DescribeAsync(Fault fault, string method)
    {
        await using IFaultServer server = await fault.StartAsync();

        // With one connection at most, a call that kept its connection would block the next one.
        using var handler = new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            AutomaticDecompression = DecompressionMethods.All,
            MaxConnectionsPerServer = 1,
            UseCookies = false,
            SslOptions = Trust(server.TrustedCertificate),
        };
        var options = new ApiClientOptions
        {
            BaseUrl = server.Url,
            MaxResponseBodyBytes = BodyLimit,
            RetryDelay = TimeSpan.FromMilliseconds(1),
            MaxRetryDelay = TimeSpan.FromMilliseconds(50),
            AccessTokenProvider = fault.StallsToken ? new StalledTokens() : null,
        };
        using HttpClient http = DefaultPipeline.Create(options, handler);
        http.Timeout = fault.Timeout;
        options.HttpClient = http;
        var core = new ApiClientCore(options, null);
        long before = GC.GetTotalMemory(forceFullCollection: true);

        string outcome = await CallAsync(fault, core, method);
        int requests = server.RequestCount;
        if (server.CanRecover)
        {
            await AssertRecoveryAsync(fault, options, handler, before);
        }

        // How far a call gets before it is canceled or times out depends on the machine.
        bool isTimed = fault.CancelAfter is not null || fault.Timeout < TimeSpan.FromSeconds(1);
        return requests == 1 || isTimed ? outcome : outcome + $" ({requests} requests)";
    }

    /// <summary>Calls the server again over the same pool, and compares the memory in use.</summary>
    private static async Task AssertRecoveryAsync(Fault fault, ApiClientOptions options, SocketsHttpHandler handler, long before)
    {
        using var deadline = new CancellationTokenSource(TimeSpan.FromSeconds(10));
        using HttpClient patient = DefaultPipeline.Create(options, handler);
        options.HttpClient = patient;
        options.AccessTokenProvider = null;
        Probe healthy = await new ApiRequest(new ApiClientCore(options, null), "GET", $"/healthy").SendAsync(Probe.Json, deadline.Token);
        Assert.Equal(200, healthy.StatusCode);
        long remaining = GC.GetTotalMemory(forceFullCollection: true) - before;
        Assert.True(remaining < MaxRemaining, $"{fault.Name}: {remaining:N0} bytes remain.");
    }

    private static SslClientAuthenticationOptions Trust(X509Certificate2? certificate)
    {
        var options = new SslClientAuthenticationOptions();
        if (certificate is not null)
        {
            options.CertificateChainPolicy = new X509ChainPolicy { TrustMode = X509ChainTrustMode.CustomRootTrust, RevocationMode = X509RevocationMode.NoCheck };
            options.CertificateChainPolicy.CustomTrustStore.Add(certificate);
        }

        return options;
    }

    private static async Task<string> CallAsync(Fault fault, ApiClientCore core, string method)
    {
        using var cancellation = new CancellationTokenSource();
        if (fault.CancelAfter is { } time)
        {
            cancellation.CancelAfter(time);
        }

        try
        {
            FaultResult result = await SendAsync(fault, core, method, cancellation.Token);
            return DescribeCase(result, await ReadToEndAsync(result));
        }
        catch (Exception e)
        {
            return DescribeException(e, cancellation.Token);
        }
    }

    private static Task<FaultResult> SendAsync(Fault fault, ApiClientCore core, string method, CancellationToken cancellationToken)
    {
        var request = new ApiRequest(core, method, $"/fault");
        if (fault.Reading != FaultReading.Json)
        {
            request.StreamResponse();
            return request.SendAsync(ReaderOf(fault.Reading), cancellationToken);
        }

        if (fault.HasLargeRequest && method != "GET")
        {
            request.Binary(new MemoryStream(new byte[4_000_000]), "application/octet-stream");
        }

        return request.SendAsync(FaultResult.Read, cancellationToken);
    }

    private static Func<ApiResponse, FaultResult> ReaderOf(FaultReading reading) => reading switch
    {
        FaultReading.Lines => FaultResult.ReadLines,
        FaultReading.Events => FaultResult.ReadEvents,
        _ => FaultResult.ReadStream,
    };

    private static Task<string> ReadToEndAsync(FaultResult result) => result switch
    {
        FaultResult.Download download => ReadToEndAsync(download.Body),
        FaultResult.Items items => EnumerateAsync(items.Body),
        FaultResult.Events events => EnumerateAsync(events.Body),
        _ => Task.FromResult(""),
    };

    private static async Task<string> ReadToEndAsync(Stream body)
    {
        await using Stream stream = body;
        byte[] buffer = new byte[65536];
        long total = 0;
        try
        {
            int read;
            while ((read = await stream.ReadAsync(buffer)) > 0)
            {
                total += read;
                if (total > 10_000_000)
                {
                    return "; the reader stops after 10 MB and disposes the stream";
                }
            }
        }
        catch (Exception e)
        {
            return $"; reading throws {NameOf(e)}";
        }

        return $"; {total:N0} bytes";
    }

    private static async Task<string> EnumerateAsync<T>(ApiStream<T> items)
    {
        int count = 0;
        try
        {
            await foreach (T _ in items)
            {
                if (++count == 1000)
                {
                    return "; the reader leaves the loop after 1,000 items";
                }
            }
        }
        catch (ResponseFormatException e)
        {
            return $"; item {e.ItemNumber} throws `ResponseFormatException` at {e.JsonPath}";
        }
        catch (Exception e)
        {
            return $"; {NameOf(e)} after item {count}";
        }

        return $"; items: {count}";
    }

    private static string DescribeCase(FaultResult result, string suffix)
    {
        if (result.BodyError is not { } error)
        {
            return $"case `{result.GetType().Name}`" + suffix;
        }

        Assert.Equal(result.StatusCode, error.StatusCode);
        Assert.Equal(error.ResponseBody, result.RawBody);
        Assert.InRange(error.ResponseBody.Length, 0, 8 * 1024);
        return $"case `{result.GetType().Name}`, `BodyError`: {Problem(error)}" + suffix;
    }

    private static string DescribeException(Exception e, CancellationToken cancellationToken)
    {
        switch (e)
        {
            case ResponseFormatException format:
                Assert.InRange(format.ResponseBody.Length, 0, 8 * 1024);
                return $"`ResponseFormatException` {format.StatusCode}: {Problem(format)}";
            case ResponseTooLargeException large:
                Assert.Equal(BodyLimit, large.MaxResponseBodyBytes);
                return $"`ResponseTooLargeException` {large.StatusCode}";
            case UnexpectedStatusException unexpected:
                return $"`UnexpectedStatusException` {unexpected.StatusCode}";
            case OperationCanceledException canceled when cancellationToken.IsCancellationRequested:
                Assert.Equal(cancellationToken, canceled.CancellationToken);
                return "`OperationCanceledException` with the token of the call";
            case TaskCanceledException { InnerException: TimeoutException }:
                return "`TaskCanceledException` with a `TimeoutException`";
            case HttpRequestException request:
                return NameOf(request);
            default:
                return "UNDOCUMENTED " + e;
        }
    }

    private static string NameOf(Exception e) => e switch
    {
        HttpRequestException request => $"`{e.GetType().Name}` ({request.HttpRequestError})",
        HttpIOException io => $"`HttpIOException` ({io.HttpRequestError})",
        IOException { InnerException: SocketException } => "`IOException` (socket)",
        _ => $"`{e.GetType().Name}`",
    };

    /// <summary>The part of the message that says what is wrong.</summary>
    private static string Problem(ResponseFormatException error)
    {
        Assert.InRange(error.Message.Length, 1, 1000);
        string message = error.Message[(error.Message.IndexOf("describes: ", StringComparison.Ordinal) + 11)..].TrimEnd('.');
        string inner = error.InnerException is { } cause ? $" ({NameOf(cause)})" : "";
        return message.Replace("|", "\\|").Replace("\u001f", "?") + inner;
    }

    private sealed class StalledTokens : IAccessTokenProvider
    {
        public AllowedHostsValidator AllowedHostsValidator { get; } = new();

        public async Task<string> GetAuthorizationTokenAsync(
            Uri uri, Dictionary<string, object>? additionalAuthenticationContext = null, CancellationToken cancellationToken = default)
        {
            await Task.Delay(Timeout.Infinite, cancellationToken);
            return "";
        }
    }
}
