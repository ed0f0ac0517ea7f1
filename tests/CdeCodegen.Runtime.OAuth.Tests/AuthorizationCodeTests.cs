using System.Collections.Specialized;
using System.Net;
using CdeCodegen.Runtime.OAuth.Tests.Support;
using Productsup.Cde;

namespace CdeCodegen.Runtime.OAuth.Tests;

public sealed class AuthorizationCodeTests : ServerTests
{
    [Fact]
    public async Task A_connector_is_restored_with_a_token_that_the_user_granted()
    {
        using var browser = new LoopbackBrowser(open: static url => _ = TestBrowser.VisitAsync(url));
        using AuthorizationCodeTokenProvider tokens = ForUser(browser.AuthorizeAsync, browser.RedirectUri);
        using var http = new HttpClient();
        var cde = new CdeClient(new ApiClientOptions { HttpClient = http, BaseUrl = Server.BaseUrl, AccessTokenProvider = tokens });

        ConnectorRestoreFromBinResult result = await cde.Connectors[Guid.NewGuid()].RestoreFromBin.PatchAsync();

        ConnectorRestoreFromBinResult.Ok ok = Assert.IsType<ConnectorRestoreFromBinResult.Ok>(result);
        Assert.NotEmpty(ok.Body.Data.Name);
        Assert.Equal(["authorization_code"], Server.Grants);
    }

    [Fact]
    public async Task The_second_request_takes_the_same_token()
    {
        using AuthorizationCodeTokenProvider tokens = ForUser(TestBrowser.AuthorizeAsync);

        string first = await tokens.GetAuthorizationTokenAsync(Anywhere);

        Assert.Equal(first, await tokens.GetAuthorizationTokenAsync(Anywhere));
        Assert.True(tokens.GetAuthorizationTokenAsync(Anywhere).IsCompletedSuccessfully);
        Assert.Single(Server.Grants);
    }

