using System.Net;

namespace CdeCodegen.Runtime.OAuth;

/// <summary>
/// Sends token requests through a client whose handlers are unknown. It keeps the request body from other origins, refuses responses of other origins, and
/// bounds the size of responses.
/// </summary>
internal sealed class TokenRequestHandler(HttpClient http, Uri endpoint) : HttpMessageHandler
{
    /// <summary>Token responses have a few kilobytes; those with large identity tokens some tens.</summary>
    private const int MaxResponseBytes = 1024 * 1024;

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (request.Content is { } content)
        {
            byte[] body = await content.ReadAsByteArrayAsync(cancellationToken).ConfigureAwait(false);
            request.Content = new OriginBoundContent(body, content.Headers.ContentType, request, endpoint);
        }

        HttpResponseMessage response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken).ConfigureAwait(false);
        try
        {
            ThrowIfRedirected(response.RequestMessage?.RequestUri, (int)response.StatusCode);
            byte[] received = await ReadAsync(response, cancellationToken).ConfigureAwait(false);
            response.Content.Dispose();

            // Without the declared content type: JSON is UTF-8, and an unknown charset would make the text unreadable.
            response.Content = new ByteArrayContent(received);
            return response;
        }
        catch (Exception e)
        {
            response.Dispose();
            if (e is IOException)
            {
                // A connection that closes within the body is a transport error, like one that closes before it.
                throw new HttpRequestException("The connection closed within the response of the token endpoint.", e, response.StatusCode);
            }

            throw;
        }
    }

    private void ThrowIfRedirected(Uri? uri, int? status = null)
    {
        if (uri is { IsAbsoluteUri: true } && !IsSameOrigin(uri, endpoint))
        {
            throw new OAuthException($"The token endpoint redirected to another origin, {uri.GetLeftPart(UriPartial.Authority)}.", statusCode: status);
        }
    }

    private static bool IsSameOrigin(Uri left, Uri right) =>
        Uri.Compare(left, right, UriComponents.SchemeAndServer, UriFormat.Unescaped, StringComparison.OrdinalIgnoreCase) == 0;

    private static async Task<byte[]> ReadAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        // Not the declared length: it may be absent or wrong.
        using Stream stream = await response.Content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
        using var body = new MemoryStream();
        byte[] buffer = new byte[4096];
        int read;
        while ((read = await stream.ReadAsync(buffer, cancellationToken).ConfigureAwait(false)) > 0)
        {
            body.Write(buffer, 0, read);
            if (body.Length > MaxResponseBytes)
            {
                throw new OAuthException("The response of the token endpoint is larger than 1 MB.", statusCode: (int)response.StatusCode);
            }
        }

        return body.ToArray();
    }

    /// <summary>
    /// A request body that refuses to be sent to another origin than the token endpoint's. A client that follows redirects sends the body again after a 307 or
    /// 308, with the client's secret and the refresh token in it.
    /// </summary>
    private sealed class OriginBoundContent : HttpContent
    {
        private readonly byte[] _bytes;
        private readonly HttpRequestMessage _request;
        private readonly Uri _endpoint;

        public OriginBoundContent(byte[] bytes, System.Net.Http.Headers.MediaTypeHeaderValue? contentType, HttpRequestMessage request, Uri endpoint)
        {
            _bytes = bytes;
            _request = request;
            _endpoint = endpoint;
            Headers.ContentType = contentType;
        }

        protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) => SerializeToStreamAsync(stream, context, default);

        protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken)
        {
            // The redirecting handler sends the same message with another address.
            if (_request.RequestUri is { IsAbsoluteUri: true } uri && !IsSameOrigin(uri, _endpoint))
            {
                throw new OAuthException(
                    $"The token endpoint redirected to another origin, {uri.GetLeftPart(UriPartial.Authority)}. The request was not sent there.");
            }

            return stream.WriteAsync(_bytes, cancellationToken).AsTask();
        }

        protected override bool TryComputeLength(out long length)
        {
            length = _bytes.Length;
            return true;
        }
    }
}
