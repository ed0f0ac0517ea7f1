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
        if (context.OperationBlocks.IsEmpty)
            return;
        try
        {
            var treeOptions = OptionsOf(context.OperationBlocks[0].Syntax.SyntaxTree);
            // The attributes of a method are asked for where they decide something: most methods hold no result.
            if (treeOptions.Tests == TestMode.Off && TestMethods.IsTest(context.OwningSymbol))
                return;
            var isSeen = treeOptions.CheckParameters && HasResultParameter(context.OwningSymbol);
            foreach (var block in context.OperationBlocks)
                if (MayHold(block.Syntax, treeOptions))
                    isSeen |= Walk(block, context, treeOptions);
            if (isSeen)
                Follow(context, treeOptions, TestMethods.IsTest(context.OwningSymbol));
        }
        catch (Exception fault) when (!ShowsFaults && fault is not OperationCanceledException)
        {
            // AD0001 is a warning, and with warnings as errors a mistake in here would stop somebody's build. The tests run with faults shown.
        }
    }

    /// <summary>True when a call in the body gives a result. What can be told without following it is told on the way.</summary>
    bool Walk(IOperation root, OperationBlockAnalysisContext context, FlowOptions treeOptions)
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
                case ILocalFunctionOperation function:
                    isSeen |= treeOptions.CheckParameters && HasResultParameter(function.Symbol);
                    break;
                case IAnonymousFunctionOperation lambda:
                    isSeen |= treeOptions.CheckParameters && HasResultParameter(lambda.Symbol);
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
    static bool MayHold(SyntaxNode body, FlowOptions treeOptions)
    {
        foreach (var node in body.DescendantNodesAndSelf())
            if (node is InvocationExpressionSyntax or AwaitExpressionSyntax or SwitchStatementSyntax or SwitchExpressionSyntax or CommonForEachStatementSyntax
                || (treeOptions.CheckParameters && node is (AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax)))
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
    public const bool ShowsFaults = true;
#else
    public const bool ShowsFaults = false;
#endif

    bool HasResultParameter(ISymbol owner)
    {
        if (owner is IMethodSymbol method)
            foreach (var parameter in method.Parameters)
                if (types.Find(parameter.Type) is not null)
                    return true;
        return false;
    }

    void Follow(OperationBlockAnalysisContext context, FlowOptions treeOptions, bool isTest)
    {
        foreach (var block in context.OperationBlocks)
        {
            if (block is not (IBlockOperation or IMethodBodyBaseOperation or ISymbolInitializerOperation))
                continue;
            // A body that does not parse is being written.
            if (HasSyntaxErrors(block.Syntax))
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
