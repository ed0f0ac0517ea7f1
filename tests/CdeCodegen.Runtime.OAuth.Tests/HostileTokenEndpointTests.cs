using System.Net;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace CdeCodegen.Runtime.OAuth.Tests;

/// <summary>Token endpoints that respond with malformed, oversized, slow, leaking and redirecting responses.</summary>
public sealed class HostileTokenEndpointTests
{
    private const string Secret = "s3cret/+value";
    private const string Token = """{"access_token":"token","token_type":"Bearer","expires_in":60}""";

    private static readonly Uri s_apiAddress = new("https://api.example/");

    [Theory]
    [InlineData("[1]")]
    [InlineData("\"text\"")]
    [InlineData("1")]
    [InlineData("null")]
    [InlineData("")]
    [InlineData("""{"access_token":["token"],"token_type":"Bearer"}""")]
    [InlineData("""{"access_token":"\ud800","token_type":"Bearer"}""")]
    [InlineData("""{"access_token":"","token_type":"Bearer"}""")]
    public async Task A_response_that_is_not_a_token_object_throws(string body)
    {
        OAuthException refused = await RequestAsync(new StubHandler(200, body));

        Assert.Equal(200, refused.StatusCode);
    }

    [Fact]
    public async Task Deeply_nested_json_throws()
    {
        OAuthException refused = await RequestAsync(new StubHandler(200, new string('[', 100_000)));

        Assert.IsAssignableFrom<JsonException>(refused.InnerException);
    }

    [Fact]
    public async Task An_unknown_charset_does_not_hide_the_token()
    {
        using ClientCredentialsTokenProvider tokens = CreateProvider(
            new HttpClient(StubHandler.Bytes(Encoding.UTF8.GetBytes(Token), "application/json; charset=utf-7")));

        Assert.Equal("token", await tokens.GetAuthorizationTokenAsync(s_apiAddress));
    }

    [Fact]
    public async Task A_response_of_more_than_one_megabyte_is_not_read_to_its_end()
    {
        var endless = new EndlessStream();

        OAuthException refused = await RequestAsync(new StubHandler(_ => new HttpResponseMessage(HttpStatusCode.OK) { Content = new StreamContent(endless) }));

        Assert.Contains("1 MB", refused.Message, StringComparison.Ordinal);
        Assert.InRange(endless.BytesRead, 1024 * 1024, 2 * 1024 * 1024);
    }

    [Fact]
    public async Task A_response_that_stalls_within_its_body_ends_at_the_deadline()
    {
        await using StubServer server = await StubServer.StartAsync(static async context =>
        {
            context.Response.ContentType = "application/json";
            while (!context.RequestAborted.IsCancellationRequested)
            {
                await context.Response.WriteAsync(" ");
                await context.Response.Body.FlushAsync();
                await Task.Delay(20);
            }
        });
        using var http = new HttpClient();
        using ClientCredentialsTokenProvider tokens = CreateProvider(http, server.BaseAddress, requestTimeout: TimeSpan.FromMilliseconds(500));

        TaskCanceledException late = await Assert.ThrowsAsync<TaskCanceledException>(() => tokens.GetAuthorizationTokenAsync(s_apiAddress));

        Assert.IsType<TimeoutException>(late.InnerException);
    }

    [Fact]
    public async Task A_connection_that_closes_within_the_body_is_a_transport_error()
    {
        await using StubServer server = await StubServer.StartAsync(static async context =>
        {
            context.Response.ContentLength = 1000;
            await context.Response.WriteAsync("{");
            await context.Response.Body.FlushAsync();
            context.Abort();
        });
        using var http = new HttpClient();
        using ClientCredentialsTokenProvider tokens = CreateProvider(http, server.BaseAddress);

        await Assert.ThrowsAsync<HttpRequestException>(() => tokens.GetAuthorizationTokenAsync(s_apiAddress));
    }

