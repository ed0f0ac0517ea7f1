using System.Diagnostics;
using CdeCodegen.Runtime.OAuth.Tests.Support;

namespace CdeCodegen.Runtime.OAuth.Tests;

/// <summary>Renewals shared by many calls, against a token endpoint in memory that rotates refresh tokens.</summary>
public sealed class TokenRenewalTests
{
    private static readonly Uri s_apiAddress = new("https://api.example/");

    private readonly RotatingTokenServer _server = new();
    private readonly ManualClock _clock = new();
    private readonly MemoryStore _store = new();

    [Fact]
    public async Task A_canceled_call_does_not_lose_a_rotated_refresh_token()
    {
        using AuthorizationCodeTokenProvider tokens = CreateUserProvider();
        await tokens.GetAuthorizationTokenAsync(s_apiAddress);
        TaskCompletionSource release = HoldResponses();
        using var stop = new CancellationTokenSource();
        tokens.Invalidate();

        Task<string> impatient = tokens.GetAuthorizationTokenAsync(s_apiAddress, null, stop.Token);
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => impatient);
        Task<string> next = tokens.GetAuthorizationTokenAsync(s_apiAddress);
        release.SetResult();

        Assert.Equal("access-2", await next);
        Assert.Equal("refresh-2", _store.Tokens!.RefreshToken);
        Assert.Equal(["authorization_code", "refresh_token"], _server.Grants);
        Assert.False(_server.RefreshTokenReused);
    }

    [Fact]
    public async Task A_renewal_without_waiting_calls_reaches_the_store()
    {
        using AuthorizationCodeTokenProvider tokens = CreateUserProvider();
        await tokens.GetAuthorizationTokenAsync(s_apiAddress);
        TaskCompletionSource release = HoldResponses();
        using var stop = new CancellationTokenSource();
        tokens.Invalidate();

        Task<string> call = tokens.GetAuthorizationTokenAsync(s_apiAddress, null, stop.Token);
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call);
        tokens.Dispose();
        release.SetResult();

        await WaitUntilAsync(() => _store.Tokens!.RefreshToken == "refresh-2");
    }

    [Fact]
    public async Task A_canceled_call_leaves_the_refresh_to_the_others()
    {
        using AuthorizationCodeTokenProvider tokens = CreateUserProvider();
        await tokens.GetAuthorizationTokenAsync(s_apiAddress);
        TaskCompletionSource release = HoldResponses();
        using var stop = new CancellationTokenSource();
        tokens.Invalidate();

        Task<string> impatient = tokens.GetAuthorizationTokenAsync(s_apiAddress, null, stop.Token);
        Task<string>[] patient = [.. Enumerable.Range(0, 20).Select(_ => tokens.GetAuthorizationTokenAsync(s_apiAddress))];
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => impatient);
        release.SetResult();

        Assert.All(await Task.WhenAll(patient), static token => Assert.Equal("access-2", token));
        Assert.Equal(["authorization_code", "refresh_token"], _server.Grants);
    }

    [Fact]
    public async Task A_sign_in_without_waiting_calls_is_canceled_and_the_next_call_starts_another()
    {
        int asked = 0;
        using AuthorizationCodeTokenProvider tokens = CreateUserProvider(authorize: async (request, cancellationToken) =>
        {
            if (++asked == 1)
            {
                await Task.Delay(Timeout.Infinite, cancellationToken);
            }

            return Grant(request);
        });
        using var stop = new CancellationTokenSource();

        Task<string> first = tokens.GetAuthorizationTokenAsync(s_apiAddress, null, stop.Token);
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => first);

        Assert.Equal("access-1", await tokens.GetAuthorizationTokenAsync(s_apiAddress));
        Assert.Equal(2, asked);
    }

    [Fact]
    public async Task A_disposed_provider_cancels_the_sign_in()
    {
        AuthorizationCodeTokenProvider tokens = CreateUserProvider(authorize: static async (request, cancellationToken) =>
        {
            await Task.Delay(Timeout.Infinite, cancellationToken);
            return Grant(request);
        });

        Task<string> call = tokens.GetAuthorizationTokenAsync(s_apiAddress);
        tokens.Dispose();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call);
        await Assert.ThrowsAsync<ObjectDisposedException>(() => tokens.GetAuthorizationTokenAsync(s_apiAddress));
    }

    [Theory]
    [InlineData(30)]
    [InlineData(3)]
    public async Task A_hanging_endpoint_does_not_fail_calls_while_the_token_is_valid(int secondsLeft)
    {
        using AuthorizationCodeTokenProvider tokens = CreateUserProvider();
        await tokens.GetAuthorizationTokenAsync(s_apiAddress);
        TaskCompletionSource release = HoldResponses();
        _clock.Advance(TimeSpan.FromSeconds(3600 - secondsLeft));

        var time = Stopwatch.StartNew();
        Assert.Equal("access-1", await tokens.GetAuthorizationTokenAsync(s_apiAddress));
        Assert.InRange(time.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(10));
        release.SetResult();

        await WaitUntilAsync(() => _store.Tokens!.AccessToken == "access-2");
        Assert.Equal("access-2", await tokens.GetAuthorizationTokenAsync(s_apiAddress));
        Assert.Equal(["authorization_code", "refresh_token"], _server.Grants);
    }

    [Fact]
    public async Task Calls_wait_for_a_hanging_endpoint_once()
    {
        using ClientCredentialsTokenProvider tokens = CreateServiceProvider();
        await tokens.GetAuthorizationTokenAsync(s_apiAddress);
        TaskCompletionSource release = HoldResponses();
        _clock.Advance(TimeSpan.FromSeconds(3570));

        await tokens.GetAuthorizationTokenAsync(s_apiAddress);

        Assert.True(tokens.GetAuthorizationTokenAsync(s_apiAddress).IsCompletedSuccessfully);
        Assert.Equal(2, _server.Grants.Count);
        release.SetResult();
    }

    [Fact]
    public async Task A_hanging_endpoint_fails_calls_without_a_valid_token_after_the_deadline()
    {
        using ClientCredentialsTokenProvider tokens = CreateServiceProvider(requestTimeout: TimeSpan.FromMilliseconds(200));
        _server.BeforeResponse = static cancellationToken => Task.Delay(Timeout.Infinite, cancellationToken);

        TaskCanceledException late = await Assert.ThrowsAsync<TaskCanceledException>(() => tokens.GetAuthorizationTokenAsync(s_apiAddress));
        _server.BeforeResponse = null;

        Assert.IsType<TimeoutException>(late.InnerException);
        Assert.Contains("0.2 s", late.Message, StringComparison.Ordinal);
        Assert.Equal("access-2", await tokens.GetAuthorizationTokenAsync(s_apiAddress));
    }

    [Fact]
    public async Task An_invalidated_token_is_not_used_while_the_endpoint_hangs()
    {
        using ClientCredentialsTokenProvider tokens = CreateServiceProvider(requestTimeout: TimeSpan.FromMilliseconds(200));
        await tokens.GetAuthorizationTokenAsync(s_apiAddress);
        _server.BeforeResponse = static cancellationToken => Task.Delay(Timeout.Infinite, cancellationToken);
        tokens.Invalidate();

        await Assert.ThrowsAsync<TaskCanceledException>(() => tokens.GetAuthorizationTokenAsync(s_apiAddress));
    }

    [Fact]
    public async Task An_outage_does_not_fail_a_service_with_a_valid_token()
    {
        using ClientCredentialsTokenProvider tokens = CreateServiceProvider();
        await tokens.GetAuthorizationTokenAsync(s_apiAddress);
        _server.BeforeResponse = static _ => throw new HttpRequestException("Connection refused");
        _clock.Advance(TimeSpan.FromSeconds(3570));

        Assert.Equal("access-1", await tokens.GetAuthorizationTokenAsync(s_apiAddress));
        _clock.Advance(TimeSpan.FromSeconds(40));

        await Assert.ThrowsAsync<HttpRequestException>(() => tokens.GetAuthorizationTokenAsync(s_apiAddress));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_failing_store_does_not_fail_a_call_and_is_reported(bool hangs)
    {
        var reported = new List<Exception>();
        using AuthorizationCodeTokenProvider tokens = CreateUserProvider(new BrokenStore(hangs), reported.Add, TimeSpan.FromMilliseconds(200));

        Assert.Equal("access-1", await tokens.GetAuthorizationTokenAsync(s_apiAddress));

        Exception failure = Assert.Single(reported);
        Assert.True(hangs ? failure is OperationCanceledException : failure is IOException);
        Assert.Equal("access-1", await tokens.GetAuthorizationTokenAsync(s_apiAddress));
        Assert.Single(_server.Grants);
    }

    [Fact]
    public async Task A_failing_store_does_not_fail_RedeemAsync_but_fails_ForgetAsync()
    {
        var reported = new List<Exception>();
        using AuthorizationCodeTokenProvider tokens = CreateUserProvider(new BrokenStore(hangs: false), reported.Add);
        AuthorizationRequest request = tokens.CreateRequest();

        await tokens.RedeemAsync(request, Grant(request));

        Assert.Single(reported);
        Assert.Equal("access-1", await tokens.GetAuthorizationTokenAsync(s_apiAddress));
        await Assert.ThrowsAsync<IOException>(() => tokens.ForgetAsync());
    }

    [Theory]
    [InlineData("0")]
    [InlineData("-1")]
    [InlineData("\"0\"")]
    [InlineData("-1e300")]
    public async Task A_lifetime_of_zero_or_less_is_not_an_endless_lifetime(string expiresIn)
    {
        _server.ExpiresIn = expiresIn;
        using ClientCredentialsTokenProvider tokens = CreateServiceProvider();

        Assert.Equal("access-1", await tokens.GetAuthorizationTokenAsync(s_apiAddress));
        Assert.Equal("access-2", await tokens.GetAuthorizationTokenAsync(s_apiAddress));
    }

    [Theory]
    [InlineData("3600")]
    [InlineData("\"3600\"")]
    [InlineData("3600.5")]
    [InlineData("1e300")]
    [InlineData("null")]
    [InlineData("[]")]
    public async Task A_lifetime_is_read_from_numbers_and_text(string expiresIn)
    {
        _server.ExpiresIn = expiresIn;
        using ClientCredentialsTokenProvider tokens = CreateServiceProvider();
        await tokens.GetAuthorizationTokenAsync(s_apiAddress);
        _clock.Advance(TimeSpan.FromSeconds(3500));

        Assert.Equal("access-1", await tokens.GetAuthorizationTokenAsync(s_apiAddress));
    }

    [Fact]
    public async Task A_clock_that_is_set_back_delays_the_renewal_until_the_api_refuses_the_token()
    {
        using AuthorizationCodeTokenProvider tokens = CreateUserProvider();
        await tokens.GetAuthorizationTokenAsync(s_apiAddress);

        _clock.Advance(TimeSpan.FromHours(-5));
        Assert.Equal("access-1", await tokens.GetAuthorizationTokenAsync(s_apiAddress));
        tokens.Invalidate("access-1");

        Assert.Equal("access-2", await tokens.GetAuthorizationTokenAsync(s_apiAddress));
        Assert.Equal("access-2", await tokens.GetAuthorizationTokenAsync(s_apiAddress));
    }

    [Fact]
    public async Task Eight_hours_of_concurrent_calls_keep_one_refresh_in_flight()
    {
        const int LifetimeSeconds = 600;
        const int StepSeconds = 5;
        const int Calls = 40;
        _server.ExpiresIn = "600";
        _server.BeforeResponse = static async _ => await Task.Yield();
        using AuthorizationCodeTokenProvider tokens = CreateUserProvider();
        var random = new Random(20261128);
        int canceled = 0;

        for (int second = 0; second < 8 * 60 * 60; second += StepSeconds)
        {
            using var stop = new CancellationTokenSource();
            Task<string>[] calls = [.. Enumerable.Range(0, Calls).Select(i =>
                Task.Run(() => tokens.GetAuthorizationTokenAsync(s_apiAddress, null, i == 0 ? stop.Token : default)))];
            if (random.Next(4) == 0)
            {
                await stop.CancelAsync();
            }

            string[] received = await Task.WhenAll(calls[1..]);
            canceled += await Task.WhenAny(calls[0]) is { IsCanceled: true } ? 1 : 0;
            Assert.All(received, token => Assert.Equal(_store.Tokens!.AccessToken, token));
            Assert.True(_store.Tokens!.ExpiresAt > _clock.GetUtcNow());
            _clock.Advance(TimeSpan.FromSeconds(StepSeconds));
        }

        // One token every nine minutes: its lifetime less the margin of a minute.
        Assert.InRange(_server.Grants.Count, 8 * 60 * 60 / (LifetimeSeconds - 60), (8 * 60 * 60 / (LifetimeSeconds - 60 - StepSeconds)) + 1);
        Assert.Equal(1, _server.MaxInFlight);
        Assert.False(_server.RefreshTokenReused);
        Assert.Single(_server.Grants, static grant => grant == "authorization_code");
    }

    private static Uri Grant(AuthorizationRequest request) => new($"https://app.example/callback?code=code&state={request.State}");

    private static async Task WaitUntilAsync(Func<bool> condition)
    {
        var time = Stopwatch.StartNew();
        while (!condition())
        {
            Assert.True(time.Elapsed < TimeSpan.FromSeconds(30), "The condition did not become true within 30 s.");
            await Task.Delay(10);
        }
    }

    private TaskCompletionSource HoldResponses()
    {
        var release = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _server.BeforeResponse = release.Task.WaitAsync;
        return release;
    }

    private AuthorizationCodeTokenProvider CreateUserProvider(
        IOAuthTokenStore? store = null,
        Action<Exception>? storeFailed = null,
        TimeSpan? requestTimeout = null,
        Func<AuthorizationRequest, CancellationToken, Task<Uri>>? authorize = null) => new(new AuthorizationCodeOptions
        {
            AuthorizationEndpoint = new Uri("https://login.example/authorize"),
            TokenEndpoint = new Uri("https://login.example/token"),
            RedirectUri = new Uri("https://app.example/callback"),
            ClientId = "client",
            HttpClient = _server.CreateClient(),
            TimeProvider = _clock,
            Authorize = authorize ?? (static (request, _) => Task.FromResult(Grant(request))),
            TokenStore = store ?? _store,
            TokenStoreFailed = storeFailed,
            RequestTimeout = requestTimeout ?? TimeSpan.FromSeconds(30),
        });

    private ClientCredentialsTokenProvider CreateServiceProvider(TimeSpan? requestTimeout = null) => new(new OAuthClientOptions
    {
        TokenEndpoint = new Uri("https://login.example/token"),
        ClientId = "client",
        ClientSecret = "secret",
        HttpClient = _server.CreateClient(),
        TimeProvider = _clock,
        RequestTimeout = requestTimeout ?? TimeSpan.FromSeconds(30),
    });

    /// <summary>A store that cannot save. If it hangs, it ignores its cancellation token too.</summary>
    private sealed class BrokenStore(bool hangs) : IOAuthTokenStore
    {
        public Task<OAuthTokens?> LoadAsync(CancellationToken cancellationToken) => Task.FromResult<OAuthTokens?>(null);

        public Task SaveAsync(OAuthTokens? tokens, CancellationToken cancellationToken) =>
            hangs ? Task.Delay(Timeout.Infinite, CancellationToken.None) : throw new IOException("The disk is full.");
    }
}
