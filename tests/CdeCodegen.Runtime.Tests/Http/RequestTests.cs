using Microsoft.Kiota.Abstractions;

namespace CdeCodegen.Runtime.Tests.Http;

/// <summary>The method, headers and cookies of a request, and the caller's configuration of a call.</summary>
public class RequestTests
{
    [Theory]
    [InlineData("GET")]
    [InlineData("POST")]
    [InlineData("PUT")]
    [InlineData("PATCH")]
    [InlineData("DELETE")]
    [InlineData("HEAD")]
    [InlineData("OPTIONS")]
    [InlineData("TRACE")]
    [InlineData("QUERY")]
    public async Task The_method_is_sent_as_given(string method) => Assert.Equal(method, (await TestApi.Sent((ref ApiRequest _) => { }, method)).Request.Method.Method);

    [Fact]
    public async Task Headers_of_every_type_are_formatted()
    {
        StubHandler stub = await TestApi.Sent((ref ApiRequest r) =>
        {
            r.Header("X-Text", "a, b");
            r.Header("X-None", (string?)null);
            r.Header("X-Number", (int?)5);
            r.Header("X-List", new[] { 1, 2 });
            r.Header("X-Map", new Dictionary<string, int> { ["a"] = 1, ["b"] = 2 });
            r.Header("X-Pairs", new Dictionary<string, int> { ["a"] = 1, ["b"] = 2 }, ApiParameterStyle.Exploded);
        });

        Assert.Equal("a, b", Assert.Single(stub.Request.Headers.GetValues("X-Text")));
        Assert.Equal("5", Assert.Single(stub.Request.Headers.GetValues("X-Number")));
        Assert.Equal("1,2", Assert.Single(stub.Request.Headers.GetValues("X-List")));
        Assert.Equal("a,1,b,2", Assert.Single(stub.Request.Headers.GetValues("X-Map")));
        Assert.Equal("a=1,b=2", Assert.Single(stub.Request.Headers.GetValues("X-Pairs")));
        Assert.False(stub.Request.Headers.Contains("X-None"));
    }

    [Theory]
    [InlineData("secret\r\nX-Evil: 1")]
    [InlineData("secret\n")]
    [InlineData("secret\0")]
    public async Task Header_values_with_control_characters_throw(string value)
    {
        ArgumentException error = await Assert.ThrowsAsync<ArgumentException>(() => TestApi.Sent((ref ApiRequest r) => r.Header("X-Text", value)));

        Assert.Contains("'X-Text'", error.Message);
        Assert.DoesNotContain("secret", error.ToString());
    }

    [Fact]
    public async Task Invalid_header_names_throw()
        => await Assert.ThrowsAsync<ArgumentException>(() => TestApi.Sent((ref ApiRequest r) => r.Header("no name", "1")));

    [Fact]
    public async Task Content_headers_are_set_on_the_content()
    {
        StubHandler stub = await TestApi.Sent(
            (ref ApiRequest r) =>
            {
                r.Header("Content-Language", "de");
                r.Text("Hallo", "text/plain");
            },
            "POST");

        Assert.Equal("de", Assert.Single(stub.Request.Content!.Headers.ContentLanguage));
        Assert.Equal("text/plain; charset=utf-8", stub.Request.Content.Headers.ContentType!.ToString());
    }

    [Fact]
    public async Task Cookies_are_encoded_and_joined()
    {
        StubHandler stub = await TestApi.Sent((ref ApiRequest r) =>
        {
            r.Cookie("session", "a;b=\"ü\" 100%");
            r.Cookie("none", (string?)null);
            r.Cookie("list", new[] { 1, 2 });
            r.Cookie("each", new[] { "a", null, "b,c" }, ApiParameterStyle.Exploded);
            r.Cookie("raw", "a,b%20c", ApiParameterStyle.Cookie);
            r.Cookie("raws", new Dictionary<string, string> { ["x"] = "1", ["y"] = "" }, ApiParameterStyle.CookieExploded);
            r.Cookie("empty", Array.Empty<int>(), ApiParameterStyle.CookieExploded);
        });

        Assert.Equal("session=a%3Bb=%22%C3%BC%22%20100%25; list=1%2C2; each=a; each=b%2Cc; raw=a,b%20c; x=1; y=", Assert.Single(stub.Request.Headers.GetValues("Cookie")));
    }