    [Theory]
    [InlineData("error")]
    [InlineData("error_description")]
    [InlineData("token_type")]
    public async Task Text_of_the_server_is_shortened_and_cleaned(string member)
    {
        string basic = Convert.ToBase64String(Encoding.UTF8.GetBytes($"client:{Uri.EscapeDataString(Secret)}"));
        string text = $"wrong {Secret} or {Uri.EscapeDataString(Secret)} or {basic}\r\n\u001b[31m\u202eforged log entry" + new string('x', 100_000);
        var body = new Dictionary<string, string> { [member] = text };
        if (member == "error_description")
        {
            body["error"] = "invalid_client";
        }
        else if (member == "token_type")
        {
            body["access_token"] = "token";
        }

        OAuthException refused = await RequestAsync(new StubHandler(member == "token_type" ? 200 : 401, JsonSerializer.Serialize(body)));

        string everything = refused + refused.Error + refused.ErrorDescription;
        Assert.DoesNotContain(Secret, everything, StringComparison.Ordinal);
        Assert.DoesNotContain(Uri.EscapeDataString(Secret), everything, StringComparison.Ordinal);
        Assert.DoesNotContain(basic, everything, StringComparison.Ordinal);
        Assert.DoesNotContain(refused.Message, static c => char.IsControl(c) || c == '\u202e');
        Assert.InRange(refused.Message.Length, 1, 700);
        Assert.Contains("forged log entry", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Errors_in_every_member_throw()
    {
        string[] members = ["access_token", "token_type", "expires_in", "refresh_token", "scope", "error", "error_description", "error_uri"];
        string[] values = ["null", "true", "1", "-1", "1e999", "\"\"", "\"\\u0000\"", "[]", "{}", "[[\"a\"]]", "\"\\udc00\""];
        foreach (string member in members)
        {
            foreach (string value in values)
            {
                foreach (int status in new[] { 200, 400, 401, 500 })
                {
                    using ClientCredentialsTokenProvider tokens = CreateProvider(
                        new HttpClient(new StubHandler(status, $$"""{"access_token":"token","token_type":"Bearer","{{member}}":{{value}}}""")));
                    try
                    {
                        Assert.NotEmpty(await tokens.GetAuthorizationTokenAsync(s_apiAddress));
                    }
                    catch (OAuthException)
                    {
                    }
                }
            }
        }
    }

    [Theory]
    [InlineData(307, OAuthClientAuthentication.RequestBody)]
    [InlineData(308, OAuthClientAuthentication.RequestBody)]
    [InlineData(307, OAuthClientAuthentication.BasicHeader)]
    [InlineData(302, OAuthClientAuthentication.RequestBody)]
    [InlineData(303, OAuthClientAuthentication.BasicHeader)]
    public async Task A_redirect_to_another_origin_receives_no_secret_and_gives_no_token(int status, OAuthClientAuthentication authentication)
    {
        await using StubServer stranger = await StubServer.StartAsync(static context => StubServer.WriteAsync(context, 200, Token), readsBody: true);
        await using StubServer server = await StubServer.StartAsync(context =>
        {
            context.Response.StatusCode = status;
            context.Response.Headers.Location = stranger.BaseAddress.AbsoluteUri;
            return Task.CompletedTask;
        });
        using var http = new HttpClient();
        using ClientCredentialsTokenProvider tokens = CreateProvider(http, server.BaseAddress, authentication);

        OAuthException refused = await Assert.ThrowsAsync<OAuthException>(() => tokens.GetAuthorizationTokenAsync(s_apiAddress));

        Assert.Contains("another origin", refused.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(Secret, refused.ToString(), StringComparison.Ordinal);
        foreach (StubRequest request in stranger.Requests)
        {
            Assert.Empty(request.Body);
            Assert.False(request.Headers.ContainsKey("Authorization"));
        }
    }

    [Fact]
    public async Task The_shared_client_follows_no_redirect()
    {
        await using StubServer stranger = await StubServer.StartAsync(200, Token);
        await using StubServer server = await StubServer.StartAsync(context =>
        {
            context.Response.StatusCode = 307;
            context.Response.Headers.Location = stranger.BaseAddress.AbsoluteUri;
            return Task.CompletedTask;
        });
        using ClientCredentialsTokenProvider tokens = CreateProvider(null, server.BaseAddress);

        OAuthException refused = await Assert.ThrowsAsync<OAuthException>(() => tokens.GetAuthorizationTokenAsync(s_apiAddress));

        Assert.Equal(307, refused.StatusCode);
        Assert.Empty(stranger.Requests);
    }

    [Fact]
    public async Task A_given_client_may_follow_a_redirect_within_the_origin()
    {
        await using StubServer server = await StubServer.StartAsync(
            static async context =>
            {
                if (context.Request.Path == "/token")
                {
                    await StubServer.WriteAsync(context, 200, Token);
                    return;
                }

                context.Response.StatusCode = 307;
                context.Response.Headers.Location = "/token";
            },
            readsBody: true);
        using var http = new HttpClient();
        using ClientCredentialsTokenProvider tokens = CreateProvider(http, server.BaseAddress, OAuthClientAuthentication.RequestBody);

        Assert.Equal("token", await tokens.GetAuthorizationTokenAsync(s_apiAddress));
    }

    [Fact]
    public async Task A_response_of_another_origin_is_refused_whichever_handler_followed_the_redirect()
    {
        OAuthException refused = await RequestAsync(new RedirectingHandler());

        Assert.Contains("https://stranger.example", refused.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("secret=1", refused.Message, StringComparison.Ordinal);
    }

    private static async Task<OAuthException> RequestAsync(HttpMessageHandler handler)
    {
        using var http = new HttpClient(handler);
        using ClientCredentialsTokenProvider tokens = CreateProvider(http);
        return await Assert.ThrowsAsync<OAuthException>(() => tokens.GetAuthorizationTokenAsync(s_apiAddress));
    }

    private static ClientCredentialsTokenProvider CreateProvider(
        HttpClient? http,
        Uri? endpoint = null,
        OAuthClientAuthentication authentication = default,
        TimeSpan? requestTimeout = null) => new(new OAuthClientOptions
        {
            TokenEndpoint = endpoint ?? new Uri("https://login.example/token"),
            ClientId = "client",
            ClientSecret = Secret,
            ClientAuthentication = authentication,
            HttpClient = http,
            RequestTimeout = requestTimeout ?? TimeSpan.FromSeconds(30),
        });

    /// <summary>A handler that follows redirects with a request of its own, as resilience handlers do.</summary>
    private sealed class RedirectingHandler : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            HttpResponseMessage response = StubHandler.Response(Encoding.UTF8.GetBytes(Token), "application/json");
            response.RequestMessage = new HttpRequestMessage(HttpMethod.Post, "https://stranger.example/token?secret=1");
            return Task.FromResult(response);
        }
    }

    /// <summary>A body without an end.</summary>
    private sealed class EndlessStream : Stream
    {
        public long BytesRead { get; private set; }

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position
        {
            get => throw new NotSupportedException();
            set => throw new NotSupportedException();
        }

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override int Read(byte[] buffer, int offset, int count)
        {
            BytesRead += count;
            return count;
        }
    }
}
