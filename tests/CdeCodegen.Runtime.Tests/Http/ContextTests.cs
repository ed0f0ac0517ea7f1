using System.Net;
using System.Text;
using Microsoft.Kiota.Abstractions.Authentication;
using Microsoft.Kiota.Http.HttpClientLibrary;

namespace CdeCodegen.Runtime.Tests.Http;

/// <summary>
/// A call that starts on a thread with a synchronization context, such as that of a window, never needs this thread again: code that blocks it until the call
/// ends does not wait for ever.
/// </summary>
public class ContextTests
{
    public static TheoryData<string> Calls => ["renewal", "retry", "redirect", "body", "adapter", "items", "text", "lines", "events", "stream"];

    [Theory]
    [MemberData(nameof(Calls))]
    public void A_call_never_returns_to_the_context_of_its_caller(string call)
    {
        var steps = new Steps(-1);
        Run(call, steps);
        Assert.InRange(steps.Count, 1, 100);
        for (int late = 0; late < steps.Count; late++)
        {
            Run(call, new Steps(late));
        }
    }

    private static void Run(string call, Steps steps)
    {
        SynchronizationContext? before = SynchronizationContext.Current;
        var context = new Context();
        SynchronizationContext.SetSynchronizationContext(context);
        try
        {
            Assert.True(Start(call, steps).Wait(TimeSpan.FromSeconds(10)));
        }
        finally
        {
            SynchronizationContext.SetSynchronizationContext(before);
        }

        Assert.Equal(0, context.Posts);
    }

    private static Task Start(string call, Steps steps) => call switch
    {
        "renewal" => Renew(steps),
        "retry" => Send(steps, "GET", HttpStatusCode.ServiceUnavailable, HttpStatusCode.OK),
        "redirect" => Send(steps, "GET", HttpStatusCode.Found, HttpStatusCode.OK),
        "body" => Send(steps, "GET", HttpStatusCode.OK),
        "adapter" => Adapt(steps),
        "items" => Post(steps, (ref ApiRequest r) => r.Items(Items(steps), "application/json-seq", static (w, item) => w.String(item))),
        "text" => Post(steps, (ref ApiRequest r) => r.Text("text", "text/plain")),
        "lines" => Enumerate(steps, static r => r.Items(AnyJson.Read), "1\n2\n3\n"),
        "events" => Enumerate(steps, static r => r.Events(), "data: 1\n\ndata: 2\n\ndata: 3\n\n"),
        _ => ReadStream(steps),
    };

    private static Task Renew(Steps steps)
    {
        var security = new ApiSecurity(["bearer", "header X-Key", "http"], ["0+1+2"]);
        var options = new Options(steps)
        {
            HttpClient = new HttpClient(new Handler(steps, HttpStatusCode.Unauthorized, HttpStatusCode.Unauthorized)),
            BaseUrl = new Uri(TestApi.BaseUrl),
        };
        return new ApiRequest(new ApiClientCore(options, null, security), "GET", $"/things").SendAsync(Probe.Bytes, default);
    }

    private static Task Send(Steps steps, string method, params HttpStatusCode[] statuses)
    {
        var options = new ApiClientOptions { RetryDelay = TimeSpan.Zero };
        HttpClient http = DefaultPipeline.Create(options, new Handler(steps, statuses));
        return new ApiRequest(new ApiClientCore(http, TestApi.BaseUrl), method, $"/things").SendAsync(Probe.Bytes, default);
    }

    private static Task Adapt(Steps steps)
    {
        var adapter = new HttpClientRequestAdapter(new AnonymousAuthenticationProvider(), httpClient: new HttpClient(new Handler(steps, HttpStatusCode.OK)));
        var request = new ApiRequest(new ApiClientCore(adapter, TestApi.BaseUrl), "POST", $"/things");
        request.Items(Items(steps), "application/jsonl", static (w, item) => w.String(item));
        return request.SendAsync(Probe.Bytes, default);
    }

