namespace CdeCodegen.Runtime.Tests;

/// <summary>Creates clients and sends requests.</summary>
internal static class TestApi
{
    public const string BaseUrl = "https://api.example.com/v1";

    public static ApiClientCore Over(HttpMessageHandler handler, Action<ApiClientOptions>? configure = null)
    {
        var options = new ApiClientOptions { HttpClient = new HttpClient(handler), BaseUrl = new Uri(BaseUrl) };
        configure?.Invoke(options);
        return new ApiClientCore(options, null);
    }

    /// <summary>Creates a client of a real server, with the default pipeline.</summary>
    public static ApiClientCore Client(this StubServer server, Action<ApiClientOptions>? configure = null)
    {
        var options = new ApiClientOptions { BaseUrl = server.BaseAddress, RetryDelay = TimeSpan.Zero };
        configure?.Invoke(options);
        return new ApiClientCore(options, null);
    }

    public static Task<Probe> Get(this ApiClientCore core, Func<ApiResponse, Probe> read, CancellationToken cancellationToken = default)
        => new ApiRequest(core, "GET", $"/things").SendAsync(read, cancellationToken);

    /// <summary>Sends a request that the test builds, and returns the stub that received it.</summary>
    public static async Task<StubHandler> Sent(FillRequest fill, string method = "GET", Action<ApiClientOptions>? configure = null)
    {
        var stub = StubHandler.Json("{}");
        var request = new ApiRequest(Over(stub, configure), method, $"/things");
        fill(ref request);
        await request.SendAsync(Probe.Status, default);
        return stub;
    }

    internal delegate void FillRequest(ref ApiRequest request);
}
