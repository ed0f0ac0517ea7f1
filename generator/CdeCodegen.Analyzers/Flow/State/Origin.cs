using CdeCodegen.Analyzers.Semantics;
using Microsoft.CodeAnalysis;

namespace CdeCodegen.Analyzers.Flow.State;

/// <summary>A place that creates results.</summary>
internal sealed class Origin(OriginKind kind, SyntaxNode location, SyntaxNode scope, Carrier? carrier)
{
    public OriginKind Kind { get; } = kind;

    /// <summary>The node to report. An item is reported at the call that returned its collection.</summary>
    public SyntaxNode Location { get; private set; } = location;

    /// <summary>The node that creates the value.</summary>
    public SyntaxNode Scope { get; } = scope;

    /// <summary>The blocks of the innermost enclosing loop.</summary>
    public (int First, int Last)? Loop { get; init; }

    /// <summary>Null for an item whose collection is not known yet.</summary>
    public ResultType? Type { get; private set; } = carrier?.Type;

    public Shape Shape { get; private set; } = carrier?.Shape ?? default;

    /// <summary>
    /// Whether this is an item of a local collection of tasks. Code may wait for such tasks together, so one that is not awaited is no finding.
    /// </summary>
    public bool IsKept { get; private set; } = kind == OriginKind.Kept;

    /// <summary>Whether an edge enters the enclosing loop from outside.</summary>
    public bool IsEntered(int from, int to) => Loop is var (first, last) && first <= to && to <= last && !(first <= from && from <= last);

    /// <summary>Makes an item known as one of a collection.</summary>
    public void Resolve(Origin collection, Shape item)
    {
        Type = collection.Type;
        IsKept = collection.Kind == OriginKind.Kept;
        Shape = item;
        Location = collection.Location;
    }
}
