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
    public async Task AServiceRestoresAConnector(OAuthClientAuthentication authentication)
    {
        using var tokens = ForService(authentication: authentication, scopes: AuthorizationServer.Scope);
        using var http = new HttpClient();
        var cde = new CdeClient(new ApiClientOptions { HttpClient = http, BaseUrl = Server.BaseUrl, AccessTokenProvider = tokens });

        Assert.IsType<ConnectorRestoreFromBinResult.Ok>(await cde.Connectors[Guid.NewGuid()].RestoreFromBin.PatchAsync());
    }

    [Fact]
    public async Task WhatWasNotGrantedIsForbidden()
    {
        using var tokens = ForService();
        using var http = new HttpClient();
        var cde = new CdeClient(new ApiClientOptions { HttpClient = http, BaseUrl = Server.BaseUrl, AccessTokenProvider = tokens });

        Assert.IsType<ConnectorRestoreFromBinResult.Forbidden>(await cde.Connectors[Guid.NewGuid()].RestoreFromBin.PatchAsync());
    }

    [Fact]
    public async Task AShortLivedTokenServesForHalfOfItsLife()
    {
        using var tokens = ForService();
        string first = await tokens.GetAuthorizationTokenAsync(Anywhere);

        Clock.Advance(TimeSpan.FromSeconds(25));
        Assert.Equal(first, await tokens.GetAuthorizationTokenAsync(Anywhere));
        Clock.Advance(TimeSpan.FromSeconds(10));

        Assert.NotEqual(first, await tokens.GetAuthorizationTokenAsync(Anywhere));
        Assert.Equal(["client_credentials", "client_credentials"], Server.Grants);
    }

    [Fact]
    public async Task AWrongSecretIsAnExceptionThatDoesNotRepeatIt()
    {
        using var tokens = ForService(secret: "wrong-secret");

        var refused = await Assert.ThrowsAsync<OAuthException>(() => tokens.GetAuthorizationTokenAsync(Anywhere));

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
    public async Task AnAnswerThatIsNoTokenIsAnException(int status, string contentType, string body, string said)
    {
        Server.TokenEndpointTrouble = context =>
        {
            context.Response.StatusCode = status;
            context.Response.ContentType = contentType;
            return context.Response.WriteAsync(body);
        };
        using var tokens = ForService();

        var refused = await Assert.ThrowsAsync<OAuthException>(() => tokens.GetAuthorizationTokenAsync(Anywhere));

        Assert.Contains(said, refused.Message, StringComparison.Ordinal);
        Assert.Equal(status, refused.StatusCode);
    }

    [Fact]
    public async Task ATokenWithoutAnEndServesUntilItIsRefused()
    {
        int given = 0;
        Server.TokenEndpointTrouble = context =>
        {
            context.Response.ContentType = "application/json";
            return context.Response.WriteAsync($$"""{"access_token":"t{{++given}}","token_type":"bearer"}""");
        };
        using var tokens = ForService();

        Assert.Equal("t1", await tokens.GetAuthorizationTokenAsync(Anywhere));
        Clock.Advance(TimeSpan.FromDays(1000));
        Assert.Equal("t1", await tokens.GetAuthorizationTokenAsync(Anywhere));
        tokens.Invalidate();
        Assert.Equal("t2", await tokens.GetAuthorizationTokenAsync(Anywhere));
    }

    [Fact]
    public async Task ATransportErrorPassesThrough()
    {
        using var http = new HttpClient(new Unreachable());
        using var tokens = ForService(http: http);

        await Assert.ThrowsAsync<HttpRequestException>(() => tokens.GetAuthorizationTokenAsync(Anywhere));
    }

    [Fact]
    public async Task AHostThatIsNotAllowedGetsNoToken()
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
    public void ASecretDoesNotGoOverPlainHttp(string endpoint) => Assert.Throws<ArgumentException>(() => new ClientCredentialsTokenProvider(
        new OAuthClientOptions { TokenEndpoint = new Uri(endpoint, UriKind.RelativeOrAbsolute), ClientId = "c" }));

    sealed class Unreachable : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            throw new HttpRequestException("No route to host", null, (HttpStatusCode?)null);
    }
}
