using System.Net;
using CdeCodegen.Runtime.OAuth.Tests.Support;
using Microsoft.AspNetCore.Http;
using Productsup.Cde;

namespace CdeCodegen.Runtime.OAuth.Tests;

public sealed class ClientCredentialsTests : ServerTests
{
    private protected override TimeSpan? Lifetime => TimeSpan.FromMinutes(1);

    [Theory]
    [InlineData(OAuthClientAuthentication.BasicHeader)]
    [InlineData(OAuthClientAuthentication.RequestBody)]
    public async Task A_service_restores_a_connector(OAuthClientAuthentication authentication)
    {
        using ClientCredentialsTokenProvider tokens = ForService(authentication: authentication, scopes: AuthorizationServer.Scope);
        using var http = new HttpClient();
        var cde = new CdeClient(new ApiClientOptions { HttpClient = http, BaseUrl = Server.BaseUrl, AccessTokenProvider = tokens });

        Assert.IsType<ConnectorRestoreFromBinResult.Ok>(await cde.Connectors[Guid.NewGuid()].RestoreFromBin.PatchAsync());
    }

    [Fact]
    public async Task What_was_not_granted_is_forbidden()
    {
        using ClientCredentialsTokenProvider tokens = ForService();
        using var http = new HttpClient();
        var cde = new CdeClient(new ApiClientOptions { HttpClient = http, BaseUrl = Server.BaseUrl, AccessTokenProvider = tokens });

        Assert.IsType<ConnectorRestoreFromBinResult.Forbidden>(await cde.Connectors[Guid.NewGuid()].RestoreFromBin.PatchAsync());
    }

    [Fact]
    public async Task A_short_lived_token_serves_for_half_of_its_life()
    {
        using ClientCredentialsTokenProvider tokens = ForService();
        string first = await tokens.GetAuthorizationTokenAsync(Anywhere);

        Clock.Advance(TimeSpan.FromSeconds(25));
        Assert.Equal(first, await tokens.GetAuthorizationTokenAsync(Anywhere));
        Clock.Advance(TimeSpan.FromSeconds(10));

        Assert.NotEqual(first, await tokens.GetAuthorizationTokenAsync(Anywhere));
        Assert.Equal(["client_credentials", "client_credentials"], Server.Grants);
    }

    [Fact]
    public async Task A_wrong_secret_is_an_exception_that_does_not_repeat_it()
    {
        using ClientCredentialsTokenProvider tokens = ForService(secret: "wrong-secret");

        OAuthException refused = await Assert.ThrowsAsync<OAuthException>(() => tokens.GetAuthorizationTokenAsync(Anywhere));

        Assert.Equal("invalid_client", refused.Error);
        Assert.Equal(401, refused.StatusCode);
        Assert.DoesNotContain("wrong-secret", refused.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(200, "application/json", """{"token_type":"Bearer","expires_in":60}""", "no access token")]
    [InlineData(200, "application/json", """{"access_token":"t","token_type":"DPoP"}""", "DPoP")]
    [InlineData(200, "application/json", "not JSON", "200")]
    [InlineData(200, "text/html", "<html>", "200")]
    [InlineData(302, "text/html", "", "302")]
    [InlineData(500, "text/html", "<html>", "500")]
    [InlineData(400, "text/html", "<html>", "400")]
    [InlineData(400, "application/json", "{}", "400")]
    [InlineData(503, "application/json", """{"error":["x"]}""", "503")]
    [InlineData(403, "application/json", "[1]", "403")]
    [InlineData(400, "application/json", """{"error":"unauthorized_client","error_description":"not you"}""", "unauthorized_client: not you")]
    public async Task An_answer_that_is_no_token_is_an_exception(int status, string contentType, string body, string said)
    {
        Server.TokenEndpointTrouble = context =>
        {
            context.Response.StatusCode = status;
            context.Response.ContentType = contentType;
            return context.Response.WriteAsync(body);
        };
        using ClientCredentialsTokenProvider tokens = ForService();

        OAuthException refused = await Assert.ThrowsAsync<OAuthException>(() => tokens.GetAuthorizationTokenAsync(Anywhere));

        Assert.Contains(said, refused.Message, StringComparison.Ordinal);
        Assert.Equal(status, refused.StatusCode);
    }

    [Fact]
    public async Task A_token_without_an_end_serves_until_it_is_refused()
    {
        int given = 0;
        Server.TokenEndpointTrouble = context =>
        {
            context.Response.ContentType = "application/json";
            return context.Response.WriteAsync($$"""{"access_token":"t{{++given}}","token_type":"bearer"}""");
        };
        using ClientCredentialsTokenProvider tokens = ForService();

        Assert.Equal("t1", await tokens.GetAuthorizationTokenAsync(Anywhere));
        Clock.Advance(TimeSpan.FromDays(1000));
        Assert.Equal("t1", await tokens.GetAuthorizationTokenAsync(Anywhere));
        tokens.Invalidate();
        Assert.Equal("t2", await tokens.GetAuthorizationTokenAsync(Anywhere));
    }

    [Fact]
    public async Task A_transport_error_passes_through()
    {
        using var http = new HttpClient(new Unreachable());
        using ClientCredentialsTokenProvider tokens = ForService(http: http);

        await Assert.ThrowsAsync<HttpRequestException>(() => tokens.GetAuthorizationTokenAsync(Anywhere));
    }

    [Fact]
    public async Task A_host_that_is_not_allowed_gets_no_token()
    {
        using var tokens = new ClientCredentialsTokenProvider(new OAuthClientOptions
        {
            TokenEndpoint = Server.TokenEndpoint,
            ClientId = AuthorizationServer.ConfidentialClient,
            ClientSecret = AuthorizationServer.Secret,
            AllowedHosts = ["api.example"],
        });

        Assert.Empty(await tokens.GetAuthorizationTokenAsync(new Uri("https://elsewhere.example/")));
        Assert.Empty(Server.Grants);
        Assert.NotEmpty(await tokens.GetAuthorizationTokenAsync(new Uri("https://api.example/")));
    }

    [Theory]
    [InlineData("http://login.example/token")]
    [InlineData("ftp://login.example/token")]
    [InlineData("/token")]
    public void A_secret_does_not_go_over_plain_http(string endpoint) => Assert.Throws<ArgumentException>(() => new ClientCredentialsTokenProvider(
        new OAuthClientOptions { TokenEndpoint = new Uri(endpoint, UriKind.RelativeOrAbsolute), ClientId = "c" }));

    private sealed class Unreachable : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            throw new HttpRequestException("No route to host", null, (HttpStatusCode?)null);
    }
}
