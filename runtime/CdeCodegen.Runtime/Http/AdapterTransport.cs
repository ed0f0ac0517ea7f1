using System.Net.Http.Headers;
using Microsoft.Kiota.Abstractions;

namespace CdeCodegen.Runtime.Internal;

/// <summary>Sends requests through a Kiota request adapter, with its authentication, handlers and base URL, and returns the native response.</summary>
internal sealed class AdapterTransport(IRequestAdapter adapter, string? defaultBaseUrl) : Transport
{
    internal override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var handler = new NativeResponseHandler();
        var information = new RequestInformation
        {
            HttpMethod = Enum.TryParse(request.Method.Method, out Method method)
                ? method
                : throw new NotSupportedException($"Kiota's request adapters do not support the method {request.Method.Method}."),
            URI = request.RequestUri!,
        };
        foreach ((string name, HeaderStringValues values) in request.Headers.NonValidated)
        {
            information.Headers.Add(name, [.. values]);
        }

        if (request.Content is { } content)
        {
            foreach ((string name, HeaderStringValues values) in content.Headers.NonValidated)
            {
                information.Headers.Add(name, [.. values]);
            }

            information.Content = await content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
        }

        information.AddRequestOptions(request.Options.Select(option => option.Value).OfType<IRequestOption>());
        information.AddRequestOptions([new ResponseHandlerOption { ResponseHandler = handler }]);

        // For a stream, the adapter leaves the body unread, so that the runtime can limit its size.
        await adapter.SendPrimitiveAsync<Stream>(information, null, cancellationToken).ConfigureAwait(false);
        return handler.Value as HttpResponseMessage
            ?? throw new InvalidOperationException(
                $"The request adapter {adapter.GetType()} returned no HttpResponseMessage, because it does not support ResponseHandlerOption.");
    }

    protected override string FindBaseUrl()
        => BaseAddress.Find(adapter.BaseUrl is { Length: > 0 } given ? BaseAddress.Normalize(given, "the request adapter") : null, defaultBaseUrl);
}
