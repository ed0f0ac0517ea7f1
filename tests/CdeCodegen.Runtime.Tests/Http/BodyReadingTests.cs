using System.Net;
using System.Runtime.InteropServices;

namespace CdeCodegen.Runtime.Tests.Http;

/// <summary>Response bodies whose pieces are there at once or come later, and bodies that fail.</summary>
public class BodyReadingTests
{
    private static readonly byte[] s_bytes = [.. Enumerable.Range(0, 100_000).Select(i => (byte)i)];

    [Fact]
    public async Task A_body_is_complete_whichever_of_its_pieces_comes_later()
    {
        var steps = new Steps(-1);
        Assert.Equal(s_bytes, await Read(steps));
        Assert.InRange(steps.Count, 20, 30);
        for (int late = 0; late < steps.Count; late++)
        {
            Assert.Equal(s_bytes, await Read(new Steps(late)));
        }

        static async Task<object?> Read(Steps steps) => (await Core(new SteppedContent(steps, new Pieces())).Get(Probe.Bytes)).Value;
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(5)]
    public async Task The_caller_does_not_wait_for_a_piece_that_comes_later(int late)
    {
        var go = new TaskCompletionSource();

        Task<Probe> call = Core(new SteppedContent(new Steps(late) { Delay = go.Task }, new Pieces())).Get(Probe.Bytes);

        Assert.False(call.IsCompleted);
        go.SetResult();
        Assert.Equal(s_bytes, (await call).Value);
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task A_failure_is_that_of_the_body_whenever_it_comes(int late)
    {
        ResponseFormatException error = await Assert.ThrowsAsync<ResponseFormatException>(() => Core(Failing()).Get(Probe.Bytes));
        Assert.Equal("lost", error.InnerException!.Message);
        Assert.Equal(8 * 1024, error.ResponseBody.Length);
        Assert.Equal(200, error.StatusCode);
        Assert.Equal(404, (await Core(Failing(), HttpStatusCode.NotFound).Get(Probe.Status)).StatusCode);

        SteppedContent Failing() => new(new Steps(late), new Pieces { End = 10_000, Failure = new IOException("lost") });
    }

    [Fact]
    public async Task A_body_that_cannot_be_opened_has_failed()
    {
        ResponseFormatException error = await Assert.ThrowsAsync<ResponseFormatException>(
            () => Core(new UnopenedContent(new HttpRequestException("lost"))).Get(Probe.Bytes));
        Assert.Equal("lost", error.InnerException!.Message);
        Assert.Equal("", error.ResponseBody);

        await Assert.ThrowsAsync<FormatException>(() => Core(new UnopenedContent(new FormatException())).Get(Probe.Bytes));
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(2)]
    public async Task Another_exception_of_a_stream_passes_through(int late)
    {
        var body = new Pieces { End = 1000, Failure = new FormatException("bug") };

        FormatException error = await Assert.ThrowsAsync<FormatException>(() => Core(new SteppedContent(new Steps(late), body)).Get(Probe.Bytes));

        Assert.Equal("bug", error.Message);
    }

    [Fact]
    public async Task The_memory_of_a_body_returns_to_the_pool_once()
    {
        // All reads complete at once, so the test stays on its thread, which has a pool of its own.
        var body = new PooledStream(100_000, failure: null);
        BodyBuffer buffer = await BodyReader.ReadAsync(new StreamContent(body), 1_000_000, long.MaxValue, default);
        Assert.Equal(100_000, buffer.Length);
        Assert.True(body.IsEarlierReturned);
        buffer.Return();
        buffer.Return();
        Assert.Same(body.Last, BufferPool.Rent(body.Last!.Length));
        Assert.NotSame(body.Last, BufferPool.Rent(body.Last!.Length));

        var failing = new PooledStream(1000, new FormatException("bug"));
        await Assert.ThrowsAsync<FormatException>(async () => await BodyReader.ReadAsync(new StreamContent(failing), 1_000_000, long.MaxValue, default));
        Assert.Same(failing.Last, BufferPool.Rent(failing.Last!.Length));
    }

    private static ApiClientCore Core(HttpContent content, HttpStatusCode status = HttpStatusCode.OK)
        => TestApi.Over(new StubHandler(_ => new HttpResponseMessage(status) { Content = content }));

    /// <summary>A body in pieces of 5,000 bytes.</summary>
    private sealed class Pieces : MemoryStream
    {
        private int _position;

        public int End { get; init; } = s_bytes.Length;

        public Exception? Failure { get; init; }

        public override int Read(Span<byte> buffer)
        {
            if (_position == End && Failure is not null)
            {
                throw Failure;
            }

            int count = Math.Min(Math.Min(5000, buffer.Length), End - _position);
            s_bytes.AsSpan(_position, count).CopyTo(buffer);
            _position += count;
            return count;
        }
    }

    private sealed class UnopenedContent(Exception failure) : HttpContent
    {
        protected override async Task<Stream> CreateContentReadStreamAsync()
        {
            await Task.Delay(1);
            throw failure;
        }

        protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) => throw new NotSupportedException();

        protected override bool TryComputeLength(out long length)
        {
            length = 0;
            return false;
        }
    }

    /// <summary>Fills each buffer that it is given, and looks into the pool for the one before.</summary>
    private sealed class PooledStream(int length, Exception? failure) : MemoryStream
    {
        private int _left = length;

        public byte[]? Last { get; private set; }

        public bool IsEarlierReturned { get; private set; } = true;

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            Assert.True(MemoryMarshal.TryGetArray<byte>(buffer, out ArraySegment<byte> memory));
            if (Last is { } earlier && !ReferenceEquals(earlier, memory.Array))
            {
                byte[] pooled = BufferPool.Rent(earlier.Length);
                IsEarlierReturned &= ReferenceEquals(pooled, earlier);
                BufferPool.Return(pooled);
            }

            Last = memory.Array;
            if (_left == 0 && failure is not null)
            {
                throw failure;
            }

            int count = Math.Min(_left, buffer.Length);
            _left -= count;
            return new ValueTask<int>(count);
        }
    }
}
