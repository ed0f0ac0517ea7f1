namespace CdeCodegen.Runtime.Internal;

/// <summary>Sends requests through an <see cref="HttpClient"/>.</summary>
internal sealed class HttpTransport(HttpClient http, Uri? baseUrl, string? defaultBaseUrl) : Transport
{
    internal override bool HasBaseUrl => (baseUrl ?? http.BaseAddress) is not null;

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
    {
        if ((baseUrl ?? http.BaseAddress) is { } given)
        {
            return BaseAddress.Normalize(given);
        }

        return defaultBaseUrl is not null ? BaseAddress.Normalize(defaultBaseUrl, "the API's document") : throw BaseAddress.Missing();
    }
}
