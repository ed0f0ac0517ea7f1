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

    private static async Task<Stream> StreamOf(ApiClientCore core) => (Stream)(await Streamed(core, r => new Probe(r, r.Stream()))).Value!;

    private static Task<Probe> Streamed(ApiClientCore core, Func<ApiResponse, Probe> read)
    {
        var request = new ApiRequest(core, "GET", $"/files");
        request.StreamResponse();
        return request.SendAsync(read, default);
    }
}
