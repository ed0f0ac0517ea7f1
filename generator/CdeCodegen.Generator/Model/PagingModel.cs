using CdeCodegen.Generator.Infrastructure;

namespace CdeCodegen.Generator.Model;

/// <summary>How a list is divided into pages.</summary>
internal enum PagingKind : byte
{
    /// <summary>A parameter says how many items to leave out.</summary>
    Offset,

    /// <summary>A parameter is the page's number; the first is 1.</summary>
    Page,

    /// <summary>A parameter is what the page before named as the next one.</summary>
    Cursor,
}

/// <summary>An operation that lists in pages, by the document's <c>x-pagination</c>: it also gets a method that enumerates all items.</summary>
/// <param name="MethodName">Of that method.</param>
/// <param name="Parameter">The property of the query class that chooses the page.</param>
/// <param name="ParameterType">Of that property: <see cref="TypeKind.Int32"/>, <see cref="TypeKind.Int64"/> or <see cref="TypeKind.String"/>.</param>
/// <param name="Case">The case of the result that holds a page.</param>
/// <param name="Items">From the body to the items.</param>
/// <param name="Total">From the body to the number of all items; empty where the document has none.</param>
/// <param name="Next">From the body to the next cursor; empty for the other kinds.</param>
internal sealed record PagingModel(
    string MethodName, PagingKind Kind, string Parameter, TypeKind ParameterType, string Case, TypeRef Item,
    EquatableArray<MemberStep> Items, EquatableArray<MemberStep> Total, EquatableArray<MemberStep> Next);

/// <summary>A step from an object to one of its members.</summary>
internal sealed record MemberStep(string Name, bool Nullable);
