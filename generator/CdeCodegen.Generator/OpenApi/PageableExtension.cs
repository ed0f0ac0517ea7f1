using CdeCodegen.Generator.Reading;

namespace CdeCodegen.Generator.OpenApi;

/// <summary>The <c>x-ms-pageable</c> extension of an operation, by which documents of Microsoft and others describe lists whose pages link to the next one.</summary>
internal sealed class PageableExtension(SpecNode node)
{
    public SpecNode Node { get; } = node;

    /// <summary>The member of the body that is the link; null if there is never more than one page.</summary>
    public string? NextLinkName => TextOf("nextLinkName");

    /// <summary>The member of the body that is the list of items.</summary>
    public string ItemName => TextOf("itemName") ?? "value";

    /// <summary>The <c>operationId</c> of the operation that returns the further pages; null if a GET request for the link does.</summary>
    public string? OperationName => TextOf("operationName");

    /// <summary>Whether the request for the link is a POST with the body of the operation.</summary>
    public bool IsRepeated => "post".Equals(TextOf("nextLinkVerb"), StringComparison.OrdinalIgnoreCase);

    private string? TextOf(string name) => Node[name] is { Kind: SpecKind.String } text && text.Text.Length > 0 ? text.Text : null;
}
