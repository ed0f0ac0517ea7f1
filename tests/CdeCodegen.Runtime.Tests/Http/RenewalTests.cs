using System.Net;
using Microsoft.Kiota.Abstractions;
using Microsoft.Kiota.Abstractions.Authentication;

namespace CdeCodegen.Runtime.Tests.Http;

/// <summary>What happens after the server refused the access token of a call with 401.</summary>
public class RenewalTests
{
    [Fact]
    public async Task The_request_is_sent_again_as_it_was_with_the_new_token()
    {
        var tokens = new Tokens("old") { Renewed = "new" };
        var stub = new StubHandler(Accepting("new"));
        var option = new Option();
        var request = new ApiRequest(TestApi.Over(stub, o => o.AccessTokenProvider = tokens), "PUT", $"/things/{"a/b"}");
        request.Header("X-Key", "k");
        request.Configure<DefaultQueryParameters>(c => c.Options.Add(option));
        JsonWriter w = request.Json("application/json");
        w.String("body");

        Probe result = await request.SendAsync(Probe.Status, default);

        Assert.Equal(200, result.StatusCode);
        Assert.Equal("old", Assert.Single(tokens.Refused));
        Assert.Equal(["\"body\"", "\"body\""], stub.Bodies.Select(System.Text.Encoding.UTF8.GetString));
        Assert.Equal(["Bearer old", "Bearer new"], stub.Requests.Select(r => Assert.Single(r.Headers.GetValues("Authorization"))));
        HttpRequestMessage first = stub.Requests[0];
        HttpRequestMessage second = stub.Requests[1];
        Assert.NotSame(first, second);
        Assert.Equal("PUT", second.Method.Method);
        Assert.Equal("https://api.example.com/v1/things/a%2Fb", second.RequestUri!.AbsoluteUri);
        Assert.Equal("k", Assert.Single(second.Headers.GetValues("X-Key")));
        Assert.Equal("application/json", second.Headers.Accept.ToString());
        Assert.True(second.Options.TryGetValue(new HttpRequestOptionsKey<IRequestOption>(typeof(Option).FullName!), out IRequestOption? seen));
        Assert.Same(option, seen);
    }

    [Fact]
    public async Task The_request_is_sent_again_in_its_HTTP_version()
    {
        var stub = new StubHandler(Accepting("new"));
        var http = new HttpClient(stub) { DefaultRequestVersion = HttpVersion.Version20, DefaultVersionPolicy = HttpVersionPolicy.RequestVersionExact };

        await TestApi.Over(stub, o => (o.HttpClient, o.AccessTokenProvider) = (http, new Tokens("old") { Renewed = "new" })).Get(Probe.Status);

        Assert.Equal(2, stub.Requests.Count);
        Assert.Equal(HttpVersion.Version20, stub.Request.Version);
        Assert.Equal(HttpVersionPolicy.RequestVersionExact, stub.Request.VersionPolicy);
    }

    [Theory]
    [InlineData("GET", false, 2)]
    [InlineData("DELETE", false, 2)]
    [InlineData("POST", false, 1)]
    [InlineData("PATCH", false, 1)]
    [InlineData("PATCH", true, 2)]
    public async Task Only_a_request_that_may_be_sent_twice_is_sent_again(string method, bool retryNonIdempotent, int expected)
    {
        var tokens = new Tokens("old") { Renewed = "new" };
        var stub = new StubHandler(Accepting("new"));
        ApiClientCore core = TestApi.Over(stub, o => (o.AccessTokenProvider, o.RetryNonIdempotent) = (tokens, retryNonIdempotent));

        Probe result = await new ApiRequest(core, method, $"/things").SendAsync(Probe.Status, default);

        Assert.Equal(expected, stub.Requests.Count);
        Assert.Equal(expected == 2 ? 200 : 401, result.StatusCode);

        // The token is renewed in any case, so that the next call is accepted at once.
        stub.Requests.Clear();
        Assert.Equal(200, (await core.Get(Probe.Status)).StatusCode);
        Assert.Single(stub.Requests);
    }

    [Fact]
    public async Task A_body_that_is_read_once_is_not_sent_again()
    {
        var stub = new StubHandler(Accepting("new"));
        var request = new ApiRequest(TestApi.Over(stub, o => o.AccessTokenProvider = new Tokens("old") { Renewed = "new" }), "PUT", $"/things");
        request.Items(ItemTests.Items("1"), "application/jsonl", static (w, item) => w.String(item));

        Assert.Equal(401, (await request.SendAsync(Probe.Status, default)).StatusCode);
        Assert.Single(stub.Requests);
    }

    [Fact]
    public async Task Without_credentials_a_refusal_is_the_result()
    {
        Assert.Equal(401, (await TestApi.Over(new StubHandler(Accepting("any"))).Get(Probe.Status)).StatusCode);
        Assert.Equal(401, (await new ApiClientCore(new StubHandler(Accepting("any")).Client(), TestApi.BaseUrl).Get(Probe.Status)).StatusCode);
    }

    [Theory]
    [InlineData("old")]
    [InlineData("")]
    [InlineData(null)]
    [InlineData("not a token")]
    public async Task Without_another_token_the_refusal_is_the_result(string? renewed)
    {
        var tokens = new Tokens("old") { Renewed = renewed };
        var stub = new StubHandler(Accepting("new"));

        Probe result = await TestApi.Over(stub, o => o.AccessTokenProvider = tokens).Get(Probe.Status);

        Assert.Equal(401, result.StatusCode);
        Assert.Single(stub.Requests);
        Assert.Equal("old", Assert.Single(tokens.Refused));
    }

