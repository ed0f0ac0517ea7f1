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
    public async Task A_connector_is_restored_with_a_token_of_the_service(OAuthClientAuthentication authentication)
    {
        using ClientCredentialsTokenProvider tokens = CreateServiceProvider(authentication: authentication, scopes: AuthorizationServer.Scope);
        using var http = new HttpClient();
        var cde = new CdeClient(new ApiClientOptions { HttpClient = http, BaseUrl = Server.BaseUrl, AccessTokenProvider = tokens });

        Assert.IsType<ConnectorRestoreFromBinResult.Ok>(await cde.Connectors[Guid.NewGuid()].RestoreFromBin.PatchAsync());
    }

    [Fact]
    public async Task A_token_without_the_scope_is_forbidden()
    {
        using ClientCredentialsTokenProvider tokens = CreateServiceProvider();
        using var http = new HttpClient();
        var cde = new CdeClient(new ApiClientOptions { HttpClient = http, BaseUrl = Server.BaseUrl, AccessTokenProvider = tokens });

        Assert.IsType<ConnectorRestoreFromBinResult.Forbidden>(await cde.Connectors[Guid.NewGuid()].RestoreFromBin.PatchAsync());
    }

    [Fact]
    public async Task A_short_lived_token_is_used_for_half_of_its_lifetime()
    {
        using ClientCredentialsTokenProvider tokens = CreateServiceProvider();
        string first = await tokens.GetAuthorizationTokenAsync(ApiAddress);

        Clock.Advance(TimeSpan.FromSeconds(25));
        Assert.Equal(first, await tokens.GetAuthorizationTokenAsync(ApiAddress));
        Clock.Advance(TimeSpan.FromSeconds(10));

        Assert.NotEqual(first, await tokens.GetAuthorizationTokenAsync(ApiAddress));
        Assert.Equal(["client_credentials", "client_credentials"], Server.Grants);
    }

    [Fact]
    public async Task The_exception_for_a_wrong_secret_does_not_contain_it()
    {
        using ClientCredentialsTokenProvider tokens = CreateServiceProvider(secret: "wrong-secret");

        OAuthException refused = await Assert.ThrowsAsync<OAuthException>(() => tokens.GetAuthorizationTokenAsync(ApiAddress));

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
    public async Task A_response_without_a_token_throws(int status, string contentType, string body, string expected)
    {
        Server.TokenEndpointOverride = context =>
        {
            context.Response.StatusCode = status;
            context.Response.ContentType = contentType;
            return context.Response.WriteAsync(body);
        };
        using ClientCredentialsTokenProvider tokens = CreateServiceProvider();

        OAuthException refused = await Assert.ThrowsAsync<OAuthException>(() => tokens.GetAuthorizationTokenAsync(ApiAddress));

        Assert.Contains(expected, refused.Message, StringComparison.Ordinal);
        Assert.Equal(status, refused.StatusCode);
    }

    [Fact]
    public async Task A_token_without_expiry_is_used_until_it_is_invalidated()
    {
        int issued = 0;
        Server.TokenEndpointOverride = context =>
        {
            context.Response.ContentType = "application/json";
            return context.Response.WriteAsync($$"""{"access_token":"t{{++issued}}","token_type":"bearer"}""");
        };
        using ClientCredentialsTokenProvider tokens = CreateServiceProvider();

        Assert.Equal("t1", await tokens.GetAuthorizationTokenAsync(ApiAddress));
        Clock.Advance(TimeSpan.FromDays(1000));
        Assert.Equal("t1", await tokens.GetAuthorizationTokenAsync(ApiAddress));
        tokens.Invalidate();
        Assert.Equal("t2", await tokens.GetAuthorizationTokenAsync(ApiAddress));
    }

    [Fact]
    public async Task A_transport_error_is_thrown_unchanged()
    {
        using var http = new HttpClient(new UnreachableHandler());
        using ClientCredentialsTokenProvider tokens = CreateServiceProvider(http: http);

        await Assert.ThrowsAsync<HttpRequestException>(() => tokens.GetAuthorizationTokenAsync(ApiAddress));
    }

    [Fact]
    public async Task A_host_that_is_not_allowed_receives_no_token()
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
    [InlineData("javascript:alert(1)")]
    [InlineData("https://user:password@login.example/token")]
    public void A_token_endpoint_without_https_is_refused(string endpoint) => Assert.Throws<ArgumentException>(() => new ClientCredentialsTokenProvider(
        new OAuthClientOptions { TokenEndpoint = new Uri(endpoint, UriKind.RelativeOrAbsolute), ClientId = "c" }));

    private sealed class UnreachableHandler : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            throw new HttpRequestException("No route to host", null, (HttpStatusCode?)null);
    }
}
