using System.Diagnostics;

namespace CdeCodegen.Runtime.Tests;

/// <summary>Where credentials go, and that nothing prints them. Scenarios of the generator's tests show what each kind of scheme sends.</summary>
public sealed class CredentialTests
{
    private static readonly ApiSecurity s_security = new(["header X-Key", "query key", "cookie sid", "basic", "http"], ["0", "1", "2", "3", "4", "0+1+2+3"]);

    [Fact]
    public async Task A_redirect_to_another_origin_takes_no_key_along()
    {
        await using StubServer other = await StubServer.StartAsync(200, "{}");
        await using StubServer server = await StubServer.StartAsync(context =>
        {
            context.Response.Redirect(other.BaseAddress + "things");
            return Task.CompletedTask;
        });
        var core = new ApiClientCore(new Options { BaseUrl = server.BaseAddress }, null, s_security);

        Assert.Equal(302, (await Send(core, 5)).StatusCode);
        Assert.Empty(other.Requests);
        Assert.Equal("secret", Assert.Single(server.Requests).Headers["X-Key"]);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public async Task A_credential_goes_to_its_hosts_and_over_https_only(int requirement)
    {
        var elsewhere = StubHandler.Json("{}");
        await Send(Core(elsewhere, "https://other.example", allowedHosts: "api.example.com"), requirement == 4 ? 0 : requirement);
        Assert.Equal("Accept", Assert.Single(elsewhere.Request.Headers).Key);
        Assert.Empty(elsewhere.Request.RequestUri!.Query);

        var plain = StubHandler.Json("{}");
        InvalidOperationException error = await Assert.ThrowsAsync<InvalidOperationException>(() => Send(Core(plain, "http://api.example.com"), requirement));
        Assert.Empty(plain.Requests);
        AssertNoSecret(error.ToString());
    }

    [Fact]
    public async Task No_activity_and_no_failure_shows_a_credential()
    {
        var seen = new System.Collections.Concurrent.ConcurrentQueue<string>();
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == "CdeCodegen.Runtime",
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = activity => seen.Enqueue(activity.DisplayName + string.Join(' ', activity.TagObjects)),
        };
        ActivitySource.AddActivityListener(listener);
        var broken = new StubHandler(_ => throw new HttpRequestException("connection lost"));

        Exception error = await Assert.ThrowsAnyAsync<HttpRequestException>(() => Send(Core(broken), 5));

        AssertNoSecret(error.ToString());
        Assert.NotEmpty(seen);
        Assert.All(seen, AssertNoSecret);
        Assert.Contains("secret", broken.Request.RequestUri!.Query);
    }

    [Theory]
    [InlineData("secret\r\nX-Evil: 1")]
    [InlineData("secret\u0000")]
    public async Task A_key_that_no_header_can_hold_throws_without_printing_it(string key)
    {
        var stub = StubHandler.Json("{}");
        var core = new ApiClientCore(new Options { HttpClient = new HttpClient(stub), BaseUrl = new Uri(TestApi.BaseUrl), Key = key }, null, s_security);

        InvalidOperationException error = await Assert.ThrowsAsync<InvalidOperationException>(() => Send(core, 0));

        AssertNoSecret(error.ToString());
        await Send(core, 1);
        await Send(core, 2);
        Assert.DoesNotContain('\n', stub.Request.Headers.GetValues("Cookie").Single());
    }

    [Fact]
    public void Credentials_check_their_arguments_and_print_nothing()
    {
        Assert.Throws<ArgumentException>(() => new ApiKeyCredential(""));
        Assert.Throws<ArgumentException>(() => new BasicCredential("user:secret", "p"));
        Assert.Throws<ArgumentNullException>(() => new ApiKeyCredential((Func<CancellationToken, ValueTask<string>>)null!));
        AssertNoSecret(new ApiKeyCredential("secret").ToString()!);
        AssertNoSecret(new BasicCredential("secret", "secret").ToString()!);
        Assert.Null((ApiKeyCredential?)(string?)null);
    }

    private static void AssertNoSecret(string text) => Assert.DoesNotContain("secret", text, StringComparison.OrdinalIgnoreCase);

    private static ApiClientCore Core(HttpMessageHandler handler, string baseUrl = TestApi.BaseUrl, params string[] allowedHosts) => new(
        new Options { HttpClient = new HttpClient(handler), BaseUrl = new Uri(baseUrl), AllowedHosts = allowedHosts }, null, s_security);

    private static Task<Probe> Send(ApiClientCore core, int requirement) => new ApiRequest(core, "GET", $"/things").SendAsync(Probe.Status, default, requirement);

    private sealed class Options : ApiClientOptions
    {
        public string Key { get; set; } = "secret";

        public string[] AllowedHosts { get; set; } = [];

        protected override object? GetCredential(int scheme) => scheme switch
        {
            3 => new BasicCredential("secret", "secret", AllowedHosts),
            4 => (Func<HttpRequestMessage, CancellationToken, ValueTask<string>>)((_, _) => new("HMAC secret")),
            _ => new ApiKeyCredential(Key, AllowedHosts),
        };
    }
}
