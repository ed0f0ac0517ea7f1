using System.Net;
using System.Net.Sockets;
using System.Text;
using CdeCodegen.Runtime.OAuth.Tests.Support;

namespace CdeCodegen.Runtime.OAuth.Tests;

/// <summary>Forged, repeated, replayed and misdirected authorization responses, and hostile clients of the loopback port.</summary>
public sealed class HostileRedirectTests
{
    private const string Issuer = "https://login.example";

    private static readonly Uri s_apiAddress = new("https://api.example/");

    private readonly RotatingTokenServer _server = new();

    [Theory]
    [InlineData("?code=1&state={0}&state={0}")]
    [InlineData("?code=1&state={0}&state=other")]
    [InlineData("?code=1&code=2&state={0}")]
    [InlineData("?code=1&error=&error=x&state={0}")]
    [InlineData("?code=1&state={0}&iss=a&iss=b")]
    [InlineData("?code=1&%73tate={0}&state={0}")]
    [InlineData("?a=1&a=2")]
    [InlineData("?code=1#state={0}")]
    [InlineData("?code=1&State={0}")]
    [InlineData("?code=1&state={0}x")]
    [InlineData("?code=1&state=%ZZ%")]
    [InlineData("?&&==&=&")]
    public async Task A_forged_or_repeated_parameter_is_refused(string query)
    {
        using AuthorizationCodeTokenProvider tokens = CreateProvider();
        AuthorizationRequest request = tokens.CreateRequest();
        var redirect = new Uri("https://app.example/callback" + string.Format(System.Globalization.CultureInfo.InvariantCulture, query, request.State));

        await Assert.ThrowsAsync<OAuthException>(() => tokens.RedeemAsync(request, redirect));

        Assert.Empty(_server.Grants);
    }

    [Fact]
    public async Task A_repeated_unknown_parameter_is_ignored()
    {
        using AuthorizationCodeTokenProvider tokens = CreateProvider();
        AuthorizationRequest request = tokens.CreateRequest();

        await tokens.RedeemAsync(request, Redirect(request, "&a=1&a=2"));

        Assert.Equal("access-1", await tokens.GetAuthorizationTokenAsync(s_apiAddress));
    }

    [Fact]
    public async Task A_replayed_response_is_refused()
    {
        using AuthorizationCodeTokenProvider tokens = CreateProvider();
        AuthorizationRequest first = tokens.CreateRequest();
        Uri redirect = Redirect(first);
        await tokens.RedeemAsync(first, redirect);

        await Assert.ThrowsAsync<OAuthException>(() => tokens.RedeemAsync(tokens.CreateRequest(), redirect));

        Assert.Single(_server.Grants);
    }

    [Fact]
    public async Task A_relative_redirect_is_refused()
    {
        using AuthorizationCodeTokenProvider tokens = CreateProvider();
        AuthorizationRequest request = tokens.CreateRequest();

        await Assert.ThrowsAsync<OAuthException>(() => tokens.RedeemAsync(request, new Uri($"/callback?code=1&state={request.State}", UriKind.Relative)));
    }

    [Theory]
    [InlineData("", true, false)]
    [InlineData("&iss=", true, false)]
    [InlineData("&iss=https%3A%2F%2Fother.example", true, false)]
    [InlineData("&iss=https%3A%2F%2Flogin.example%2F", true, false)]
    [InlineData("&iss=https%3A%2F%2Flogin.example", true, true)]
    [InlineData("", false, true)]
    [InlineData("&iss=https%3A%2F%2Fother.example", false, false)]
    public async Task A_response_of_a_mixed_up_issuer_is_refused(string query, bool requireIssuer, bool accepted)
    {
        using AuthorizationCodeTokenProvider tokens = CreateProvider(issuer: Issuer, requireIssuer: requireIssuer);
        AuthorizationRequest request = tokens.CreateRequest();

        Exception? refused = await Record.ExceptionAsync(() => tokens.RedeemAsync(request, Redirect(request, query)));

        Assert.Equal(accepted, refused is null);
        Assert.Equal(accepted ? 1 : 0, _server.Grants.Count);
        Assert.True(accepted || refused is OAuthException);
    }

