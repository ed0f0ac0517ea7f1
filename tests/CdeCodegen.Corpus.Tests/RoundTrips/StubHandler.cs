namespace CdeCodegen.Corpus.Tests.RoundTrips;

/// <summary>A server that answers at once, with whatever the call at hand is to be answered with.</summary>
internal sealed class StubHandler : HttpMessageHandler
{
    public Func<HttpRequestMessage, byte[]?, HttpResponseMessage> Answer { get; set; } = (_, _) => throw new InvalidOperationException("no answer has been set");

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        byte[]? body = request.Content is null ? null : await request.Content.ReadAsByteArrayAsync(cancellationToken);
        HttpResponseMessage response = Answer(request, body);
        response.RequestMessage = request;
        return response;
    }
}
