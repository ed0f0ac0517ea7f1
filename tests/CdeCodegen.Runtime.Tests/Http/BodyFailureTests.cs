using System.Diagnostics;
using System.Net.Sockets;
using System.Text;

namespace CdeCodegen.Runtime.Tests.Http;

/// <summary>Bodies that end early, stall, cannot be decoded or are hostile. The status must survive all of them.</summary>
public class BodyFailureTests
{
    private const string Partial = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nX-Request-Id: 7\r\nContent-Length: 1000\r\n\r\n{\"a\":";

    [Theory]
    [InlineData("close")]
    [InlineData("reset")]
    [InlineData("chunk")]
    public async Task A_body_that_ends_early_is_a_format_error_with_status_and_headers(string failure)
    {
        await using var server = new RawServer(async (server, socket) =>
        {
            await server.ReadRequestAsync(socket);
            string chunked = Partial.Replace("Content-Length: 1000", "Transfer-Encoding: chunked").Replace("{\"a\":", "5\r\n{\"a\":\r\nzz");
            string head = failure == "chunk" ? chunked : Partial;
            await RawServer.SendAsync(socket, head);
            if (failure == "reset")
            {
                await Task.Delay(200);
                socket.LingerState = new LingerOption(true, 0);
                socket.Close();
            }
        });

        ResponseFormatException error = await Assert.ThrowsAsync<ResponseFormatException>(() => Client(server).Get(Probe.Json));

        Assert.Equal(200, error.StatusCode);
        Assert.Equal("7", error.Headers.GetValue("X-Request-Id"));
        Assert.Contains("the connection failed before its end", error.Message);
        Assert.True(error.InnerException is HttpRequestException or IOException, error.ToString());
        Assert.Equal("{\"a\":", error.ResponseBody);
    }

    [Fact]
    public async Task A_case_without_body_arrives_although_its_body_fails()
    {
        await using var server = RawServer.Responding(Partial.Replace("200 OK", "404 Not Found"));

        Assert.Equal(404, (await Client(server).Get(Probe.Status)).StatusCode);
        UnexpectedStatusException error = await Assert.ThrowsAsync<UnexpectedStatusException>(() => Client(server).Get(Probe.Unexpected));
        Assert.Equal(404, error.StatusCode);
        Assert.Equal("{\"a\":", error.ResponseBody);
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("deflate")]
    [InlineData("br")]
    public async Task A_body_that_cannot_be_decompressed_is_a_format_error(string encoding)
    {
        await using StubServer server = await StubServer.StartAsync(async c =>
        {
            c.Response.ContentType = "application/json";
            c.Response.Headers.ContentEncoding = encoding;
            byte[] start = encoding == "deflate" ? [0x78, 0x9C] : [];
            await c.Response.Body.WriteAsync((byte[])[.. start, .. Enumerable.Repeat((byte)0xFF, 100)]);
        });

        ResponseFormatException error = await Assert.ThrowsAsync<ResponseFormatException>(() => server.Client().Get(Probe.Json));

        Assert.Equal(200, error.StatusCode);
        Assert.Contains("it cannot be decompressed", error.Message);
        Assert.NotNull(error.InnerException);
    }

    [Theory]
    [InlineData("utf-16", 0xD800)]
    [InlineData("utf-16", 0xDC00)]
    [InlineData("utf-16BE", 0xD83D)]
    public async Task An_unpaired_surrogate_in_utf_16_is_a_format_error(string charset, int codeUnit)
    {
        // The encoders of .NET replace unpaired surrogates, so the bytes are written one by one.
        byte[] body = [.. $"\"{(char)codeUnit}x\"".SelectMany(c => charset == "utf-16" ? new[] { (byte)c, (byte)(c >> 8) } : [(byte)(c >> 8), (byte)c])];

        ResponseFormatException error = await Assert.ThrowsAsync<ResponseFormatException>(
            () => TestApi.Over(StubHandler.Bytes(body, $"application/json; charset={charset}")).Get(Probe.Json));

        Assert.Contains("it is not valid " + charset.ToUpperInvariant(), error.Message);
        Assert.Equal(200, error.StatusCode);
    }

    [Fact]
    public async Task Messages_and_paths_are_bounded_whatever_the_body_contains()
    {
        string name = new('n', 1_000_000);
        string deepNames = string.Concat(Enumerable.Repeat($"{{\"{new string('m', 100)}\":", 50)) + "x";
        foreach (string body in new[] { $"{{\"{name}\":x}}", $"{{\"it's {name}\":x}}", deepNames })
        {
            ResponseFormatException error = await Assert.ThrowsAsync<ResponseFormatException>(() => TestApi.Over(StubHandler.Json(body)).Get(Probe.Json));

            Assert.InRange(error.JsonPath!.Length, 10, 300);
            Assert.InRange(error.Message.Length, 10, 600);
        }

        string type = "text/" + new string('t', 10_000);
        ResponseFormatException wrongType = await Assert.ThrowsAsync<ResponseFormatException>(
            () => TestApi.Over(StubHandler.Bytes([], type)).Get(Probe.Json));
        Assert.InRange(wrongType.Message.Length, 10, 600);
    }

    [Theory]
    [InlineData("""{"id":"019e16f4-abc0-7901-9c6e-97ad896c94ce","name":"n","unknown":@}""")]
    [InlineData("""{"id":"019e16f4-abc0-7901-9c6e-97ad896c94ce","name":"n","extra":@}""")]
    [InlineData("""{"id":"019e16f4-abc0-7901-9c6e-97ad896c94ce","name":@}""")]
    public async Task Excessive_nesting_is_named_with_its_limit(string body)
    {
        string deep = new string('[', 200) + new string(']', 200);

        ResponseFormatException error = await Assert.ThrowsAsync<ResponseFormatException>(
            () => TestApi.Over(StubHandler.Json(body.Replace("@", deep))).Get(Probe.Thing));

        Assert.InRange(error.JsonPath!.Length, 1, 300);
        if (!body.Contains("name\":@"))
        {
            Assert.Contains("it is nested more than 128 levels deep", error.Message);
            Assert.Equal(body.IndexOf('@') + 127, error.ByteOffset);
        }
    }

    [Fact]
    public async Task A_streaming_call_that_needs_its_body_obeys_its_time_out()
    {
        await using RawServer server = Stalling();
        using var http = new HttpClient { Timeout = TimeSpan.FromMilliseconds(300) };
        foreach (Func<ApiResponse, Probe> read in new Func<ApiResponse, Probe>[] { Probe.Unexpected, Probe.Json, Probe.Text })
        {
            var clock = Stopwatch.StartNew();

            TaskCanceledException error = await Assert.ThrowsAsync<TaskCanceledException>(
                () => Stream(new ApiClientCore(http, server.Url.AbsoluteUri), read, default));

            Assert.IsType<TimeoutException>(error.InnerException);
            Assert.InRange(clock.Elapsed.TotalSeconds, 0, 5);
        }
    }

    [Fact]
    public async Task A_streaming_call_that_needs_its_body_obeys_its_token()
    {
        await using RawServer server = Stalling();
        foreach (Func<ApiResponse, Probe> read in new Func<ApiResponse, Probe>[] { Probe.Unexpected, Probe.Json, Probe.Text })
        {
            using var cancellation = new CancellationTokenSource(300);

            OperationCanceledException error = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Stream(Client(server), read, cancellation.Token));

            Assert.Equal(cancellation.Token, error.CancellationToken);
        }
    }

