using System.Net;
using System.Text;

namespace CdeCodegen.Generator.Tests.Emission;

/// <summary>Answers each request with what the test wants, and keeps what was sent.</summary>
internal sealed class StubServer(int status = 204, string? body = null, string mediaType = "application/json", params (string Name, string Value)[] headers)
    : HttpMessageHandler
{
    public string Method { get; private set; } = "";

    /// <summary>As it went over the wire.</summary>
    public string Url { get; private set; } = "";

    public string? ContentType { get; private set; }

    public string Body { get; private set; } = "";

    public Dictionary<string, string> Headers { get; } = new(StringComparer.OrdinalIgnoreCase);

    public HttpClient Client() => new(this);

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        Method = request.Method.Method;
        Url = request.RequestUri!.AbsoluteUri;
        ContentType = request.Content?.Headers.ContentType?.ToString();
        Body = request.Content is null ? "" : await request.Content.ReadAsStringAsync(cancellationToken);
        Headers.Clear();
        foreach (KeyValuePair<string, System.Net.Http.Headers.HeaderStringValues> header in request.Headers.NonValidated)
        {
            Headers[header.Key] = header.Value.ToString();
        }

        var response = new HttpResponseMessage((HttpStatusCode)status) { RequestMessage = request };
        if (body is not null)
        {
            response.Content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
            response.Content.Headers.TryAddWithoutValidation("Content-Type", mediaType);
        }

        foreach ((string name, string value) in headers)
        {
            response.Headers.TryAddWithoutValidation(name, value);
        }

        return response;
    }
}
