using System.Net;
using System.Text;

namespace CdeCodegen.Generator.Tests.Scenarios;

/// <summary>The server of a scenario: gives the answers that the scenario sets up, and describes each request. Public, because scenarios are compiled on their own.</summary>
public sealed class ScenarioServer : HttpMessageHandler
{
    private readonly Queue<(int Status, string MediaType, string Body, string[] Headers)> _answers = [];

    /// <summary>The last request: method, path and query, then media type and body if it has content.</summary>
    public string Request { get; private set; } = "";

    /// <summary>The headers of the last request.</summary>
    public Dictionary<string, string> Headers { get; } = new(StringComparer.OrdinalIgnoreCase);

    public HttpClient Client => new(this, disposeHandler: false);

    /// <summary>Queues an answer. Without any the server answers 204.</summary>
    /// <param name="body">The body.</param>
    /// <param name="status">The status code.</param>
    /// <param name="mediaType">The content type.</param>
    /// <param name="headers">Further headers, each as <c>Name: value</c>.</param>
    public void Answer(string body, int status = 200, string mediaType = "application/json", params string[] headers)
        => _answers.Enqueue((status, mediaType, body, headers));

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
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
            Content = new ByteArrayContent(Encoding.UTF8.GetBytes(answer.Body)),
        };
        response.Content.Headers.TryAddWithoutValidation("Content-Type", answer.MediaType);
        foreach (string header in answer.Headers)
        {
            string[] pair = header.Split(": ", 2);
            if (!response.Headers.TryAddWithoutValidation(pair[0], pair[1]))
            {
                response.Content.Headers.TryAddWithoutValidation(pair[0], pair[1]);
            }
        }

        return response;
    }
}
