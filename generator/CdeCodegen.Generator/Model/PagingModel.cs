using CdeCodegen.Generator.Infrastructure;

namespace CdeCodegen.Generator.Model;

/// <summary>How the next page is requested.</summary>
internal enum PagingKind : byte
{
    /// <summary>A parameter is the number of items to skip.</summary>
    Offset,

    /// <summary>A parameter is the page number; the first page is 1.</summary>
    Page,

    /// <summary>A parameter is the cursor that the previous page returned.</summary>
    Cursor,

    /// <summary>The body of a page has the link to the next one.</summary>
    Link,

    /// <summary>The header <c>Link</c> of a page has the link to the next one.</summary>
    LinkHeader,

    /// <summary>There is one page.</summary>
    Single,
}

/// <summary>An operation whose document describes pages: it also gets a method that enumerates the items of all pages.</summary>
internal sealed record PagingModel
{
    /// <summary>The C# name of the enumerating method.</summary>
    public string MethodName { get; init; } = "";

    public required PagingKind Kind { get; init; }

    /// <summary>The property of the query class that selects the page; empty where a link does.</summary>
    public string Parameter { get; init; } = "";

    /// <summary>The type of that property: <see cref="TypeKind.Int32"/>, <see cref="TypeKind.Int64"/> or <see cref="TypeKind.String"/>.</summary>
    public TypeKind ParameterType { get; init; }

    /// <summary>The name of the result case that holds a page.</summary>
    public required string Case { get; init; }

    /// <summary>Whether the body of that case may be null.</summary>
    public bool IsBodyNullable { get; init; }

    /// <summary>The list of items.</summary>
    public required TypeRef List { get; init; }

    /// <summary>The path from the body to the list of items; empty if the body is the list.</summary>
    public EquatableArray<MemberStep> Items { get; init; }

    /// <summary>The path from the body to the total number of items; empty if the document names none.</summary>
    public EquatableArray<MemberStep> Total { get; init; }

    /// <summary>The path from the body to the cursor of the next page or the link to it; empty if it is not in the body.</summary>
    public EquatableArray<MemberStep> Next { get; init; }

    /// <summary>The type at the end of <see cref="Next"/>: a text, a URL or an integer.</summary>
    public TypeKind NextType { get; init; }

    /// <summary>The header with the cursor; null if the body has it.</summary>
    public string? NextHeader { get; init; }

    /// <summary>The URL of the operation that takes the link as a parameter; empty if the link is itself the URL.</summary>
    public EquatableArray<PathPartModel> Url { get; init; }

    /// <summary>The C# name of the method that returns <see cref="Url"/>. A part without a text is the link.</summary>
    public string UrlMethod { get; init; } = "";

    /// <summary>Whether the link is a part of the path of <see cref="Url"/>, so that its query follows, and not an encoded value.</summary>
    public bool IsLinkPath { get; init; }

    /// <summary>Whether the link is requested with the method and the body of the operation, rather than with GET.</summary>
    public bool IsRepeated { get; init; }
}

/// <summary>A step from an object to one of its members.</summary>
/// <param name="Name">The C# property name.</param>
/// <param name="IsNullable">Whether the property may be null.</param>
internal sealed record MemberStep(string Name, bool IsNullable);
