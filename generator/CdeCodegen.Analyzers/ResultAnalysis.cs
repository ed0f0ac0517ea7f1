using CdeCodegen.Analyzers.Coverage;
using CdeCodegen.Analyzers.Findings;
using CdeCodegen.Analyzers.Flow;
using CdeCodegen.Analyzers.Infrastructure;
using CdeCodegen.Analyzers.Options;
using CdeCodegen.Analyzers.Rules;
using CdeCodegen.Analyzers.Semantics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace CdeCodegen.Analyzers;

/// <summary>Analyzes one compilation, and caches types and options for its lifetime.</summary>
internal sealed class ResultAnalysis(Compilation compilation, AnalyzerConfigOptionsProvider optionsProvider)
{
    private readonly ResultTypes _types = new();
    private readonly bool _isReported =
        optionsProvider.GlobalOptions.TryGetValue(CDE1090.ReportProperty, out string? report)
            && report.Trim().Equals("true", StringComparison.OrdinalIgnoreCase);
    private readonly HelpPages _pages = new(optionsProvider.GlobalOptions);
    private readonly TestCode _tests = new(optionsProvider.GlobalOptions);
    private readonly System.Collections.Concurrent.ConcurrentDictionary<SyntaxTree, TreeOptions> _options = new();
    private MethodHelpers? _methods;

    /// <summary>
    /// Walks one body. An action per call would need less code but cost several times as much: for it, the driver lists all operations of a body
    /// and does its bookkeeping for each.
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
            // Look for test code only where it decides something: most methods contain no result.
            if (treeOptions.Tests == TestMode.Off && _tests.Contains(context.OwningSymbol))
            {
                return;
            }

            bool isSeen = treeOptions.CheckParameters && HasResultParameter(context.OwningSymbol);
            var incomplete = new HashSet<SyntaxNode>();
            foreach (IOperation block in context.OperationBlocks)
            {
                if (MayHold(block.Syntax, treeOptions))
                {
                    isSeen |= Walk(block, context, treeOptions, incomplete);
                }
            }

            if (isSeen)
            {
                Follow(context, treeOptions, _tests.Contains(context.OwningSymbol), incomplete);
            }
        }
        catch (Exception fault) when (!InternalErrors.AreThrown && fault is not OperationCanceledException)
        {
            // AD0001 is a warning: with warnings as errors, a bug here would break the build of a user. Debug builds, which the tests use, let it through.
        }
    }

    /// <summary>True when a call in the body returns a result. Also checks switches and loops, which need no flow.</summary>
    private bool Walk(IOperation root, OperationBlockAnalysisContext context, TreeOptions treeOptions, HashSet<SyntaxNode> incomplete)
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
                case IDelegateCreationOperation { Target: IMethodReferenceOperation { Method: var method } }:
                    isSeen = isSeen || _types.Find(method.ReturnType) is not null;
                    break;
                case ILocalFunctionOperation function:
                    isSeen |= treeOptions.CheckParameters && HasResultParameter(function.Symbol);
                    break;
                case IAnonymousFunctionOperation lambda:
                    isSeen |= treeOptions.CheckParameters && HasResultParameter(lambda.Symbol);
                    break;
                case ISwitchOperation or ISwitchExpressionOperation:
                    CheckSwitch(operation, context, incomplete);
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

    /// <summary>Whether the syntax contains a call, a switch or a loop. Without one there is nothing to find, and no operation tree is created.</summary>
    private static bool MayHold(SyntaxNode body, TreeOptions treeOptions)
    {
        foreach (SyntaxNode node in body.DescendantNodesAndSelf())
        {
            if (node is InvocationExpressionSyntax or AwaitExpressionSyntax or SwitchStatementSyntax or SwitchExpressionSyntax or CommonForEachStatementSyntax
                || IsMethodGroup(node) || (treeOptions.CheckParameters && node is (AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax)))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether a node may be a method group, <c>Func&lt;string, Task&gt; f = c.A;</c>.</summary>
    private static bool IsMethodGroup(SyntaxNode node) =>
        node is MemberAccessExpressionSyntax
        {
            Parent: EqualsValueClauseSyntax or ArrowExpressionClauseSyntax or ReturnStatementSyntax
            or AssignmentExpressionSyntax or ArgumentSyntax
        };

    /// <summary>Reports a switch expression that lacks a case, and a catch-all in a switch that lists every case.</summary>
    private void CheckSwitch(IOperation operation, OperationBlockAnalysisContext context, HashSet<SyntaxNode> incomplete)
    {
        if (SwitchCoverage.OfIncomplete(operation, _types) is { } lacking)
        {
            incomplete.Add(operation.Syntax);
            Report(context, CDE1010.Create(((SwitchExpressionSyntax)operation.Syntax).SwitchKeyword.GetLocation(), lacking.Type, lacking.Missing));
            return;
        }

        if (SwitchCoverage.Of(operation, _types) is { IsComplete: true, CatchAll: { } catchAll } coverage
            && (coverage.IsNullCovered || !SwitchCoverage.MayBeNull(operation)))
        {
            Report(context, CDE1009.Create(catchAll.GetLocation(), coverage.Type));
        }
    }

    /// <summary>Reports a loop over the items of all pages that lets failures throw.</summary>
    private void CheckPages(IForEachLoopOperation loop, OperationBlockAnalysisContext context)
    {
        if (PagedItems.Unchecked(loop, _types, caught => ResultExceptions.MayCatch(compilation, caught)) is { } type)
        {
            Report(context, CDE1007.Create(loop.Collection.Syntax, type));
        }
    }

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

    private void Follow(OperationBlockAnalysisContext context, TreeOptions treeOptions, bool isTest, HashSet<SyntaxNode> incomplete)
    {
        foreach (IOperation block in context.OperationBlocks)
        {
            if (block is not (IBlockOperation or IMethodBodyBaseOperation or ISymbolInitializerOperation))
            {
                continue;
            }
            // A body with syntax errors is being edited.
            if (HasSyntaxErrors(block.Syntax))
            {
                continue;
            }

            var flow = new BodyAnalysis(compilation, block, _types, treeOptions, isTest, incomplete, treeOptions.CheckParameters ? Methods : null,
                context.CancellationToken);
            List<Handling>? handlings = _isReported ? [] : null;
            IReadOnlyList<Finding> findings = flow.Run(context.GetControlFlowGraph(block), context.OwningSymbol, handlings);
            handlings?.ForEach(handling => Report(context, CDE1090.Create(handling)));
            if (findings.Count == 0)
            {
                continue;
            }

            var reporter = new FindingReporter(diagnostic => Report(context, diagnostic));
            foreach (Finding finding in findings)
            {
                reporter.Report(finding);
            }
        }
    }

    private void Report(OperationBlockAnalysisContext context, Diagnostic diagnostic) => context.ReportDiagnostic(_pages.Link(diagnostic));

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

    private MethodHelpers Methods => LazyInitializer.EnsureInitialized(ref _methods, () => new MethodHelpers(compilation, _types, _tests, OptionsOf))!;

    private TreeOptions OptionsOf(SyntaxTree tree)
    {
        if (!_options.TryGetValue(tree, out TreeOptions? read))
        {
            _options[tree] = read = TreeOptions.Read(optionsProvider.GetOptions(tree));
        }

        return read;
    }
}
