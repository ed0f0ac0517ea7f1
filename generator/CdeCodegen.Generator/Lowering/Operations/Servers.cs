namespace CdeCodegen.Generator.Lowering.Operations;

/// <summary>The URLs of servers, as they stand at the beginning of requests.</summary>
internal static class Servers
{
    /// <summary>Absolute, percent-encoded, without a slash at the end; what is relative is so to the document's server.</summary>
    /// <returns>Null for what cannot be called: another scheme, a query, a user's name, or a relative URL without anything to begin from.</returns>
    public static string? Absolute(string? url, string? server)
    {
        if (!IsAbsolute(url, out Uri? absolute)
            && (url is null || !IsAbsolute(server, out Uri? root) || !Uri.TryCreate(root, url, out absolute) || absolute.Scheme != root!.Scheme))
        {
            return null;
        }

        return absolute!.UserInfo.Length + absolute.Query.Length + absolute.Fragment.Length > 0 ? null : absolute.GetLeftPart(UriPartial.Path).TrimEnd('/');
    }

    // On Unix "/v1" is an absolute URL: that of a file.
    private static bool IsAbsolute(string? url, out Uri? absolute) => Uri.TryCreate(url, UriKind.Absolute, out absolute) && absolute.Scheme is "http" or "https";
}
