using System.Net;

namespace CdeCodegen.Fuzzing.Targets;

/// <summary>Answers without a network and keeps the last request.</summary>
internal sealed class CapturingHandler : HttpMessageHandler
{
    public byte[] Answer { get; set; } = [];

    public HttpStatusCode Status { get; set; } = HttpStatusCode.NoContent;

    public Uri? Uri { get; private set; }

    public List<KeyValuePair<string, string>> Headers { get; } = [];

    public byte[] Body { get; private set; } = [];

    public string ContentType { get; private set; } = "";

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        Uri = request.RequestUri;
        Headers.Clear();
        foreach ((string name, System.Net.Http.Headers.HeaderStringValues values) in request.Headers.NonValidated)
        {
            Headers.Add(new(name, values.ToString()));
        }

        if (request.Content is { } content)
        {
            Body = await content.ReadAsByteArrayAsync(cancellationToken);
            ContentType = content.Headers.NonValidated["Content-Type"].ToString();
        }

        var answer = new ByteArrayContent(Answer);
        answer.Headers.TryAddWithoutValidation("Content-Type", "application/json");
        return new HttpResponseMessage(Status) { Content = answer, RequestMessage = request };
    }
}
