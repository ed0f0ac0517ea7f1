namespace CdeCodegen.Runtime.Internal;

/// <summary>Sends a request and gives the response with its body still unread.</summary>
internal abstract class Transport
{
    private string? _baseUrl;

    /// <summary>Resolved at the first request: until then the owner of an HttpClient may still set its address.</summary>
    internal string BaseUrl => _baseUrl ??= FindBaseUrl();

    /// <summary>Whether the owner of the transport gave a base URL; else it is the document's.</summary>
    internal abstract bool HasBaseUrl { get; }

    /// <summary>How long a call may take as a whole, body included.</summary>
    internal virtual TimeSpan Timeout => System.Threading.Timeout.InfiniteTimeSpan;

    internal abstract Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, bool anonymous, bool stream, CancellationToken cancellationToken);

    /// <summary>Sets what the owner of the transport wants on every request.</summary>
    internal virtual void Prepare(HttpRequestMessage request)
    {
    }

    protected abstract string FindBaseUrl();
}
