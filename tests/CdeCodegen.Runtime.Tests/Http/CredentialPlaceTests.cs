using Microsoft.Kiota.Abstractions.Authentication;

namespace CdeCodegen.Runtime.Tests.Http;

/// <summary>Where each kind of credential stands in a request, and which of several requirements is met.</summary>
public class CredentialPlaceTests
{
    private static readonly string[] s_schemes = ["header X-Key", "query api key", "cookie sid", "basic", "http", "bearer"];

    [Theory]
    [InlineData("/things", "/things?api%20key=a%26b")]
    [InlineData("/things?x=1", "/things?x=1&api%20key=a%26b")]
    [InlineData("/things?api%20key=own", "/things?api%20key=own")]
    [InlineData("/things?x=1&api%20key=own&y=2", "/things?x=1&api%20key=own&y=2")]
    [InlineData("/things?api%20keys=1&my-api%20key=2", "/things?api%20keys=1&my-api%20key=2&api%20key=a%26b")]
    [InlineData("/things?x=api%20key=1", "/things?x=api%20key=1&api%20key=a%26b")]
    [InlineData("/things?", "/things?&api%20key=a%26b")]
    [InlineData("/a/./%7E/../b", "/a/./%7E/../b?api%20key=a%26b")]
    [InlineData("/things?x=1&", "/things?x=1&&api%20key=a%26b")]
    [InlineData("/api%20key=1", "/api%20key=1?api%20key=a%26b")]
    public async Task A_key_in_the_query_follows_the_query_of_the_caller(string url, string expected)
    {
        var stub = StubHandler.Json("{}");
        var credential = new ApiKeys(new ApiKeyCredential("a&b"), SecurityKind.Query, "api key", allowHttp: false);
        using var request = new HttpRequestMessage(HttpMethod.Get, "https://api.example.com" + url);

        await credential.AddAsync(request, default);

        Assert.Equal("https://api.example.com" + expected, request.RequestUri!.OriginalString);
        Assert.True(!expected.EndsWith('b') || request.RequestUri.PathAndQuery == expected, request.RequestUri.PathAndQuery);
    }

    [Theory]
    [InlineData(0, "X-Key: k")]
    [InlineData(1, "api%20key=k")]
    [InlineData(2, "Cookie: sid=k")]
    [InlineData(3, "Authorization: Basic dTpw")]
    [InlineData(4, "Authorization: HMAC v")]
    [InlineData(5, "Authorization: Bearer t")]
    public async Task Each_scheme_has_its_place(int scheme, string expected)
    {
        foreach (bool isLate in new[] { false, true })
        {
            StubHandler stub = await Send(new Options { IsLate = isLate }, [scheme.ToString()]);

            Assert.Equal(scheme == 1 ? [expected] : [], stub.Request.RequestUri!.Query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries));
            Assert.Equal(scheme == 1 ? [] : [expected], stub.Headers.Where(header => header.Key != "Accept").Select(header => $"{header.Key}: {header.Value}"));
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(4)]
    [InlineData(5)]
    public async Task The_caller_does_not_wait_for_a_credential_that_comes_later(int scheme)
    {
        var gate = new TaskCompletionSource();

        Task<StubHandler> call = Send(new Options { Gate = gate.Task }, [scheme.ToString()]);

        Assert.False(call.IsCompleted);
        gate.SetResult();
        Assert.Single((await call).Requests);
    }

    [Fact]
    public async Task A_key_in_a_cookie_joins_the_cookies_of_the_caller()
    {
        StubHandler stub = await Send(new Options { Key = "a;b" }, ["2"], (ref ApiRequest r) => r.Cookie("own", "1"));

        Assert.Equal("own=1; sid=a%3Bb", Assert.Single(stub.Request.Headers.GetValues("Cookie")));
    }

    [Theory]
    [InlineData(0, "X-Key")]
    [InlineData(3, "Authorization")]
    [InlineData(4, "Authorization")]
    [InlineData(5, "Authorization")]
    public async Task A_header_of_the_caller_has_precedence(int scheme, string name)
    {
        var options = new Options();

        StubHandler stub = await Send(options, [scheme.ToString()], (ref ApiRequest r) => r.Header(name, "own"));

        Assert.Equal("own", Assert.Single(stub.Request.Headers.GetValues(name)));
        Assert.Equal(0, options.Asked);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(4)]
    [InlineData(5)]
    public async Task An_empty_credential_is_not_sent(int scheme)
    {
        foreach (bool isLate in new[] { false, true })
        {
            StubHandler stub = await Send(new Options { IsLate = isLate, Key = "", Token = "", Computed = "" }, [scheme.ToString()]);

            Assert.Equal("Accept", Assert.Single(stub.Headers).Key);
            Assert.Empty(stub.Request.RequestUri!.Query);
        }
    }

    [Theory]
    [InlineData("v\t1 ", true)]
    [InlineData("v\u001f", false)]
    [InlineData("v\u007f", false)]
    [InlineData("v~", true)]
    public async Task Control_characters_other_than_tabs_are_refused_in_a_header(string value, bool isSent)
    {
        Task<StubHandler> call = Send(new Options { Computed = value }, ["4"]);
        if (isSent)
        {
            Assert.Equal(value.Trim(), (await call).Headers["Authorization"].Trim());
            return;
        }

        InvalidOperationException error = await Assert.ThrowsAsync<InvalidOperationException>(() => call);
        Assert.Contains("'Authorization'", error.Message);
        Assert.DoesNotContain(value, error.Message);
    }

