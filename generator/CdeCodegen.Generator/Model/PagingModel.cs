using CdeCodegen.Generator.Infrastructure;

namespace CdeCodegen.Generator.Model;

/// <summary>How a parameter selects a page.</summary>
internal enum PagingKind : byte
{
    /// <summary>The number of items to skip.</summary>
    Offset,

    /// <summary>The page number; the first page is 1.</summary>
    Page,

    /// <summary>The cursor that the previous page returned.</summary>
    Cursor,
}

/// <summary>An operation with the document's <c>x-pagination</c> extension: it also gets a method that enumerates the items of all pages.</summary>
internal sealed record PagingModel
{
    /// <summary>The C# name of the enumerating method.</summary>
    public required string MethodName { get; init; }

    public required PagingKind Kind { get; init; }

    /// <summary>The property of the query class that selects the page.</summary>
    public required string Parameter { get; init; }

    /// <summary>The type of that property: <see cref="TypeKind.Int32"/>, <see cref="TypeKind.Int64"/> or <see cref="TypeKind.String"/>.</summary>
    public required TypeKind ParameterType { get; init; }

    /// <summary>The name of the result case that holds a page.</summary>
    public required string Case { get; init; }

    /// <summary>The type of an item.</summary>
    public required TypeRef Item { get; init; }

    /// <summary>The path from the body to the list of items.</summary>
    public required EquatableArray<MemberStep> Items { get; init; }

    /// <summary>The path from the body to the total number of items; empty if the document names none.</summary>
    public EquatableArray<MemberStep> Total { get; init; }

    /// <summary>The path from the body to the next cursor; empty unless <see cref="Kind"/> is <see cref="PagingKind.Cursor"/>.</summary>
    public EquatableArray<MemberStep> Next { get; init; }
}

/// <summary>A step from an object to one of its members.</summary>
/// <param name="Name">The C# property name.</param>
/// <param name="IsNullable">Whether the property may be null.</param>
internal sealed record MemberStep(string Name, bool IsNullable);
