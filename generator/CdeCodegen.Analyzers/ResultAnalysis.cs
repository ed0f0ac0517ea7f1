using CdeCodegen.Analyzers.Coverage;
using CdeCodegen.Analyzers.Flow;
using CdeCodegen.Analyzers.Options;
using CdeCodegen.Analyzers.Rules;
using CdeCodegen.Analyzers.Semantics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace CdeCodegen.Analyzers;

/// <summary>The analysis of one compilation. It holds what is asked for again and again, and goes when the compilation goes.</summary>
internal sealed class ResultAnalysis(Compilation compilation, AnalyzerConfigOptionsProvider optionsProvider)
{
    private readonly ResultTypes _types = new();
    private readonly System.Collections.Concurrent.ConcurrentDictionary<SyntaxTree, TreeOptions> _options = new();

    /// <summary>
    /// One walk over each body. An action per call would be less code here, and costs several times as much: the driver makes a list of all operations
    /// of a body for it, and asks its bookkeeping before each of them.
    /// </summary>
    public void CheckBlocks(OperationBlockAnalysisContext context)
    {
        if (context.OperationBlocks.IsEmpty)
        {
            return;
        }

        try
        {
            TreeOptions treeOptions = OptionsOf(context.OperationBlocks[0].Syntax.SyntaxTree);
            // The attributes of a method are asked for where they decide something: most methods hold no result.
            if (treeOptions.Tests == TestMode.Off && TestMethods.IsTest(context.OwningSymbol))
            {
                return;
            }

            bool isSeen = treeOptions.CheckParameters && HasResultParameter(context.OwningSymbol);
            foreach (IOperation block in context.OperationBlocks)
            {
                if (MayHold(block.Syntax, treeOptions))
                {
                    isSeen |= Walk(block, context, treeOptions);
                }
            }

            if (isSeen)
            {
                Follow(context, treeOptions, TestMethods.IsTest(context.OwningSymbol));
            }
        }
        catch (Exception fault) when (!ShowsFaults && fault is not OperationCanceledException)
        {
            // AD0001 is a warning, and with warnings as errors a mistake in here would stop somebody's build. The tests run with faults shown.
        }
    }

    /// <summary>True when a call in the body gives a result. What can be told without following it is told on the way.</summary>
    private bool Walk(IOperation root, OperationBlockAnalysisContext context, TreeOptions treeOptions)
    {
        bool isSeen = false;
        var pending = new Stack<IOperation>();
        pending.Push(root);
        while (pending.Count != 0)
        {
            IOperation operation = pending.Pop();
            switch (operation)
            {
                case IInvocationOperation or IAwaitOperation:
                    isSeen = isSeen || _types.Find(operation.Type) is not null;
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

            foreach (IOperation child in operation.ChildOperations)
            {
                pending.Push(child);
            }
        }

        return isSeen;
    }

    /// <summary>Without a call, a switch or a loop there is nothing to find, which the syntax says without an operation being made.</summary>
    private static bool MayHold(SyntaxNode body, TreeOptions treeOptions)
    {
        foreach (SyntaxNode node in body.DescendantNodesAndSelf())
        {
            if (node is InvocationExpressionSyntax or AwaitExpressionSyntax or SwitchStatementSyntax or SwitchExpressionSyntax or CommonForEachStatementSyntax
                || (treeOptions.CheckParameters && node is (AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax)))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>A switch that lists every case and has a catch-all besides.</summary>
    private void CheckSwitch(IOperation operation, OperationBlockAnalysisContext context)
    {
        if (SwitchCoverage.Of(operation, _types) is { IsComplete: true, CatchAll: { } catchAll } coverage
            && (coverage.IsNullCovered || !SwitchCoverage.MayBeNull(operation)))
        {
            context.ReportDiagnostic(CDE1009.Create(catchAll.GetLocation(), coverage.Type));
        }
    }

    /// <summary>A loop over the items of all pages.</summary>
    private void CheckPages(IForEachLoopOperation loop, OperationBlockAnalysisContext context)
    {
        if (PagedItems.Unchecked(loop, _types, caught => ResultExceptions.MayCatch(compilation, caught)) is { } type)
        {
            context.ReportDiagnostic(CDE1007.Create(loop.Collection.Syntax, type));
        }
    }

#if DEBUG
    public const bool ShowsFaults = true;
#else
    public const bool ShowsFaults = false;
#endif

    private bool HasResultParameter(ISymbol owner)
    {
        if (owner is IMethodSymbol method)
        {
            foreach (IParameterSymbol parameter in method.Parameters)
            {
                if (_types.Find(parameter.Type) is not null)
                {
                    return true;
                }
            }
        }

        return false;
    }

    private void Follow(OperationBlockAnalysisContext context, TreeOptions treeOptions, bool isTest)
    {
        foreach (IOperation block in context.OperationBlocks)
        {
            if (block is not (IBlockOperation or IMethodBodyBaseOperation or ISymbolInitializerOperation))
            {
                continue;
            }
            // A body that does not parse is being written.
            if (HasSyntaxErrors(block.Syntax))
            {
                continue;
            }

            var flow = new BodyAnalysis(compilation, block, _types, treeOptions, new ResultReporter(context.ReportDiagnostic, isTest), context.CancellationToken);
            flow.Run(context.GetControlFlowGraph(block), context.OwningSymbol);
        }
    }

    private static bool HasSyntaxErrors(SyntaxNode node)
    {
        if (!node.ContainsDiagnostics)
        {
            return false;
        }

        foreach (Diagnostic diagnostic in node.GetDiagnostics())
        {
            if (diagnostic.Severity == DiagnosticSeverity.Error)
            {
                return true;
            }
        }

        return false;
    }

    private TreeOptions OptionsOf(SyntaxTree tree)
    {
        if (!_options.TryGetValue(tree, out TreeOptions? read))
        {
            _options[tree] = read = TreeOptions.Read(optionsProvider.GetOptions(tree));
        }

        return read;
    }
}