    [Fact]
    public async Task Requests_that_wait_together_get_one_token()
    {
        using AuthorizationCodeTokenProvider tokens = ForUser(TestBrowser.AuthorizeAsync);

        string[] all = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Task.Run(() => tokens.GetAuthorizationTokenAsync(Anywhere))));

        Assert.Single(all.Distinct());
        Assert.Single(Server.Grants);
    }

    [Fact]
    public async Task A_token_is_refreshed_before_it_expires()
    {
        using AuthorizationCodeTokenProvider tokens = ForUser(TestBrowser.AuthorizeAsync);
        string first = await tokens.GetAuthorizationTokenAsync(Anywhere);
        string? refresh = Store.Tokens!.RefreshToken;

        Clock.Advance(TimeSpan.FromMinutes(58));
        Assert.Equal(first, await tokens.GetAuthorizationTokenAsync(Anywhere));
        Clock.Advance(TimeSpan.FromMinutes(1.5));
        string second = await tokens.GetAuthorizationTokenAsync(Anywhere);

        Assert.NotEqual(first, second);
        Assert.NotEqual(refresh, Store.Tokens!.RefreshToken);
        Assert.Equal(["authorization_code", "refresh_token"], Server.Grants);
    }

    [Fact]
    public async Task A_server_out_of_order_does_not_take_a_token_that_is_still_good()
    {
        using AuthorizationCodeTokenProvider tokens = ForUser(TestBrowser.AuthorizeAsync);
        string first = await tokens.GetAuthorizationTokenAsync(Anywhere);
        Server.TokenEndpointTrouble = static context =>
        {
            context.Response.StatusCode = 503;
            return Task.CompletedTask;
        };

        Clock.Advance(TimeSpan.FromMinutes(59.5));
        Assert.Equal(first, await tokens.GetAuthorizationTokenAsync(Anywhere));
        Clock.Advance(TimeSpan.FromMinutes(1));
        OAuthException refused = await Assert.ThrowsAsync<OAuthException>(() => tokens.GetAuthorizationTokenAsync(Anywhere));
        Server.TokenEndpointTrouble = null;

        Assert.Equal(503, refused.StatusCode);
        Assert.NotEqual(first, await tokens.GetAuthorizationTokenAsync(Anywhere));
        Assert.Equal(["authorization_code", "refresh_token", "refresh_token", "refresh_token"], Server.Grants);
    }

    [Fact]
    public async Task A_token_that_the_api_refuses_is_replaced()
    {
        using AuthorizationCodeTokenProvider tokens = ForUser(TestBrowser.AuthorizeAsync);
        string first = await tokens.GetAuthorizationTokenAsync(Anywhere);

        tokens.Invalidate(first);
        string second = await tokens.GetAuthorizationTokenAsync(Anywhere);
        tokens.Invalidate(first);

        Assert.NotEqual(first, second);
        Assert.Equal(second, await tokens.GetAuthorizationTokenAsync(Anywhere));
        Assert.Equal(["authorization_code", "refresh_token"], Server.Grants);
    }

    [Fact]
    public async Task The_user_is_asked_again_when_the_refresh_token_is_no_longer_good()
    {
        using AuthorizationCodeTokenProvider tokens = ForUser(TestBrowser.AuthorizeAsync);
        await tokens.GetAuthorizationTokenAsync(Anywhere);

        await Server.RevokeAllAsync();
        tokens.Invalidate();

        Assert.NotEmpty(await tokens.GetAuthorizationTokenAsync(Anywhere));
        Assert.Equal(["authorization_code", "refresh_token", "authorization_code"], Server.Grants);
    }

    [Fact]
    public async Task A_store_spares_the_user_the_next_question()
    {
        using (AuthorizationCodeTokenProvider first = ForUser(TestBrowser.AuthorizeAsync))
        {
            await first.GetAuthorizationTokenAsync(Anywhere);
        }

        string kept = Store.Tokens!.AccessToken;

        using AuthorizationCodeTokenProvider second = ForUser(null);

        Assert.Equal(kept, await second.GetAuthorizationTokenAsync(Anywhere));
        Assert.Equal(2, Store.Loads);
        Assert.Single(Server.Grants);
    }

    [Fact]
    public async Task Forgotten_tokens_are_nowhere_left()
    {
        using AuthorizationCodeTokenProvider tokens = ForUser(TestBrowser.AuthorizeAsync);
        await tokens.GetAuthorizationTokenAsync(Anywhere);

        await tokens.ForgetAsync();

        Assert.Null(Store.Tokens);
        await tokens.GetAuthorizationTokenAsync(Anywhere);
        Assert.Equal(["authorization_code", "authorization_code"], Server.Grants);
    }

    [Fact]
    public async Task A_web_application_asks_and_redeems_in_two_requests()
    {
        using AuthorizationCodeTokenProvider tokens = ForUser(null);
        OAuthException early = await Assert.ThrowsAsync<OAuthException>(() => tokens.GetAuthorizationTokenAsync(Anywhere));
        Assert.Contains("RedeemAsync", early.Message, StringComparison.Ordinal);

        AuthorizationRequest request = tokens.CreateRequest();
        Uri answer = await TestBrowser.AuthorizeAsync(request, default);
        await tokens.RedeemAsync(request, answer);

        Assert.NotEmpty(await tokens.GetAuthorizationTokenAsync(Anywhere));
    }

    [Fact]
    public async Task A_code_is_good_once()
    {
        using AuthorizationCodeTokenProvider tokens = ForUser(null);
        AuthorizationRequest request = tokens.CreateRequest();
        Uri answer = await TestBrowser.AuthorizeAsync(request, default);
        await tokens.RedeemAsync(request, answer);

        OAuthException refused = await Assert.ThrowsAsync<OAuthException>(() => tokens.RedeemAsync(request, answer));

        Assert.Equal("invalid_grant", refused.Error);
        Assert.Equal(400, refused.StatusCode);
    }

    [Fact]
    public async Task A_code_is_of_no_use_without_the_verifier_of_its_request()
    {
        using AuthorizationCodeTokenProvider tokens = ForUser(null);
        AuthorizationRequest request = tokens.CreateRequest();
        Uri answer = await TestBrowser.AuthorizeAsync(request, default);
        var thief = new AuthorizationRequest { Url = request.Url, State = request.State, CodeVerifier = tokens.CreateRequest().CodeVerifier };

        OAuthException refused = await Assert.ThrowsAsync<OAuthException>(() => tokens.RedeemAsync(thief, answer));

        Assert.Equal("invalid_grant", refused.Error);
    }

    [Fact]
    public async Task An_answer_to_another_request_is_refused()
    {
        using AuthorizationCodeTokenProvider tokens = ForUser(null);
        Uri answer = await TestBrowser.AuthorizeAsync(tokens.CreateRequest(), default);

        OAuthException refused = await Assert.ThrowsAsync<OAuthException>(() => tokens.RedeemAsync(tokens.CreateRequest(), answer));

        Assert.Contains("state", refused.Message, StringComparison.Ordinal);
        Assert.Empty(Server.Grants);
    }

    [Theory]
    [InlineData("")]
    [InlineData("?code=1")]
    [InlineData("?state=&code=1")]
    public async Task An_answer_without_state_is_refused(string query)
    {
        using AuthorizationCodeTokenProvider tokens = ForUser(null);

        await Assert.ThrowsAsync<OAuthException>(() => tokens.RedeemAsync(tokens.CreateRequest(), new Uri("http://127.0.0.1:5999/callback" + query)));
        Assert.Empty(Server.Grants);
    }

    [Fact]
    public async Task An_answer_of_another_server_is_refused()
    {
        using AuthorizationCodeTokenProvider tokens = ForUser(TestBrowser.AuthorizeAsync, issuer: "https://elsewhere.example/");

        OAuthException refused = await Assert.ThrowsAsync<OAuthException>(() => tokens.GetAuthorizationTokenAsync(Anywhere));

        Assert.Contains("https://elsewhere.example/", refused.Message, StringComparison.Ordinal);
        Assert.Empty(Server.Grants);
    }

    [Fact]
    public async Task An_answer_of_the_named_server_is_taken()
    {
        using AuthorizationCodeTokenProvider tokens = ForUser(TestBrowser.AuthorizeAsync, issuer: Server.BaseUrl.AbsoluteUri);

        Assert.NotEmpty(await tokens.GetAuthorizationTokenAsync(Anywhere));
    }

    [Fact]
    public async Task A_user_who_refuses_is_an_exception_that_says_so()
    {
        Server.IsUserWilling = false;
        using AuthorizationCodeTokenProvider tokens = ForUser(TestBrowser.AuthorizeAsync);

        OAuthException refused = await Assert.ThrowsAsync<OAuthException>(() => tokens.GetAuthorizationTokenAsync(Anywhere));

        Assert.Equal("access_denied", refused.Error);
        Assert.Equal("The user said no.", refused.ErrorDescription);
        Assert.Null(refused.StatusCode);
    }

    [Fact]
    public async Task A_wait_that_is_stopped_leaves_the_others_waiting()
    {
        using var stop = new CancellationTokenSource();
        var asked = new TaskCompletionSource();
        using AuthorizationCodeTokenProvider tokens = ForUser(async (request, cancellationToken) =>
        {
            asked.TrySetResult();
            if (cancellationToken.CanBeCanceled)
            {
                await Task.Delay(Timeout.Infinite, cancellationToken);
            }

            return await TestBrowser.AuthorizeAsync(request, cancellationToken);
        });

        Task<string> stopped = tokens.GetAuthorizationTokenAsync(Anywhere, null, stop.Token);
        await asked.Task;
        Task<string> patient = tokens.GetAuthorizationTokenAsync(Anywhere);
        await stop.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => stopped);
        Assert.NotEmpty(await patient);
    }

    [Fact]
    public async Task The_browser_waits_for_the_answer_and_turns_others_away()
    {
        using var browser = new LoopbackBrowser(open: static _ => { });
        using AuthorizationCodeTokenProvider tokens = ForUser(browser.AuthorizeAsync, browser.RedirectUri);
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
        Assert.NotEmpty(await tokens.GetAuthorizationTokenAsync(Anywhere));
    }

    [Fact]
    public void A_request_says_what_the_standards_ask_for()
    {
        using AuthorizationCodeTokenProvider tokens = ForUser(null);

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