    [Fact]
    public async Task An_error_of_a_mixed_up_issuer_is_not_reported_as_denied_consent()
    {
        using AuthorizationCodeTokenProvider tokens = CreateProvider(issuer: Issuer);
        AuthorizationRequest request = tokens.CreateRequest();
        var redirect = new Uri($"https://app.example/callback?error=access_denied&state={request.State}&iss=https%3A%2F%2Fother.example");

        OAuthException refused = await Assert.ThrowsAsync<OAuthException>(() => tokens.RedeemAsync(request, redirect));

        Assert.Null(refused.Error);
    }

    [Fact]
    public async Task Text_of_a_denial_is_shortened_and_cleaned()
    {
        using AuthorizationCodeTokenProvider tokens = CreateProvider();
        AuthorizationRequest request = tokens.CreateRequest();
        string description = Uri.EscapeDataString($"no\r\n{request.State} {request.CodeVerifier} " + new string('x', 10_000));
        var redirect = new Uri($"https://app.example/callback?error=access_denied&error_description={description}&state={request.State}");

        OAuthException refused = await Assert.ThrowsAsync<OAuthException>(() => tokens.RedeemAsync(request, redirect));

        Assert.Equal("access_denied", refused.Error);
        Assert.StartsWith("no  *** *** xxx", refused.ErrorDescription, StringComparison.Ordinal);
        Assert.InRange(refused.Message.Length, 1, 700);
    }

    [Theory]
    [InlineData("javascript:alert(1)")]
    [InlineData("http://app.example/callback")]
    [InlineData("https://user@app.example/callback")]
    [InlineData("https://app.example/callback#fragment")]
    [InlineData("file:///callback")]
    [InlineData("data:text/html,x")]
    public void A_redirect_uri_that_is_neither_https_nor_loopback_is_refused(string redirectUri) =>
        Assert.Throws<ArgumentException>(() => CreateProvider(redirectUri: new Uri(redirectUri)));

    [Fact]
    public async Task Forged_requests_to_the_loopback_port_do_not_end_the_sign_in()
    {
        AuthorizationRequest request;
        using var browser = new LoopbackBrowser(open: static _ => { });
        using AuthorizationCodeTokenProvider tokens = CreateProvider(redirectUri: browser.RedirectUri);
        request = tokens.CreateRequest();
        Task<Uri> signIn = browser.AuthorizeAsync(request);
        using var http = new HttpClient { BaseAddress = browser.RedirectUri };
        string valid = $"/callback?code=1&state={request.State}";

        // A client that connects and sends nothing, and one that never reads.
        using var silent = new TcpClient();
        await silent.ConnectAsync(IPAddress.Loopback, browser.RedirectUri.Port);
        using var deaf = new TcpClient();
        await deaf.ConnectAsync(IPAddress.Loopback, browser.RedirectUri.Port);
        await deaf.GetStream().WriteAsync(Encoding.ASCII.GetBytes($"GET /callback?a=1&a=2 HTTP/1.1\r\nHost: 127.0.0.1:{browser.RedirectUri.Port}\r\n\r\n"));

        string[] forged =
        [
            "/callback?a=1&a=2", "/callback?state=1&state=2", valid + "&state=2", "/callback?state=" + new string('x', 5000), "/callback?%00=%ff", "/",
            "/favicon.ico", "/other?code=1&state=" + request.State,
        ];
        foreach (string address in forged)
        {
            using HttpResponseMessage response = await http.GetAsync(new Uri(address, UriKind.Relative));
            Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        }

        using (HttpResponseMessage posted = await http.PostAsync(new Uri(valid, UriKind.Relative), new StringContent("x")))
        {
            Assert.Equal(HttpStatusCode.NotFound, posted.StatusCode);
        }

        await Task.WhenAll(Enumerable.Range(0, 100).Select(async i =>
        {
            using HttpResponseMessage response = await http.GetAsync(new Uri($"/callback?state={i}", UriKind.Relative));
            Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        }));
        Assert.False(signIn.IsCompleted);

        using (HttpResponseMessage response = await http.GetAsync(new Uri(valid, UriKind.Relative)))
        {
            Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        }

        Assert.Equal(valid, (await signIn).PathAndQuery);
    }

