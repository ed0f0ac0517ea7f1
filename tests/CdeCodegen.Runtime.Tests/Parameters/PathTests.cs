namespace CdeCodegen.Runtime.Tests.Parameters;

/// <summary>Path values: encoded so that they cannot leave their segment, or rejected.</summary>
public class PathTests
{
    [Theory]
    [InlineData("plain-._~AZaz09", "plain-._~AZaz09")]
    [InlineData("a/b", "a%2Fb")]
    [InlineData("../../admin", "..%2F..%2Fadmin")]
    [InlineData("a?b=c#d", "a%3Fb%3Dc%23d")]
    [InlineData("100%", "100%25")]
    [InlineData("%2e%2e", "%252e%252e")]
    [InlineData("..\\..", "..%5C..")]
    [InlineData("a b+c", "a%20b%2Bc")]
    [InlineData("a;b,c:d@e", "a%3Bb%2Cc%3Ad%40e")]
    [InlineData("größe/😀", "gr%C3%B6%C3%9Fe%2F%F0%9F%98%80")]
    [InlineData("...", "...")]
    [InlineData("a\r\nHost: evil", "a%0D%0AHost%3A%20evil")]
    public async Task Strings_stay_in_their_segment(string value, string expected)
        => Assert.Equal($"https://api.example.com/v1/things/{expected}/parts", await UrlOf(core => new ApiRequest(core, "GET", $"/things/{value}/parts")));

