namespace CdeCodegen.Runtime.Internal;

/// <summary>Adds an API key in a header, in the query or as a cookie.</summary>
internal sealed class ApiKeys(ApiKeyCredential credential, SecurityKind place, string name, bool allowHttp) : RequestCredential(credential.AllowedHosts, allowHttp)
{
    /// <summary>Keeps the URL as it was written, as the request does.</summary>
    private static readonly UriCreationOptions s_asWritten = new() { DangerousDisablePathAndQueryCanonicalization = true };

    private readonly string _parameter = Uri.EscapeDataString(name) + "=";

    protected override bool IsSet(HttpRequestMessage request)
    {
        switch (place)
        {
            case SecurityKind.Query:
                string url = request.RequestUri!.OriginalString;
                int query = url.IndexOf('?', StringComparison.Ordinal);
                for (int i = query; i >= 0; i = url.IndexOf('&', i + 1))
                {
                    if (string.CompareOrdinal(url, i + 1, _parameter, 0, _parameter.Length) == 0)
                    {
                        return true;
                    }
                }

                return false;
            case SecurityKind.Cookie:
                return false;
            default:
                return request.Headers.NonValidated.Contains(name);
        }
    }

    protected override ValueTask AddCoreAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        ValueTask<string> key = credential.GetKeyAsync(cancellationToken);
        if (!key.IsCompletedSuccessfully)
        {
            return AwaitAndAddAsync(key, request);
        }

        Add(request, key.Result);
        return default;
    }

    private async ValueTask AwaitAndAddAsync(ValueTask<string> key, HttpRequestMessage request) => Add(request, await key.ConfigureAwait(false));

    private void Add(HttpRequestMessage request, string? key)
    {
        if (string.IsNullOrEmpty(key))
        {
            return;
        }

        switch (place)
        {
            case SecurityKind.Query:
                AddToQuery(request, key);
                break;
            case SecurityKind.Cookie:
                AddCookie(request, key);
                break;
            default:
                AddHeader(request, name, key);
                break;
        }
    }

    private void AddToQuery(HttpRequestMessage request, string key)
    {
        string url = request.RequestUri!.OriginalString;
        char separator = url.Contains('?', StringComparison.Ordinal) ? '&' : '?';
        request.RequestUri = new Uri(url + separator + _parameter + Uri.EscapeDataString(key), s_asWritten);
    }

    private void AddCookie(HttpRequestMessage request, string key)
    {
        string cookie = CookieEncoder.Encode(name) + "=" + CookieEncoder.Encode(key);
        if (request.Headers.NonValidated.TryGetValues("Cookie", out System.Net.Http.Headers.HeaderStringValues others))
        {
            cookie = others + "; " + cookie;
            request.Headers.Remove("Cookie");
        }

        request.Headers.TryAddWithoutValidation("Cookie", cookie);
    }
}
