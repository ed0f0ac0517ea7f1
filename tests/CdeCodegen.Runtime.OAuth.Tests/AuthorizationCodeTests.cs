using System.Collections.Specialized;
using System.Net;
using CdeCodegen.Runtime.OAuth.Tests.Support;
using Productsup.Cde;

namespace CdeCodegen.Runtime.OAuth.Tests;

public sealed class AuthorizationCodeTests : ServerTests
{
    [Fact]
    public async Task A_connector_is_restored_with_a_token_granted_by_the_user()
    {
        using var browser = new LoopbackBrowser(open: static url => _ = TestBrowser.VisitAsync(url));
        using AuthorizationCodeTokenProvider tokens = CreateUserProvider(browser.AuthorizeAsync, browser.RedirectUri);
        using var http = new HttpClient();
        var cde = new CdeClient(new ApiClientOptions { HttpClient = http, BaseUrl = Server.BaseUrl, AccessTokenProvider = tokens });

        ConnectorRestoreFromBinResult result = await cde.Connectors[Guid.NewGuid()].RestoreFromBin.PatchAsync();

        ConnectorRestoreFromBinResult.Ok ok = Assert.IsType<ConnectorRestoreFromBinResult.Ok>(result);
        Assert.NotEmpty(ok.Body.Data.Name);
        Assert.Equal(["authorization_code"], Server.Grants);
    }

    [Fact]
    public async Task The_second_call_reuses_the_token()
    {
        using AuthorizationCodeTokenProvider tokens = CreateUserProvider(TestBrowser.AuthorizeAsync);

        string first = await tokens.GetAuthorizationTokenAsync(ApiAddress);

        Assert.Equal(first, await tokens.GetAuthorizationTokenAsync(ApiAddress));
        Assert.True(tokens.GetAuthorizationTokenAsync(ApiAddress).IsCompletedSuccessfully);
        Assert.Single(Server.Grants);
    }

