using System.Net;
using System.Text;

namespace CdeCodegen.Runtime.Tests.Results;

/// <summary>The case of an error arrives even if its body does not match the document.</summary>
public class BodyErrorTests
{
    [Theory]
    [InlineData("", "application/json")]
    [InlineData("<html>Bad gateway: secret</html>", "text/html")]
    [InlineData("[]", "application/json")]
    [InlineData("{\"name\":\"n\"}", "application/json")]
    [InlineData("{", "application/json")]
    [InlineData("{}", "application/json; charset=utf-7")]
    public async Task An_error_with_another_body_is_its_case_and_its_body_throws(string body, string contentType)
    {
        var stub = StubHandler.Bytes(Encoding.UTF8.GetBytes(body), contentType, HttpStatusCode.NotFound);

        NotFound result = await SendAsync(stub);

        Assert.Equal(404, result.StatusCode);
        Assert.NotNull(result.BodyError);
        Assert.Equal(404, result.BodyError.StatusCode);
        Assert.Equal(body, result.RawBody);
        Assert.Same(result.BodyError, Assert.Throws<ResponseFormatException>(() => result.Body));
        Assert.DoesNotContain("secret", result.BodyError.ToString());
        Assert.Equal("NotFound (404)", result.ToString());
    }

    [Fact]
    public async Task An_error_with_the_documented_body_has_no_body_error()
    {
        NotFound result = await SendAsync(StubHandler.Json("""{"id":"019e16f4-abc0-7901-9c6e-97ad896c94ce","name":"n"}""", HttpStatusCode.NotFound));

        Assert.Equal("n", result.Body.Name);
        Assert.Null(result.BodyError);
        Assert.Null(result.RawBody);
    }

    [Fact]
    public async Task A_success_with_another_body_throws()
        => await Assert.ThrowsAsync<ResponseFormatException>(() => SendAsync(StubHandler.Json("[]")));

    [Theory]
    [InlineData("json")]
    [InlineData("nullable")]
    [InlineData("text")]
    [InlineData("stream")]
    public async Task An_error_whose_connection_fails_is_its_case_whatever_its_body_is(string kind)
    {
        await using var server = RawServer.Responding("HTTP/1.1 503 Service Unavailable\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{\"a");
        var core = new ApiClientCore(new ApiClientOptions { BaseUrl = server.Url, MaxRetries = 0 }, null);

        Probe result = await core.Get(r => new Probe(r, kind switch
        {
            "json" => Tests.Thing.ReadBody(r),
            "nullable" => r.IsNullBody ? null : Tests.Thing.ReadBody(r),
            "text" => r.Text(),
            _ => r.Stream(),
        }));

        Assert.Equal(503, result.StatusCode);
        Assert.Null(result.Value);
        Assert.Equal("{\"a", result.RawBody);
        Assert.IsAssignableFrom<IOException>(result.BodyError!.InnerException);
    }

    private static Task<NotFound> SendAsync(StubHandler stub)
        => new ApiRequest(TestApi.Over(stub), "GET", $"/things").SendAsync(static r => new NotFound(r, Thing.ReadBody(r)), default);

    /// <summary>A case like those that the generator emits.</summary>
    private sealed class NotFound(ApiResponse response, Thing body) : ApiResult(response.StatusCode, response.Headers)
    {
        public Thing Body => GetBody(body);
    }
}
