namespace CdeCodegen.Generator.Lowering.Operations;

/// <summary>Converts server URLs to the form that requests start with.</summary>
internal static class Servers
{
    /// <summary>Makes a URL absolute, percent-encoded and without a trailing slash. A relative URL is resolved against the document's server.</summary>
    /// <returns>Null if the URL is unusable: another scheme, a query, user info, or relative without a base.</returns>
    public static string? Absolute(string? url, string? server)
    {
        if (!IsAbsolute(url, out Uri? absolute)
            && (url is null || !IsAbsolute(server, out Uri? root) || !Uri.TryCreate(root, url, out absolute) || absolute.Scheme != root!.Scheme))
        {
            return null;
        }

        return absolute!.UserInfo.Length + absolute.Query.Length + absolute.Fragment.Length > 0 ? null : absolute.GetLeftPart(UriPartial.Path).TrimEnd('/');
    }

    /// <summary>Whether the URL is a path on the host of the base URL.</summary>
    public static bool IsPath(string url) => url.StartsWith("/", StringComparison.Ordinal) && !url.StartsWith("//", StringComparison.Ordinal)
        && url.IndexOfAny(['?', '#', '{', '\\']) < 0 && Uri.TryCreate("https://h" + url, UriKind.Absolute, out Uri? whole) && whole.AbsolutePath == url;

    /// <summary>Whether the URL has neither a scheme nor a host.</summary>
    public static bool IsRelative(string url) => !IsAbsolute(url, out _) && !url.StartsWith("//", StringComparison.Ordinal);

    /// <summary>The path of an absolute URL without a trailing slash; a slash if it has none.</summary>
    public static string PathOf(string absolute) => new Uri(absolute).AbsolutePath.TrimEnd('/') is { Length: > 0 } path ? path : "/";

    // On Unix, "/v1" parses as an absolute file URL.
    private static bool IsAbsolute(string? url, out Uri? absolute) =>
        Uri.TryCreate(url, UriKind.Absolute, out absolute) && absolute.Scheme is "http" or "https";
}
