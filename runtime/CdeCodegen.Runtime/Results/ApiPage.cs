using System.ComponentModel;

namespace CdeCodegen.Runtime.Generated;

/// <summary>One page of a list. For generated code.</summary>
/// <typeparam name="TItem">The type of the items.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ApiPage<TItem>
{
    private readonly bool _hasCursor;
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

    /// <summary>The items of the page, in the order of the response.</summary>
    public IReadOnlyList<TItem> Items { get; }

    /// <summary>Moves a position past this page. A repeated cursor ends the list; otherwise the enumeration would never end.</summary>
    /// <returns>Whether there is another page.</returns>
    internal bool TryAdvance(ref ApiPagePosition position)
    {
        long items = position.Items + Items.Count;
        bool more = _hasCursor
            ? !string.IsNullOrEmpty(_next) && _next != position.Cursor
            : Items.Count > 0 && !(items >= _total);
        position = new ApiPagePosition(items, position.Pages + 1, _next);
        return more;
    }
}
