namespace CdeCodegen.Runtime.Internal;

/// <summary>Sends requests through an <see cref="HttpClient"/>.</summary>
internal sealed class HttpTransport(HttpClient http, Uri? baseUrl, string? defaultBaseUrl) : Transport
{
    internal override TimeSpan Timeout => http.Timeout;

    internal override void Prepare(HttpRequestMessage request)
    {
        // HttpClient applies these defaults only to requests that it creates itself.
        request.Version = http.DefaultRequestVersion;
        request.VersionPolicy = http.DefaultVersionPolicy;
    }

    internal override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        => http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);

    protected override string FindBaseUrl()
        => BaseAddress.Find((baseUrl ?? http.BaseAddress) is { } given ? BaseAddress.Normalize(given) : null, defaultBaseUrl);
}
