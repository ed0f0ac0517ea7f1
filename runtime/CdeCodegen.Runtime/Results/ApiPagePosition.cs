using System.ComponentModel;

namespace CdeCodegen.Runtime.Generated;

/// <summary>The start of the next page, in each of the three ways that servers count. For generated code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct ApiPagePosition
{
    internal ApiPagePosition(long items, int pages, string? cursor) => (Items, Pages, Cursor) = (items, pages, cursor);

    /// <summary>The number of items on the previous pages.</summary>
    public long Items { get; }

    /// <summary>The number of previous pages.</summary>
    public int Pages { get; }

    /// <summary>The cursor that the previous page returned; null for the first page.</summary>
    public string? Cursor { get; }
}
