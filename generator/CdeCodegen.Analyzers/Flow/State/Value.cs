using CdeCodegen.Analyzers.Semantics;
using Microsoft.CodeAnalysis;

namespace CdeCodegen.Analyzers.Flow.State;

/// <summary>The value of an expression: a result of one of several origins, or something derived from it.</summary>
/// <param name="origins">The origins that may have created the result.</param>
/// <param name="kind">How the value relates to the results.</param>
/// <param name="shape">The wrappers around the result.</param>
/// <param name="cast">Set after <c>as</c>: null for the cases that are not of that type.</param>
/// <param name="cases">The cases for which the value is the result of an origin; for others it is null or another value.</param>
internal readonly struct Value(OriginSet origins, ValueKind kind, Shape shape, ITypeSymbol? cast, OriginCases cases)
{
    public Value(OriginSet origins, ValueKind kind, Shape shape = default, ITypeSymbol? cast = null)
        : this(origins, kind, shape, cast, OriginCases.Every)
    {
    }

    public OriginSet Origins { get; } = origins;
    public ValueKind Kind { get; } = origins.IsEmpty ? ValueKind.None : kind;
    public Shape Shape { get; } = shape;
    public ITypeSymbol? Cast { get; } = cast;
    public OriginCases Cases { get; } = cases;

    public bool IsResult => Kind == ValueKind.Carrier && Shape.IsResult;

    public bool IsTask => Kind == ValueKind.Carrier && Shape.Outer == Layer.Task;

    public Value As(ValueKind kind) => new(Origins, kind, Shape, Cast, Cases);

    public Value With(Shape shape) => new(Origins, Kind, shape, Cast, Cases);

    public Value WithCast(ITypeSymbol? cast) => new(Origins, Kind, Shape, cast, Cases);

    public Value With(OriginCases cases) => new(Origins, Kind, Shape, Cast, cases);

    public Value Among(CaseSet cases) => new(Origins, Kind, Shape, Cast, Cases.Intersect(cases));
}
