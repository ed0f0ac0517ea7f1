using System.Net;
using Acme.Shop;
using Acme.Shop.Models;
using CdeCodegen.Runtime.OAuth;
using Microsoft.Kiota.Abstractions.Authentication;

namespace CdeCodegen.Consumer.Tests.Tokens;

/// <summary>A 401 for a token that has not expired.</summary>
public class RenewalTests
{
    private readonly Provider _tokens = new();
    private readonly StubHandler _server;
    private string _accepted = "t2";

    public RenewalTests() => _server = new StubHandler(
        request => StubHandler.Response(null, null, request.Headers.Authorization?.Parameter == _accepted ? HttpStatusCode.NotFound : HttpStatusCode.Unauthorized));

    [Fact]
    public async Task The_token_is_renewed_and_the_request_sent_once_more()
    {
        OrderShowResult result = await Shop().Orders["1"].GetAsync(r => r.Headers.Add("X-Own", "kept"));

        Assert.IsType<OrderShowResult.NotFound>(result);
        Assert.Equal(["Bearer t1", "Bearer t2"], Sent);
        Assert.Equal(["t1"], _tokens.Refused);
        Assert.Equal("kept", _server.Headers["X-Own"]);
        Assert.Equal("application/json", _server.Headers["Accept"]);
    }

    [Fact]
    public async Task A_body_is_sent_again()
    {
        await Assert.ThrowsAsync<UnexpectedStatusException>(() => Shop().Orders["1"].PutAsync("text"));

        Assert.Equal(["text", "text"], _server.Bodies.Select(System.Text.Encoding.UTF8.GetString));
        Assert.Equal(["Bearer t1", "Bearer t2"], Sent);
    }

    [Fact]
    public async Task A_request_that_is_not_idempotent_is_not_sent_again_but_the_next_one_has_the_new_token()
    {
        ShopClient shop = Shop();

        Assert.IsType<OrderCreateResult.Unauthorized>(await shop.Orders.PostAsync(new Order { OrderId = "1", State = OrderState.New }));
        Assert.Equal(["Bearer t1"], Sent);

        await shop.Orders["1"].GetAsync();
        Assert.Equal(["Bearer t1", "Bearer t2"], Sent);
    }

    [Fact]
    public async Task RetryNonIdempotent_sends_every_request_again()
    {
        await Assert.ThrowsAsync<UnexpectedStatusException>(
            () => Shop(o => o.RetryNonIdempotent = true).Orders.PostAsync(new Order { OrderId = "1", State = OrderState.New }));

        Assert.Equal(["Bearer t1", "Bearer t2"], Sent);
    }

    [Fact]
    public async Task A_second_401_is_the_result_and_the_renewed_token_is_not_renewed_again()
    {
        _accepted = "none";
        ShopClient shop = Shop();

        Assert.IsType<OrderShowResult.Unauthorized>(await shop.Orders["1"].GetAsync());
        Assert.IsType<OrderShowResult.Unauthorized>(await shop.Orders["1"].GetAsync());

        Assert.Equal(["Bearer t1", "Bearer t2", "Bearer t2"], Sent);
        Assert.Equal(["t1"], _tokens.Refused);
    }

    [Fact]
    public async Task The_same_token_or_a_failed_renewal_ends_in_the_401()
    {
        _tokens.IsFixed = true;
        Assert.IsType<OrderShowResult.Unauthorized>(await Shop().Orders["1"].GetAsync());
        Assert.Equal(["Bearer t1"], Sent);

        _tokens.FailsToRenew = true;
        Assert.IsType<OrderShowResult.Unauthorized>(await Shop().Orders["1"].GetAsync());
        Assert.Equal(["Bearer t1", "Bearer t1"], Sent);
    }

    [Fact]
    public async Task An_Authorization_header_of_the_caller_is_not_renewed()
    {
        Assert.IsType<OrderShowResult.Unauthorized>(await Shop().Orders["1"].GetAsync(r => r.Headers.Add("Authorization", "Bearer own")));

        Assert.Equal(["Bearer own"], Sent);
        Assert.Empty(_tokens.Refused);
    }

    [Fact]
    public async Task A_call_that_was_sent_before_the_renewal_of_another_is_sent_again()
    {
        var slow = new TaskCompletionSource();
        var server = new SlowServer(slow.Task);
        ShopClient shop = Shop(o => o.HttpClient = new HttpClient(server));

        Task<OrderShowResult> first = shop.Orders["slow"].GetAsync();
        OrderShowResult second = await shop.Orders["fast"].GetAsync();
        slow.SetResult();

        Assert.IsType<OrderShowResult.NotFound>(second);
        Assert.IsType<OrderShowResult.NotFound>(await first);
        Assert.Equal(["t1"], _tokens.Refused.Distinct());
    }

    [Fact]
    public async Task The_token_providers_of_OAuth_renew_the_refused_token()
    {
        int issued = 0;
        var login = new StubHandler(_ => StubHandler.Response(
            System.Text.Encoding.UTF8.GetBytes($$"""{"access_token":"t{{++issued}}","token_type":"Bearer","expires_in":3600}"""), "application/json"));
        using var tokens = new ClientCredentialsTokenProvider(
            new OAuthClientOptions { TokenEndpoint = new Uri("https://login.example/token"), ClientId = "me", HttpClient = login.Client() });

        Assert.IsType<OrderShowResult.NotFound>(await Shop(o => o.AccessTokenProvider = tokens).Orders["1"].GetAsync());

        Assert.Equal(["Bearer t1", "Bearer t2"], Sent);
        Assert.Equal(2, issued);
    }

    private IEnumerable<string?> Sent => _server.Requests.Select(request => request.Headers.Authorization?.ToString());

    private ShopClient Shop(Action<ApiClientOptions>? configure = null)
    {
        var options = new ApiClientOptions { HttpClient = _server.Client(), AccessTokenProvider = _tokens };
        configure?.Invoke(options);
        return new ShopClient(options);
    }

    /// <summary>Accepts t2, and delays its answers to the path "slow" with t1.</summary>
    private sealed class SlowServer(Task delay) : HttpMessageHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            bool isAccepted = request.Headers.Authorization?.Parameter == "t2";
            if (!isAccepted && request.RequestUri!.AbsolutePath.EndsWith("slow", StringComparison.Ordinal))
            {
                await delay.WaitAsync(cancellationToken);
            }

            return StubHandler.Response(null, null, isAccepted ? HttpStatusCode.NotFound : HttpStatusCode.Unauthorized);
        }
    }

    /// <summary>Gives out t1, and t2 once t1 was refused.</summary>
    private sealed class Provider : IAccessTokenProvider
    {
        private int _current = 1;

        public bool IsFixed { get; set; }

        public bool FailsToRenew { get; set; }

        public List<string> Refused { get; } = [];

        public AllowedHostsValidator AllowedHostsValidator { get; } = new();

        public Task<string> GetAuthorizationTokenAsync(
            Uri uri, Dictionary<string, object>? additionalAuthenticationContext = null, CancellationToken cancellationToken = default)
        {
            if (additionalAuthenticationContext?.GetValueOrDefault("RefusedAccessToken") is string refused)
            {
                Refused.Add(refused);
                if (FailsToRenew)
                {
                    throw new TimeoutException();
                }

                _current = !IsFixed && refused == $"t{_current}" ? _current + 1 : _current;
            }

            return Task.FromResult($"t{_current}");
        }
    }
}
