using System.Net;

namespace CdeCodegen.Benchmarks.Support;

/// <summary>Answers every request with the same response. It records nothing, so that only the client is measured.</summary>
public sealed class ConstantHandler(HttpStatusCode status, byte[] body) : HttpMessageHandler
{
    public static HttpClient Client(HttpStatusCode status, byte[] body) => new(new ConstantHandler(status, body));

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var content = new ByteArrayContent(body);
        content.Headers.TryAddWithoutValidation("Content-Type", "application/json");
        return Task.FromResult(new HttpResponseMessage(status) { Content = content, RequestMessage = request });
    }
}
