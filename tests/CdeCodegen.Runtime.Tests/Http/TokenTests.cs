using Microsoft.Kiota.Abstractions.Authentication;

namespace CdeCodegen.Runtime.Tests.Http;

/// <summary>Which requests carry the access token.</summary>
public class TokenTests
{
    [Fact]
    public async Task The_current_token_is_sent()
    {
        var tokens = new Tokens("t-1", "api.example.com");
        var stub = StubHandler.Json("{}");
        ApiClientCore core = TestApi.Over(stub, o => o.AccessTokenProvider = tokens);

        await core.Get(Probe.Status);
        Assert.Equal("Bearer t-1", stub.Request.Headers.Authorization!.ToString());
        Assert.Equal("https://api.example.com/v1/things", tokens.AskedFor!.AbsoluteUri);

        tokens.Token = "t-2";
        await core.Get(Probe.Status);
        Assert.Equal("Bearer t-2", stub.Request.Headers.Authorization!.ToString());
    }

    [Fact]
    public async Task An_asynchronous_token_is_awaited()
    {
        var stub = StubHandler.Json("{}");

        await TestApi.Over(stub, o => o.AccessTokenProvider = new Tokens("late") { IsLate = true }).Get(Probe.Status);

        Assert.Equal("Bearer late", stub.Request.Headers.Authorization!.ToString());
    }

    [Fact]
    public async Task A_host_that_is_not_allowed_receives_no_token()
    {
        var tokens = new Tokens("secret", "other.example.com");
        var stub = StubHandler.Json("{}");

        await TestApi.Over(stub, o => o.AccessTokenProvider = tokens).Get(Probe.Status);

        Assert.Null(stub.Request.Headers.Authorization);
        Assert.Null(tokens.AskedFor);
    }

    [Fact]
    public async Task A_token_is_sent_over_plain_http_to_loopback_addresses_only()
    {
        var tokens = new Tokens("secret");
        var stub = StubHandler.Json("{}");

        InvalidOperationException error = await Assert.ThrowsAsync<InvalidOperationException>(
            () => TestApi.Over(stub, o => (o.AccessTokenProvider, o.BaseUrl) = (tokens, new Uri("http://api.example.com"))).Get(Probe.Status));
        Assert.Contains("api.example.com", error.Message);
        Assert.Empty(stub.Requests);
        Assert.Null(tokens.AskedFor);

        foreach (string local in new[] { "http://localhost:5000", "http://127.0.0.1", "http://[::1]" })
        {
            await TestApi.Over(stub, o => (o.AccessTokenProvider, o.BaseUrl) = (tokens, new Uri(local))).Get(Probe.Status);
            Assert.NotNull(stub.Request.Headers.Authorization);
        }
    }

    [Fact]
    public async Task Anonymous_operations_and_requests_with_an_Authorization_header_get_no_token()
    {
        var anonymous = StubHandler.Json("{}");
        await new ApiRequest(TestApi.Over(anonymous, o => o.AccessTokenProvider = new Tokens("t")), "GET", $"/things").SendAsync(Probe.Status, default, security: -1);
        Assert.Null(anonymous.Request.Headers.Authorization);

        StubHandler own = await TestApi.Sent((ref ApiRequest r) => r.Header("Authorization", "Basic own"), configure: o => o.AccessTokenProvider = new Tokens("t"));
        Assert.Equal("Basic own", own.Request.Headers.Authorization!.ToString());
    }

    [Fact]
    public async Task An_empty_token_sends_no_header()
    {
        StubHandler stub = await TestApi.Sent((ref ApiRequest _) => { }, configure: o => o.AccessTokenProvider = new Tokens(""));
        Assert.Null(stub.Request.Headers.Authorization);
    }

    [Theory]
    [InlineData("secret\r\nX-Evil: 1")]
    [InlineData("secret two")]
    [InlineData("secretü")]
    public async Task An_invalid_token_throws_without_printing_it(string token)
    {
        InvalidOperationException error = await Assert.ThrowsAsync<InvalidOperationException>(
            () => TestApi.Sent((ref ApiRequest _) => { }, configure: o => o.AccessTokenProvider = new Tokens(token)));
        Assert.DoesNotContain("secret", error.ToString());
        Assert.Contains("which cannot be sent in a header", error.Message);
    }

    [Fact]
    public async Task Exceptions_of_the_provider_pass_through()
    {
        TimeZoneNotFoundException error = await Assert.ThrowsAsync<TimeZoneNotFoundException>(
            () => TestApi.Sent((ref ApiRequest _) => { }, configure: o => o.AccessTokenProvider = new Tokens(null!)));
        Assert.Equal("no token", error.Message);
    }

    [Fact]
    public async Task A_static_token_is_sent_to_its_hosts_only()
    {
        var tokens = new StaticAccessTokenProvider("secret", "api.example.com");

        Assert.Equal("secret", await tokens.GetAuthorizationTokenAsync(new Uri("https://api.example.com/x")));
        Assert.Equal("", await tokens.GetAuthorizationTokenAsync(new Uri("https://evil.example.com/x")));
        Assert.Equal("secret", await new StaticAccessTokenProvider("secret").GetAuthorizationTokenAsync(new Uri("https://any.example.com")));
        Assert.DoesNotContain("secret", tokens.ToString());
        Assert.Throws<ArgumentException>(() => new StaticAccessTokenProvider(""));
    }

    private sealed class Tokens(string token, params string[] hosts) : IAccessTokenProvider
    {
        public string Token { get; set; } = token;

        public bool IsLate { get; init; }

        public Uri? AskedFor { get; private set; }

        public AllowedHostsValidator AllowedHostsValidator { get; } = new(hosts);

        public async Task<string> GetAuthorizationTokenAsync(
            Uri uri, Dictionary<string, object>? additionalAuthenticationContext = null, CancellationToken cancellationToken = default)
        {
            AskedFor = uri;
            if (IsLate)
            {
                await Task.Yield();
            }

            return Token ?? throw new TimeZoneNotFoundException("no token");
        }
    }
}
