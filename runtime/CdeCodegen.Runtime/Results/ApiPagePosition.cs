using System.ComponentModel;
using System.Globalization;

namespace CdeCodegen.Runtime.Generated;

/// <summary>The start of the next page, in each of the ways that servers count. For generated code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct ApiPagePosition
{
    private readonly ApiResult? _page;

    internal ApiPagePosition(ApiResult? page, long items, int pages, string? cursor, PageLink? link, string? mark)
        => (_page, Items, Pages, Cursor, Request, Mark) = (page, items, pages, cursor, new PageRequest { Link = link }, mark);

    /// <summary>The number of items on the previous pages.</summary>
    public long Items { get; }

    /// <summary>The number of previous pages.</summary>
    public int Pages { get; }

    /// <summary>The cursor that the previous page returned; null for the first page.</summary>
    public string? Cursor { get; }

    /// <summary>The cursor as a number.</summary>
    /// <exception cref="ResponseFormatException">The cursor is not a number.</exception>
    public long CursorNumber => long.TryParse(Cursor, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long number)
        ? number
        : throw new ResponseFormatException("The cursor of the next page is not a number.", _page?.StatusCode ?? 0, _page?.Headers ?? ApiResponseHeaders.Empty, "");

    /// <summary>The request for the page.</summary>
    internal PageRequest? Request { get; }

    /// <summary>The cursor or link of an earlier page, which must not return.</summary>
    internal string? Mark { get; }

    /// <summary>Returns a cursor that is a number as text.</summary>
    public static string? TextOf(long? cursor) => cursor?.ToString(CultureInfo.InvariantCulture);
}