    [Fact]
    public async Task The_token_of_the_call_ends_reads_of_its_stream()
    {
        await using RawServer server = Stalling();
        foreach (string kind in new[] { "plain", "linked", "synchronous" })
        {
            using var cancellation = new CancellationTokenSource();
            using var other = new CancellationTokenSource();
            Probe result = await Stream(Client(server), r => new Probe(r, r.Stream()), cancellation.Token);
            await using var stream = (Stream)result.Value!;
            byte[] buffer = new byte[100];
            Assert.Equal(5, await stream.ReadAtLeastAsync(buffer, 5));
            cancellation.CancelAfter(200);

            OperationCanceledException error = await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => _ = kind switch
            {
                "plain" => await stream.ReadAsync(buffer),
                "linked" => await stream.ReadAsync(buffer, other.Token),
                _ => await Task.Run(() => stream.Read(buffer)),
            });

            Assert.Equal(cancellation.Token, error.CancellationToken);
        }
    }

    [Fact]
    public async Task An_undocumented_success_of_a_streaming_call_is_read_up_to_the_start_only()
    {
        await using StubServer server = await StubServer.StartAsync(async c =>
        {
            c.Response.StatusCode = 206;
            byte[] piece = Encoding.ASCII.GetBytes(new string('s', 1024));
            try
            {
                while (true)
                {
                    await c.Response.Body.WriteAsync(piece, c.RequestAborted);
                }
            }
            catch (OperationCanceledException)
            {
            }
        });

        UnexpectedStatusException error = await Assert.ThrowsAsync<UnexpectedStatusException>(() => Stream(server.Client(), Probe.Unexpected, default));

        Assert.Equal(206, error.StatusCode);
        Assert.Equal(8 * 1024, error.ResponseBody.Length);
    }

    [Fact]
    public void Huge_buffers_are_not_pooled()
    {
        byte[] huge = BufferPool.Rent((1024 * 1024) + 1);
        BufferPool.Return(huge);
        Assert.NotSame(huge, BufferPool.Rent(huge.Length));

        byte[] small = BufferPool.Rent(1024 * 1024);
        Assert.Equal(1024 * 1024, small.Length);
        BufferPool.Return(small);
        Assert.Same(small, BufferPool.Rent(1024 * 1024));
    }

    private static RawServer Stalling() => new(static async (server, socket) =>
    {
        await server.ReadRequestAsync(socket);
        await RawServer.SendAsync(socket, Partial);
        await server.ReadRequestAsync(socket);
    });

    private static ApiClientCore Client(RawServer server) => new(new ApiClientOptions { BaseUrl = server.Url }, null);

    private static Task<Probe> Stream(ApiClientCore core, Func<ApiResponse, Probe> read, CancellationToken cancellationToken)
    {
        var request = new ApiRequest(core, "GET", $"/files");
        request.StreamResponse();
        return request.SendAsync(read, cancellationToken);
    }
}