    [Fact]
    public async Task Concurrent_calls_share_one_token_request()
    {
        using AuthorizationCodeTokenProvider tokens = CreateUserProvider(TestBrowser.AuthorizeAsync);

        string[] all = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Task.Run(() => tokens.GetAuthorizationTokenAsync(ApiAddress))));

        Assert.Single(all.Distinct());
        Assert.Single(Server.Grants);
    }

    [Fact]
    public async Task A_token_is_refreshed_before_it_expires()
    {
        using AuthorizationCodeTokenProvider tokens = CreateUserProvider(TestBrowser.AuthorizeAsync);
        string first = await tokens.GetAuthorizationTokenAsync(ApiAddress);
        string? refresh = Store.Tokens!.RefreshToken;

        Clock.Advance(TimeSpan.FromMinutes(58));
        Assert.Equal(first, await tokens.GetAuthorizationTokenAsync(ApiAddress));
        Clock.Advance(TimeSpan.FromMinutes(1.5));
        string second = await tokens.GetAuthorizationTokenAsync(ApiAddress);

        Assert.NotEqual(first, second);
        Assert.NotEqual(refresh, Store.Tokens!.RefreshToken);
        Assert.Equal(["authorization_code", "refresh_token"], Server.Grants);
    }

    [Fact]
    public async Task An_outage_does_not_fail_calls_while_the_token_is_valid()
    {
        using AuthorizationCodeTokenProvider tokens = CreateUserProvider(TestBrowser.AuthorizeAsync);
        string first = await tokens.GetAuthorizationTokenAsync(ApiAddress);
        Server.TokenEndpointOverride = static context =>
        {
            context.Response.StatusCode = 503;
            return Task.CompletedTask;
        };

        Clock.Advance(TimeSpan.FromMinutes(59.5));
        Assert.Equal(first, await tokens.GetAuthorizationTokenAsync(ApiAddress));
        Clock.Advance(TimeSpan.FromMinutes(1));
        OAuthException refused = await Assert.ThrowsAsync<OAuthException>(() => tokens.GetAuthorizationTokenAsync(ApiAddress));
        Server.TokenEndpointOverride = null;

        Assert.Equal(503, refused.StatusCode);
        Assert.NotEqual(first, await tokens.GetAuthorizationTokenAsync(ApiAddress));
        Assert.Equal(["authorization_code", "refresh_token", "refresh_token", "refresh_token"], Server.Grants);
    }

    [Fact]
    public async Task An_invalidated_token_is_refreshed_once()
    {
        using AuthorizationCodeTokenProvider tokens = CreateUserProvider(TestBrowser.AuthorizeAsync);
        string first = await tokens.GetAuthorizationTokenAsync(ApiAddress);

        tokens.Invalidate(first);
        string second = await tokens.GetAuthorizationTokenAsync(ApiAddress);
        tokens.Invalidate(first);

        Assert.NotEqual(first, second);
        Assert.Equal(second, await tokens.GetAuthorizationTokenAsync(ApiAddress));
        Assert.Equal(["authorization_code", "refresh_token"], Server.Grants);
    }

    [Fact]
    public async Task The_user_signs_in_again_after_the_refresh_token_is_revoked()
    {
        using AuthorizationCodeTokenProvider tokens = CreateUserProvider(TestBrowser.AuthorizeAsync);
        await tokens.GetAuthorizationTokenAsync(ApiAddress);

        await Server.RevokeAllAsync();
        tokens.Invalidate();

        Assert.NotEmpty(await tokens.GetAuthorizationTokenAsync(ApiAddress));
        Assert.Equal(["authorization_code", "refresh_token", "authorization_code"], Server.Grants);
    }

    [Fact]
    public async Task Stored_tokens_avoid_a_new_sign_in()
    {
        using (AuthorizationCodeTokenProvider first = CreateUserProvider(TestBrowser.AuthorizeAsync))
        {
            await first.GetAuthorizationTokenAsync(ApiAddress);
        }

        string kept = Store.Tokens!.AccessToken;

        using AuthorizationCodeTokenProvider second = CreateUserProvider(null);

        Assert.Equal(kept, await second.GetAuthorizationTokenAsync(ApiAddress));
        Assert.Equal(2, Store.Loads);
        Assert.Single(Server.Grants);
    }

    [Fact]
    public async Task ForgetAsync_deletes_the_tokens_of_provider_and_store()
    {
        using AuthorizationCodeTokenProvider tokens = CreateUserProvider(TestBrowser.AuthorizeAsync);
        await tokens.GetAuthorizationTokenAsync(ApiAddress);

        await tokens.ForgetAsync();

        Assert.Null(Store.Tokens);
        await tokens.GetAuthorizationTokenAsync(ApiAddress);
        Assert.Equal(["authorization_code", "authorization_code"], Server.Grants);
    }

    [Fact]
    public async Task A_web_application_creates_and_redeems_in_separate_requests()
    {
        using AuthorizationCodeTokenProvider tokens = CreateUserProvider(null);
        OAuthException early = await Assert.ThrowsAsync<OAuthException>(() => tokens.GetAuthorizationTokenAsync(ApiAddress));
        Assert.Contains("RedeemAsync", early.Message, StringComparison.Ordinal);

        AuthorizationRequest request = tokens.CreateRequest();
        Uri response = await TestBrowser.AuthorizeAsync(request, default);
        await tokens.RedeemAsync(request, response);

        Assert.NotEmpty(await tokens.GetAuthorizationTokenAsync(ApiAddress));
    }

    [Fact]
    public async Task A_code_can_be_redeemed_once()
    {
        using AuthorizationCodeTokenProvider tokens = CreateUserProvider(null);
        AuthorizationRequest request = tokens.CreateRequest();
        Uri response = await TestBrowser.AuthorizeAsync(request, default);
        await tokens.RedeemAsync(request, response);

        OAuthException refused = await Assert.ThrowsAsync<OAuthException>(() => tokens.RedeemAsync(request, response));

        Assert.Equal("invalid_grant", refused.Error);
        Assert.Equal(400, refused.StatusCode);
    }

    [Fact]
    public async Task A_code_cannot_be_redeemed_with_another_verifier()
    {
        using AuthorizationCodeTokenProvider tokens = CreateUserProvider(null);
        AuthorizationRequest request = tokens.CreateRequest();
        Uri response = await TestBrowser.AuthorizeAsync(request, default);
        var thief = new AuthorizationRequest { Url = request.Url, State = request.State, CodeVerifier = tokens.CreateRequest().CodeVerifier };

        OAuthException refused = await Assert.ThrowsAsync<OAuthException>(() => tokens.RedeemAsync(thief, response));

        Assert.Equal("invalid_grant", refused.Error);
    }

    [Fact]
    public async Task A_response_to_another_request_is_refused()
    {
        using AuthorizationCodeTokenProvider tokens = CreateUserProvider(null);
        Uri response = await TestBrowser.AuthorizeAsync(tokens.CreateRequest(), default);

        OAuthException refused = await Assert.ThrowsAsync<OAuthException>(() => tokens.RedeemAsync(tokens.CreateRequest(), response));

        Assert.Contains("state", refused.Message, StringComparison.Ordinal);
        Assert.Empty(Server.Grants);
    }

    [Theory]
    [InlineData("")]
    [InlineData("?code=1")]
    [InlineData("?state=&code=1")]
    public async Task A_response_without_state_is_refused(string query)
    {
        using AuthorizationCodeTokenProvider tokens = CreateUserProvider(null);

        await Assert.ThrowsAsync<OAuthException>(() => tokens.RedeemAsync(tokens.CreateRequest(), new Uri("http://127.0.0.1:5999/callback" + query)));
        Assert.Empty(Server.Grants);
    }

    [Fact]
    public async Task A_response_of_another_issuer_is_refused()
    {
        using AuthorizationCodeTokenProvider tokens = CreateUserProvider(TestBrowser.AuthorizeAsync, issuer: "https://elsewhere.example/");

        OAuthException refused = await Assert.ThrowsAsync<OAuthException>(() => tokens.GetAuthorizationTokenAsync(ApiAddress));

        Assert.Contains("https://elsewhere.example/", refused.Message, StringComparison.Ordinal);
        Assert.Empty(Server.Grants);
    }

    [Fact]
    public async Task A_response_of_the_expected_issuer_is_accepted()
    {
        using AuthorizationCodeTokenProvider tokens = CreateUserProvider(TestBrowser.AuthorizeAsync, issuer: Server.BaseUrl.AbsoluteUri);

        Assert.NotEmpty(await tokens.GetAuthorizationTokenAsync(ApiAddress));
    }

    [Fact]
    public async Task Denied_consent_throws_access_denied()
    {
        Server.UserConsents = false;
        using AuthorizationCodeTokenProvider tokens = CreateUserProvider(TestBrowser.AuthorizeAsync);

        OAuthException refused = await Assert.ThrowsAsync<OAuthException>(() => tokens.GetAuthorizationTokenAsync(ApiAddress));

        Assert.Equal("access_denied", refused.Error);
        Assert.Equal("The user said no.", refused.ErrorDescription);
        Assert.Null(refused.StatusCode);
    }

    [Fact]
    public async Task A_canceled_call_does_not_cancel_the_sign_in_of_others()
    {
        using var stop = new CancellationTokenSource();
        var asked = new TaskCompletionSource();
        var willing = new TaskCompletionSource();
        using AuthorizationCodeTokenProvider tokens = CreateUserProvider(async (request, cancellationToken) =>
        {
            asked.TrySetResult();
            await willing.Task.WaitAsync(cancellationToken);
            return await TestBrowser.AuthorizeAsync(request, cancellationToken);
        });

        Task<string> stopped = tokens.GetAuthorizationTokenAsync(ApiAddress, null, stop.Token);
        await asked.Task;
        Task<string> patient = tokens.GetAuthorizationTokenAsync(ApiAddress);
        await stop.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => stopped);
        willing.SetResult();
        Assert.NotEmpty(await patient);
        Assert.Single(Server.Grants);
    }

    [Fact]
    public async Task The_loopback_browser_answers_other_requests_with_404()
    {
        using var browser = new LoopbackBrowser(open: static _ => { });
        using AuthorizationCodeTokenProvider tokens = CreateUserProvider(browser.AuthorizeAsync, browser.RedirectUri);
        AuthorizationRequest request = tokens.CreateRequest();
        using (var stop = new CancellationTokenSource(TimeSpan.FromMilliseconds(50)))
        {
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => browser.AuthorizeAsync(request, stop.Token));
        }

        Task<Uri> waiting = browser.AuthorizeAsync(request);
        using (HttpResponseMessage icon = await TestBrowser.VisitAsync(new Uri(browser.RedirectUri, "/favicon.ico")))
        {
            Assert.Equal(HttpStatusCode.NotFound, icon.StatusCode);
        }

        using (HttpResponseMessage forged = await TestBrowser.VisitAsync(new Uri(browser.RedirectUri + "?code=1&state=2")))
        {
            Assert.Equal(HttpStatusCode.NotFound, forged.StatusCode);
        }

        Assert.False(waiting.IsCompleted);
        using HttpResponseMessage answered = await TestBrowser.VisitAsync(request.Url);

        Assert.Equal(HttpStatusCode.OK, answered.StatusCode);
        Assert.Contains("can be closed", await answered.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        await tokens.RedeemAsync(request, await waiting);
        Assert.NotEmpty(await tokens.GetAuthorizationTokenAsync(ApiAddress));
    }

    [Fact]
    public void An_authorization_request_has_the_parameters_of_the_standards()
    {
        using AuthorizationCodeTokenProvider tokens = CreateUserProvider(null);

        NameValueCollection query = System.Web.HttpUtility.ParseQueryString(tokens.CreateRequest().Url.Query);

        Assert.Equal("code", query["response_type"]);
        Assert.Equal("S256", query["code_challenge_method"]);
        Assert.Equal(AuthorizationServer.PublicClient, query["client_id"]);
        Assert.Equal("http://127.0.0.1:5999/callback", query["redirect_uri"]);
        Assert.Equal("connectors offline_access", query["scope"]);
        Assert.Equal(43, query["code_challenge"]!.Length);
        Assert.NotEqual(query["state"], System.Web.HttpUtility.ParseQueryString(tokens.CreateRequest().Url.Query)["state"]);
    }
}
