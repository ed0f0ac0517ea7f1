using CdeCodegen.Generator.Reading;

namespace CdeCodegen.Generator.OpenApi;

/// <summary>The <c>x-pagination</c> extension of an operation, which describes how to request pages of a list.</summary>
internal sealed class PaginationExtension(SpecNode node)
{
    public SpecNode Node { get; } = node;

    /// <summary>Whether the extension has this vocabulary. Others use the same name for their own.</summary>
    public bool IsKnown => (Offset ?? Page ?? Cursor) is not null;

    /// <summary>The query parameter that is the number of items to leave out.</summary>
    public string? Offset => Node["offset"]?.Text;

    /// <summary>The query parameter that is the number of the page.</summary>
    public string? Page => Node["page"]?.Text;

    /// <summary>The query parameter that is the cursor.</summary>
    public string? Cursor => Node["cursor"]?.Text;

    /// <summary>Whether more than one parameter selects the page, so that it is not known which one does.</summary>
    public bool NamesSeveralParameters => (Offset is null ? 0 : 1) + (Page is null ? 0 : 1) + (Cursor is null ? 0 : 1) > 1;

    /// <summary>The dotted path from the success body to the items; empty when it is not text.</summary>
    public string? Items => PathOf("items");

    /// <summary>The dotted path to the number of all items.</summary>
    public string? Total => PathOf("total");

    /// <summary>The dotted path to the next cursor.</summary>
    public string? Next => PathOf("next");

    private string? PathOf(string name) => Node[name] is { } path ? path.Kind == SpecKind.String ? path.Text : "" : null;
}
