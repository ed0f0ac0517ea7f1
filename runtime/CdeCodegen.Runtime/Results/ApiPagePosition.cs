using System.ComponentModel;

namespace CdeCodegen.Runtime.Generated;

/// <summary>Where in a list the next page begins, in the three ways that servers count. For generated code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct ApiPagePosition
{
    internal ApiPagePosition(long items, int pages, string? cursor) => (Items, Pages, Cursor) = (items, pages, cursor);

    /// <summary>How many items came before.</summary>
    public long Items { get; }

    /// <summary>How many pages came before.</summary>
    public int Pages { get; }

    /// <summary>What the page before named as the next one; null at the beginning.</summary>
    public string? Cursor { get; }
}
