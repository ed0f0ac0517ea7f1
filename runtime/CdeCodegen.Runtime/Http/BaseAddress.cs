namespace CdeCodegen.Runtime.Internal;

/// <summary>The part of every URL that the client brings: scheme, host, port and the path before the document's own.</summary>
internal static class BaseAddress
{
    /// <summary>The address as text, percent-encoded, without a slash at the end.</summary>
    internal static string Normalize(Uri url)
    {
        if (!url.IsAbsoluteUri || (url.Scheme != Uri.UriSchemeHttp && url.Scheme != Uri.UriSchemeHttps))
        {
            throw new ArgumentException("The base URL must be absolute and start with http:// or https://.");
        }

        if (url.UserInfo.Length > 0)
        {
            throw new ArgumentException("The base URL must not hold a user name or password: they would end up in logs. Use an AccessTokenProvider.");
        }

        if (url.Query.Length > 0 || url.Fragment.Length > 0)
        {
            throw new ArgumentException("The base URL must not have a query or a fragment: paths are added at its end.");
        }

        return url.GetLeftPart(UriPartial.Path).TrimEnd('/');
    }

    internal static string Normalize(string url, string source)
        => Uri.TryCreate(url, UriKind.Absolute, out Uri? absolute) ? Normalize(absolute) : throw new ArgumentException($"The base URL of {source} is no absolute URL.");

    internal static InvalidOperationException Missing()
        => new("There is no base URL: the API's document names no absolute server, so set ApiClientOptions.BaseUrl (or the BaseAddress of the HttpClient, or the BaseUrl of the request adapter).");
}
