using Microsoft.CodeAnalysis;

namespace CdeCodegen.Analyzers.Semantics;

/// <summary>A wrapper around a result.</summary>
internal enum Layer : byte
{
    None,

    /// <summary>An awaitable.</summary>
    Task,

    /// <summary>A collection whose items already exist.</summary>
    Collection,

    /// <summary>A lazy sequence; dropping it drops no result, because no item exists yet.</summary>
    Sequence,
}

/// <summary>
/// The layers around a result, outermost first: <c>Task&lt;R[]&gt;</c> is (Task, Collection). Two bits a layer, so that it fits the flow state.
/// </summary>
internal readonly struct Shape(uint bits)
{
    private const int LayerBits = 2;
    private const uint LayerMask = 3;
    private const int MaxLayers = 8;

    public uint Bits { get; } = bits;

    public Layer Outer => (Layer)(Bits & LayerMask);

    public bool IsResult => Bits == 0;

    public bool CanWrap => Bits >> (LayerBits * (MaxLayers - 1)) == 0;

    public Shape Inner => new(Bits >> LayerBits);

    public Shape Wrap(Layer layer) => new((Bits << LayerBits) | (uint)layer);

    public static (Layer Layer, ITypeSymbol? Inner) Unwrap(ITypeSymbol type)
    {
        if (type is IArrayTypeSymbol { Rank: 1 } array)
        {
            return (Layer.Collection, array.ElementType);
        }

        if (type is not INamedTypeSymbol { Arity: 1, TypeArguments.Length: 1 } named)
        {
            return default;
        }

        Layer layer = (named.Name, named.ContainingNamespace?.Name) switch
        {
            ("Task" or "ValueTask", "Tasks") => Layer.Task,
            ("ConfiguredTaskAwaitable" or "ConfiguredValueTaskAwaitable", "CompilerServices") => Layer.Task,
            ("IEnumerable" or "IAsyncEnumerable", "Generic") => Layer.Sequence,
            ("List" or "IList" or "ICollection" or "IReadOnlyList" or "IReadOnlyCollection", "Generic") => Layer.Collection,
            ("ImmutableArray" or "ImmutableList" or "IImmutableList", "Immutable") => Layer.Collection,
            ("ConfiguredCancelableAsyncEnumerable", "CompilerServices") => Layer.Sequence,
            _ => Layer.None,
        };
        return layer != Layer.None && IsSystem(named.ContainingNamespace) ? (layer, named.TypeArguments[0]) : default;
    }

    private static bool IsSystem(INamespaceSymbol? ns)
    {
        while (ns is { IsGlobalNamespace: false, ContainingNamespace.IsGlobalNamespace: false })
        {
            ns = ns.ContainingNamespace;
        }

        return ns is { Name: "System" };
    }
}
