using System.Net;

namespace CdeCodegen.Benchmarks.Support;

/// <summary>Answers at once and always the same: what is measured is the client alone.</summary>
public sealed class StubHandler(HttpStatusCode status, byte[] body) : HttpMessageHandler
{
    public static HttpClient Client(HttpStatusCode status, byte[] body) => new(new StubHandler(status, body));

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var content = new ByteArrayContent(body);
        content.Headers.TryAddWithoutValidation("Content-Type", "application/json");
        return Task.FromResult(new HttpResponseMessage(status) { Content = content, RequestMessage = request });
    }
}
