using System.Text;
using Microsoft.AspNetCore.Http;

namespace CdeCodegen.Runtime.Tests.Http;

/// <summary>Responses whose body is a stream.</summary>
public class StreamTests
{
    [Fact]
    public async Task A_stream_is_read_on_demand_and_disposing_it_releases_the_connection()
    {
        var go = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var gone = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using StubServer server = await StubServer.StartAsync(async c =>
        {
            c.RequestAborted.Register(gone.SetResult);
            await c.Response.WriteAsync("first");
            await c.Response.Body.FlushAsync();
            await go.Task;
            await c.Response.WriteAsync("second");
            await c.Response.Body.FlushAsync();
            await gone.Task;
        });

        Stream stream = await StreamOf(server.Client(o => o.MaxResponseBodyBytes = 3));
        byte[] buffer = new byte[100];
        Assert.Equal(5, await stream.ReadAtLeastAsync(buffer, 5));
        go.SetResult();
        Assert.Equal(6, await stream.ReadAtLeastAsync(buffer, 6));
        Assert.Equal("second", Encoding.ASCII.GetString(buffer, 0, 6));

        await stream.DisposeAsync();
        await gone.Task;
        Assert.Throws<ObjectDisposedException>(() => stream.ReadByte());
    }

    [Fact]
    public async Task An_error_of_a_streaming_call_is_read_into_memory()
    {
        var stub = StubHandler.Json("""{"message":"no"}""", System.Net.HttpStatusCode.NotFound);
        var request = new ApiRequest(TestApi.Over(stub), "GET", $"/files");
        request.StreamResponse();

        Probe result = await request.SendAsync(Probe.Json, default);

        Assert.Equal("no", ((Dictionary<string, object?>)result.Value!)["message"]);
    }

    [Fact]
    public async Task A_JSON_success_of_a_streaming_call_is_read_up_to_the_limit()
    {
        string body = "[" + string.Join(',', Enumerable.Range(0, 50_000)) + "]";
        await using StubServer server = await StubServer.StartAsync(async c =>
        {
            c.Response.ContentType = "application/json";
            await c.Response.WriteAsync(body);
        });

        Assert.Equal(50_000, ((List<object?>)(await Streamed(server.Client(), Probe.Json)).Value!).Count);
        await Assert.ThrowsAsync<ResponseTooLargeException>(() => Streamed(server.Client(o => o.MaxResponseBodyBytes = 1000), Probe.Json));
        await Assert.ThrowsAsync<UnexpectedStatusException>(() => Streamed(server.Client(), Probe.Unexpected));
    }

    [Fact]
    public async Task Without_streaming_the_stream_is_in_memory()
    {
        var stub = StubHandler.Bytes([1, 2, 3], "application/octet-stream");

        Probe result = await TestApi.Over(stub).Get(r => new Probe(r, r.Stream()));

        Assert.IsType<MemoryStream>(result.Value);
        Assert.Equal([1, 2, 3], ((MemoryStream)result.Value!).ToArray());
    }

    [Fact]
    public async Task A_stream_shows_what_its_body_can_do_until_it_is_disposed()
    {
        byte[] body = [1, 2, 3, 4, 5, 6];
        HttpResponseMessage? message = null;
        var stub = new StubHandler(_ => message = StubHandler.Response(body, "application/octet-stream"));
        Stream stream = await StreamOf(TestApi.Over(stub));
        byte[] buffer = new byte[6];

        Assert.True(stream is { CanRead: true, CanSeek: true, CanWrite: false });
        Assert.Equal(6, stream.Length);
        Assert.Equal(1, stream.Read(buffer, 2, 1));
        Assert.Equal([0, 0, 1, 0, 0, 0], buffer);
        Assert.Equal(1, stream.Position);
#pragma warning disable CA1835 // the overload with an array is under test
        Assert.Equal(2, await stream.ReadAsync(buffer, 0, 2));
#pragma warning restore CA1835
        Assert.Equal([2, 3, 1, 0, 0, 0], buffer);
        stream.Position = 4;
        Assert.Equal(5, stream.ReadByte());
        Assert.Equal(1, stream.Seek(1, SeekOrigin.Begin));
        Assert.Equal(5, await stream.ReadAsync(buffer.AsMemory()));
        stream.Flush();
        Assert.Throws<NotSupportedException>(() => stream.Write(buffer, 0, 1));
        Assert.Throws<NotSupportedException>(() => stream.SetLength(0));

        stream.Dispose();
        stream.Dispose();

        Assert.True(stream is { CanRead: false, CanSeek: false });
        Assert.Throws<ObjectDisposedException>(() => stream.Length);
        Assert.Throws<ObjectDisposedException>(() => stream.Position);
        Assert.Throws<ObjectDisposedException>(() => stream.Position = 0);
        Assert.Throws<ObjectDisposedException>(() => stream.Seek(0, SeekOrigin.Begin));
        Assert.Throws<ObjectDisposedException>(() => stream.Read(buffer, 0, 1));
        await Assert.ThrowsAsync<ObjectDisposedException>(async () => await stream.ReadExactlyAsync(buffer.AsMemory()));
        await Assert.ThrowsAsync<ObjectDisposedException>(() => message!.Content.ReadAsByteArrayAsync());
    }

