using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;

namespace CdeCodegen.Analyzers.Semantics;

/// <summary>Caches, for one compilation, which types carry results.</summary>
internal sealed class ResultTypes
{
    /// <summary>How deep collections and tuples are searched for tasks.</summary>
    private const int MaxDepth = 3;

    private readonly ConcurrentDictionary<ITypeSymbol, Carrier?> _carriers = new(SymbolEqualityComparer.Default);

    /// <summary>The result that a value of <paramref name="type"/> is, or holds behind tasks and collections.</summary>
    public Carrier? Find(ITypeSymbol? type)
    {
        if (type is null || type.SpecialType != SpecialType.None
            || type.TypeKind is not (TypeKind.Class or TypeKind.Struct or TypeKind.Interface or TypeKind.Array))
        {
            return null;
        }

        if (!_carriers.TryGetValue(type, out Carrier? carrier))
        {
            // One instance for all threads: the rest of the analyzer compares result types by reference.
            carrier = _carriers.GetOrAdd(type, Compute(type));
        }

        return carrier;
    }

    /// <summary>
    /// The result whose tasks a collection holds, also as keys, values or parts of tuples: <c>Dictionary&lt;string, Task&lt;R&gt;&gt;</c>. Null if it
    /// holds none.
    /// </summary>
    public ResultType? FindTasksIn(ITypeSymbol? type) => FindTasksIn(type, MaxDepth);

    private ResultType? FindTasksIn(ITypeSymbol? type, int depth)
    {
        if (Find(type) is { Shape: { Outer: Layer.Collection or Layer.Sequence, Inner.Outer: Layer.Task } } carrier)
        {
            return carrier.Type;
        }

        if (depth == 0 || type is not INamedTypeSymbol named || !(named.IsTupleType || Calls.IsInSystem(named) && IsContainer(named)))
        {
            return null;
        }

        // Dictionary<TKey, TValue>.ValueCollection
        INamedTypeSymbol owner = named.TypeArguments.IsEmpty ? named.ContainingType ?? named : named;
        foreach (ITypeSymbol part in owner.TypeArguments)
        {
            if ((Find(part) is { Shape.Outer: Layer.Task } task ? task.Type : FindTasksIn(part, depth - 1)) is { } found)
            {
                return found;
            }
        }

        return null;
    }

    private static bool IsContainer(INamedTypeSymbol type)
    {
        for (INamespaceSymbol? ns = type.ContainingNamespace; ns is { IsGlobalNamespace: false }; ns = ns.ContainingNamespace)
        {
            if (ns.Name == "Collections")
            {
                return true;
            }
        }

        return false;
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
