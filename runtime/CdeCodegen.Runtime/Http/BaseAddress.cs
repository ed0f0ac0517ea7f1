namespace CdeCodegen.Runtime.Internal;

/// <summary>Validates the base URL of a client: scheme, host, port, and the path in front of the document's paths.</summary>
internal static class BaseAddress
{
    /// <summary>Returns the percent-encoded URL without a trailing slash.</summary>
    internal static string Normalize(Uri url)
    {
        if (url.IsAbsoluteUri && url.UserInfo.Length > 0)
        {
            throw new ArgumentException("The base URL must not contain a user name or password, because URLs are logged. Use an AccessTokenProvider.");
        }

        if (!url.IsAbsoluteUri || (url.Scheme != Uri.UriSchemeHttp && url.Scheme != Uri.UriSchemeHttps))
        {
            throw new ArgumentException("The base URL must be absolute and start with http:// or https://.");
        }

        if (url.Query.Length > 0 || url.Fragment.Length > 0)
        {
            throw new ArgumentException("The base URL must not contain a query or a fragment, because paths are appended to it.");
        }

        return url.GetLeftPart(UriPartial.Path).TrimEnd('/');
    }

    /// <summary>Returns the base URL from what the user provides, completed by a relative server of the document, or from the document.</summary>
    internal static string Find(string? given, string? documented)
    {
        bool isPath = documented is { Length: > 0 } && documented[0] == '/';
        if (given is null)
        {
            return documented is not null && !isPath ? Normalize(documented, "the API's document") : throw Missing();
        }

        return isPath && GetOrigin(given).Length == given.Length ? given + documented!.TrimEnd('/') : given;
    }

    /// <summary>Returns scheme, host and port of a normalized URL.</summary>
    internal static string GetOrigin(string url)
    {
        int path = url.IndexOf('/', url.IndexOf("://", StringComparison.Ordinal) + 3);
        return path < 0 ? url : url[..path];
    }

    internal static string Normalize(string url, string source)
        => Uri.TryCreate(url, UriKind.Absolute, out Uri? absolute)
            ? Normalize(absolute)
            : throw new ArgumentException($"The base URL of {source} is not an absolute URL.");

    internal static InvalidOperationException Missing()
        => new(
            "There is no base URL, and the API's document contains no absolute server URL. "
            + "Set ApiClientOptions.BaseUrl, the BaseAddress of the HttpClient, or the BaseUrl of the request adapter.");
}
