using System.Net;

namespace CdeCodegen.Runtime.Tests.Http;

/// <summary>The retries of the default pipeline.</summary>
public class RetryTests
{
    [Theory]
    [InlineData("GET", 429, 4)]
    [InlineData("GET", 503, 4)]
    [InlineData("HEAD", 504, 4)]
    [InlineData("PUT", 503, 4)]
    [InlineData("DELETE", 503, 4)]
    [InlineData("PATCH", 503, 1)]
    [InlineData("POST", 429, 1)]
    [InlineData("GET", 500, 1)]
    [InlineData("GET", 502, 1)]
    [InlineData("GET", 404, 1)]
    public async Task Only_idempotent_requests_are_retried_and_the_last_response_is_the_result(string method, int status, int expected)
    {
        int count = 0;
        await using StubServer server = await StubServer.StartAsync(c =>
        {
            c.Response.StatusCode = status;
            c.Response.Headers["X-Attempt"] = (++count).ToString();
            return Task.CompletedTask;
        });

        Probe result = await new ApiRequest(server.Client(), method, $"/things").SendAsync(Probe.Status, default);

        Assert.Equal(status, result.StatusCode);
        Assert.Equal(expected, count);
        Assert.Equal(expected.ToString(), result.Headers.GetValue("X-Attempt"));
    }

    [Fact]
    public async Task Options_extend_or_disable_retries()
    {
        int count = 0;
        await using StubServer server = await StubServer.StartAsync(async c =>
        {
            using var body = new StreamReader(c.Request.Body);
            Assert.Equal("\"again\"", await body.ReadToEndAsync());
            c.Response.StatusCode = ++count < 3 ? 503 : 200;
        });

        Assert.Equal(200, (await Patch(server.Client(o => o.RetryNonIdempotent = true))).StatusCode);
        Assert.Equal(3, count);
        count = 0;
        Assert.Equal(503, (await Patch(server.Client(o => (o.RetryNonIdempotent, o.MaxRetries) = (true, 0)))).StatusCode);
        Assert.Equal(1, count);

        static Task<Probe> Patch(ApiClientCore client)
        {
            var request = new ApiRequest(client, "PATCH", $"/things");
            JsonWriter w = request.Json("application/json");
            w.String("again");
            return request.SendAsync(Probe.Status, default);
        }
    }

    [Fact]
    public async Task The_delay_doubles_unless_the_server_sends_Retry_After()
    {
        var clock = new Clock();
        string? asked = null;
        var stub = new StubHandler(_ =>
        {
            HttpResponseMessage response = StubHandler.Response([], null, HttpStatusCode.ServiceUnavailable);
            if (asked is not null)
            {
                response.Headers.TryAddWithoutValidation("Retry-After", asked);
            }

            return response;
        });
        using var http = new HttpClient(new IdempotentRetryHandler(3, false, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(30), clock) { InnerHandler = stub });

        await http.GetAsync("https://x");
        Assert.Equal(3, clock.Waits.Count);
        Assert.InRange(clock.Waits[0].TotalSeconds, 1, 1.25);
        Assert.InRange(clock.Waits[1].TotalSeconds, 2, 2.5);
        Assert.InRange(clock.Waits[2].TotalSeconds, 4, 5);

        clock.Waits.Clear();
        asked = "7";
        await http.GetAsync("https://x");
        Assert.Equal([7, 7, 7], clock.Waits.Select(w => w.TotalSeconds));

        clock.Waits.Clear();
        asked = "31";
        stub.Requests.Clear();
        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await http.GetAsync("https://x")).StatusCode);
        Assert.Empty(clock.Waits);
        Assert.Single(stub.Requests);

        asked = clock.GetUtcNow().AddSeconds(9).ToString("r");
        await http.GetAsync("https://x");
        Assert.Equal(9, clock.Waits[0].TotalSeconds);

        clock.Waits.Clear();
        asked = "30";
        await http.GetAsync("https://x");
        Assert.Equal([30, 30, 30], clock.Waits.Select(w => w.TotalSeconds));

        // A date that has passed asks for no delay.
        clock.Waits.Clear();
        stub.Requests.Clear();
        asked = clock.GetUtcNow().AddSeconds(-9).ToString("r");
        await http.GetAsync("https://x");
        Assert.Empty(clock.Waits);
        Assert.Equal(4, stub.Requests.Count);
    }

    [Fact]
    public async Task The_responses_before_the_last_one_are_disposed()
    {
        var contents = new List<HttpContent>();
        var stub = new StubHandler(_ =>
        {
            HttpResponseMessage response = StubHandler.Response([1], null, HttpStatusCode.ServiceUnavailable);
            contents.Add(response.Content);
            return response;
        });
        using var http = new HttpClient(new IdempotentRetryHandler(1, false, TimeSpan.Zero, TimeSpan.Zero) { InnerHandler = stub });

        using HttpResponseMessage last = await http.GetAsync("https://x", HttpCompletionOption.ResponseHeadersRead);

        Assert.Equal(2, contents.Count);
        await Assert.ThrowsAsync<ObjectDisposedException>(() => contents[0].ReadAsByteArrayAsync());
        Assert.Equal([1], await contents[1].ReadAsByteArrayAsync());
    }

    [Fact]
    public async Task A_request_with_an_unseekable_stream_is_sent_once()
    {
        int count = 0;
        await using StubServer server = await StubServer.StartAsync(async c =>
        {
            await c.Request.Body.CopyToAsync(Stream.Null);
            c.Response.StatusCode = 503;
            count++;
        });
        await using var pipe = new System.IO.Compression.GZipStream(new MemoryStream(), System.IO.Compression.CompressionMode.Decompress);
        var once = new ApiRequest(server.Client(), "PUT", $"/things");
        once.Binary(pipe, "application/octet-stream");
        await once.SendAsync(Probe.Status, default);
        Assert.Equal(1, count);

        var again = new ApiRequest(server.Client(), "PUT", $"/things");
        again.Binary(new MemoryStream([1]), "application/octet-stream");
        await again.SendAsync(Probe.Status, default);
        Assert.Equal(5, count);
    }

    /// <summary>A clock whose timers fire immediately.</summary>
    private sealed class Clock : TimeProvider
    {
        public List<TimeSpan> Waits { get; } = [];

        public override DateTimeOffset GetUtcNow() => new(2026, 5, 11, 0, 0, 0, TimeSpan.Zero);

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            Waits.Add(dueTime);
            return System.CreateTimer(callback, state, TimeSpan.Zero, period);
        }
    }
}
