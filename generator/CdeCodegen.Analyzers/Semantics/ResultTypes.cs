using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;

namespace CdeCodegen.Analyzers.Semantics;

/// <summary>Caches, for one compilation, which types carry results.</summary>
internal sealed class ResultTypes
{
    private readonly ConcurrentDictionary<ITypeSymbol, Carrier?> _carriers = new(SymbolEqualityComparer.Default);

    /// <summary>The result that a value of <paramref name="type"/> is, or holds behind tasks and collections.</summary>
    public Carrier? Find(ITypeSymbol? type)
    {
        if (type is null || type.SpecialType != SpecialType.None || type.TypeKind is not (TypeKind.Class or TypeKind.Struct or TypeKind.Interface or TypeKind.Array))
        {
            return null;
        }

        if (!_carriers.TryGetValue(type, out Carrier? carrier))
        {
            _carriers[type] = carrier = Compute(type);
        }

        return carrier;
    }

    private Carrier? Compute(ITypeSymbol type)
    {
        (Layer layer, ITypeSymbol? inner) = Shape.Unwrap(type);
        if (layer != Layer.None)
        {
            return Find(inner) is { } carrier && carrier.Shape.CanWrap ? new(carrier.Type, carrier.Shape.Wrap(layer)) : null;
        }

        return type is INamedTypeSymbol { TypeKind: TypeKind.Class } named && ResultType.Create(named) is { } result
            ? new(result, default)
            : null;
    }
}

/// <summary>A result type, and the tasks and collections around it.</summary>
internal sealed class Carrier(ResultType type, Shape shape)
{
    public ResultType Type { get; } = type;
    public Shape Shape { get; } = shape;
}
