using System.Net;
using CdeCodegen.Runtime.OAuth.Tests.Support;
using Productsup.Cde;

namespace CdeCodegen.Runtime.OAuth.Tests;

public sealed class AuthorizationCodeTests : ServerTests
{
    [Fact]
    public async Task AConnectorIsRestoredWithATokenThatTheUserGranted()
    {
        using var browser = new LoopbackBrowser(open: static url => _ = TestBrowser.VisitAsync(url));
        using var tokens = ForUser(browser.AuthorizeAsync, browser.RedirectUri);
        using var http = new HttpClient();
        var cde = new CdeClient(new ApiClientOptions { HttpClient = http, BaseUrl = Server.BaseUrl, AccessTokenProvider = tokens });

        var result = await cde.Connectors[Guid.NewGuid()].RestoreFromBin.PatchAsync();

        var ok = Assert.IsType<ConnectorRestoreFromBinResult.Ok>(result);
        Assert.NotEmpty(ok.Body.Data.Name);
        Assert.Equal(["authorization_code"], Server.Grants);
    }

    [Fact]
    public async Task TheSecondRequestTakesTheSameToken()
    {
        using var tokens = ForUser(TestBrowser.AuthorizeAsync);

        string first = await tokens.GetAuthorizationTokenAsync(Anywhere);

        Assert.Equal(first, await tokens.GetAuthorizationTokenAsync(Anywhere));
        Assert.True(tokens.GetAuthorizationTokenAsync(Anywhere).IsCompletedSuccessfully);
        Assert.Single(Server.Grants);
    }

