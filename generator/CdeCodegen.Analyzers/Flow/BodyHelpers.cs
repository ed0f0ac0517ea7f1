using CdeCodegen.Analyzers.Flow.Evaluation;
using CdeCodegen.Analyzers.Semantics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;

namespace CdeCodegen.Analyzers.Flow;

/// <summary>The helpers that one body calls: private methods, and its own local functions.</summary>
/// <param name="methods">The private methods of the compilation.</param>
/// <param name="body">The context of the body.</param>
internal sealed class BodyHelpers(MethodHelpers methods, BodyContext body) : IHelperSummaries
{
    private readonly List<ControlFlowGraph> _graphs = [];
    private readonly Dictionary<IMethodSymbol, Helper?> _functions = new(SymbolEqualityComparer.Default);

    /// <summary>Makes the local functions of a graph known. A graph is analyzed after those around it, so these have all functions that it can call.</summary>
    public void Add(ControlFlowGraph graph) => _graphs.Add(graph);

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

    private ControlFlowGraph? GraphOf(IMethodSymbol function)
    {
        foreach (ControlFlowGraph graph in _graphs)
        {
            if (graph.LocalFunctions.Contains(function))
            {
                return graph.GetLocalFunctionControlFlowGraph(function, body.CancellationToken);
            }
        }

        return null;
    }
}
