using System.Text;

namespace CdeCodegen.Runtime.Tests.Http;

/// <summary>The content of requests as a handler sees it: sent, sent again, read as a stream, disposed while it is sent.</summary>
public class ContentTests
{
    private const int Size = 4096;

    [Fact]
    public async Task Content_in_memory_can_be_read_and_sent_repeatedly()
    {
        byte[] buffer = BufferPool.Rent(Size);
        "_abc_"u8.CopyTo(buffer);
        using var content = new PooledContent(buffer, 1, 3, "text/plain");

        Assert.Equal(3, content.Headers.ContentLength);
        for (int i = 0; i < 2; i++)
        {
            Assert.Equal("abc", await content.ReadAsStringAsync());
            Assert.Equal("abc", await SendAsync(content));
            Assert.Equal("abc", Send(content));
        }
    }

    [Fact]
    public void Its_memory_returns_to_the_pool_once()
    {
        byte[] buffer = BufferPool.Rent(Size);
        var content = new PooledContent(buffer, 0, 3, null);
        Send(content);

        content.Dispose();
        content.Dispose();

        Assert.Throws<ObjectDisposedException>(() => Send(content));
        Assert.Null(content.Headers.ContentType);
        Assert.Same(buffer, BufferPool.Rent(Size));
        Assert.NotSame(buffer, BufferPool.Rent(Size));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Memory_that_a_stream_reads_does_not_return_to_the_pool(bool isSynchronous)
    {
        byte[] buffer = BufferPool.Rent(Size);
        "abc"u8.CopyTo(buffer);
        var content = new PooledContent(buffer, 1, 2, null);

        Stream stream = isSynchronous ? content.ReadAsStream() : await content.ReadAsStreamAsync();

        Assert.False(stream.CanWrite);
        Assert.Equal(2, stream.Length);
        Assert.Equal('b', stream.ReadByte());
        content.Dispose();
        Assert.NotSame(buffer, BufferPool.Rent(Size));
    }

    [Fact]
    public async Task Memory_that_is_still_being_sent_does_not_return_to_the_pool()
    {
        byte[] buffer = BufferPool.Rent(Size);
        var content = new PooledContent(buffer, 0, 3, null);
        var slow = new SlowStream();
        Task sending = content.CopyToAsync(slow);

        content.Dispose();
        byte[] meanwhile = BufferPool.Rent(Size);
        slow.Go.SetResult();
        await sending;

        Assert.NotSame(buffer, meanwhile);
    }

    [Fact]
    public async Task Content_that_cannot_be_sent_is_released_as_well()
    {
        byte[] buffer = BufferPool.Rent(Size);
        var content = new PooledContent(buffer, 0, 3, null);
        await Assert.ThrowsAnyAsync<Exception>(() => content.CopyToAsync(new MemoryStream([], writable: false)));
        Assert.ThrowsAny<Exception>(() => content.CopyTo(new MemoryStream([], writable: false), null, default));

        content.Dispose();

        Assert.Same(buffer, BufferPool.Rent(Size));
    }

    [Fact]
    public async Task A_seekable_stream_is_sent_from_its_position_each_time()
    {
        var stream = new MemoryStream("_abc"u8.ToArray()) { Position = 1 };
        var content = new CallerStreamContent(stream, "text/plain");

        Assert.True(content.CanRepeat);
        Assert.Equal(3, content.Headers.ContentLength);
        Assert.Equal("text/plain", content.Headers.ContentType!.ToString());
        for (int i = 0; i < 2; i++)
        {
            Assert.Equal("abc", await SendAsync(content));
            Assert.Equal("abc", Send(content));
        }

        content.Dispose();
        Assert.True(stream.CanRead);
    }

    [Fact]
    public async Task A_stream_that_cannot_seek_is_sent_once()
    {
        foreach (bool isSynchronous in new[] { false, true })
        {
            var content = new CallerStreamContent(new ForwardStream("abc"u8.ToArray()), "text/plain");

            Assert.False(content.CanRepeat);
            Assert.Null(content.Headers.ContentLength);
            Assert.Equal("abc", isSynchronous ? Send(content) : await SendAsync(content));
            InvalidOperationException error = isSynchronous
                ? Assert.Throws<InvalidOperationException>(() => Send(content))
                : await Assert.ThrowsAsync<InvalidOperationException>(() => SendAsync(content));
            Assert.Contains("is not seekable", error.Message);
        }
    }

    [Fact]
    public async Task A_handler_that_reads_the_stream_does_not_close_it()
    {
        var own = new MemoryStream("_abcdef"u8.ToArray()) { Position = 1 };
        var content = new CallerStreamContent(own, "text/plain");
        byte[] buffer = new byte[2];

        Stream stream = await content.ReadAsStreamAsync();
        Assert.True(stream is { CanRead: true, CanSeek: true, CanWrite: false });
        Assert.Equal(7, stream.Length);
        Assert.Equal(1, stream.Position);
        Assert.Equal(2, stream.Read(buffer, 0, 2));
        Assert.Equal("ab"u8, buffer);
        Assert.Equal(2, stream.Read(buffer.AsSpan()));
        Assert.Equal("cd"u8, buffer);
        Assert.Equal(2, await stream.ReadAsync(buffer.AsMemory()));
        Assert.Equal("ef"u8, buffer);
        Assert.Equal(2, stream.Seek(2, SeekOrigin.Begin));
#pragma warning disable CA1835 // the overload with an array is under test
        Assert.Equal(1, await stream.ReadAsync(buffer, 1, 1));
#pragma warning restore CA1835
        Assert.Equal("eb"u8, buffer);
        stream.Position = 1;
        Assert.Equal('a', stream.ReadByte());
        stream.Flush();
        Assert.Throws<NotSupportedException>(() => stream.Write(buffer, 0, 1));
        Assert.Throws<NotSupportedException>(() => stream.SetLength(0));

        await stream.DisposeAsync();
        Assert.True(own.CanRead);
        Assert.False((await new CallerStreamContent(new ForwardStream([]), "x/y").ReadAsStreamAsync()).CanSeek);
    }

    [Fact]
    public async Task Only_content_that_can_be_read_again_is_sent_again()
    {
        using var pooled = new PooledContent(BufferPool.Rent(Size), 0, 1, null);
        var seekable = new CallerStreamContent(new MemoryStream(), "x/y");
        var forward = new CallerStreamContent(new ForwardStream([]), "x/y");

        Assert.True(ContentReplay.IsPossible(pooled));
        Assert.True(ContentReplay.IsPossible(new ByteArrayContent([])));
        Assert.True(ContentReplay.IsPossible(seekable));
        Assert.False(ContentReplay.IsPossible(forward));
        Assert.True(ContentReplay.IsPossible(new MultipartContent { pooled, seekable }));
        Assert.False(ContentReplay.IsPossible(new MultipartContent { pooled, forward }));
        Assert.False(ContentReplay.IsPossible(new StreamContent(new MemoryStream())));

        StubHandler stub = await TestApi.Sent((ref ApiRequest r) => r.Items(ItemTests.Items("a"), "application/jsonl", static (w, item) => w.String(item)), "POST");
        Assert.False(ContentReplay.IsPossible(stub.Request.Content!));
    }

    private static async Task<string> SendAsync(HttpContent content)
    {
        var sink = new MemoryStream();
        await content.CopyToAsync(sink);
        return Encoding.ASCII.GetString(sink.ToArray());
    }

    private static string Send(HttpContent content)
    {
        var sink = new MemoryStream();
        content.CopyTo(sink, null, default);
        return Encoding.ASCII.GetString(sink.ToArray());
    }

    private sealed class ForwardStream(byte[] bytes) : MemoryStream(bytes)
    {
        public override bool CanSeek => false;
    }

    private sealed class SlowStream : MemoryStream
    {
        public TaskCompletionSource Go { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
        {
            await Go.Task;
            await base.WriteAsync(buffer, cancellationToken);
        }
    }
}