    [Fact]
    public async Task Cancellation_ends_a_renewal()
    {
        using var cancellation = new CancellationTokenSource();
        var tokens = new Tokens("old")
        {
            OnRenewal = token =>
            {
                cancellation.Cancel();
                token.ThrowIfCancellationRequested();
            },
        };
        var stub = new StubHandler(Accepting("new"));

        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => TestApi.Over(stub, o => o.AccessTokenProvider = tokens).Get(Probe.Status, cancellation.Token));
    }

    [Fact]
    public async Task A_renewed_token_that_is_refused_as_well_is_not_renewed_again()
    {
        var tokens = new Tokens("old") { Renewed = "also-refused" };
        var stub = new StubHandler(Accepting("good"));
        ApiClientCore core = TestApi.Over(stub, o => o.AccessTokenProvider = tokens);

        Assert.Equal(401, (await core.Get(Probe.Status)).StatusCode);
        Assert.Equal(2, stub.Requests.Count);
        Assert.Equal(401, (await core.Get(Probe.Status)).StatusCode);
        Assert.Equal(3, stub.Requests.Count);
        Assert.Equal(["old"], tokens.Refused);

        // Any other token may be renewed.
        tokens.Token = "third";
        tokens.Renewed = "good";
        Assert.Equal(200, (await core.Get(Probe.Status)).StatusCode);
        Assert.Equal(["old", "third"], tokens.Refused);
        Assert.Equal(5, stub.Requests.Count);
    }

    [Fact]
    public async Task An_Authorization_header_of_the_caller_is_not_renewed()
    {
        var tokens = new Tokens("old") { Renewed = "new" };
        var stub = new StubHandler(Accepting("new"));
        ApiClientCore core = TestApi.Over(stub, o => o.AccessTokenProvider = tokens);
        foreach (string? before in new[] { null, "old" })
        {
            if (before is not null)
            {
                // From here on the provider's own token is known, and the caller's still is not one of its tokens.
                await core.Get(Probe.Status);
                tokens.Refused.Clear();
            }

            var request = new ApiRequest(core, "GET", $"/things");
            request.Header("Authorization", "Bearer own");

            Assert.Equal(401, (await request.SendAsync(Probe.Status, default)).StatusCode);
            Assert.Empty(tokens.Refused);
        }
    }

    [Fact]
    public async Task A_call_that_was_sent_with_the_token_before_is_renewed_as_well()
    {
        var tokens = new Tokens("first");
        var sent = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var answer = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var handler = new Handler(async request =>
        {
            string token = request.Headers.Authorization!.Parameter!;
            if (token == "first")
            {
                sent.SetResult();
                await answer.Task;
            }

            return Accepting("second")(request);
        });
        ApiClientCore core = TestApi.Over(handler, o => o.AccessTokenProvider = tokens);

        Task<Probe> late = core.Get(Probe.Status);
        await sent.Task;
        tokens.Token = "second";
        Assert.Equal(200, (await core.Get(Probe.Status)).StatusCode);
        tokens.Renewed = "second";
        answer.SetResult();

        Assert.Equal(200, (await late).StatusCode);
        Assert.Equal(["first"], tokens.Refused);
    }

    [Fact]
    public async Task A_request_with_several_credentials_keeps_the_others()
    {
        var stub = new StubHandler(Accepting("new"));
        var options = new KeyAndToken { HttpClient = stub.Client(), BaseUrl = new Uri(TestApi.BaseUrl), AccessTokenProvider = new Tokens("old") { Renewed = "new" } };
        var core = new ApiClientCore(options, null, new ApiSecurity(["header X-Key", "bearer"], ["0+1", "0"]));

        Assert.Equal(200, (await core.Get(Probe.Status)).StatusCode);
        Assert.Equal("k", Assert.Single(stub.Request.Headers.GetValues("X-Key")));

        // A key cannot be renewed.
        stub.Requests.Clear();
        Assert.Equal(401, (await new ApiRequest(core, "GET", $"/things").SendAsync(Probe.Status, default, security: 1)).StatusCode);
        Assert.Equal(401, (await new ApiRequest(core, "GET", $"/things").SendAsync(Probe.Status, default, security: -1)).StatusCode);
        Assert.Equal(2, stub.Requests.Count);
    }

    private static Func<HttpRequestMessage, HttpResponseMessage> Accepting(string token) => request => StubHandler.Response(
        "{}"u8.ToArray(), "application/json", request.Headers.Authorization?.ToString() == "Bearer " + token ? HttpStatusCode.OK : HttpStatusCode.Unauthorized);

    private sealed class Handler(Func<HttpRequestMessage, Task<HttpResponseMessage>> answer) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) => answer(request);
    }

    private sealed class Option : IRequestOption;

    private sealed class KeyAndToken : ApiClientOptions
    {
        protected override object? GetCredential(int scheme) => scheme == 0 ? new ApiKeyCredential("k") : null;
    }

    private sealed class Tokens(string token) : IAccessTokenProvider
    {
        public string Token { get; set; } = token;

        /// <summary>The token after a refusal. Null throws.</summary>
        public string? Renewed { get; set; }

        public Action<CancellationToken>? OnRenewal { get; init; }

        /// <summary>The refused tokens that the provider was told of.</summary>
        public List<string> Refused { get; } = [];

        public AllowedHostsValidator AllowedHostsValidator { get; } = new();

        public Task<string> GetAuthorizationTokenAsync(
            Uri uri, Dictionary<string, object>? additionalAuthenticationContext = null, CancellationToken cancellationToken = default)
        {
            if (additionalAuthenticationContext is null)
            {
                return Task.FromResult(Token);
            }

            Refused.Add((string)additionalAuthenticationContext["RefusedAccessToken"]);
            OnRenewal?.Invoke(cancellationToken);
            Token = Renewed ?? throw new TimeZoneNotFoundException("no token");
            return Task.FromResult(Token);
        }
    }
}