    [Fact]
    public async Task RequestsThatWaitTogetherGetOneToken()
    {
        using var tokens = ForUser(TestBrowser.AuthorizeAsync);

        string[] all = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Task.Run(() => tokens.GetAuthorizationTokenAsync(Anywhere))));

        Assert.Single(all.Distinct());
        Assert.Single(Server.Grants);
    }

    [Fact]
    public async Task ATokenIsRefreshedBeforeItExpires()
    {
        using var tokens = ForUser(TestBrowser.AuthorizeAsync);
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
    public async Task AServerOutOfOrderDoesNotTakeATokenThatIsStillGood()
    {
        using var tokens = ForUser(TestBrowser.AuthorizeAsync);
        string first = await tokens.GetAuthorizationTokenAsync(Anywhere);
        Server.TokenEndpointTrouble = static context =>
        {
            context.Response.StatusCode = 503;
            return Task.CompletedTask;
        };

        Clock.Advance(TimeSpan.FromMinutes(59.5));
        Assert.Equal(first, await tokens.GetAuthorizationTokenAsync(Anywhere));
        Clock.Advance(TimeSpan.FromMinutes(1));
        var refused = await Assert.ThrowsAsync<OAuthException>(() => tokens.GetAuthorizationTokenAsync(Anywhere));
        Server.TokenEndpointTrouble = null;

        Assert.Equal(503, refused.StatusCode);
        Assert.NotEqual(first, await tokens.GetAuthorizationTokenAsync(Anywhere));
        Assert.Equal(["authorization_code", "refresh_token", "refresh_token", "refresh_token"], Server.Grants);
    }

    [Fact]
    public async Task ATokenThatTheApiRefusesIsReplaced()
    {
        using var tokens = ForUser(TestBrowser.AuthorizeAsync);
        string first = await tokens.GetAuthorizationTokenAsync(Anywhere);

        tokens.Invalidate(first);
        string second = await tokens.GetAuthorizationTokenAsync(Anywhere);
        tokens.Invalidate(first);

        Assert.NotEqual(first, second);
        Assert.Equal(second, await tokens.GetAuthorizationTokenAsync(Anywhere));
        Assert.Equal(["authorization_code", "refresh_token"], Server.Grants);
    }

    [Fact]
    public async Task TheUserIsAskedAgainWhenTheRefreshTokenIsNoLongerGood()
    {
        using var tokens = ForUser(TestBrowser.AuthorizeAsync);
        await tokens.GetAuthorizationTokenAsync(Anywhere);

        await Server.RevokeAllAsync();
        tokens.Invalidate();

        Assert.NotEmpty(await tokens.GetAuthorizationTokenAsync(Anywhere));
        Assert.Equal(["authorization_code", "refresh_token", "authorization_code"], Server.Grants);
    }

    [Fact]
    public async Task AStoreSparesTheUserTheNextQuestion()
    {
        using (var first = ForUser(TestBrowser.AuthorizeAsync))
            await first.GetAuthorizationTokenAsync(Anywhere);
        string kept = Store.Tokens!.AccessToken;

        using var second = ForUser(null);

        Assert.Equal(kept, await second.GetAuthorizationTokenAsync(Anywhere));
        Assert.Equal(2, Store.Loads);
        Assert.Single(Server.Grants);
    }

    [Fact]
    public async Task ForgottenTokensAreNowhereLeft()
    {
        using var tokens = ForUser(TestBrowser.AuthorizeAsync);
        await tokens.GetAuthorizationTokenAsync(Anywhere);

        await tokens.ForgetAsync();

        Assert.Null(Store.Tokens);
        await tokens.GetAuthorizationTokenAsync(Anywhere);
        Assert.Equal(["authorization_code", "authorization_code"], Server.Grants);
    }

    [Fact]
    public async Task AWebApplicationAsksAndRedeemsInTwoRequests()
    {
        using var tokens = ForUser(null);
        var early = await Assert.ThrowsAsync<OAuthException>(() => tokens.GetAuthorizationTokenAsync(Anywhere));
        Assert.Contains("RedeemAsync", early.Message, StringComparison.Ordinal);

        AuthorizationRequest request = tokens.CreateRequest();
        Uri answer = await TestBrowser.AuthorizeAsync(request, default);
        await tokens.RedeemAsync(request, answer);

        Assert.NotEmpty(await tokens.GetAuthorizationTokenAsync(Anywhere));
    }

    [Fact]
    public async Task ACodeIsGoodOnce()
    {
        using var tokens = ForUser(null);
        AuthorizationRequest request = tokens.CreateRequest();
        Uri answer = await TestBrowser.AuthorizeAsync(request, default);
        await tokens.RedeemAsync(request, answer);

        var refused = await Assert.ThrowsAsync<OAuthException>(() => tokens.RedeemAsync(request, answer));

        Assert.Equal("invalid_grant", refused.Error);
        Assert.Equal(400, refused.StatusCode);
    }

    [Fact]
    public async Task ACodeIsOfNoUseWithoutTheVerifierOfItsRequest()
    {
        using var tokens = ForUser(null);
        AuthorizationRequest request = tokens.CreateRequest();
        Uri answer = await TestBrowser.AuthorizeAsync(request, default);
        var thief = new AuthorizationRequest { Url = request.Url, State = request.State, CodeVerifier = tokens.CreateRequest().CodeVerifier };

        var refused = await Assert.ThrowsAsync<OAuthException>(() => tokens.RedeemAsync(thief, answer));

        Assert.Equal("invalid_grant", refused.Error);
    }

    [Fact]
    public async Task AnAnswerToAnotherRequestIsRefused()
    {
        using var tokens = ForUser(null);
        Uri answer = await TestBrowser.AuthorizeAsync(tokens.CreateRequest(), default);

        var refused = await Assert.ThrowsAsync<OAuthException>(() => tokens.RedeemAsync(tokens.CreateRequest(), answer));

        Assert.Contains("state", refused.Message, StringComparison.Ordinal);
        Assert.Empty(Server.Grants);
    }

    [Theory]
    [InlineData("")]
    [InlineData("?code=1")]
    [InlineData("?state=&code=1")]
    public async Task AnAnswerWithoutStateIsRefused(string query)
    {
        using var tokens = ForUser(null);

        await Assert.ThrowsAsync<OAuthException>(() => tokens.RedeemAsync(tokens.CreateRequest(), new Uri("http://127.0.0.1:5999/callback" + query)));
        Assert.Empty(Server.Grants);
    }

    [Fact]
    public async Task AnAnswerOfAnotherServerIsRefused()
    {
        using var tokens = ForUser(TestBrowser.AuthorizeAsync, issuer: "https://elsewhere.example/");

        var refused = await Assert.ThrowsAsync<OAuthException>(() => tokens.GetAuthorizationTokenAsync(Anywhere));

        Assert.Contains("https://elsewhere.example/", refused.Message, StringComparison.Ordinal);
        Assert.Empty(Server.Grants);
    }

    [Fact]
    public async Task AnAnswerOfTheNamedServerIsTaken()
    {
        using var tokens = ForUser(TestBrowser.AuthorizeAsync, issuer: Server.BaseUrl.AbsoluteUri);

        Assert.NotEmpty(await tokens.GetAuthorizationTokenAsync(Anywhere));
    }

    [Fact]
    public async Task AUserWhoRefusesIsAnExceptionThatSaysSo()
    {
        Server.IsUserWilling = false;
        using var tokens = ForUser(TestBrowser.AuthorizeAsync);

        var refused = await Assert.ThrowsAsync<OAuthException>(() => tokens.GetAuthorizationTokenAsync(Anywhere));

        Assert.Equal("access_denied", refused.Error);
        Assert.Equal("The user said no.", refused.ErrorDescription);
        Assert.Null(refused.StatusCode);
    }

    [Fact]
    public async Task AWaitThatIsStoppedLeavesTheOthersWaiting()
    {
        using var stop = new CancellationTokenSource();
        var asked = new TaskCompletionSource();
        using var tokens = ForUser(async (request, cancellationToken) =>
        {
            asked.TrySetResult();
            if (cancellationToken.CanBeCanceled)
                await Task.Delay(Timeout.Infinite, cancellationToken);
            return await TestBrowser.AuthorizeAsync(request, cancellationToken);
        });

        var stopped = tokens.GetAuthorizationTokenAsync(Anywhere, null, stop.Token);
        await asked.Task;
        var patient = tokens.GetAuthorizationTokenAsync(Anywhere);
        await stop.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => stopped);
        Assert.NotEmpty(await patient);
    }

    [Fact]
    public async Task TheBrowserWaitsForTheAnswerAndTurnsOthersAway()
    {
        using var browser = new LoopbackBrowser(open: static _ => { });
        using var tokens = ForUser(browser.AuthorizeAsync, browser.RedirectUri);
        AuthorizationRequest request = tokens.CreateRequest();
        using (var stop = new CancellationTokenSource(TimeSpan.FromMilliseconds(50)))
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => browser.AuthorizeAsync(request, stop.Token));

        var waiting = browser.AuthorizeAsync(request);
        using (var icon = await TestBrowser.VisitAsync(new Uri(browser.RedirectUri, "/favicon.ico")))
            Assert.Equal(HttpStatusCode.NotFound, icon.StatusCode);
        using (var forged = await TestBrowser.VisitAsync(new Uri(browser.RedirectUri + "?code=1&state=2")))
            Assert.Equal(HttpStatusCode.NotFound, forged.StatusCode);
        Assert.False(waiting.IsCompleted);
        using var answered = await TestBrowser.VisitAsync(request.Url);

        Assert.Equal(HttpStatusCode.OK, answered.StatusCode);
        Assert.Contains("can be closed", await answered.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        await tokens.RedeemAsync(request, await waiting);
        Assert.NotEmpty(await tokens.GetAuthorizationTokenAsync(Anywhere));
    }

    [Fact]
    public void ARequestSaysWhatTheStandardsAskFor()
    {
        using var tokens = ForUser(null);

        var query = System.Web.HttpUtility.ParseQueryString(tokens.CreateRequest().Url.Query);

        Assert.Equal("code", query["response_type"]);
        Assert.Equal("S256", query["code_challenge_method"]);
        Assert.Equal(AuthorizationServer.PublicClient, query["client_id"]);
        Assert.Equal("http://127.0.0.1:5999/callback", query["redirect_uri"]);
        Assert.Equal("connectors offline_access", query["scope"]);
        Assert.Equal(43, query["code_challenge"]!.Length);
        Assert.NotEqual(query["state"], System.Web.HttpUtility.ParseQueryString(tokens.CreateRequest().Url.Query)["state"]);
    }
}
