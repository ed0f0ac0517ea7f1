using System.Text;
using System.Text.Json.Nodes;
using CdeCodegen.Samples;
using Microsoft.AspNetCore.Http;
using Productsup.Cde;

namespace CdeCodegen.EndToEnd.Client;

/// <summary>Responses that the document does not describe. None becomes a result, and each failure has an exception of its own.</summary>
public sealed class MisbehavingServerTests
{
    private static readonly string s_restored = Repository.Example("connector_restore_from_bin.200");

    [Theory]
    [InlineData(500, """{"message":"Something broke."}""")]
    [InlineData(429, "Slow down.")]
    [InlineData(400, """{"message":"Bad request.","errors":[]}""")]
    [InlineData(204, "")]
    [InlineData(301, "")]
    public async Task An_undocumented_status_throws_UnexpectedStatusException(int status, string body)
    {
        await using StubServer server = await StubServer.StartAsync(async context =>
        {
            context.Response.Headers["X-Request-Id"] = "abc";
            context.Response.StatusCode = status;
            if (body.Length > 0)
            {
                await StubServer.WriteAsync(context, status, body, "text/plain");
            }
        });

        UnexpectedStatusException e = await Assert.ThrowsAsync<UnexpectedStatusException>(() => RestoreAsync(server));

        Assert.Equal(status, e.StatusCode);
        Assert.Equal(status, e.ResponseStatusCode);
        Assert.Equal("abc", e.Headers.GetValue("x-request-id"));
        Assert.Equal(body, e.ResponseBody);
        Assert.IsAssignableFrom<Microsoft.Kiota.Abstractions.ApiException>(e);
        if (body.Length > 0)
        {
            Assert.DoesNotContain(body, e.ToString(), StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("", "application/json", null)]
    [InlineData("   ", "application/json", null)]
    [InlineData("<html/>", "text/html", null)]
    [InlineData("null", "application/json", "$")]
    [InlineData("[]", "application/json", "$")]
    [InlineData("{", "application/json", "$")]
    [InlineData("{\"message\":\"x\",\"resource\":\"connector\",\"data\":{}} {}", "application/json", null)]
    [InlineData("{\"message\":\"x\",\"resource\":\"connector\"}", "application/json", "$")]
    [InlineData("{\"message\":1}", "application/json", "$.message")]
    public async Task A_success_body_that_violates_the_schema_throws_ResponseFormatException(string body, string contentType, string? path)
    {
        await using StubServer server = await StubServer.StartAsync(200, body, contentType);

        ResponseFormatException e = await Assert.ThrowsAsync<ResponseFormatException>(() => RestoreAsync(server));

        Assert.Equal(200, e.StatusCode);
        Assert.Equal(body, e.ResponseBody);
        if (path is not null)
        {
            Assert.Equal(path, e.JsonPath);
        }
    }

    [Theory]
    [InlineData("\"state\": \"created\"", "\"state\": null", "$.data.versions[0].state")]
    [InlineData("\"released\": false", "\"released\": \"no\"", "$.data.versions[0].platform_prod_reference.released")]
    [InlineData("\"id\": \"019e16f4-abc0-7901-9c6e-97ad896c94ce\"", "\"id\": \"one\"", "$.data.id")]
    [InlineData("\"created-at\": \"2026-05-11T14:13:14+02:00\"", "\"created-at\": \"yesterday\"", "$.data.versions[0]['created-at']")]
    [InlineData("\"individuals\": []", "\"individuals\": {}", "$.data.versions[0].config.individuals")]
    [InlineData("\"version\": \"14.40.98\"", "\"version\": \"14.40.98\\ud800\"", "$.data.versions[0].platform_dev_reference.runtime.version")]
    public async Task ResponseFormatException_has_the_JSON_path_and_byte_offset(string text, string replacement, string path)
    {
        int at = s_restored.IndexOf(text, StringComparison.Ordinal);
        string body = s_restored[..at] + replacement + s_restored[(at + text.Length)..];
        await using StubServer server = await StubServer.StartAsync(200, body);

        ResponseFormatException e = await Assert.ThrowsAsync<ResponseFormatException>(() => RestoreAsync(server));

        Assert.Equal(path, e.JsonPath);
        Assert.InRange(e.ByteOffset!.Value, at, at + replacement.Length);
    }

    [Fact]
    public async Task A_body_truncated_anywhere_throws_ResponseFormatException()
    {
        byte[] bytes = Encoding.UTF8.GetBytes(JsonNode.Parse(s_restored)!.ToJsonString());
        int length = 0;
        await using StubServer server = await StubServer.StartAsync(async context =>
        {
            context.Response.ContentType = "application/json";
            await context.Response.Body.WriteAsync(bytes.AsMemory(0, length));
        });

        for (length = 0; length < bytes.Length; length += 97)
        {
            await Assert.ThrowsAsync<ResponseFormatException>(() => RestoreAsync(server));
        }

        length = bytes.Length;
        Assert.IsType<ConnectorRestoreFromBinResult.Ok>(await RestoreAsync(server));
    }

    [Fact]
    public async Task A_connection_that_breaks_off_keeps_the_status_or_leaves_the_outcome_unknown()
    {
        await using StubServer server = await StubServer.StartAsync(async context =>
        {
            context.Response.ContentType = "application/json";
            context.Response.ContentLength = 1000;
            await context.Response.Body.WriteAsync("{\"message\":"u8.ToArray());
            await context.Response.Body.FlushAsync();
            context.Abort();
        });

        Exception e = await Record.ExceptionAsync(() => RestoreAsync(server));

        Assert.True(e is ResponseFormatException { StatusCode: 200 } or OutcomeUnknownException, e?.ToString());
    }

    [Fact]
    public async Task A_body_over_the_size_limit_throws_ResponseTooLargeException()
    {
        await using StubServer server = await StubServer.StartAsync(200, s_restored);
        ApiClientOptions Options(long limit) => new() { HttpClient = Clients.Http, BaseUrl = server.BaseAddress, MaxResponseBodyBytes = limit };
        long size = Encoding.UTF8.GetByteCount(s_restored);

        ResponseTooLargeException e = await Assert.ThrowsAsync<ResponseTooLargeException>(
            () => new CdeClient(Options(size - 1)).Connectors[CdeSeed.BinnedConnector].RestoreFromBin.PatchAsync());

        Assert.Equal(size - 1, e.MaxResponseBodyBytes);
        Assert.IsType<ConnectorRestoreFromBinResult.Ok>(
            await new CdeClient(Options(size)).Connectors[CdeSeed.BinnedConnector].RestoreFromBin.PatchAsync());
    }

    [Fact]
    public async Task A_call_can_be_cancelled_before_and_during_the_response()
    {
        var received = new SemaphoreSlim(0);
        await using StubServer server = await StubServer.StartAsync(async context =>
        {
            if (context.Request.Headers["Prefer"] == "start")
            {
                context.Response.ContentType = "application/json";
                await context.Response.Body.WriteAsync("{"u8.ToArray());
                await context.Response.Body.FlushAsync();
            }

            received.Release();
            await Task.Delay(Timeout.Infinite, context.RequestAborted).ContinueWith(_ => { }, TaskScheduler.Default);
        });

        foreach (string prefer in new[] { "nothing", "start" })
        {
            using var cancellation = new CancellationTokenSource();
            Task<ConnectorRestoreFromBinResult> call = Clients.New(server.BaseAddress, (CdeUser?)null).Connectors[CdeSeed.BinnedConnector].RestoreFromBin
                .PatchAsync(r => r.Headers.Add("Prefer", prefer), cancellation.Token);
            await received.WaitAsync();

            await cancellation.CancelAsync();

            OperationCanceledException e = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call);
            Assert.Equal(cancellation.Token, e.CancellationToken);
        }
    }

    /// <summary>The server may have applied a PATCH that failed, so only idempotent requests are retried.</summary>
    [Fact]
    public async Task The_default_pipeline_retries_a_GET_and_never_a_PATCH()
    {
        await using StubServer server = await StubServer.StartAsync(503, "", null);
        var cde = new CdeClient(new ApiClientOptions { BaseUrl = server.BaseAddress, RetryDelay = TimeSpan.Zero });

        await Assert.ThrowsAsync<UnexpectedStatusException>(() => cde.Connectors[CdeSeed.BinnedConnector].RestoreFromBin.PatchAsync());
        Assert.Single(server.Requests);

        UnexpectedStatusException e = await Assert.ThrowsAsync<UnexpectedStatusException>(() => cde.Connectors[CdeSeed.BinnedConnector].GetAsync());
        Assert.Equal(503, e.StatusCode);
        Assert.Equal(1 + 4, server.Requests.Count);
    }

    [Fact]
    public async Task A_token_is_sent_to_its_allowed_hosts_only()
    {
        await using StubServer server = await StubServer.StartAsync(200, s_restored);
        CdeClient New(Uri baseUrl) => new(new ApiClientOptions
        {
            HttpClient = Clients.Http,
            BaseUrl = baseUrl,
            AccessTokenProvider = new StaticAccessTokenProvider("secret", "127.0.0.1"),
        });

        await New(server.BaseAddress).Connectors[CdeSeed.BinnedConnector].RestoreFromBin.PatchAsync();
        await New(server.OtherOrigin).Connectors[CdeSeed.BinnedConnector].RestoreFromBin.PatchAsync();

        Assert.Equal([true, false], server.Requests.Select(r => r.Headers.ContainsKey("Authorization")));
    }

    [Fact]
    public async Task A_token_is_not_sent_to_the_target_of_a_redirect_to_another_host()
    {
        await using StubServer target = await StubServer.StartAsync(200, s_restored);
        await using StubServer server = await StubServer.StartAsync(context =>
        {
            context.Response.StatusCode = StatusCodes.Status307TemporaryRedirect;
            context.Response.Headers.Location = new Uri(target.OtherOrigin, context.Request.Path.Value).AbsoluteUri;
            return Task.CompletedTask;
        });
        var cde = new CdeClient(new ApiClientOptions { BaseUrl = server.BaseAddress, AccessTokenProvider = new StaticAccessTokenProvider("secret") });

        // The pipeline may follow the redirect or not, but the token must stay behind.
        await Record.ExceptionAsync(() => cde.Connectors[CdeSeed.BinnedConnector].GetAsync());

        Assert.True(server.Requests[0].Headers.ContainsKey("Authorization"));
        Assert.DoesNotContain(target.Requests, r => r.Headers.ContainsKey("Authorization"));
    }

    /// <summary>Proxies and gateways answer with documented statuses, but with bodies of their own.</summary>
    [Theory]
    [InlineData(401, "", "text/plain")]
    [InlineData(403, "<html>Forbidden</html>", "text/html")]
    [InlineData(404, "[]", "application/json")]
    [InlineData(404, "{\"message\":", "application/json")]
    public async Task A_documented_error_with_another_body_is_its_case(int status, string body, string contentType)
    {
        await using StubServer server = await StubServer.StartAsync(status, body, contentType);

        ConnectorRestoreFromBinResult result = await RestoreAsync(server);

        Func<object> readBody = result switch
        {
            ConnectorRestoreFromBinResult.Unauthorized e => () => e.Body,
            ConnectorRestoreFromBinResult.Forbidden e => () => e.Body,
            ConnectorRestoreFromBinResult.NotFound e => () => e.Body,
            ConnectorRestoreFromBinResult.Ok => throw new InvalidOperationException("The server answered with an error."),
        };
        Assert.Equal(status, result.StatusCode);
        Assert.Equal(body, result.RawBody);
        Assert.Same(result.BodyError, Assert.Throws<ResponseFormatException>(readBody));
        Assert.Same(result, Assert.Throws<ApiResultException>(() => result.EnsureSuccess()).Result);
    }

    private static Task<ConnectorRestoreFromBinResult> RestoreAsync(StubServer server) =>
        Clients.New(server.BaseAddress, (CdeUser?)null).Connectors[CdeSeed.BinnedConnector].RestoreFromBin.PatchAsync();
}
