namespace CdeCodegen.Runtime.Tests.Http;

/// <summary>The URL in front of the document's paths.</summary>
public class BaseUrlTests
{
    [Theory]
    // What the user gives has precedence over an absolute server of the document.
    [InlineData("https://a.example", null, "https://a.example/things")]
    [InlineData("https://a.example/", null, "https://a.example/things")]
    [InlineData("https://a.example/v2//", null, "https://a.example/v2/things")]
    [InlineData("https://a.example:8443/a%20b/ü", null, "https://a.example:8443/a%20b/%C3%BC/things")]
    [InlineData("http://a.example", "https://b.example/v1", "http://a.example/things")]
    [InlineData(null, "https://b.example/v1/", "https://b.example/v1/things")]
    // A server without a host completes an origin, not a URL with a path of its own.
    [InlineData("https://a.example", "/v1/", "https://a.example/v1/things")]
    [InlineData("https://a.example:99", "/v1", "https://a.example:99/v1/things")]
    [InlineData("https://a.example/own", "/v1", "https://a.example/own/things")]
    [InlineData("https://a.example", "/", "https://a.example/things")]
    [InlineData("https://a.example", "", "https://a.example/things")]
    public async Task The_base_url_precedes_each_path(string? given, string? documented, string expected)
    {
        foreach (bool byHttpClient in new[] { false, true })
        {
            var stub = StubHandler.Json("{}");
            HttpClient http = stub.Client();
            var options = new ApiClientOptions { HttpClient = http };
            if (given is not null && byHttpClient)
            {
                http.BaseAddress = new Uri(given);
            }
            else if (given is not null)
            {
                options.BaseUrl = new Uri(given);
            }

            await new ApiClientCore(options, documented).Get(Probe.Status);

            Assert.Equal(expected, stub.Url);
        }
    }

    [Theory]
    [InlineData(null)]
    [InlineData("/v1")]
    public async Task Without_a_host_the_exception_says_what_to_set(string? documented)
    {
        InvalidOperationException error = await Assert.ThrowsAsync<InvalidOperationException>(
            async () => await new ApiClientCore(StubHandler.Json("{}").Client(), documented).Get(Probe.Status));

        Assert.StartsWith("There is no base URL, and the API's document contains no absolute server URL. Set ApiClientOptions.BaseUrl", error.Message);
    }

    [Theory]
    [InlineData("https://user:secret@a.example", "must not contain a user name or password")]
    [InlineData("ftp://a.example", "must be absolute and start with http:// or https://")]
    [InlineData("/v1", "must be absolute and start with http:// or https://")]
    [InlineData("https://a.example/?x=1", "must not contain a query or a fragment")]
    [InlineData("https://a.example/#x", "must not contain a query or a fragment")]
    public void An_unusable_base_url_throws_in_the_constructor(string url, string expected)
    {
        ArgumentException error = Assert.Throws<ArgumentException>(
            () => new ApiClientCore(new ApiClientOptions { BaseUrl = new Uri(url, UriKind.RelativeOrAbsolute) }, null));

        Assert.Contains(expected, error.Message);
        Assert.DoesNotContain("secret", error.Message);
    }

    [Fact]
    public async Task The_options_have_precedence_over_the_HttpClient()
    {
        var stub = StubHandler.Json("{}");
        HttpClient http = stub.Client();
        http.BaseAddress = new Uri("https://http-client.example");

        await new ApiClientCore(new ApiClientOptions { HttpClient = http, BaseUrl = new Uri("https://options.example") }, null).Get(Probe.Status);

        Assert.Equal("https://options.example/things", stub.Url);
    }

    [Fact]
    public async Task A_server_of_the_document_that_is_no_URL_is_named_as_such()
    {
        ArgumentException error = await Assert.ThrowsAsync<ArgumentException>(
            async () => await new ApiClientCore(StubHandler.Json("{}").Client(), "api.example.com").Get(Probe.Status));

        Assert.Equal("The base URL of the API's document is not an absolute URL.", error.Message);
    }
}
