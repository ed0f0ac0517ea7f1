using System.Diagnostics;
using System.Net;

namespace CdeCodegen.Runtime.Tests.Http;

public class OptionsTests
{
    [Fact]
    public void Defaults_are_as_documented()
    {
        var options = new ApiClientOptions();

        Assert.Null(options.BaseUrl);
        Assert.Null(options.HttpClient);
        Assert.Null(options.AccessTokenProvider);
        Assert.Equal(67_108_864, options.MaxResponseBodyBytes);
        Assert.Equal(3, options.MaxRetries);
        Assert.False(options.RetryNonIdempotent);
        Assert.Equal(TimeSpan.FromSeconds(1), options.RetryDelay);
        Assert.Equal(TimeSpan.FromSeconds(30), options.MaxRetryDelay);
    }

    [Fact]
    public void Invalid_options_throw_in_the_constructor()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new ApiClientCore(new ApiClientOptions { MaxResponseBodyBytes = 0 }, null));
        Assert.Throws<ArgumentOutOfRangeException>(() => new ApiClientCore(new ApiClientOptions { MaxResponseBodyBytes = long.MaxValue }, null));
        Assert.Throws<ArgumentOutOfRangeException>(() => new ApiClientCore(new ApiClientOptions { MaxRetries = -1 }, null));
        Assert.Throws<ArgumentOutOfRangeException>(() => new ApiClientCore(new ApiClientOptions { RetryDelay = TimeSpan.FromSeconds(-1) }, null));
        Assert.Throws<ArgumentOutOfRangeException>(() => new ApiClientCore(new ApiClientOptions { MaxRetryDelay = TimeSpan.FromSeconds(-1) }, null));
        Assert.Throws<ArgumentNullException>(() => new ApiClientCore((ApiClientOptions)null!, null));
        Assert.Throws<ArgumentNullException>(() => new ApiClientCore((HttpClient)null!, null));
    }

    [Fact]
    public async Task Options_are_read_in_the_constructor_only()
    {
        var stub = StubHandler.Json("{}");
        var options = new ApiClientOptions { HttpClient = new HttpClient(stub), BaseUrl = new Uri("https://one.example.com") };
        var core = new ApiClientCore(options, null);

        options.BaseUrl = new Uri("https://two.example.com");
        await core.Get(Probe.Status);

        Assert.Equal("https://one.example.com/things", stub.Url);
    }

    [Fact]
    public async Task A_supplied_HttpClient_is_used_unchanged()
    {
        var stub = StubHandler.Bytes([], null, HttpStatusCode.ServiceUnavailable);

        Probe result = await TestApi.Over(stub).Get(Probe.Status);

        Assert.Equal(503, result.StatusCode);
        Assert.Single(stub.Requests);
        Assert.False(stub.Request.Headers.Contains("User-Agent"));
    }

    [Fact]
    public async Task Activities_contain_no_private_data()
    {
        var seen = new List<Activity>();
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == "CdeCodegen.Runtime",
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = activity =>
            {
                lock (seen)
                {
                    seen.Add(activity);
                }
            },
        };
        ActivitySource.AddActivityListener(listener);
        var request = new ApiRequest(TestApi.Over(StubHandler.Json("{}", HttpStatusCode.NotFound)), "TRACED", $"/secret");
        request.Query("key", "secret");
        await request.SendAsync(Probe.Status, default);
        var failing = new ApiRequest(TestApi.Over(new StubHandler(_ => throw new HttpRequestException("secret"))), "TRACED", $"/secret");
        await Assert.ThrowsAsync<HttpRequestException>(() => failing.SendAsync(Probe.Status, default));

        // Other tests run in parallel. The method identifies the activities of this one.
        Activity[] mine;
        lock (seen)
        {
            mine = [.. seen.Where(a => (string?)a.GetTagItem("http.request.method") == "TRACED")];
        }

        Assert.Equal(2, mine.Length);
        Assert.Equal("Probe", mine[0].DisplayName);
        Assert.Equal("api.example.com", mine[0].GetTagItem("server.address"));
        Assert.Equal(404, mine[0].GetTagItem("http.response.status_code"));
        Assert.Equal(ActivityStatusCode.Error, mine[1].Status);
        Assert.Equal("System.Net.Http.HttpRequestException", mine[1].GetTagItem("error.type"));
        Assert.DoesNotContain(mine, a => a.TagObjects.Any(t => t.Value?.ToString()?.Contains("secret") == true));
    }
}
