using System.Net;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.Kiota.Abstractions;
using Microsoft.Kiota.Abstractions.Authentication;
using Microsoft.Kiota.Http.HttpClientLibrary;

namespace CdeCodegen.Runtime.Tests.Http;

/// <summary>Clients over a Kiota request adapter.</summary>
public class AdapterTests
{
    [Fact]
    public async Task Requests_and_responses_pass_through_the_adapter()
    {
        var stub = StubHandler.Json("""{"a":1}""", HttpStatusCode.NotFound);
        using var adapter = new HttpClientRequestAdapter(new BaseBearerTokenAuthenticationProvider(new StaticAccessTokenProvider("t")), httpClient: new HttpClient(stub));
        var core = new ApiClientCore(adapter, "https://document.example.com/v1");
        var request = new ApiRequest(core, "PATCH", $"/things/{"a/b"}");
        request.Query("q", "x&y");
        request.Header("X-List", new[] { 1, 2 });
        JsonWriter w = request.Json("application/vnd.api+json");
        w.String("body");

        Probe result = await request.SendAsync(Probe.Json, default);

        Assert.Equal(404, result.StatusCode);
        Assert.Equal(1.0, ((Dictionary<string, object?>)result.Value!)["a"]);
        Assert.Equal("https://document.example.com/v1/things/a%2Fb?q=x%26y", stub.Url);
        Assert.Equal("PATCH", stub.Request.Method.Method);
        Assert.Equal("\"body\"", stub.Body);
        Assert.Equal("application/vnd.api+json", stub.Request.Content!.Headers.ContentType!.ToString());
        Assert.Equal("1,2", Assert.Single(stub.Request.Headers.GetValues("X-List")));
        Assert.Equal("application/json", stub.Request.Headers.Accept.ToString());
        Assert.Equal("Bearer t", stub.Request.Headers.Authorization!.ToString());
    }

    [Fact]
    public async Task The_base_url_of_the_adapter_has_precedence()
    {
        var stub = StubHandler.Json("{}");
        using HttpClientRequestAdapter adapter = Over(stub);
        adapter.BaseUrl = "https://adapter.example.com/api/";

        await new ApiClientCore(adapter, "https://document.example.com").Get(Probe.Status);
        Assert.Equal("https://adapter.example.com/api/things", stub.Url);

        // The base URL is resolved once, at the first request.
        var core = new ApiClientCore(adapter, null);
        await core.Get(Probe.Status);
        adapter.BaseUrl = "api.example.com";
        await core.Get(Probe.Status);
        Assert.Equal("https://adapter.example.com/api/things", stub.Url);
        ArgumentException error = await Assert.ThrowsAsync<ArgumentException>(async () => await new ApiClientCore(adapter, null).Get(Probe.Status));
        Assert.Equal("The base URL of the request adapter is not an absolute URL.", error.Message);

        adapter.BaseUrl = "";
        await Assert.ThrowsAsync<InvalidOperationException>(() => new ApiClientCore(adapter, null).Get(Probe.Status));
    }

    [Fact]
    public async Task Bodies_are_read_as_with_an_HttpClient()
    {
        await using StubServer server = await StubServer.StartAsync(async c =>
        {
            c.Response.ContentType = "application/json";
            await c.Response.WriteAsync("[1");
            await c.Response.Body.FlushAsync();
            await c.Response.WriteAsync(",2]");
        });
        using var adapter = new HttpClientRequestAdapter(new AnonymousAuthenticationProvider());
        adapter.BaseUrl = server.BaseAddress.AbsoluteUri;
        var core = new ApiClientCore(adapter, null);

        Assert.Equal([1.0, 2.0], (List<object?>)(await core.Get(Probe.Json)).Value!);
        await Assert.ThrowsAsync<UnexpectedStatusException>(() => core.Get(Probe.Unexpected));
        await Assert.ThrowsAsync<ResponseFormatException>(() => core.Get(Probe.Thing));
    }

    [Fact]
    public async Task Multipart_and_stream_bodies_pass_through_the_adapter()
    {
        var stub = StubHandler.Bytes([9], "application/octet-stream");
        using HttpClientRequestAdapter adapter = Over(stub);
        var request = new ApiRequest(new ApiClientCore(adapter, "https://x.example.com"), "POST", $"/files");
        request.StartMultipart();
        request.MultipartFile("f", new FilePart(new MemoryStream(Encoding.ASCII.GetBytes("content")), "a.txt", "text/plain"));
        request.StreamResponse();

        await using var stream = (Stream)(await request.SendAsync(r => new Probe(r, r.Stream()), default)).Value!;

        Assert.Equal(9, stream.ReadByte());
        Assert.Contains("filename=\"a.txt\"", stub.Body);
        Assert.Contains("content", stub.Body);
        Assert.StartsWith("multipart/form-data; boundary=", stub.Request.Content!.Headers.ContentType!.ToString());
    }

    [Fact]
    public async Task Request_options_of_the_caller_reach_the_handlers()
    {
        var stub = StubHandler.Json("{}");
        using HttpClientRequestAdapter adapter = Over(stub);
        var option = new Option();
        var request = new ApiRequest(new ApiClientCore(adapter, "https://x.example.com"), "GET", $"/things");
        request.Configure<DefaultQueryParameters>(c => c.Options.Add(option));

        await request.SendAsync(Probe.Status, default);

        Assert.True(stub.Request.Options.TryGetValue(new HttpRequestOptionsKey<IRequestOption>(typeof(Option).FullName!), out IRequestOption? seen));
        Assert.Same(option, seen);
    }

    [Fact]
    public async Task An_unsupported_method_is_named_in_the_exception()
    {
        using HttpClientRequestAdapter adapter = Over(StubHandler.Json("{}"));
        NotSupportedException error = await Assert.ThrowsAsync<NotSupportedException>(
            () => new ApiRequest(new ApiClientCore(adapter, "https://x.example.com"), "QUERY", $"/things").SendAsync(Probe.Status, default));
        Assert.Contains("QUERY", error.Message);
    }

    [Fact]
    public async Task Transport_errors_of_the_adapter_pass_through()
    {
        using HttpClientRequestAdapter adapter = Over(new StubHandler(_ => throw new HttpRequestException("down")));
        HttpRequestException error = await Assert.ThrowsAsync<HttpRequestException>(() => new ApiClientCore(adapter, "https://x.example.com").Get(Probe.Status));
        Assert.Equal("down", error.Message);
    }

    [Fact]
    public async Task An_adapter_that_keeps_the_response_is_named_in_the_exception()
    {
        IRequestAdapter adapter = System.Reflection.DispatchProxy.Create<IRequestAdapter, SilentAdapter>();

        InvalidOperationException error = await Assert.ThrowsAsync<InvalidOperationException>(() => new ApiClientCore(adapter, "https://x.example.com").Get(Probe.Status));

        Assert.Contains(adapter.GetType().ToString(), error.Message);
        Assert.Contains("ResponseHandlerOption", error.Message);
    }

    private static HttpClientRequestAdapter Over(StubHandler stub) => new(new AnonymousAuthenticationProvider(), httpClient: new HttpClient(stub));

    private sealed class Option : IRequestOption;

    /// <summary>An adapter that returns nothing and calls no response handler.</summary>
    public class SilentAdapter : System.Reflection.DispatchProxy
    {
        protected override object? Invoke(System.Reflection.MethodInfo? targetMethod, object?[]? args)
            => targetMethod!.ReturnType == typeof(Task<Stream>) ? Task.FromResult<Stream?>(null) : null;
    }
}
