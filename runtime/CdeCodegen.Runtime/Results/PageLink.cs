namespace CdeCodegen.Runtime.Internal;

/// <summary>The link of a page to the next one.</summary>
/// <remarks>
/// The link comes from a response, and the request for it carries credentials. It is therefore followed only within the origin of the operation, as redirects
/// are. Messages name origins only, because queries can hold secrets.
/// </remarks>
internal sealed class PageLink
{
    private readonly ApiResult _page;
    private readonly string _target;
    private readonly Uri? _base;

    /// <param name="page">The page that contains the link.</param>
    /// <param name="url">The URL of that page, without credentials; null if it is not known.</param>
    /// <param name="target">The target, absolute or relative to the URL of the page.</param>
    /// <param name="repeats">Whether the request repeats the method and the body of the operation. Otherwise it is a GET without a body.</param>
    internal PageLink(ApiResult page, Uri? url, string target, bool repeats)
    {
        _page = page;
        _target = target;
        _base = url;
        Repeats = repeats;
        Key = Resolve(_base)?.AbsoluteUri ?? target;
        IsSelf = _base is not null && Key == new Uri(_base.OriginalString).AbsoluteUri;
    }

    internal bool Repeats { get; }

    /// <summary>The text by which equal links are found.</summary>
    internal string Key { get; }

    /// <summary>Whether the link leads to the page that contains it.</summary>
    internal bool IsSelf { get; }

    /// <summary>Returns the URL to request.</summary>
    /// <param name="operation">The URL of the operation, which shows where its requests and credentials may go.</param>
    /// <exception cref="ResponseFormatException">The link is no URL, or leads to another origin.</exception>
    internal Uri UrlFor(Uri operation)
    {
        operation = new Uri(operation.OriginalString); // Uri resolves links only against URLs in their canonical form
        if (Resolve(_base ?? operation) is not { } url || (url.Scheme != Uri.UriSchemeHttp && url.Scheme != Uri.UriSchemeHttps) || url.UserInfo.Length > 0)
        {
            throw Exception("The link to the next page is not a URL that starts with http:// or https:// and has no user name.");
        }

        // A server behind a proxy that ends TLS often writes http:// into its links.
        if (url.Scheme == Uri.UriSchemeHttp && operation.Scheme == Uri.UriSchemeHttps && url.IsDefaultPort && operation.IsDefaultPort)
        {
            url = new UriBuilder(url) { Scheme = Uri.UriSchemeHttps, Port = operation.Port }.Uri;
        }

        url = url.Fragment.Length == 0 ? url : new Uri(url.GetLeftPart(UriPartial.Query));
        string origin = operation.GetLeftPart(UriPartial.Authority);
        return url.GetLeftPart(UriPartial.Authority).Equals(origin, StringComparison.OrdinalIgnoreCase)
            ? url
            : throw Exception(
                $"The link to the next page leads to {url.GetLeftPart(UriPartial.Authority)}, which is not the origin of the operation, {origin}. It is not followed.");
    }

    internal ResponseFormatException Exception(string message) => new(message, _page.StatusCode, _page.Headers, "");

    private Uri? Resolve(Uri? against)
    {
        bool isResolved = against is null
            ? Uri.TryCreate(_target, UriKind.Absolute, out Uri? url)
            : Uri.TryCreate(new Uri(against.OriginalString), _target, out url);
        return isResolved ? url : null;
    }
}
