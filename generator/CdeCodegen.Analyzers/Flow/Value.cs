using CdeCodegen.Analyzers.Semantics;
using Microsoft.CodeAnalysis;

namespace CdeCodegen.Analyzers.Flow;

internal enum ValueKind : byte
{
    /// <summary>Not tracked.</summary>
    None,

    /// <summary>A result, or a task or collection of results, as the shape says.</summary>
    Carrier,

    /// <summary>An enumerator of results; the shape is that of the items.</summary>
    Enumerator,

    /// <summary>The status code of a result.</summary>
    Status,

    /// <summary>The run-time type of a result.</summary>
    Type,

    /// <summary>The name of that type.</summary>
    TypeName,

    /// <summary>A member read with <c>?.</c> from a result that a cast may have turned into null.</summary>
    Body,

    /// <summary>Different kinds on different paths.</summary>
    Mixed,
}

/// <summary>The value of an expression: a result of one of several origins, or something derived from it.</summary>
/// <param name="origins">Bit set of origins.</param>
/// <param name="kind">How the value relates to the results.</param>
/// <param name="shape">The wrappers around the result.</param>
/// <param name="cast">Set after <c>as</c>: null for the cases that are not of that type.</param>
/// <param name="cases">The cases for which the value is that result; for others it is null or another value.</param>
internal readonly struct Value(ulong origins, ValueKind kind, Shape shape = default, ITypeSymbol? cast = null, ulong cases = ulong.MaxValue)
{
    public ulong Origins { get; } = origins;
    public ValueKind Kind { get; } = origins == 0 ? ValueKind.None : kind;
    public Shape Shape { get; } = shape;
    public ITypeSymbol? Cast { get; } = cast;
    public ulong Cases { get; } = cases;

    public bool IsResult => Kind == ValueKind.Carrier && Shape.IsResult;

    public bool IsTask => Kind == ValueKind.Carrier && Shape.Outer == Layer.Task;

    public Value As(ValueKind kind) => new(Origins, kind, Shape, Cast, Cases);

    public Value With(Shape shape) => new(Origins, Kind, shape, Cast, Cases);

    public Value WithCast(ITypeSymbol? cast) => new(Origins, Kind, Shape, cast, Cases);

    public Value Among(ulong cases) => new(Origins, Kind, Shape, Cast, Cases & cases);
}