    [Theory]
    // Alternatives: the first of which all credentials are set.
    [InlineData("0|3", new[] { 0, 3 }, "X-Key")]
    [InlineData("3|0", new[] { 0, 3 }, "Authorization")]
    [InlineData("3|0", new[] { 0 }, "X-Key")]
    [InlineData("0+3", new[] { 0, 3 }, "Authorization,X-Key")]
    [InlineData("0+3", new[] { 0 }, "")]
    [InlineData("0+3|2", new[] { 0, 2 }, "Cookie")]
    [InlineData("0+2|3", new[] { 0, 2, 3 }, "Cookie,X-Key")]
    // Credentials are optional: sent if they are set.
    [InlineData("|0", new[] { 0 }, "X-Key")]
    [InlineData("0|", new int[0], "")]
    [InlineData("", new[] { 0, 1, 2, 3 }, "")]
    [InlineData("4|0", new[] { 0 }, "X-Key")]
    public async Task The_first_alternative_with_all_credentials_is_met(string requirement, int[] set, string expected)
    {
        StubHandler stub = await Send(new Options { Set = set, AccessTokenProvider = null }, [requirement]);

        Assert.Equal(expected, string.Join(',', stub.Headers.Keys.Where(name => name != "Accept").Order(StringComparer.Ordinal)));
    }

    [Fact]
    public async Task Each_operation_has_the_requirement_at_its_position()
    {
        var options = new Options();
        for (int i = 0; i < 2; i++)
        {
            StubHandler stub = await Send(options, ["0", "2"], position: i);

            Assert.Equal(i == 0, stub.Headers.ContainsKey("X-Key"));
            Assert.Equal(i == 1, stub.Headers.ContainsKey("Cookie"));
        }
    }

    [Fact]
    public async Task The_token_provider_of_the_client_serves_bearer_schemes_without_their_own()
    {
        Assert.Equal("Bearer shared", (await Send(new Options { Set = [] }, ["5"])).Headers["Authorization"]);
        Assert.Equal("Bearer t", (await Send(new Options { Set = [5] }, ["5"])).Headers["Authorization"]);
        Assert.False((await Send(new Options { Set = [] }, ["0", "3", "4"])).Headers.ContainsKey("Authorization"));
    }

    [Fact]
    public async Task A_credential_is_sent_over_plain_http_if_the_options_say_so()
    {
        for (int scheme = 0; scheme < 6; scheme++)
        {
            var options = new Options { BaseUrl = new Uri("http://api.example.com"), AllowCredentialsOverHttp = true };

            StubHandler stub = await Send(options, [scheme.ToString()]);

            Assert.True(stub.Headers.Count == 2 || stub.Request.RequestUri!.Query.Length > 0);
        }
    }

    [Fact]
    public async Task Concurrent_calls_send_the_token_that_they_were_given()
    {
        int number = 0;
        var options = new Options { OnToken = () => "t" + (Interlocked.Increment(ref number) % 3) };
        var stub = new StubHandler(request => StubHandler.Response("{}"u8.ToArray(), "application/json"));
        ApiClientCore core = Core(options, stub, ["5"]);
        for (int i = 0; i < 6; i++)
        {
            await core.Get(Probe.Status);
        }

        Assert.Equal(["t1", "t2", "t0", "t1", "t2", "t0"], stub.Requests.Select(r => r.Headers.Authorization!.Parameter));
    }

    private static async Task<StubHandler> Send(Options options, string[] requirements, TestApi.FillRequest? fill = null, int position = 0)
    {
        var stub = StubHandler.Json("{}");
        var request = new ApiRequest(Core(options, stub, requirements), "GET", $"/things");
        fill?.Invoke(ref request);
        await request.SendAsync(Probe.Status, default, position);
        return stub;
    }

    private static ApiClientCore Core(Options options, StubHandler stub, string[] requirements)
    {
        options.HttpClient = stub.Client();
        options.BaseUrl ??= new Uri(TestApi.BaseUrl);
        return new ApiClientCore(options, null, new ApiSecurity(s_schemes, requirements));
    }

    private sealed class Options : ApiClientOptions, IAccessTokenProvider
    {
        public Options() => AccessTokenProvider = new StaticAccessTokenProvider("shared");

        public int[] Set { get; init; } = [0, 1, 2, 3, 4, 5];

        public bool IsLate { get; init; }

        /// <summary>What a credential waits for.</summary>
        public Task Gate { get; init; } = Task.CompletedTask;

        public string Key { get; init; } = "k";

        public string Token { get; init; } = "t";

        public string Computed { get; init; } = "HMAC v";

        public Func<string>? OnToken { get; init; }

        /// <summary>How often a credential was asked for.</summary>
        public int Asked { get; private set; }

        public AllowedHostsValidator AllowedHostsValidator { get; } = new();

        public async Task<string> GetAuthorizationTokenAsync(
            Uri uri, Dictionary<string, object>? additionalAuthenticationContext = null, CancellationToken cancellationToken = default) =>
            await Answer(OnToken?.Invoke() ?? Token);

        protected override object? GetCredential(int scheme) => !Set.Contains(scheme) ? null : scheme switch
        {
            3 => new BasicCredential("u", "p"),
            4 => (Func<HttpRequestMessage, CancellationToken, ValueTask<string>>)((_, _) => Answer(Computed)),
            5 => this,
            _ => new ApiKeyCredential(_ => Answer(Key)),
        };

        private async ValueTask<string> Answer(string value)
        {
            Asked++;
            await Gate;
            if (IsLate)
            {
                await Task.Delay(10);
            }

            return value;
        }
    }
}
