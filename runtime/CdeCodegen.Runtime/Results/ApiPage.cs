using System.ComponentModel;

namespace CdeCodegen.Runtime.Generated;

/// <summary>What a page says. For generated code.</summary>
/// <typeparam name="TItem">What is listed.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ApiPage<TItem>
{
    private readonly bool _hasCursor;
    private readonly long? _total;
    private readonly string? _next;

    /// <summary>A page of a list that is counted in items or pages.</summary>
    /// <param name="items">Null is as good as empty.</param>
    /// <param name="total">How many items the list has; null where the server does not say.</param>
    public ApiPage(IReadOnlyList<TItem>? items, long? total)
    {
        Items = items ?? [];
        _total = total;
    }

    /// <summary>A page that names the next one.</summary>
    /// <param name="items">Null is as good as empty.</param>
    /// <param name="next">Null or empty on the last page.</param>
    public ApiPage(IReadOnlyList<TItem>? items, string? next)
    {
        Items = items ?? [];
        _next = next;
        _hasCursor = true;
    }

    /// <summary>The items, in the server's order.</summary>
    public IReadOnlyList<TItem> Items { get; }

    /// <summary>Moves behind this page; false at the end. A server that names the same page again is at its end: following it would never be.</summary>
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