    [Fact]
    public async Task JSON_is_accepted_by_default()
    {
        Assert.Equal("application/json", (await TestApi.Sent((ref ApiRequest _) => { })).Request.Headers.Accept.ToString());
        Assert.Equal("image/png", (await TestApi.Sent((ref ApiRequest r) => r.Accept("image/png"))).Request.Headers.Accept.ToString());
    }

    [Fact]
    public async Task Headers_of_the_caller_have_precedence()
    {
        var option = new Option();
        StubHandler stub = await TestApi.Sent(
            (ref ApiRequest r) =>
            {
                r.Header("X-Text", "document");
                r.Text("{}", "application/json");
                r.Configure<DefaultQueryParameters>(c =>
                {
                    c.Headers.Add("X-Text", "caller");
                    c.Headers.Add("X-Many", "1", "2");
                    c.Headers.Add("Accept", "text/html");
                    c.Headers.Add("Content-Type", "application/vnd.api+json");
                    c.Options.Add(option);
                });
            },
            "POST");

        Assert.Equal("caller", Assert.Single(stub.Request.Headers.GetValues("X-Text")));
        Assert.Equal(["1", "2"], stub.Request.Headers.GetValues("X-Many").Order());
        Assert.Equal("text/html", stub.Request.Headers.Accept.ToString());
        Assert.Equal("application/vnd.api+json", stub.Request.Content!.Headers.ContentType!.ToString());
        Assert.True(stub.Request.Options.TryGetValue(new HttpRequestOptionsKey<IRequestOption>(typeof(Option).FullName!), out IRequestOption? seen));
        Assert.Same(option, seen);
    }

    [Fact]
    public async Task Query_parameters_of_the_caller_are_returned()
    {
        Filter? filter = null;
        await TestApi.Sent((ref ApiRequest r) => filter = r.Configure<Filter>(c => c.QueryParameters.Limit = 5));

        Assert.Equal(5, filter!.Limit);
        await TestApi.Sent((ref ApiRequest r) => Assert.Null(r.Configure<Filter>(null)));
    }

    [Fact]
    public async Task The_HTTP_version_of_the_HttpClient_is_used()
    {
        var stub = StubHandler.Json("{}");
        var http = new HttpClient(stub) { DefaultRequestVersion = new Version(2, 0), DefaultVersionPolicy = HttpVersionPolicy.RequestVersionExact };

        await new ApiClientCore(http, TestApi.BaseUrl).Get(Probe.Status);

        Assert.Equal(new Version(2, 0), stub.Request.Version);
        Assert.Equal(HttpVersionPolicy.RequestVersionExact, stub.Request.VersionPolicy);
    }

    [Fact]
    public async Task Without_an_HttpClient_HTTP_2_is_asked_for_and_HTTP_1_accepted()
    {
        var stub = StubHandler.Json("{}");
        HttpClient http = DefaultPipeline.Create(new ApiClientOptions(), stub);

        await new ApiClientCore(http, TestApi.BaseUrl).Get(Probe.Status);

        Assert.Equal(new Version(2, 0), stub.Request.Version);
        Assert.Equal(HttpVersionPolicy.RequestVersionOrLower, stub.Request.VersionPolicy);
        Assert.StartsWith("CdeCodegen/", stub.Headers["User-Agent"]);
    }

    private sealed class Option : IRequestOption;

    private sealed class Filter
    {
        public int? Limit { get; set; }
    }
}
