using System.Collections.Concurrent;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Http.Resilience;
using Microsoft.Extensions.Logging;

namespace RestoreApi.Tests;

/// <summary>How the service talks to the CDE API: its credentials, and which requests it sends again. A server in this process records the requests.</summary>
public sealed class TransportTests : IAsyncLifetime
{
    private static readonly Guid s_id = new("019e16f4-abc0-7901-9c6e-97ad896c94ce");

    private readonly ConcurrentQueue<(string Method, string Authorization)> _requests = [];

    private int _status = StatusCodes.Status503ServiceUnavailable;

    private WebApplication _server = null!;

    private Service _service = null!;

    public async Task InitializeAsync()
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        _server = builder.Build();
        _server.MapPost("/token", () => Results.Text("""{"access_token":"token-of-the-service","token_type":"Bearer","expires_in":3600}""", "application/json"));
        _server.MapFallback((HttpRequest request) =>
        {
            _requests.Enqueue((request.Method, request.Headers.Authorization.ToString()));
            return Results.Text("""{"message":"text"}""", "application/json", statusCode: _status);
        });
        await _server.StartAsync();
        string address = _server.Urls.Single();
        _service = new Service(
            static services => services.ConfigureAll<HttpStandardResilienceOptions>(static o => o.Retry.Delay = TimeSpan.Zero),
            ("Cde:BaseUrl", address),
            ("Cde:OAuth:TokenEndpoint", address + "/token"));
    }

    public async Task DisposeAsync()
    {
        await _service.DisposeAsync();
        await _server.DisposeAsync();
    }

    [Fact]
    public async Task A_restore_is_sent_once()
    {
        using HttpResponseMessage response = await _service.Caller(CallerTokens.Valid).PostAsync($"/connectors/{s_id}/restore", null);

        Assert.Equal(HttpStatusCode.BadGateway, response.StatusCode);
        Assert.Equal("PATCH", Assert.Single(_requests).Method);
    }

    [Fact]
    public async Task A_look_up_is_sent_again()
    {
        using HttpResponseMessage response = await _service.Caller(CallerTokens.Valid).GetAsync($"/connectors/{s_id}");

        Assert.Equal(HttpStatusCode.BadGateway, response.StatusCode);
        Assert.Equal(["GET", "GET", "GET", "GET"], _requests.Select(static request => request.Method));
    }

    [Fact]
    public async Task The_service_authenticates_itself_and_does_not_pass_on_the_token_of_its_caller()
    {
        _status = StatusCodes.Status404NotFound;

        using HttpResponseMessage response = await _service.Caller(CallerTokens.Valid).PostAsync($"/connectors/{s_id}/restore", null);

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.Equal("Bearer token-of-the-service", Assert.Single(_requests).Authorization);
    }
}