    [Fact]
    public async Task A_second_redirect_does_not_complete_the_next_sign_in()
    {
        using var browser = new LoopbackBrowser(open: static _ => { });
        using AuthorizationCodeTokenProvider tokens = CreateProvider(redirectUri: browser.RedirectUri);
        using var http = new HttpClient { BaseAddress = browser.RedirectUri };
        AuthorizationRequest first = tokens.CreateRequest();
        AuthorizationRequest second = tokens.CreateRequest();
        var redirect = new Uri($"/callback?code=1&state={first.State}", UriKind.Relative);

        Task<Uri> signIn = browser.AuthorizeAsync(first);
        using (await http.GetAsync(redirect))
        {
            await signIn;
        }

        Task<HttpResponseMessage> replay = http.GetAsync(redirect);
        Task<Uri> next = browser.AuthorizeAsync(second);
        using (HttpResponseMessage response = await replay)
        {
            Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        }

        Assert.False(next.IsCompleted);
        using (await http.GetAsync(new Uri($"/callback?code=2&state={second.State}", UriKind.Relative)))
        {
            Assert.Contains("code=2", (await next).Query, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_sign_in_that_the_user_abandons_ends_at_its_time_out()
    {
        using var browser = new LoopbackBrowser(open: static _ => { }) { SignInTimeout = TimeSpan.FromMilliseconds(200) };
        using AuthorizationCodeTokenProvider tokens = CreateProvider(browser.AuthorizeAsync, browser.RedirectUri);

        OAuthException late = await Assert.ThrowsAsync<OAuthException>(() => tokens.GetAuthorizationTokenAsync(s_apiAddress));

        Assert.Contains("0.2 s", late.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Concurrent_sign_ins_through_one_browser_follow_each_other()
    {
        LoopbackBrowser? opened = null;
        using var browser = new LoopbackBrowser(open: url => _ = TestBrowser.VisitAsync(
            new Uri($"{opened!.RedirectUri}?code=1&state={System.Web.HttpUtility.ParseQueryString(url.Query)["state"]}")));
        opened = browser;
        AuthorizationCodeTokenProvider[] users = [.. Enumerable.Range(0, 8).Select(_ => CreateProvider(browser.AuthorizeAsync, browser.RedirectUri))];

        string[] received = await Task.WhenAll(users.Select(static user => Task.Run(() => user.GetAuthorizationTokenAsync(s_apiAddress))));

        Assert.Equal(users.Length, received.Distinct().Count());
        foreach (AuthorizationCodeTokenProvider user in users)
        {
            user.Dispose();
        }
    }

    private static Uri Redirect(AuthorizationRequest request, string query = "") => new($"https://app.example/callback?code=code&state={request.State}{query}");

    private AuthorizationCodeTokenProvider CreateProvider(
        Func<AuthorizationRequest, CancellationToken, Task<Uri>>? authorize = null,
        Uri? redirectUri = null,
        string? issuer = null,
        bool requireIssuer = true) =>
        new(new AuthorizationCodeOptions
        {
            AuthorizationEndpoint = new Uri("https://login.example/authorize"),
            TokenEndpoint = new Uri("https://login.example/token"),
            RedirectUri = redirectUri ?? new Uri("https://app.example/callback"),
            ClientId = "client",
            HttpClient = _server.CreateClient(),
            Authorize = authorize,
            Issuer = issuer,
            RequireIssuer = requireIssuer,
        });
}
