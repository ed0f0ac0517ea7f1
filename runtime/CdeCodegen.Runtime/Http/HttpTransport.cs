namespace CdeCodegen.Runtime.Internal;

/// <summary>Sends through an <see cref="HttpClient"/>.</summary>
internal sealed class HttpTransport(HttpClient http, Uri? baseUrl, string? defaultBaseUrl, BearerTokens? tokens) : Transport
{
    internal override bool HasBaseUrl => (baseUrl ?? http.BaseAddress) is not null;

    internal override TimeSpan Timeout => http.Timeout;

    internal override void Prepare(HttpRequestMessage request)
    {
        // HttpClient applies its defaults to requests that it makes itself only.
        request.Version = http.DefaultRequestVersion;
        request.VersionPolicy = http.DefaultVersionPolicy;
    }

    internal override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, bool anonymous, bool stream, CancellationToken cancellationToken)
    {
        if (tokens is null || anonymous || request.Headers.NonValidated.Contains("Authorization"))
        {
            return http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
        }

        ValueTask added = tokens.AddAsync(request, cancellationToken);
        if (added.IsCompletedSuccessfully)
        {
            added.GetAwaiter().GetResult();
            return http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
        }

        return SendAfterAsync(added, request, cancellationToken);
    }

    protected override string FindBaseUrl()
    {
        if ((baseUrl ?? http.BaseAddress) is { } given)
        {
            return BaseAddress.Normalize(given);
        }

        return defaultBaseUrl is not null ? BaseAddress.Normalize(defaultBaseUrl, "the API's document") : throw BaseAddress.Missing();
    }

    private async Task<HttpResponseMessage> SendAfterAsync(ValueTask added, HttpRequestMessage request, CancellationToken cancellationToken)
    {
        await added.ConfigureAwait(false);
        return await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken).ConfigureAwait(false);
    }
}
