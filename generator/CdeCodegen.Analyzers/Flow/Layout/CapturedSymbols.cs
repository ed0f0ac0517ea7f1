using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace CdeCodegen.Analyzers.Flow.Layout;

/// <summary>
/// The locals and parameters used in nested functions. They are not tracked, because it is unknown when and how often these functions run. Of a
/// collection of tasks or results, all uses in the body are known nevertheless: together they say whether anything looks at a result.
/// </summary>
internal sealed class CapturedSymbols
{
    private static readonly CapturedSymbols s_none = new();

    private readonly HashSet<ISymbol> _symbols = new(SymbolEqualityComparer.Default);
    private readonly Dictionary<ISymbol, CollectionUses> _uses = new(SymbolEqualityComparer.Default);

    private CapturedSymbols()
    {
    }

    public static CapturedSymbols Find(IOperation root)
    {
        foreach (IOperation operation in root.Descendants())
        {
            if (operation is IAnonymousFunctionOperation or ILocalFunctionOperation)
            {
                var captured = new CapturedSymbols();
                captured.Visit(root, null);
                return captured;
            }
        }

        return s_none;
    }

    public bool Contains(ISymbol symbol) => _symbols.Contains(symbol);

    /// <summary>All uses of a captured local; null for any other.</summary>
    public CollectionUses? UsesOf(ILocalSymbol local) =>
        _symbols.Contains(local) && _uses.TryGetValue(local, out CollectionUses? uses) ? uses : null;

    private void Visit(IOperation operation, ISymbol? function)
    {
        switch (operation)
        {
            case IAnonymousFunctionOperation lambda:
                function = lambda.Symbol;
                break;
            case ILocalFunctionOperation local:
                function = local.Symbol;
                break;
            case ILocalReferenceOperation reference:
                Note(reference.Local, function);
                UsesOfAny(reference.Local).Places.Add(reference.Syntax);
                break;
            case IParameterReferenceOperation reference:
                Note(reference.Parameter, function);
                break;
            case IVariableDeclaratorOperation declarator when declarator.GetVariableInitializer() is { Value: var value }:
                UsesOfAny(declarator.Symbol).Values.Add(value);
                break;
            case ISimpleAssignmentOperation { Target: ILocalReferenceOperation target } assignment:
                UsesOfAny(target.Local).Values.Add(assignment.Value);
                break;
        }

        foreach (IOperation child in operation.ChildOperations)
        {
            Visit(child, function);
        }
    }

    private void Note(ISymbol symbol, ISymbol? function)
    {
        if (function is not null && !SymbolEqualityComparer.Default.Equals(symbol.ContainingSymbol, function))
        {
            _symbols.Add(symbol);
        }
    }

    private CollectionUses UsesOfAny(ILocalSymbol local)
    {
        if (!_uses.TryGetValue(local, out CollectionUses? uses))
        {
            _uses.Add(local, uses = new CollectionUses(local));
        }

        return uses;
    }
}
