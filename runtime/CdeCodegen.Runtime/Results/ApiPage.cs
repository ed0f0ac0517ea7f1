using System.ComponentModel;

namespace CdeCodegen.Runtime.Generated;

/// <summary>One page of a list. For generated code.</summary>
/// <typeparam name="TItem">The type of the items.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ApiPage<TItem>
{
    private readonly bool _hasCursor;
    private readonly bool _repeats;
    private readonly Func<string?>? _link;
    private readonly long? _total;
    private readonly string? _next;

    /// <summary>Creates a page of a list that is addressed by item or page number.</summary>
    /// <param name="items">The items of the page; null means none.</param>
    /// <param name="total">The number of items in the whole list; null if the server does not return it.</param>
    public ApiPage(IReadOnlyList<TItem>? items, long? total)
    {
        Items = items ?? [];
        _total = total;
    }

    /// <summary>Creates a page that returns a cursor for the next one.</summary>
    /// <param name="items">The items of the page; null means none.</param>
    /// <param name="next">The cursor; null or empty on the last page.</param>
    public ApiPage(IReadOnlyList<TItem>? items, string? next)
    {
        Items = items ?? [];
        _next = next;
        _hasCursor = true;
    }

    /// <summary>Creates a page that links to the next one.</summary>
    /// <param name="items">The items of the page; null means none.</param>
    /// <param name="link">Returns the link; null or empty on the last page.</param>
    /// <param name="repeats">Whether the request for the next page repeats the method and the body of the operation.</param>
    internal ApiPage(IReadOnlyList<TItem>? items, Func<string?> link, bool repeats)
    {
        Items = items ?? [];
        _link = link;
        _repeats = repeats;
    }

    /// <summary>The items of the page, in the order of the response.</summary>
    public IReadOnlyList<TItem> Items { get; }

    /// <summary>Moves a position past this page.</summary>
    /// <returns>Whether there is another page. A cursor that is repeated at once ends the list, because some servers end lists that way.</returns>
    /// <exception cref="ResponseFormatException">The server returned the cursor or the link before, so the enumeration would never end.</exception>
    internal bool TryAdvance(ApiResult result, ref ApiPagePosition position)
    {
        long items = position.Items + Items.Count;
        int pages = position.Pages + 1;
        if (!_hasCursor && _link is null)
        {
            position = new ApiPagePosition(result, items, pages, null, null, null);
            return Items.Count > 0 && !(items >= _total);
        }

        string? next = _link is null ? _next : _link();
        if (string.IsNullOrEmpty(next) || (_hasCursor && next == position.Cursor))
        {
            return false;
        }

        PageLink? link = _link is null ? null : new PageLink(result, position.Request?.Url, next, _repeats);
        string key = link?.Key ?? next;
        if (link is { IsSelf: true } || key == position.Mark)
        {
            throw new ResponseFormatException(
                $"Page {pages} of the list leads back to a page before it, so the list would never end.", result.StatusCode, result.Headers, "");
        }

        // Brent's algorithm finds a cycle of any length with one remembered page: that of the last power of two.
        position = new ApiPagePosition(result, items, pages, _hasCursor ? next : null, link, int.IsPow2(pages) ? key : position.Mark);
        return true;
    }
}
