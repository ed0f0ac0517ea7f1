using CdeCodegen.Analyzers.Flow.Evaluation;
using CdeCodegen.Analyzers.Semantics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;

namespace CdeCodegen.Analyzers.Flow;

/// <summary>The helpers that one body calls: private methods, and its own local functions.</summary>
/// <param name="methods">The private methods of the compilation.</param>
/// <param name="root">The graph of the body.</param>
/// <param name="body">The context of the body.</param>
internal sealed class BodyHelpers(MethodHelpers methods, ControlFlowGraph root, BodyContext body) : IHelperSummaries
{
    private readonly Dictionary<IMethodSymbol, Helper?> _functions = new(SymbolEqualityComparer.Default);

    public bool Follows(IMethodSymbol method) => method.MethodKind == MethodKind.LocalFunction || MethodHelpers.IsPrivate(method);

    public HelperSummary? Summarize(IParameterSymbol parameter, CaseSet entering)
    {
        var method = (IMethodSymbol)parameter.ContainingSymbol.OriginalDefinition;
        Helper? helper = method.MethodKind == MethodKind.LocalFunction ? FindFunction(method) : methods.Find(method, body.CancellationToken);
        return helper?.Summarize(parameter.Ordinal, entering);
    }

    private Helper? FindFunction(IMethodSymbol function)
    {
        if (!_functions.TryGetValue(function, out Helper? helper))
        {
            ControlFlowGraph? graph = GraphOf(function);
            _functions[function] = helper = graph is null ? null : new Helper(function, graph, body);
        }

        return helper;
    }

    /// <summary>Null for a local function in a lambda.</summary>
    private ControlFlowGraph? GraphOf(IMethodSymbol function)
    {
        ControlFlowGraph? outer = function.ContainingSymbol is IMethodSymbol { MethodKind: MethodKind.LocalFunction } around ? GraphOf(around) : root;
        return outer is not null && outer.LocalFunctions.Contains(function) ? outer.GetLocalFunctionControlFlowGraph(function, body.CancellationToken) : null;
    }
}
