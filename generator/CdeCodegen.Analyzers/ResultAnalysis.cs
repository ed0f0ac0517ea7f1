using CdeCodegen.Analyzers.Flow;
using CdeCodegen.Analyzers.Options;
using CdeCodegen.Analyzers.Rules;
using CdeCodegen.Analyzers.Semantics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace CdeCodegen.Analyzers;

/// <summary>The analysis of one compilation. It holds what is asked for again and again, and goes when the compilation goes.</summary>
internal sealed class ResultAnalysis(Compilation compilation, AnalyzerConfigOptionsProvider optionsProvider)
{
    readonly ResultTypes types = new();
    readonly System.Collections.Concurrent.ConcurrentDictionary<SyntaxTree, FlowOptions> options = new();

    /// <summary>Looks for calls that give a result, and follows the results of a body in which there is one.</summary>
    public void StartBlock(OperationBlockStartAnalysisContext context)
    {
        var isSeen = 0;
        context.RegisterOperationAction(
            call =>
            {
                if (Volatile.Read(ref isSeen) == 0 && types.Find(call.Operation.Type) is not null)
                    Volatile.Write(ref isSeen, 1);
            },
            OperationKind.Invocation,
            OperationKind.Await);
        context.RegisterOperationBlockEndAction(end =>
        {
            if (isSeen != 0 || MayCheckParameters(end))
                EndBlock(end);
        });
    }

    bool MayCheckParameters(OperationBlockAnalysisContext context) =>
        context.OwningSymbol is IMethodSymbol { Parameters: { IsEmpty: false } parameters }
        && parameters.Any(parameter => types.Find(parameter.Type) is not null);

    void EndBlock(OperationBlockAnalysisContext context)
    {
        foreach (var block in context.OperationBlocks)
        {
            if (block is not (IBlockOperation or IMethodBodyBaseOperation or ISymbolInitializerOperation))
                continue;
            // A body that does not parse is being written.
            var tree = block.Syntax.SyntaxTree;
            if (HasSyntaxErrors(block.Syntax))
                continue;
            var treeOptions = OptionsOf(tree);
            var isTest = TestMethods.IsTest(context.OwningSymbol);
            if (isTest && treeOptions.Tests == TestMode.Off)
                continue;
            var flow = new BodyFlow(
                compilation, tree, types, treeOptions, CapturedSymbols.Find(block), new ResultReporter(context.ReportDiagnostic, isTest), context.CancellationToken);
            flow.Run(context.GetControlFlowGraph(block), context.OwningSymbol);
        }
    }

    static bool HasSyntaxErrors(SyntaxNode node)
    {
        if (!node.ContainsDiagnostics)
            return false;
        foreach (var diagnostic in node.GetDiagnostics())
            if (diagnostic.Severity == DiagnosticSeverity.Error)
                return true;
        return false;
    }

    FlowOptions OptionsOf(SyntaxTree tree)
    {
        if (!options.TryGetValue(tree, out var read))
            options[tree] = read = FlowOptions.Read(optionsProvider.GetOptions(tree));
        return read;
    }
}
