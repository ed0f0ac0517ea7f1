using System.Runtime.InteropServices;
using System.Text;

namespace CdeCodegen.Runtime.Tests.Http;

/// <summary>Bodies of JSON values in lines or sequences, in responses and in requests.</summary>
public class ItemTests
{
    public static TheoryData<string, string[]> Bodies => new()
    {
        { "", [] },
        { "1", ["1"] },
        { "1\n", ["1"] },
        { "1\n22\n333", ["1", "22", "333"] },
        { "1\r\n22\r\n", ["1", "22"] },
        { "\n\n 1 \n\t\r\n\n2\t\n \r ", ["1", "2"] },
        { "\ufeff1\n2", ["1", "2"] },
        { "\ufeff", [] },
        { "\ufeff\n\ufeff1\n", ["\ufeff1"] },
        { "\u001e1\n\u001e22\n", ["1", "22"] },
        { "\u001e{\n}\n\u001e\u001e[\n1\n]", ["{\n}", "[\n1\n]"] },
        { "\ufeff\u001e1\u001e2", ["1", "2"] },
        { "1\u001e2\n3", ["1\u001e2", "3"] },
    };

    [Theory]
    [MemberData(nameof(Bodies))]
    public async Task Items_do_not_depend_on_where_the_network_cuts_the_body(string body, string[] expected)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(body);
        for (int size = 1; size <= bytes.Length + 1; size++)
        {
            Assert.Equal(expected, await Read(bytes, size, 1000));
        }
    }

    [Fact]
    public async Task Items_longer_than_the_buffer_arrive_complete()
    {
        string[] items = [.. Enumerable.Range(0, 40).Select(i => new string((char)('a' + (i % 26)), 1 + (i * 1500)))];
        byte[] body = Encoding.ASCII.GetBytes(string.Join('\n', items));
        foreach (int size in new[] { 1000, 16 * 1024, body.Length })
        {
            Assert.Equal(items, await Read(body, size, long.MaxValue));
        }
    }

    [Theory]
    [InlineData(10, true)]
    [InlineData(11, false)]
    public async Task An_item_is_limited_however_the_network_cuts_the_body(int length, bool fits)
    {
        string item = new('x', length);
        byte[] body = Encoding.ASCII.GetBytes("12345\n" + item + "\n" + string.Join('\n', Enumerable.Repeat("1", 100)));
        for (int size = 1; size <= body.Length; size++)
        {
            using var buffer = new ItemBuffer(new Pieces(body, size), 10);

            Assert.True(await buffer.ReadAsync(default));
            Assert.False(buffer.IsTooLarge);
            Assert.True(await buffer.ReadAsync(default));

            Assert.Equal(!fits, buffer.IsTooLarge);
            Assert.Equal(item, Encoding.ASCII.GetString(buffer.Current.Span));
        }
    }

    [Theory]
    [InlineData("1\n")]
    [InlineData("\ufeff1\n")]
    [InlineData("\u001e1\u001e")]
    public async Task An_item_is_there_before_the_next_one_comes(string start)
    {
        using var buffer = new ItemBuffer(new Pieces(Encoding.UTF8.GetBytes(start), 100) { IsEndless = true }, 10);

        Assert.True(await buffer.ReadAsync(default));
        Assert.Equal((byte)'1', Assert.Single(buffer.Current.ToArray()));
        Assert.False(buffer.ReadAsync(default).IsCompleted);
    }

    [Fact]
    public async Task A_long_body_of_small_items_needs_little_memory()
    {
        byte[] body = Encoding.ASCII.GetBytes(string.Join('\n', Enumerable.Repeat("1234567", 10_000)));
        var pieces = new Pieces(body, 1000);
        using var buffer = new ItemBuffer(pieces, 10);
        int count = 0;
        while (await buffer.ReadAsync(default))
        {
            count++;
        }

        Assert.Equal(10_000, count);
        Assert.InRange(pieces.LargestBuffer, 1, 16 * 1024);
    }

    [Fact]
    public async Task The_memory_of_a_body_returns_to_the_pool_once()
    {
        var pieces = new Pieces(new byte[20 * 1024], 20 * 1024);
        var buffer = new ItemBuffer(pieces, 100 * 1024);
        await buffer.ReadAsync(default);
        byte[] last = pieces.Last!;

        buffer.Dispose();
        buffer.Dispose();

        Assert.Same(last, BufferPool.Rent(last.Length));
        Assert.NotSame(last, BufferPool.Rent(last.Length));
        Assert.Same(pieces.First, BufferPool.Rent(16 * 1024));
    }

    [Theory]
    [InlineData("application/jsonl", "\"a\"\n\"ü\"\n")]
    [InlineData("application/x-ndjson", "\"a\"\n\"ü\"\n")]
    [InlineData("application/JSON-seq", "\u001e\"a\"\n\u001e\"ü\"\n")]
    public async Task Items_of_a_request_are_sent_one_by_one(string mediaType, string expected)
    {
        StubHandler stub = await TestApi.Sent((ref ApiRequest r) => r.Items(Items("a", "ü"), mediaType, static (w, item) => w.String(item)), "POST");

        Assert.Equal(expected, stub.Body);
        Assert.Equal(mediaType, stub.ContentType);
    }

    [Fact]
    public async Task The_server_sees_an_item_when_it_comes()
    {
        HttpContent? content = null;
        var body = new Flushes();
        await TestApi.Sent((ref ApiRequest r) => r.Items(Items("a", "b"), "application/jsonl", static (w, item) => w.String(item)), "POST", o => o.HttpClient = new HttpClient(
            new Sender(async request =>
            {
                content = request.Content!;
                Assert.Null(content.Headers.ContentLength);
                await content.CopyToAsync(body);
                InvalidOperationException again = await Assert.ThrowsAsync<InvalidOperationException>(() => content.CopyToAsync(new MemoryStream()));
                Assert.Contains("cannot be sent again", again.Message);
            })));

        Assert.Equal([4, 8], body.Lengths);
    }

    [Fact]
    public async Task The_token_of_the_call_ends_items_that_do_not_come()
    {
        using var cancellation = new CancellationTokenSource(100);
        var request = new ApiRequest(TestApi.Over(StubHandler.Json("{}")), "POST", $"/things");
        request.Items(Never(), "application/jsonl", static (w, item) => w.String(item));

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => request.SendAsync(Probe.Status, cancellation.Token));

        static async IAsyncEnumerable<string> Never([System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken = default)
        {
            yield return "a";
            await Task.Delay(Timeout.Infinite, cancellationToken);
        }
    }

    /// <summary>Items that come asynchronously.</summary>
    internal static async IAsyncEnumerable<string> Items(params string[] items)
    {
        foreach (string item in items)
        {
            await Task.Yield();
            yield return item;
        }
    }

    private static async Task<List<string>> Read(byte[] body, int size, long limit)
    {
        using var buffer = new ItemBuffer(new Pieces(body, size), limit);
        var items = new List<string>();
        while (await buffer.ReadAsync(default))
        {
            Assert.False(buffer.IsTooLarge);
            items.Add(Encoding.UTF8.GetString(buffer.Current.Span));
        }

        Assert.False(await buffer.ReadAsync(default));
        return items;
    }

    /// <summary>Returns at most so many bytes for each read.</summary>
    private sealed class Pieces(byte[] body, int size) : MemoryStream(body)
    {
        /// <summary>Whether more bytes are promised, but do not come.</summary>
        public bool IsEndless { get; init; }

        public int LargestBuffer { get; private set; }

        /// <summary>The memory of the first and of the last read.</summary>
        public byte[]? First { get; private set; }

        public byte[]? Last { get; private set; }

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            Assert.False(buffer.IsEmpty);
            Assert.True(MemoryMarshal.TryGetArray<byte>(buffer, out ArraySegment<byte> memory));
            Last = memory.Array!;
            First ??= Last;
            LargestBuffer = Math.Max(LargestBuffer, Last.Length);
            return IsEndless && Position == Length
                ? new ValueTask<int>(new TaskCompletionSource<int>().Task)
                : base.ReadAsync(buffer[..Math.Min(size, buffer.Length)], cancellationToken);
        }
    }

    /// <summary>Records its length at each flush.</summary>
    private sealed class Flushes : MemoryStream
    {
        public List<long> Lengths { get; } = [];

        public override Task FlushAsync(CancellationToken cancellationToken)
        {
            Lengths.Add(Length);
            return Task.CompletedTask;
        }
    }

    private sealed class Sender(Func<HttpRequestMessage, Task> send) : HttpMessageHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            await send(request);
            return StubHandler.Response("{}"u8.ToArray(), "application/json");
        }
    }
}
