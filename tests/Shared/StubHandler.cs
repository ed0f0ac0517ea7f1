using System.Net;
using System.Net.Http.Headers;
using System.Text;

namespace CdeCodegen.Tests.Shared;

/// <summary>An <see cref="HttpMessageHandler"/> that answers without a network and records the requests.</summary>
internal sealed class StubHandler(Func<HttpRequestMessage, HttpResponseMessage> answer) : HttpMessageHandler
{
    /// <summary>Answers every request with the same status, body and headers.</summary>
    public StubHandler(int status = 204, string? body = null, string mediaType = "application/json", params (string Name, string Value)[] headers)
        : this(_ => Response(body is null ? null : Encoding.UTF8.GetBytes(body), mediaType, (HttpStatusCode)status, headers))
    {
    }

    public Func<HttpRequestMessage, HttpResponseMessage> Answer { get; set; } = answer;

    public List<HttpRequestMessage> Requests { get; } = [];

    /// <summary>The request bodies, in the order of <see cref="Requests"/>; empty for a request without content.</summary>
    public List<byte[]> Bodies { get; } = [];

    /// <summary>The last request.</summary>
    public HttpRequestMessage Request => Requests[^1];

    /// <summary>The body of the last request as text.</summary>
    public string Body => Encoding.UTF8.GetString(Bodies[^1]);

    public string Method => Request.Method.Method;

    /// <summary>The URL of the last request as sent over the wire.</summary>
    public string Url => Request.RequestUri!.AbsoluteUri;

    public string? ContentType => Request.Content?.Headers.ContentType?.ToString();

    /// <summary>The headers of the last request, content headers excluded.</summary>
    public Dictionary<string, string> Headers
    {
        get
        {
            var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
            foreach (KeyValuePair<string, HeaderStringValues> header in Request.Headers.NonValidated)
            {
                headers[header.Key] = header.Value.ToString();
            }

            return headers;
        }
    }

    public HttpClient Client() => new(this);

    public static StubHandler Json(string body, HttpStatusCode status = HttpStatusCode.OK) => Bytes(Encoding.UTF8.GetBytes(body), "application/json", status);

    public static StubHandler Bytes(byte[] body, string? contentType, HttpStatusCode status = HttpStatusCode.OK) =>
        new(_ => Response(body, contentType, status));

    public static HttpResponseMessage Response(
        byte[]? body, string? contentType, HttpStatusCode status = HttpStatusCode.OK, params (string Name, string Value)[] headers)
    {
        var response = new HttpResponseMessage(status);
        if (body is not null)
        {
            response.Content = new ByteArrayContent(body);
            if (contentType is not null)
            {
                response.Content.Headers.TryAddWithoutValidation("Content-Type", contentType);
            }
        }

        foreach ((string name, string value) in headers)
        {
            response.Headers.TryAddWithoutValidation(name, value);
        }

        return response;
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        Requests.Add(request);
        Bodies.Add(request.Content is null ? [] : await request.Content.ReadAsByteArrayAsync(cancellationToken));
        HttpResponseMessage response = Answer(request);
        response.RequestMessage = request;
        return response;
    }
}