    private static Task Post(Steps steps, TestApi.FillRequest fill)
    {
        var request = new ApiRequest(TestApi.Over(new Handler(steps, HttpStatusCode.OK)), "POST", $"/things");
        fill(ref request);
        return request.SendAsync(Probe.Bytes, default);
    }

    private static async Task Enumerate<T>(Steps steps, Func<ApiResponse, ApiStream<T>> read, string body)
    {
        var request = new ApiRequest(TestApi.Over(new Handler(steps, HttpStatusCode.OK) { Body = body }), "GET", $"/things");
        request.StreamResponse();
        Probe result = await request.SendAsync(r => new Probe(r, read(r)), default).ConfigureAwait(false);
        int count = 0;
        IAsyncEnumerator<T> items = ((ApiStream<T>)result.Value!).GetAsyncEnumerator();
        try
        {
            while (await items.MoveNextAsync().ConfigureAwait(false))
            {
                count++;
            }
        }
        finally
        {
            await items.DisposeAsync().ConfigureAwait(false);
        }

        Assert.Equal(3, count);
    }

    private static async Task ReadStream(Steps steps)
    {
        using var call = new CancellationTokenSource();
        using var other = new CancellationTokenSource();
        var request = new ApiRequest(TestApi.Over(new Handler(steps, HttpStatusCode.OK)), "GET", $"/things");
        request.StreamResponse();
        Probe result = await request.SendAsync(r => new Probe(r, r.Stream()), call.Token).ConfigureAwait(false);
        byte[] buffer = new byte[10];
        while (await ((Stream)result.Value!).ReadAsync(buffer.AsMemory(), other.Token).ConfigureAwait(false) > 0)
        {
        }
    }

    private static async IAsyncEnumerable<string> Items(Steps steps)
    {
        for (int i = 0; i < 2; i++)
        {
            yield return await steps.Next(() => "item").ConfigureAwait(false);
        }
    }

    /// <summary>A context that counts what is posted to it.</summary>
    private sealed class Context : SynchronizationContext
    {
        private int _posts;

        public int Posts => _posts;

        public override void Post(SendOrPostCallback d, object? state)
        {
            Interlocked.Increment(ref _posts);
            base.Post(d, state);
        }
    }

    /// <summary>Reads the content of a request, and answers with one status after the other, each in a step.</summary>
    private sealed class Handler(Steps steps, params HttpStatusCode[] statuses) : HttpMessageHandler
    {
        private int _number;

        public string Body { get; init; } = "[1]";

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            if (request.Content is { } content)
            {
                await content.CopyToAsync(new SteppedStream(steps, new MemoryStream()), cancellationToken).ConfigureAwait(false);
            }

            HttpStatusCode status = statuses[Math.Min(_number++, statuses.Length - 1)];
            var response = new HttpResponseMessage(status) { Content = new SteppedContent(steps, new MemoryStream(Encoding.UTF8.GetBytes(Body))) };
            response.Headers.TryAddWithoutValidation("Location", "/end");
            return await steps.Next(() => response).ConfigureAwait(false);
        }
    }

    private sealed class Options(Steps steps) : ApiClientOptions, IAccessTokenProvider
    {
        public AllowedHostsValidator AllowedHostsValidator { get; } = new();

        public Task<string> GetAuthorizationTokenAsync(
            Uri uri, Dictionary<string, object>? additionalAuthenticationContext = null, CancellationToken cancellationToken = default) =>
            steps.Next(() => additionalAuthenticationContext is null ? "old" : "new");

        protected override object? GetCredential(int scheme) => scheme switch
        {
            0 => this,
            1 => new ApiKeyCredential(_ => new ValueTask<string>(steps.Next(() => "k"))),
            _ => (Func<HttpRequestMessage, CancellationToken, ValueTask<string>>)((_, _) => new(steps.Next(() => "v"))),
        };
    }
}