    [Fact]
    public async Task Values_of_every_type_are_formatted()
    {
        var id = new Guid("019e16f4-abc0-7901-9c6e-97ad896c94ce");
        var time = new DateTimeOffset(2026, 5, 11, 14, 13, 14, TimeSpan.FromHours(2));
        Assert.Equal(
            "https://api.example.com/v1/019e16f4-abc0-7901-9c6e-97ad896c94ce/-5/9000000000/true/1.5/0.25/1.10",
            await UrlOf(core => new ApiRequest(core, "GET", $"/{id}/{-5}/{9000000000L}/{true}/{1.5}/{0.25f}/{1.10m}")));
        Assert.Equal(
            "https://api.example.com/v1/2026-05-11T14%3A13%3A14%2B02%3A00/2026-05-11/14%3A13%3A00/AQID/https%3A%2F%2Fx/red",
            await UrlOf(core => new ApiRequest(
                core, "GET", $"/{time}/{new DateOnly(2026, 5, 11)}/{new TimeOnly(14, 13)}/{new byte[] { 1, 2, 3 }}/{new Uri("https://x")}/{new Color("red")}")));
    }

    [Fact]
    public async Task Lists_and_maps_are_formatted_in_the_simple_style()
    {
        string[] list = ["a,b", "c"];
        var map = new Dictionary<string, int> { ["x/"] = 1, ["y"] = 2 };
        Assert.Equal("https://api.example.com/v1/a%2Cb,c", await UrlOf(core => new ApiRequest(core, "GET", $"/{list}")));
        Assert.Equal("https://api.example.com/v1/x%2F,1,y,2", await UrlOf(core => new ApiRequest(core, "GET", $"/{map:Comma}")));
        Assert.Equal("https://api.example.com/v1/x%2F=1,y=2", await UrlOf(core => new ApiRequest(core, "GET", $"/{map:Exploded}")));
        Assert.Equal("https://api.example.com/v1/%5B%22a%2Cb%22%2C%22c%22%5D", await UrlOf(core => new ApiRequest(core, "GET", $"/{list:Json}")));
    }

    /// <summary>The table of OpenAPI 3.1.1, section 4.8.12.4.</summary>
    [Fact]
    public async Task Values_are_formatted_in_the_label_and_matrix_styles()
    {
        string[] list = ["blue", "bl;ack", "brown"];
        var map = new Dictionary<string, int> { ["R"] = 100, ["G"] = 200 };
        Assert.Equal("https://api.example.com/v1/.blue/.blue,bl%3Back,brown/.R,100,G,200", await UrlOf(core => new ApiRequest(core, "GET", $"/{"blue":Label}/{list:Label}/{map:Label}")));
        Assert.Equal("https://api.example.com/v1/.blue.bl%3Back.brown/.R=100.G=200", await UrlOf(core => new ApiRequest(core, "GET", $"/{list:LabelExploded}/{map:LabelExploded}")));
        Assert.Equal("https://api.example.com/v1/;a%20c=blue/;c=blue,bl%3Back,brown/;c=R,100,G,200", await UrlOf(core => new ApiRequest(core, "GET", $"/{"blue":Matrix a%20c}/{list:Matrix c}/{map:Matrix c}")));
        Assert.Equal("https://api.example.com/v1/;c=blue;c=bl%3Back;c=brown/;R=100;G=200", await UrlOf(core => new ApiRequest(core, "GET", $"/{list:MatrixExploded c}/{map:MatrixExploded c}")));
        Assert.Throws<ArgumentException>(() => new ApiRequest(TestApi.Over(StubHandler.Json("{}")), "GET", $"/{".":Label}"));
    }

    /// <summary>RFC 6570, section 3.2.7: a name without a value has no equals sign.</summary>
    [Fact]
    public async Task Empty_values_in_the_matrix_style_are_names_alone()
    {
        string[] list = ["", "b"];
        var map = new Dictionary<string, string> { ["R"] = "", ["G"] = "2" };
        Assert.Equal("https://api.example.com/v1/;c/;c=,b/;c;c=b/;R;G=2", await UrlOf(core => new ApiRequest(core, "GET", $"/{"":Matrix c}/{list:Matrix c}/{list:MatrixExploded c}/{map:MatrixExploded c}")));
    }

    [Fact]
    public async Task Lists_are_joined_in_the_collection_formats_of_Swagger()
    {
        string[] list = ["a|b", "c"];
        Assert.Equal("https://api.example.com/v1/a%7Cb%20c/a%7Cb%7Cc/a%7Cb%09c", await UrlOf(core => new ApiRequest(core, "GET", $"/{list:Space}/{list:Pipe}/{list:Tab}")));
    }

    /// <summary>Some documents define an empty value for an enumeration in a path.</summary>
    [Fact]
    public async Task An_enumeration_value_may_be_empty_but_not_unset()
    {
        Assert.Equal("https://api.example.com/v1/jobs/", await UrlOf(core => new ApiRequest(core, "GET", $"/jobs/{new Color("")}")));
        Assert.Throws<ArgumentException>(() => new ApiRequest(TestApi.Over(StubHandler.Json("{}")), "GET", $"/jobs/{default(Color)}"));
    }

    [Theory]
    [InlineData("", "is null or empty")]
    [InlineData(null, "is null or empty")]
    [InlineData(".", "is a dot segment")]
    [InlineData("..", "is a dot segment")]
    public void Values_that_would_change_the_path_throw(string? value, string problem)
    {
        ApiClientCore core = TestApi.Over(StubHandler.Json("{}"));

        ArgumentException error = Assert.Throws<ArgumentException>(() => new ApiRequest(core, "GET", $"/things/{value}/parts"));

        Assert.Equal($"The value after '/things/' in the path {problem}, so the request would go to another URL.", error.Message);
        Assert.Throws<ArgumentException>(() => new ApiRequest(core, "GET", $"/things/{new[] { value }}"));
        Assert.Throws<ArgumentException>(() => new ApiRequest(core, "GET", $"/things/{Array.Empty<string>()}"));
    }

    [Fact]
    public void Unpaired_surrogates_throw()
        => Assert.Throws<ArgumentException>(() => new ApiRequest(TestApi.Over(StubHandler.Json("{}")), "GET", $"/{"a\ud83d"}"));

    [Theory]
    [InlineData("https://api.example.com", "https://api.example.com/things")]
    [InlineData("https://api.example.com/", "https://api.example.com/things")]
    [InlineData("https://api.example.com/v1", "https://api.example.com/v1/things")]
    [InlineData("https://api.example.com:8443/a%20b/v1//", "https://api.example.com:8443/a%20b/v1/things")]
    [InlineData("http://[::1]:5000/x/", "http://[::1]:5000/x/things")]
    [InlineData("https://exämple.com/ü", "https://exämple.com/%C3%BC/things")]
    public async Task A_base_url_may_have_a_path_and_a_trailing_slash(string baseUrl, string expected)
    {
        var stub = StubHandler.Json("{}");

        await TestApi.Over(stub, o => o.BaseUrl = new Uri(baseUrl)).Get(Probe.Status);

        Assert.Equal(expected, stub.Url);
    }

    [Theory]
    [InlineData("https://user:secret@api.example.com")]
    [InlineData("https://api.example.com/?key=secret")]
    [InlineData("https://api.example.com/#secret")]
    [InlineData("ftp://api.example.com/secret")]
    [InlineData("/secret")]
    public void Invalid_base_urls_throw_in_the_constructor(string baseUrl)
    {
        ArgumentException error = Assert.Throws<ArgumentException>(() => TestApi.Over(StubHandler.Json("{}"), o => o.BaseUrl = new Uri(baseUrl, UriKind.RelativeOrAbsolute)));

        Assert.DoesNotContain("secret", error.ToString());
    }

    [Fact]
    public async Task The_base_url_comes_from_the_options_then_the_HttpClient_then_the_document()
    {
        var stub = StubHandler.Json("{}");
        var addressed = new HttpClient(stub) { BaseAddress = new Uri("https://address.example.com/api/") };
        var plain = new HttpClient(stub);

        await new ApiClientCore(addressed, "https://document.example.com").Get(Probe.Status);
        Assert.Equal("https://address.example.com/api/things", stub.Url);
        await new ApiClientCore(new ApiClientOptions { HttpClient = addressed, BaseUrl = new Uri("https://option.example.com") }, "https://document.example.com").Get(Probe.Status);
        Assert.Equal("https://option.example.com/things", stub.Url);
        await new ApiClientCore(plain, "https://document.example.com/").Get(Probe.Status);
        Assert.Equal("https://document.example.com/things", stub.Url);

        var none = new ApiClientCore(plain, null);
        InvalidOperationException error = await Assert.ThrowsAsync<InvalidOperationException>(() => none.Get(Probe.Status));
        Assert.Contains("ApiClientOptions.BaseUrl", error.Message);
    }

    [Fact]
    public async Task A_base_url_of_the_caller_leaves_the_server_of_an_operation()
    {
        var stub = StubHandler.Json("{}");
        using var addressed = new HttpClient(stub) { BaseAddress = new Uri("https://client.example.com/base/") };
        var core = new ApiClientCore(addressed, "https://document.example.com");
        await new ApiRequest(core, "GET", "https://operation.example.com/v2", $"/a/{1}").SendAsync(Probe.Status, default);
        Assert.Equal("https://operation.example.com/v2/a/1", stub.Url);
        await new ApiRequest(core, "GET", "/v2", $"/a/{1}").SendAsync(Probe.Status, default);
        Assert.Equal("https://client.example.com/v2/a/1", stub.Url);

        ApiClientCore replacing = TestApi.Over(stub, o => o.Servers["https://operation.example.com/v2/"] = new Uri("https://other.example.com/"));
        await new ApiRequest(replacing, "GET", "https://operation.example.com/v2", $"/a/{1}").SendAsync(Probe.Status, default);
        Assert.Equal("https://other.example.com/a/1", stub.Url);
    }

    private static async Task<string> UrlOf(Func<ApiClientCore, ApiRequest> create)
    {
        var stub = StubHandler.Json("{}");
        ApiRequest request = create(TestApi.Over(stub));
        await request.SendAsync(Probe.Status, default);
        return stub.Url;
    }

    internal readonly struct Color(string text) : IApiEnum
    {
        string? IApiEnum.Text => text;
    }
}
