namespace CdeCodegen.Runtime.Internal;

/// <summary>Sends requests and returns responses whose bodies are still unread.</summary>
internal abstract class Transport
{
    private string? _baseUrl;

    /// <summary>The base URL, resolved at the first request, because the owner of an HttpClient may set its address until then.</summary>
    internal string BaseUrl => _baseUrl ??= FindBaseUrl();

    /// <summary>The time-out of a whole call, including its body.</summary>
    internal virtual TimeSpan Timeout => System.Threading.Timeout.InfiniteTimeSpan;

    /// <summary>Applies the transport's defaults to a request.</summary>
    internal virtual void Prepare(HttpRequestMessage request)
    {
    }

    internal abstract Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken);

    protected abstract string FindBaseUrl();
}
