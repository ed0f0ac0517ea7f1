using System.Net;
using System.Text;

namespace CdeCodegen.Generator.Tests.Scenarios;

/// <summary>The server of a scenario: gives the answers that the scenario sets up, and describes each request. Public, because scenarios are compiled on their own.</summary>
public sealed class ScenarioServer : HttpMessageHandler
{
    private const string Endless = "endless";

    private readonly Queue<(int Status, string MediaType, string Body, string[] Headers)> _answers = [];
    private int _open;

    /// <summary>The last request: method, path and query, then media type and body if it has content.</summary>
    public string Request { get; private set; } = "";

    /// <summary>The URL of the last request.</summary>
    public string Url { get; private set; } = "";

    /// <summary>The headers of the last request.</summary>
    public Dictionary<string, string> Headers { get; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The number of bodies of answers that were handed out and are not disposed.</summary>
    public int OpenBodies => _open;

    /// <summary>Whether answers are left that no request has asked for.</summary>
    public bool HasAnswers => _answers.Count > 0;

    public HttpClient Client => new(this, disposeHandler: false);

    /// <summary>Queues an answer. Without any the server answers 204.</summary>
    /// <param name="body">The body.</param>
    /// <param name="status">The status code.</param>
    /// <param name="mediaType">The content type.</param>
    /// <param name="headers">Further headers, each as <c>Name: value</c>.</param>
    public void Answer(string body, int status = 200, string mediaType = "application/json", params string[] headers)
        => _answers.Enqueue((status, mediaType, body, headers));

    /// <summary>Queues an answer whose body never ends.</summary>
    public void AnswerEndlessly(string body, string mediaType) => _answers.Enqueue((200, mediaType, body, [Endless]));

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        Url = request.RequestUri!.OriginalString;
        Request = $"{request.Method} {request.RequestUri!.PathAndQuery}";
        if (request.Content is { } content)
        {
            Request += $" {content.Headers.ContentType} {await content.ReadAsStringAsync(cancellationToken)}";
        }

        Headers.Clear();
        foreach (KeyValuePair<string, System.Net.Http.Headers.HeaderStringValues> header in request.Headers.NonValidated)
        {
            Headers[header.Key] = header.Value.ToString();
        }

        if (!_answers.TryDequeue(out (int Status, string MediaType, string Body, string[] Headers) answer))
        {
            return new HttpResponseMessage(HttpStatusCode.NoContent) { RequestMessage = request };
        }

        var response = new HttpResponseMessage((HttpStatusCode)answer.Status)
        {
            RequestMessage = request,
            Content = new StreamContent(new Body(this, Encoding.UTF8.GetBytes(answer.Body), answer.Headers is [Endless])),
        };
        response.Content.Headers.TryAddWithoutValidation("Content-Type", answer.MediaType);
        foreach (string header in answer.Headers.Where(header => header != Endless))
        {
            string[] pair = header.Split(": ", 2);
            if (!response.Headers.TryAddWithoutValidation(pair[0], pair[1]))
            {
                response.Content.Headers.TryAddWithoutValidation(pair[0], pair[1]);
            }
        }

        return response;
    }

    /// <summary>A body that arrives in small parts, and perhaps never ends.</summary>
    private sealed class Body : MemoryStream
    {
        private readonly ScenarioServer _server;
        private readonly bool _isEndless;
        private int _disposed;

        public Body(ScenarioServer server, byte[] content, bool isEndless)
            : base(content)
        {
            _server = server;
            _isEndless = isEndless;
            Interlocked.Increment(ref server._open);
        }

        public override bool CanSeek => false;

        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            await Task.Yield();
            int read = Read(buffer.Span[..Math.Min(buffer.Length, 5)]);
            if (read == 0 && _isEndless)
            {
                await Task.Delay(Timeout.Infinite, cancellationToken);
            }

            return read;
        }

        protected override void Dispose(bool disposing)
        {
            if (Interlocked.Exchange(ref _disposed, 1) == 0)
            {
                Interlocked.Decrement(ref _server._open);
            }

            base.Dispose(disposing);
        }
    }
}
