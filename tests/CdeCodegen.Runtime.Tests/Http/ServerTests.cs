using System.Collections.Concurrent;
using System.IO.Compression;
using Microsoft.AspNetCore.Http;

namespace CdeCodegen.Runtime.Tests.Http;

/// <summary>Behavior over real connections, which a stub cannot show.</summary>
public class ServerTests
{
    [Fact]
    public async Task URLs_arrive_as_written()
    {
        await using StubServer server = await StubServer.StartAsync(async c => await c.Response.WriteAsync(c.Features.Get<Microsoft.AspNetCore.Http.Features.IHttpRequestFeature>()!.RawTarget));
        string value = "../a b/%2e%2e?#ü\\";
        var request = new ApiRequest(server.Client(), "GET", $"/things/{value}/parts");
        request.Query("q", "a&b=ü+#");

        Probe result = await request.SendAsync(Probe.Text, default);

        Assert.Equal("/things/..%2Fa%20b%2F%252e%252e%3F%23%C3%BC%5C/parts?q=a%26b%3D%C3%BC%2B%23", result.Value);
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("br")]
    [InlineData("deflate")]
    public async Task Compressed_bodies_are_limited_by_their_decompressed_length(string encoding)
    {
        byte[] body = new byte[1_000_000];
        await using StubServer server = await StubServer.StartAsync(async c =>
        {
            Assert.Contains(encoding, c.Request.Headers.AcceptEncoding.ToString());
            c.Response.Headers.ContentEncoding = encoding;
            await using Stream packed = encoding switch
            {
                "gzip" => new GZipStream(c.Response.Body, CompressionLevel.Fastest, leaveOpen: true),
                "br" => new BrotliStream(c.Response.Body, CompressionLevel.Fastest, leaveOpen: true),
                _ => new ZLibStream(c.Response.Body, CompressionLevel.Fastest, leaveOpen: true),
            };
            await packed.WriteAsync(body);
        });

        Assert.Equal(body, (await server.Client().Get(Probe.Bytes)).Value);
        await Assert.ThrowsAsync<ResponseTooLargeException>(() => server.Client(o => o.MaxResponseBodyBytes = 999_999).Get(Probe.Bytes));
    }

    [Fact]
    public async Task An_endless_body_closes_the_connection_at_the_limit()
    {
        var gone = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using StubServer server = await StubServer.StartAsync(async c =>
        {
            byte[] piece = new byte[16 * 1024];
            try
            {
                while (!c.RequestAborted.IsCancellationRequested)
                {
                    await c.Response.Body.WriteAsync(piece, c.RequestAborted);
                }
            }
            catch (OperationCanceledException)
            {
            }

            gone.SetResult();
        });

        await Assert.ThrowsAsync<ResponseTooLargeException>(() => server.Client(o => o.MaxResponseBodyBytes = 100_000).Get(Probe.Bytes));

        await gone.Task;
    }

    [Fact]
    public async Task An_aborted_response_is_a_format_error_or_a_transport_error()
    {
        await using StubServer server = await StubServer.StartAsync(async c =>
        {
            c.Response.ContentLength = 1000;
            await c.Response.WriteAsync("{\"a\":");
            await c.Response.Body.FlushAsync();
            c.Abort();
        });

        // A reset can discard data that has already arrived, so the client may not even have seen the status.
        Exception error = await Assert.ThrowsAnyAsync<Exception>(() => server.Client().Get(Probe.Json));
        Assert.True(error is ResponseFormatException { StatusCode: 200 } or HttpRequestException, error.ToString());
    }

    [Fact]
    public async Task A_refused_connection_is_a_transport_error()
    {
        StubServer server = await StubServer.StartAsync(_ => Task.CompletedTask);
        ApiClientCore client = server.Client();
        await server.DisposeAsync();

        await Assert.ThrowsAsync<HttpRequestException>(() => client.Get(Probe.Status));
    }

