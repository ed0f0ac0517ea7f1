using System.Net;
using System.Text;

namespace CdeCodegen.Runtime.Tests;

/// <summary>Answers without a network, and keeps what it was asked.</summary>
internal sealed class StubHandler(Func<HttpRequestMessage, HttpResponseMessage> answer) : HttpMessageHandler
{
    public List<HttpRequestMessage> Requests { get; } = [];

    public List<byte[]> Bodies { get; } = [];

    public HttpRequestMessage Request => Requests[^1];

    public string Body => Encoding.UTF8.GetString(Bodies[^1]);

    /// <summary>The URL as it goes over the wire.</summary>
    public string Url => Request.RequestUri!.AbsoluteUri;

    public static StubHandler Json(string body, HttpStatusCode status = HttpStatusCode.OK) => Bytes(Encoding.UTF8.GetBytes(body), "application/json", status);

    public static StubHandler Bytes(byte[] body, string? contentType, HttpStatusCode status = HttpStatusCode.OK) => new(_ => Response(body, contentType, status));

    public static HttpResponseMessage Response(byte[] body, string? contentType, HttpStatusCode status = HttpStatusCode.OK)
    {
        var content = new ByteArrayContent(body);
        if (contentType is not null)
        {
            content.Headers.TryAddWithoutValidation("Content-Type", contentType);
        }

        return new HttpResponseMessage(status) { Content = content };
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        Requests.Add(request);
        Bodies.Add(request.Content is null ? [] : await request.Content.ReadAsByteArrayAsync(cancellationToken));
        HttpResponseMessage response = answer(request);
        response.RequestMessage = request;
        return response;
    }
}
