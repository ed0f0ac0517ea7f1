using System.ComponentModel;
using System.Runtime.CompilerServices;
using Microsoft.Kiota.Abstractions;

namespace CdeCodegen.Runtime.Generated;

/// <summary>Lists whose pages link to the next one. For generated code.</summary>
/// <remarks>The operation itself requests every page, so that headers, credentials, telemetry and results are the same. A link replaces the URL only.</remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class ApiPageLinks
{
    /// <summary>Returns a list whose pages have the link in their body.</summary>
    /// <param name="send">The operation.</param>
    /// <param name="configure">The caller's configuration of the call, or null.</param>
    /// <param name="items">Returns the items of a page.</param>
    /// <param name="link">Returns the link; null or empty on the last page.</param>
    /// <param name="repeats">Whether a link is requested with the method and the body of the operation, rather than with GET.</param>
    public static ApiPages<TResult, TItem> FromBody<TQuery, TResult, TItem>(
        Func<Action<RequestConfiguration<TQuery>>?, CancellationToken, Task<TResult>> send,
        Action<RequestConfiguration<TQuery>>? configure,
        Func<TResult, IReadOnlyList<TItem>?> items,
        Func<TResult, string?> link,
        bool repeats = false)
        where TQuery : class, new()
        where TResult : ApiResult
        => new(
            (position, cancellationToken) => send(Configure(position, configure), cancellationToken),
            result => result.IsSuccess ? new ApiPage<TItem>(items(result), () => Read(result, link), repeats) : null);

    /// <summary>Returns a list whose pages have the link in the header <c>Link</c>, with the relation type <c>next</c> (RFC 8288).</summary>
    /// <param name="send">The operation.</param>
    /// <param name="configure">The caller's configuration of the call, or null.</param>
    /// <param name="items">Returns the items of a page.</param>
    public static ApiPages<TResult, TItem> FromHeader<TQuery, TResult, TItem>(
        Func<Action<RequestConfiguration<TQuery>>?, CancellationToken, Task<TResult>> send,
        Action<RequestConfiguration<TQuery>>? configure,
        Func<TResult, IReadOnlyList<TItem>?> items)
        where TQuery : class, new()
        where TResult : ApiResult
        => FromBody(send, configure, items, static result => result.Headers.GetLink("next")?.OriginalString);

    /// <summary>Returns a list of one page, for an operation whose document says that it lists in pages, but names no link.</summary>
    /// <param name="send">The operation.</param>
    /// <param name="configure">The caller's configuration of the call, or null.</param>
    /// <param name="items">Returns the items of the page.</param>
    public static ApiPages<TResult, TItem> Single<TQuery, TResult, TItem>(
        Func<Action<RequestConfiguration<TQuery>>?, CancellationToken, Task<TResult>> send,
        Action<RequestConfiguration<TQuery>>? configure,
        Func<TResult, IReadOnlyList<TItem>?> items)
        where TQuery : class, new()
        where TResult : ApiResult
        => FromBody(send, configure, items, static _ => null);

    /// <summary>Returns the URL of an operation that takes the link as a parameter.</summary>
    /// <param name="core">The client.</param>
    /// <param name="path">The path with its values, and perhaps a query.</param>
    /// <param name="link">A link whose path is part of the path, so that its query follows; null if the whole link is a value.</param>
    public static string Url(ApiClientCore core, [InterpolatedStringHandlerArgument(nameof(core))] ApiPath path, string? link = null)
    {
        ArgumentNullException.ThrowIfNull(core);
        UrlWriter writer = path.Take();
        string url = writer.Written.ToString();
        writer.Release();
        int query = link?.IndexOf('?', StringComparison.Ordinal) ?? -1;
        return query < 0 ? url : url + (url.Contains('?', StringComparison.Ordinal) ? '&' : '?') + link![(query + 1)..];
    }

    /// <summary>Returns the path of a link.</summary>
    public static string PathOf(string link)
    {
        ArgumentNullException.ThrowIfNull(link);
        int end = link.AsSpan().IndexOfAny('?', '#');
        return end < 0 ? link : link[..end];
    }

    private static string? Read<TResult>(TResult result, Func<TResult, string?> link)
        where TResult : ApiResult
    {
        try
        {
            return link(result);
        }
        catch (ArgumentException e)
        {
            throw new ResponseFormatException(
                "The link to the next page cannot be a part of its URL: it is empty or leaves the path.", result.StatusCode, result.Headers, "", innerException: e);
        }
    }

    private static Action<RequestConfiguration<TQuery>> Configure<TQuery>(ApiPagePosition position, Action<RequestConfiguration<TQuery>>? configure)
        where TQuery : class, new()
        => configuration =>
        {
            configure?.Invoke(configuration);
            if (position.Request is not null)
            {
                configuration.Options.Add(position.Request);
            }
        };
}