    [Fact]
    public async Task Cancellation_before_and_during_the_body_passes_through()
    {
        await using StubServer server = await StubServer.StartAsync(async c =>
        {
            await c.Response.WriteAsync("{");
            await c.Response.Body.FlushAsync();
            await Task.Delay(Timeout.Infinite, c.RequestAborted).ContinueWith(_ => { }, TaskScheduler.Default);
        });
        using var cancelled = new CancellationTokenSource();
        Task<Probe> call = server.Client().Get(Probe.Json, cancelled.Token);
        await cancelled.CancelAsync();
        OperationCanceledException error = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call);
        Assert.Equal(cancelled.Token, error.CancellationToken);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => server.Client().Get(Probe.Json, new CancellationToken(true)));
    }

    [Fact]
    public async Task The_time_out_of_the_HttpClient_covers_the_body()
    {
        await using StubServer server = await StubServer.StartAsync(async c =>
        {
            await c.Response.WriteAsync("{");
            await c.Response.Body.FlushAsync();
            await Task.Delay(Timeout.Infinite, c.RequestAborted).ContinueWith(_ => { }, TaskScheduler.Default);
        });
        using var http = new HttpClient { Timeout = TimeSpan.FromMilliseconds(300) };

        TaskCanceledException error = await Assert.ThrowsAsync<TaskCanceledException>(() => new ApiClientCore(http, server.BaseAddress.AbsoluteUri).Get(Probe.Json));

        Assert.IsType<TimeoutException>(error.InnerException);
        Assert.Contains("did not arrive within the time-out", error.Message);
    }

    [Fact]
    public async Task Bodies_of_known_and_unknown_length_arrive_complete()
    {
        await using StubServer server = await StubServer.StartAsync(async c =>
        {
            using var copy = new MemoryStream();
            await c.Request.Body.CopyToAsync(copy);
            c.Response.Headers["X-Length"] = c.Request.ContentLength?.ToString() ?? "unknown";
            await c.Response.Body.WriteAsync(copy.ToArray());
        });
        byte[] content = new byte[300_000];
        new Random(8).NextBytes(content);

        Probe known = await Send(new MemoryStream(content));
        Assert.Equal(content, known.Value);
        Assert.Equal("300000", known.Headers.GetValue("X-Length"));

        await using var packed = new GZipStream(new MemoryStream(Packed(content)), CompressionMode.Decompress);
        Probe unknown = await Send(packed);
        Assert.Equal(content, unknown.Value);
        Assert.Equal("unknown", unknown.Headers.GetValue("X-Length"));

        Task<Probe> Send(Stream stream)
        {
            var request = new ApiRequest(server.Client(), "POST", $"/things");
            request.Binary(stream, "application/octet-stream");
            return request.SendAsync(Probe.Bytes, default);
        }
    }

    [Fact]
    public async Task An_early_response_does_not_release_the_buffer_of_its_request()
    {
        // The server answers before it reads the body. Until the client has sent it, no other request may use its buffer.
        var bodies = new ConcurrentBag<string>();
        await using StubServer server = await StubServer.StartAsync(async c =>
        {
            await c.Response.WriteAsync("{}");
            await c.Response.CompleteAsync();
            try
            {
                using var reader = new StreamReader(c.Request.Body);
                bodies.Add(await reader.ReadToEndAsync());
            }
            catch (IOException)
            {
                // The client may close the connection. Only wrong data would be a failure.
            }
        });
        ApiClientCore client = server.Client();

        await Parallel.ForAsync(0, 64, async (i, _) =>
        {
            var request = new ApiRequest(client, "POST", $"/things");
            JsonWriter w = request.Json("application/json");
            w.String(new string((char)('A' + (i % 26)), 400_000));
            try
            {
                await request.SendAsync(Probe.Status, default);
            }
            catch (HttpRequestException)
            {
            }
        });

        Assert.All(bodies.Where(b => b.Length > 2), b => Assert.Equal(2, b.Distinct().Count()));
    }

    [Fact]
    public async Task Concurrent_requests_do_not_mix()
    {
        await using StubServer server = await StubServer.StartAsync(async c =>
        {
            using var reader = new StreamReader(c.Request.Body);
            string body = await reader.ReadToEndAsync();
            c.Response.ContentType = "application/json";
            await c.Response.WriteAsync($$"""{"path":"{{c.Request.Path}}","body":{{body}}}""");
        });
        ApiClientCore client = server.Client();

        await Parallel.ForAsync(0, 500, new ParallelOptions { MaxDegreeOfParallelism = 32 }, async (i, _) =>
        {
            var request = new ApiRequest(client, "POST", $"/{i}");
            JsonWriter w = request.Json("application/json");
            w.StartArray();
            for (int n = 0; n < i; n++)
            {
                w.Int32(i);
            }

            w.EndArray();

            var answer = (Dictionary<string, object?>)(await request.SendAsync(Probe.Json, default)).Value!;
            Assert.Equal("/" + i, answer["path"]);
            Assert.Equal(Enumerable.Repeat((object?)(double)i, i), (List<object?>)answer["body"]!);
        });
    }

    [Fact]
    public async Task Cookies_of_a_response_are_not_sent_with_the_next_request()
    {
        await using StubServer server = await StubServer.StartAsync(async c =>
        {
            c.Response.Cookies.Append("session", "1");
            await c.Response.WriteAsync(c.Request.Headers.Cookie.ToString());
        });
        ApiClientCore client = server.Client();

        Assert.Equal("", (await client.Get(Probe.Text)).Value);
        Assert.Equal("", (await client.Get(Probe.Text)).Value);
    }

    [Fact]
    public async Task The_user_agent_names_the_runtime()
    {
        await using StubServer server = await StubServer.StartAsync(async c => await c.Response.WriteAsync(c.Request.Headers.UserAgent.ToString()));

        Assert.Matches("^CdeCodegen/[0-9.]+$", (string)(await server.Client().Get(Probe.Text)).Value!);
    }

    [Fact]
    public async Task A_user_agent_of_the_caller_is_sent_as_it_is()
    {
        await using StubServer server = await StubServer.StartAsync(async c => await c.Response.WriteAsync(c.Request.Headers.UserAgent.ToString()));

        var request = new ApiRequest(server.Client(), "GET", $"/things");
        request.Header("User-Agent", "mine");

        Assert.Equal("mine", (await request.SendAsync(Probe.Text, default)).Value);
    }

    private static byte[] Packed(byte[] content)
    {
        using var target = new MemoryStream();
        using (var packer = new GZipStream(target, CompressionLevel.Fastest))
        {
            packer.Write(content);
        }

        return target.ToArray();
    }
}
