using Microsoft.AspNetCore.Http;

namespace CdeCodegen.Runtime.Tests.Http;

/// <summary>Redirects in the default pipeline: followed only for requests that change nothing, and only within the origin.</summary>
public class RedirectTests
{
    [Theory]
    [InlineData(301)]
    [InlineData(302)]
    [InlineData(303)]
    [InlineData(307)]
    [InlineData(308)]
    public async Task A_GET_follows_a_redirect_within_the_origin_with_its_headers(int status)
    {
        await using StubServer server = await StubServer.StartAsync(async c =>
        {
            if (c.Request.Path == "/start")
            {
                c.Response.StatusCode = status;
                c.Response.Headers.Location = "end?x=1";
                return;
            }

            HttpRequest request = c.Request;
            await c.Response.WriteAsync($"{request.Method} {request.Path}{request.QueryString} {request.Headers.Authorization} {request.Headers["X-Key"]}");
        });
        var request = new ApiRequest(server.Client(o => o.AccessTokenProvider = new StaticAccessTokenProvider("t")), "GET", $"/start");
        request.Header("X-Key", "k");

        Probe result = await request.SendAsync(Probe.Text, default);

        Assert.Equal("GET /end?x=1 Bearer t k", result.Value);
    }

    [Theory]
    [InlineData(301, "POST")]
    [InlineData(302, "PATCH")]
    [InlineData(303, "PATCH")]
    [InlineData(307, "PATCH")]
    [InlineData(308, "DELETE")]
    [InlineData(307, "PUT")]
    public async Task A_redirected_request_that_changes_something_is_sent_once(int status, string method)
    {
        int count = 0;
        await using StubServer server = await StubServer.StartAsync(c =>
        {
            count++;
            c.Response.StatusCode = status;
            c.Response.Headers.Location = "/end";
            return Task.CompletedTask;
        });

        Probe result = await new ApiRequest(server.Client(), method, $"/start").SendAsync(Probe.Status, default);

        Assert.Equal(status, result.StatusCode);
        Assert.Equal("/end", result.Headers.GetValue("Location"));
        Assert.Equal(1, count);
    }

    [Fact]
    public async Task A_redirect_to_another_host_name_is_not_followed()
    {
        StubServer? self = null;
        int count = 0;
        await using StubServer server = await StubServer.StartAsync(c =>
        {
            count++;
            c.Response.Redirect(new Uri(self!.OtherOrigin, "/end").AbsoluteUri);
            return Task.CompletedTask;
        });
        self = server;

        Assert.Equal(302, (await server.Client().Get(Probe.Status)).StatusCode);
        Assert.Equal(1, count);
    }

    [Fact]
    public async Task A_redirect_to_another_port_is_not_followed()
    {
        bool isReached = false;
        await using StubServer other = await StubServer.StartAsync(c =>
        {
            isReached = true;
            return Task.CompletedTask;
        });
        await using StubServer server = await StubServer.StartAsync(c =>
        {
            c.Response.Redirect(other.BaseAddress.AbsoluteUri);
            return Task.CompletedTask;
        });

        Probe result = await server.Client(o => o.AccessTokenProvider = new StaticAccessTokenProvider("secret")).Get(Probe.Status);

        Assert.Equal(302, result.StatusCode);
        Assert.False(isReached);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("ftp://127.0.0.1/file")]
    [InlineData("file:///etc/passwd")]
    [InlineData("//")]
    [InlineData("http://")]
    [InlineData("https:///x")]
    public async Task A_redirect_without_a_usable_location_surfaces_with_its_status(string? location)
    {
        await using StubServer server = await StubServer.StartAsync(c =>
        {
            c.Response.StatusCode = 302;
            c.Response.Headers.Location = location;
            return Task.CompletedTask;
        });

        Assert.Equal(302, (await server.Client().Get(Probe.Status)).StatusCode);
    }

    [Fact]
    public async Task The_response_with_the_redirect_is_disposed()
    {
        HttpContent? first = null;
        var stub = new StubHandler(request =>
        {
            bool isFirst = request.RequestUri!.AbsolutePath == "/start";
            HttpResponseMessage response = StubHandler.Response([1], null, isFirst ? System.Net.HttpStatusCode.Found : System.Net.HttpStatusCode.OK, ("Location", "/end"));
            first ??= response.Content;
            return response;
        });
        using var http = new HttpClient(new SameOriginRedirectHandler { InnerHandler = stub });

        Assert.Equal([1], await http.GetByteArrayAsync("https://x/start"));
        await Assert.ThrowsAsync<ObjectDisposedException>(() => first!.ReadAsByteArrayAsync());
    }

    [Fact]
    public async Task A_redirect_loop_surfaces_with_its_status()
    {
        int count = 0;
        await using StubServer server = await StubServer.StartAsync(c =>
        {
            count++;
            c.Response.Redirect("/things");
            return Task.CompletedTask;
        });

        Assert.Equal(302, (await server.Client().Get(Probe.Status)).StatusCode);
        Assert.Equal(11, count);
    }
}