    [Fact]
    public async Task A_stream_can_seek_only_if_its_body_can()
    {
        var stub = new StubHandler(_ => new HttpResponseMessage { Content = new StreamContent(new ForwardStream()) });

        Stream stream = await StreamOf(TestApi.Over(stub));

        Assert.False(stream.CanSeek);
        Assert.Throws<IOException>(() => stream.ReadByte());
    }

    [Fact]
    public async Task A_cancelled_call_ends_each_kind_of_read()
    {
        using var cancellation = new CancellationTokenSource();
        using var other = new CancellationTokenSource();
        var request = new ApiRequest(TestApi.Over(StubHandler.Bytes(new byte[10], "application/octet-stream")), "GET", $"/files");
        request.StreamResponse();
        var stream = (Stream)(await request.SendAsync(r => new Probe(r, r.Stream()), cancellation.Token)).Value!;
        byte[] buffer = new byte[1];
        Assert.Equal(1, await stream.ReadAsync(buffer.AsMemory(), other.Token));
        Assert.Equal(1, await stream.ReadAsync(buffer.AsMemory(), cancellation.Token));
        Assert.Equal(1, await stream.ReadAsync(buffer.AsMemory()));
        Assert.Equal(1, stream.Read(buffer));

        await other.CancelAsync();
        OperationCanceledException own = await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await stream.ReadExactlyAsync(buffer.AsMemory(), other.Token));
        Assert.Equal(other.Token, own.CancellationToken);

        await cancellation.CancelAsync();
        Assert.Equal(cancellation.Token, Assert.ThrowsAny<OperationCanceledException>(() => stream.Read(buffer)).CancellationToken);
        foreach (CancellationToken token in new[] { default, cancellation.Token, new CancellationTokenSource().Token })
        {
            OperationCanceledException error = await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await stream.ReadExactlyAsync(buffer.AsMemory(), token));
            Assert.Equal(cancellation.Token, error.CancellationToken);
        }
    }

    [Fact]
    public async Task The_body_of_an_event_stream_can_only_be_read_forward()
    {
        var tooLarge = new InvalidDataException("too large");
        var stream = new ItemLimitStream(new MemoryStream(new byte[100]), 10, () => tooLarge);
        byte[] buffer = new byte[12];

        Assert.True(stream is { CanRead: true, CanSeek: false, CanWrite: false });
        Assert.Equal(10, await stream.ReadAsync(buffer.AsMemory(0, 10)));
        stream.Reset();
        Assert.Equal(4, stream.Read(buffer, 1, 4));
#pragma warning disable CA1835 // the overload with an array is under test
        Assert.Equal(7, await stream.ReadAsync(buffer, 1, 8));
#pragma warning restore CA1835
        Assert.Same(tooLarge, Assert.Throws<InvalidDataException>(() => stream.Read(buffer, 0, 1)));
        Assert.Same(tooLarge, await Assert.ThrowsAsync<InvalidDataException>(async () => await stream.ReadExactlyAsync(buffer.AsMemory(0, 1))));
        stream.Reset();
        Assert.Equal(11, stream.Read(buffer, 0, 12));
        stream.Flush();
        Assert.Throws<NotSupportedException>(() => stream.Length);
        Assert.Throws<NotSupportedException>(() => stream.Position);
        Assert.Throws<NotSupportedException>(() => stream.Position = 0);
        Assert.Throws<NotSupportedException>(() => stream.Seek(0, SeekOrigin.Begin));
        Assert.Throws<NotSupportedException>(() => stream.SetLength(0));
        Assert.Throws<NotSupportedException>(() => stream.Write(buffer, 0, 1));
    }

    /// <summary>A body whose connection fails.</summary>
    private sealed class ForwardStream : MemoryStream
    {
        public override bool CanSeek => false;

        public override int Read(Span<byte> buffer) => throw new IOException("connection lost");
    }

    private static async Task<Stream> StreamOf(ApiClientCore core) => (Stream)(await Streamed(core, r => new Probe(r, r.Stream()))).Value!;

    private static Task<Probe> Streamed(ApiClientCore core, Func<ApiResponse, Probe> read)
    {
        var request = new ApiRequest(core, "GET", $"/files");
        request.StreamResponse();
        return request.SendAsync(read, default);
    }
}
