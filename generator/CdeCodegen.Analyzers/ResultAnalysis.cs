using CdeCodegen.Analyzers.Coverage;
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
            if (isSeen == 0 && !HasResultParameter(end))
                return;
            try
            {
                EndBlock(end);
            }
            catch (Exception fault) when (!ShowsFaults && fault is not OperationCanceledException)
            {
                // AD0001 is a warning, and with warnings as errors a mistake in here would stop somebody's build. The tests run with faults shown.
            }
        });
    }

    /// <summary>A switch that lists every case and has a catch-all besides.</summary>
    public void CheckSwitch(OperationAnalysisContext context)
    {
        if (SwitchCoverage.Of(context.Operation, types) is { IsComplete: true, CatchAll: { } catchAll } coverage
            && (coverage.IsNullCovered || !SwitchCoverage.MayBeNull(context.Operation)))
            context.ReportDiagnostic(CDE1009.Create(catchAll.GetLocation(), coverage.Type));
    }

    /// <summary>A loop over the items of all pages.</summary>
    public void CheckPages(OperationAnalysisContext context)
    {
        if (context.Operation is IForEachLoopOperation loop
            && PagedItems.Unchecked(loop, types, caught => ResultExceptions.MayCatch(compilation, caught)) is { } type)
            context.ReportDiagnostic(CDE1007.Create(loop.Collection.Syntax, type));
    }

#if DEBUG
    const bool ShowsFaults = true;
#else
    const bool ShowsFaults = false;
#endif

    bool HasResultParameter(OperationBlockAnalysisContext context) =>
        context.OwningSymbol is IMethodSymbol { Parameters: { IsEmpty: false } parameters }
        && context.OperationBlocks.Length != 0
        && OptionsOf(context.OperationBlocks[0].Syntax.SyntaxTree).CheckParameters
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
            var flow = new BodyFlow(compilation, block, types, treeOptions, new ResultReporter(context.ReportDiagnostic, isTest), context.CancellationToken);
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
