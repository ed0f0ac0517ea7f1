using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace CdeCodegen.Analyzers.Flow.Layout;

/// <summary>Finds locals and parameters used in nested functions. They are not tracked, because it is unknown when and how often these functions run.</summary>
internal static class CapturedSymbols
{
    public static HashSet<ISymbol> Find(IOperation root)
    {
        var captured = new HashSet<ISymbol>(SymbolEqualityComparer.Default);
        bool hasNested = false;
        foreach (IOperation operation in root.Descendants())
        {
            if (operation is IAnonymousFunctionOperation or ILocalFunctionOperation)
            {
                hasNested = true;
                break;
            }
        }

        if (hasNested)
        {
            Visit(root, null, captured);
        }

        return captured;
    }

    private static void Visit(IOperation operation, ISymbol? function, HashSet<ISymbol> captured)
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
                Note(reference.Local, function, captured);
                break;
            case IParameterReferenceOperation reference:
                Note(reference.Parameter, function, captured);
                break;
        }

        foreach (IOperation child in operation.ChildOperations)
        {
            Visit(child, function, captured);
        }
    }

    private static void Note(ISymbol symbol, ISymbol? function, HashSet<ISymbol> captured)
    {
        if (function is not null && !SymbolEqualityComparer.Default.Equals(symbol.ContainingSymbol, function))
        {
            captured.Add(symbol);
        }
    }
}
