using CdeCodegen.Analyzers.Coverage;
using CdeCodegen.Analyzers.Flow;
using CdeCodegen.Analyzers.Options;
using CdeCodegen.Analyzers.Rules;
using CdeCodegen.Analyzers.Semantics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace CdeCodegen.Analyzers;

/// <summary>The analysis of one compilation. It holds what is asked for again and again, and goes when the compilation goes.</summary>
internal sealed class ResultAnalysis(Compilation compilation, AnalyzerConfigOptionsProvider optionsProvider)
{
    readonly ResultTypes types = new();
    readonly System.Collections.Concurrent.ConcurrentDictionary<SyntaxTree, FlowOptions> options = new();

    /// <summary>
    /// One walk over each body. An action per call would be less code here, and costs several times as much: the driver makes a list of all operations
    /// of a body for it, and asks its bookkeeping before each of them.
    /// </summary>
    public void CheckBlocks(OperationBlockAnalysisContext context)
    {
        try
        {
            var isSeen = HasResultParameter(context);
            foreach (var block in context.OperationBlocks)
                if (MayHold(block.Syntax))
                    isSeen |= Walk(block, context);
            if (isSeen)
                Follow(context);
        }
        catch (Exception fault) when (!ShowsFaults && fault is not OperationCanceledException)
        {
            // AD0001 is a warning, and with warnings as errors a mistake in here would stop somebody's build. The tests run with faults shown.
        }
    }

    /// <summary>True when a call in the body gives a result. What can be told without following it is told on the way.</summary>
    bool Walk(IOperation root, OperationBlockAnalysisContext context)
    {
        var isSeen = false;
        var pending = new Stack<IOperation>();
        pending.Push(root);
        while (pending.Count != 0)
        {
            var operation = pending.Pop();
            switch (operation)
            {
                case IInvocationOperation or IAwaitOperation:
                    isSeen = isSeen || types.Find(operation.Type) is not null;
                    break;
                case ISwitchOperation or ISwitchExpressionOperation:
                    CheckSwitch(operation, context);
                    break;
                case IForEachLoopOperation loop:
                    CheckPages(loop, context);
                    break;
            }
            foreach (var child in operation.ChildOperations)
                pending.Push(child);
        }
        return isSeen;
    }

    /// <summary>Without a call, a switch or a loop there is nothing to find, which the syntax says without an operation being made.</summary>
    static bool MayHold(SyntaxNode body)
    {
        foreach (var node in body.DescendantNodesAndSelf())
            if (node is InvocationExpressionSyntax or AwaitExpressionSyntax or SwitchStatementSyntax or SwitchExpressionSyntax or CommonForEachStatementSyntax)
                return true;
        return false;
    }

    /// <summary>A switch that lists every case and has a catch-all besides.</summary>
    void CheckSwitch(IOperation operation, OperationBlockAnalysisContext context)
    {
        if (SwitchCoverage.Of(operation, types) is { IsComplete: true, CatchAll: { } catchAll } coverage
            && (coverage.IsNullCovered || !SwitchCoverage.MayBeNull(operation)))
            context.ReportDiagnostic(CDE1009.Create(catchAll.GetLocation(), coverage.Type));
    }

    /// <summary>A loop over the items of all pages.</summary>
    void CheckPages(IForEachLoopOperation loop, OperationBlockAnalysisContext context)
    {
        if (PagedItems.Unchecked(loop, types, caught => ResultExceptions.MayCatch(compilation, caught)) is { } type)
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

    void Follow(OperationBlockAnalysisContext context)
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
