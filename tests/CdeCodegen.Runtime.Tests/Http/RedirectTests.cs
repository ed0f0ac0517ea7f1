using Microsoft.AspNetCore.Http;

namespace CdeCodegen.Runtime.Tests.Http;

/// <summary>Redirects in the runtime's own pipeline: followed where that is safe, without credentials to another origin.</summary>
public class RedirectTests
{
    [Theory]
    [InlineData(301, "GET", "GET")]
    [InlineData(302, "GET", "GET")]
    [InlineData(307, "PATCH", "PATCH")]
    [InlineData(308, "POST", "POST")]
    [InlineData(303, "POST", "GET")]
    public async Task The_same_origin_gets_everything(int status, string method, string expected)
    {
        await using StubServer server = await StubServer.StartAsync(async c =>
        {
            if (c.Request.Path == "/start")
            {
                c.Response.StatusCode = status;
                c.Response.Headers.Location = "end?x=1";
                return;
            }

            using var body = new StreamReader(c.Request.Body);
            await c.Response.WriteAsync($"{c.Request.Method} {c.Request.Path}{c.Request.QueryString} {c.Request.Headers.Authorization} {c.Request.Headers["X-Key"]} {await body.ReadToEndAsync()}");
        });
        var request = new ApiRequest(server.Client(o => o.AccessTokenProvider = new StaticAccessTokenProvider("t")), method, $"/start");
        request.Header("X-Key", "k");
        if (method != "GET")
        {
            JsonWriter w = request.Json("application/json");
            w.String("body");
        }

        Probe result = await request.SendAsync(Probe.Text, default);

        Assert.Equal($"{expected} /end?x=1 Bearer t k {(expected == "GET" ? "" : "\"body\"")}", result.Value);
    }

    [Fact]
    public async Task Another_origin_gets_no_credential_of_any_kind()
    {
        StubServer? self = null;
        await using StubServer server = await StubServer.StartAsync(async c =>
        {
            if (c.Request.Host.Host == "127.0.0.1")
            {
                c.Response.Redirect(new Uri(self!.OtherOrigin, "/end").AbsoluteUri);
                return;
            }

            await c.Response.WriteAsync(string.Join(' ', c.Request.Headers.Select(h => h.Key).Order()));
        });
        self = server;
        var request = new ApiRequest(server.Client(o => o.AccessTokenProvider = new StaticAccessTokenProvider("secret")), "GET", $"/start");
        request.Header("X-Api-Key", "secret");
        request.Cookie("session", "secret");

        Probe result = await request.SendAsync(Probe.Text, default);

        Assert.Equal("Accept Accept-Encoding Host User-Agent", result.Value);
    }

    [Fact]
    public async Task Another_port_is_another_origin()
    {
        await using StubServer other = await StubServer.StartAsync(async c => await c.Response.WriteAsync("token:" + c.Request.Headers.Authorization));
        await using StubServer server = await StubServer.StartAsync(c =>
        {
            c.Response.Redirect(other.BaseAddress.AbsoluteUri);
            return Task.CompletedTask;
        });

        Probe result = await server.Client(o => o.AccessTokenProvider = new StaticAccessTokenProvider("secret")).Get(Probe.Text);

        Assert.Equal("token:", result.Value);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("ftp://127.0.0.1/file")]
    [InlineData("file:///etc/passwd")]
    public async Task What_is_not_followed_surfaces_with_its_status(string? location)
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
    public async Task A_body_that_cannot_be_sent_again_is_not()
    {
        await using StubServer server = await StubServer.StartAsync(async c =>
        {
            await c.Request.Body.CopyToAsync(Stream.Null);
            c.Response.StatusCode = 307;
            c.Response.Headers.Location = "/end";
        });
        await using var pipe = new System.IO.Compression.GZipStream(new MemoryStream(), System.IO.Compression.CompressionMode.Decompress);
        var request = new ApiRequest(server.Client(), "POST", $"/start");
        request.Binary(pipe, "application/octet-stream");

        Assert.Equal(307, (await request.SendAsync(Probe.Status, default)).StatusCode);
    }
}
