using System.Net;
using System.Net.Sockets;
using Microsoft.Kiota.Abstractions.Authentication;
using Microsoft.Kiota.Http.HttpClientLibrary;

namespace CdeCodegen.Runtime.Tests.Http;

/// <summary>Servers that close the connection after reading a request. SocketsHttpHandler would resend a request without content up to three times.</summary>
public class HangUpTests
{
    private const string Ok = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}";

    public static TheoryData<string, string> NonIdempotentRequests
    {
        get
        {
            var data = new TheoryData<string, string>();
            foreach (string method in new[] { "PATCH", "POST", "MOVE" })
            {
                foreach (string sender in new[] { "pipeline", "client", "adapter" })
                {
                    // Kiota's adapters do not support methods of other standards.
                    if (method != "MOVE" || sender != "adapter")
                    {
                        data.Add(method, sender);
                    }
                }
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(NonIdempotentRequests))]
    public async Task Hang_up_on_a_new_connection_sends_the_request_once(string method, string sender)
    {
        await using var server = new RawServer(static (server, socket) => server.ReadRequestAsync(socket));
        using var http = new HttpClient();

        OutcomeUnknownException error = await Assert.ThrowsAsync<OutcomeUnknownException>(
            () => new ApiRequest(CreateClient(sender, server, http), method, $"/things").SendAsync(Probe.Status, default));

        Assert.Single(server.Requests);
        Assert.Equal(method, error.Method.Method);
        Assert.Equal(HttpRequestError.ResponseEnded, error.HttpRequestError);
        Assert.IsType<HttpRequestException>(error.InnerException);
        Assert.Contains($"the {method} request may have reached the server", error.Message);
    }

    [Theory]
    [MemberData(nameof(NonIdempotentRequests))]
    public async Task Hang_up_on_a_reused_connection_sends_the_request_once(string method, string sender)
    {
        await using var server = new RawServer(static async (server, socket) =>
        {
            await server.ReadRequestAsync(socket);
            await RawServer.SendAsync(socket, Ok);
            await server.ReadRequestAsync(socket);
        });
        using var http = new HttpClient();
        ApiClientCore client = CreateClient(sender, server, http);
        await client.Get(Probe.Status);

        await Assert.ThrowsAsync<OutcomeUnknownException>(() => new ApiRequest(client, method, $"/things").SendAsync(Probe.Status, default));

        Assert.Equal(2, server.Requests.Count);
    }

    [Theory]
    [InlineData("pipeline")]
    [InlineData("client")]
    [InlineData("adapter")]
    public async Task Hang_up_after_a_DELETE_sends_it_once(string sender)
    {
        await using var server = new RawServer(static async (server, socket) =>
        {
            await server.ReadRequestAsync(socket);
            await RawServer.SendAsync(socket, Ok);
            await server.ReadRequestAsync(socket);
        });
        using var http = new HttpClient();
        ApiClientCore client = CreateClient(sender, server, http);
        await client.Get(Probe.Status);

        // DELETE is idempotent, so the caller may repeat it: the failure stays what it is.
        await Assert.ThrowsAsync<HttpRequestException>(() => new ApiRequest(client, "DELETE", $"/things").SendAsync(Probe.Status, default));

        Assert.Equal(2, server.Requests.Count);
    }

    [Theory]
    [InlineData("PATCH")]
    [InlineData("POST")]
    [InlineData("PUT")]
    [InlineData("DELETE")]
    public async Task A_request_without_body_announces_its_length_and_no_type(string method)
    {
        foreach (string sender in new[] { "pipeline", "client", "adapter" })
        {
            await using var server = RawServer.Responding(Ok);
            using var http = new HttpClient();

            await new ApiRequest(CreateClient(sender, server, http), method, $"/things").SendAsync(Probe.Status, default);

            string head = Assert.Single(server.Requests);
            Assert.Contains("\r\nContent-Length: 0\r\n", head);
            Assert.DoesNotContain("Content-Type", head);
            Assert.DoesNotContain("Transfer-Encoding", head);
        }
    }

    [Theory]
    [InlineData("GET")]
    [InlineData("HEAD")]
    [InlineData("OPTIONS")]
    public async Task A_request_that_changes_nothing_has_no_content(string method)
    {
        await using var server = RawServer.Responding(Ok);
        using var http = new HttpClient();

        await new ApiRequest(CreateClient("client", server, http), method, $"/things").SendAsync(Probe.Status, default);

        Assert.DoesNotContain("Content-Length", Assert.Single(server.Requests));
    }

    [Theory]
    [InlineData("GET")]
    [InlineData("PUT")]
    [InlineData("DELETE")]
    public async Task A_failed_idempotent_request_keeps_the_exception_of_HttpClient(string method)
    {
        await using var server = new RawServer(static (server, socket) => server.ReadRequestAsync(socket));
        using var http = new HttpClient();

        HttpRequestException error = await Assert.ThrowsAsync<HttpRequestException>(
            () => new ApiRequest(CreateClient("client", server, http), method, $"/things").SendAsync(Probe.Status, default));

        Assert.Equal(HttpRequestError.ResponseEnded, error.HttpRequestError);
    }

    [Theory]
    [InlineData("reset")]
    [InlineData("partial")]
    [InlineData("invalid")]
    public async Task Any_failure_after_sending_leaves_the_outcome_unknown(string failure)
    {
        await using var server = new RawServer(async (server, socket) =>
        {
            await server.ReadRequestAsync(socket);
            switch (failure)
            {
                case "reset":
                    socket.LingerState = new LingerOption(true, 0);
                    socket.Close();
                    break;
                case "partial":
                    await RawServer.SendAsync(socket, "HTTP/1.1 200 O");
                    break;
                default:
                    await RawServer.SendAsync(socket, "nonsense\r\n\r\n");
                    break;
            }
        });
        using var http = new HttpClient();

        await Assert.ThrowsAsync<OutcomeUnknownException>(
            () => new ApiRequest(CreateClient("client", server, http), "PATCH", $"/things").SendAsync(Probe.Status, default));

        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task A_refused_connection_is_no_unknown_outcome()
    {
        var server = new RawServer(static (_, _) => Task.CompletedTask);
        using var http = new HttpClient();
        ApiClientCore client = CreateClient("client", server, http);
        await server.DisposeAsync();

        HttpRequestException error = await Assert.ThrowsAsync<HttpRequestException>(
            () => new ApiRequest(client, "PATCH", $"/things").SendAsync(Probe.Status, default));

        Assert.Equal(HttpRequestError.ConnectionError, error.HttpRequestError);
    }

    [Fact]
    public async Task A_failed_token_request_is_no_unknown_outcome()
    {
        ApiClientCore client = TestApi.Over(StubHandler.Json("{}"), o => o.AccessTokenProvider = new FailingTokens());

        HttpRequestException error = await Assert.ThrowsAsync<HttpRequestException>(
            () => new ApiRequest(client, "PATCH", $"/things").SendAsync(Probe.Status, default));

        Assert.Equal(HttpRequestError.ResponseEnded, error.HttpRequestError);
    }

    /// <param name="goAway">Whether the server says first that it may have processed the request.</param>
    [Theory]
    [InlineData("PATCH", false)]
    [InlineData("PATCH", true)]
    [InlineData("POST", false)]
    [InlineData("POST", true)]
    [InlineData("DELETE", false)]
    [InlineData("DELETE", true)]
    public async Task Hang_up_over_http_2_sends_the_request_once(string method, bool goAway)
    {
        int requests = 0;
        await using var server = new RawServer(async (_, socket) =>
        {
            await using var stream = new NetworkStream(socket, ownsSocket: false);
            byte[] preface = new byte[24];
            await stream.ReadExactlyAsync(preface);
            await stream.WriteAsync(Http2Frame(type: 4, streamId: 0));
            byte[] head = new byte[9];
            do
            {
                await stream.ReadExactlyAsync(head);
                byte[] payload = new byte[(head[0] << 16) | (head[1] << 8) | head[2]];
                await stream.ReadExactlyAsync(payload);
            }
            while (head[3] != 1);

            Interlocked.Increment(ref requests);
            if (goAway)
            {
                await stream.WriteAsync(Http2Frame(type: 7, streamId: 0, [0, 0, 0, head[8], 0, 0, 0, 0]));
            }
        });
        using var http = new HttpClient { DefaultRequestVersion = HttpVersion.Version20, DefaultVersionPolicy = HttpVersionPolicy.RequestVersionExact };

        HttpRequestException error = await Assert.ThrowsAnyAsync<HttpRequestException>(
            () => new ApiRequest(CreateClient("client", server, http), method, $"/things").SendAsync(Probe.Status, default));

        Assert.Equal(1, requests);
        Assert.Equal(method != "DELETE", error is OutcomeUnknownException);
    }

    private static byte[] Http2Frame(byte type, byte streamId, byte[]? payload = null)
        => [0, 0, (byte)(payload?.Length ?? 0), type, 0, 0, 0, 0, streamId, .. payload ?? []];

    private static ApiClientCore CreateClient(string sender, RawServer server, HttpClient http) => sender switch
    {
        "pipeline" => new ApiClientCore(new ApiClientOptions { BaseUrl = server.Url, RetryDelay = TimeSpan.Zero }, null),
        "client" => new ApiClientCore(http, server.Url.AbsoluteUri),
        _ => new ApiClientCore(new HttpClientRequestAdapter(new AnonymousAuthenticationProvider(), httpClient: http), server.Url.AbsoluteUri),
    };

    private sealed class FailingTokens : IAccessTokenProvider
    {
        public AllowedHostsValidator AllowedHostsValidator { get; } = new();

        public Task<string> GetAuthorizationTokenAsync(
            Uri uri, Dictionary<string, object>? additionalAuthenticationContext = null, CancellationToken cancellationToken = default)
            => throw new HttpRequestException(HttpRequestError.ResponseEnded, "The token endpoint failed.");
    }
}
