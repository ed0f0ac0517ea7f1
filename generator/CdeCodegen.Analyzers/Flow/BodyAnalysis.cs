using CdeCodegen.Analyzers.Findings;
using CdeCodegen.Analyzers.Flow.Evaluation;
using CdeCodegen.Analyzers.Flow.Layout;
using CdeCodegen.Analyzers.Flow.State;
using CdeCodegen.Analyzers.Options;
using CdeCodegen.Analyzers.Semantics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace CdeCodegen.Analyzers.Flow;

/// <summary>Analyzes the body of one member: its graph and those of nested functions, each solved separately.</summary>
internal sealed class BodyAnalysis
{
    private readonly Queue<(ControlFlowGraph Graph, GraphContext Context)> _pending = new();
    private readonly HashSet<IOperation> _seen = [];
    private readonly Dictionary<IOperation, Origin> _continuations = [];
    private readonly List<Finding> _findings = [];
    private readonly OriginFindings _originFindings;
    private readonly BodyContext _context;
    private readonly IOperation _root;
    private readonly MethodHelpers? _methods;
    private BodyHelpers? _helpers;

    /// <param name="compilation">The compilation of the body.</param>
    /// <param name="root">The body.</param>
    /// <param name="types">The result types of the compilation.</param>
    /// <param name="options">The options of the tree.</param>
    /// <param name="isTest">Whether the body belongs to a test.</param>
    /// <param name="incomplete">The switch expressions in the body whose missing cases are already reported.</param>
    /// <param name="methods">The private methods to follow, and whether to follow parameters at all; null to follow none.</param>
    /// <param name="cancellationToken">Cancels the analysis.</param>
    public BodyAnalysis(
        Compilation compilation,
        IOperation root,
        ResultTypes types,
        TreeOptions options,
        bool isTest,
        HashSet<SyntaxNode> incomplete,
        MethodHelpers? methods,
        CancellationToken cancellationToken)
    {
        _root = root;
        _methods = methods;
        _context = new BodyContext(compilation, root.Syntax.SyntaxTree, types, options, CapturedSymbols.Find(root), incomplete, isTest, cancellationToken);
        _originFindings = new OriginFindings(_findings, options, isTest);
    }

    /// <summary>Solves the graph and those nested in it, and returns the findings in the order in which they were made.</summary>
    /// <param name="graph">The graph of the body.</param>
    /// <param name="owner">The member.</param>
    /// <param name="handlings">Receives what the code does with each result; null unless the project asks for a report.</param>
    public IReadOnlyList<Finding> Run(ControlFlowGraph graph, ISymbol owner, List<Handling>? handlings = null)
    {
        _originFindings.Handlings = handlings;
        _helpers = _methods is null ? null : new BodyHelpers(_methods, _context);
        _pending.Enqueue((graph, new GraphContext(Parameters(owner), _helpers)));
        while (_pending.Count != 0)
        {
            (ControlFlowGraph next, GraphContext context) = _pending.Dequeue();
            Analyze(next, context);
        }

        return _findings;
    }

    private void Analyze(ControlFlowGraph graph, GraphContext context)
    {
        _helpers?.Add(graph);
        List<Observations> windows = GraphAnalysis.Run(_context, graph, context);
        foreach (Observations observations in windows)
        {
            _findings.AddRange(observations.Findings);
            foreach ((IInvocationOperation call, Origin antecedent) in observations.Continuations)
            {
                AddContinuation(call, antecedent);
            }
        }

        foreach (Observations observations in windows)
        {
            foreach (IFlowAnonymousFunctionOperation lambda in observations.Lambdas)
            {
                Enqueue(graph, lambda);
            }

            _originFindings.Add(observations, context);
        }

        if (windows.Count != 0)
        {
            foreach (IMethodSymbol local in graph.LocalFunctions)
            {
                Enqueue(graph, local);
            }
        }
    }

    private void Enqueue(ControlFlowGraph graph, IMethodSymbol localFunction) =>
        _pending.Enqueue((graph.GetLocalFunctionControlFlowGraph(localFunction, _context.CancellationToken), new GraphContext(Parameters(localFunction), _helpers)));

    private void Enqueue(ControlFlowGraph graph, IFlowAnonymousFunctionOperation lambda)
    {
        if (!_seen.Add(lambda))
        {
            return;
        }

        bool isWatched = false;
        IOperation? parent = lambda.Parent;
        while (parent is IDelegateCreationOperation or IConversionOperation or IArgumentOperation)
        {
            if (IsExpressionTree(parent.Type))
            {
                return;
            }

            parent = parent.Parent;
        }

        if (parent is IInvocationOperation call)
        {
            isWatched = Calls.IsWatching(call.TargetMethod);
        }
        else if (parent is ISimpleAssignmentOperation { Target: ILocalReferenceOperation local })
        {
            isWatched = IsWatched(local.Local);
        }

        IReadOnlyList<Seed> seeds = isWatched ? [] : Parameters(lambda.Symbol);
        if (_continuations.TryGetValue(lambda, out Origin? origin)
            && !_context.CapturedSymbols.Contains(lambda.Symbol.Parameters[0]))
        {
            seeds = [new Seed(lambda.Symbol.Parameters[0], origin, CaseSet.Every)];
        }

        _pending.Enqueue((graph.GetAnonymousFunctionControlFlowGraph(lambda, _context.CancellationToken), new GraphContext(seeds, _helpers, isWatched)));
    }

    /// <summary><c>Func&lt;Task> act = () => …; await act.Should().ThrowAsync&lt;…>();</c></summary>
    private bool IsWatched(ILocalSymbol local)
    {
        foreach (IOperation operation in _root.Descendants())
        {
            if (operation is not ILocalReferenceOperation reference || !SymbolEqualityComparer.Default.Equals(reference.Local, local))
            {
                continue;
            }

            IOperation? parent = reference.Parent;
            while (parent is IConversionOperation or IArgumentOperation)
            {
                parent = parent.Parent;
            }

            if (parent is IInvocationOperation call && call.TargetMethod.MethodKind != MethodKind.DelegateInvoke && Calls.IsWatching(call.TargetMethod))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The lambda of <c>task.ContinueWith(t => …)</c> becomes responsible for the result.</summary>
    private void AddContinuation(IInvocationOperation call, Origin antecedent)
    {
        foreach (IArgumentOperation argument in call.Arguments)
        {
            IOperation operand = argument.Value;
            while (operand is IConversionOperation or IDelegateCreationOperation)
            {
                operand = operand is IConversionOperation conversion ? conversion.Operand : ((IDelegateCreationOperation)operand).Target;
            }

            if (operand is IFlowAnonymousFunctionOperation { Symbol.Parameters: { Length: > 0 } parameters } lambda
                && _context.Types.Find(parameters[0].Type) is { } carrier)
            {
                _continuations[lambda] = new Origin(OriginKind.Parameter, antecedent.Location, lambda.Syntax, carrier);
            }
        }
    }

    /// <summary>The parameters to judge in the function itself. Those of a helper are judged at its calls.</summary>
    private IReadOnlyList<Seed> Parameters(ISymbol owner) =>
        _methods is null || owner is not IMethodSymbol method
        || ((method.MethodKind == MethodKind.LocalFunction || MethodHelpers.IsPrivate(method)) && _methods.IsCalled(method, _context.CancellationToken))
            ? []
            : ParameterSeeds.OfAll(method, _context);

    private static bool IsExpressionTree(ITypeSymbol? type)
    {
        for (; type is not null; type = type.BaseType)
        {
            if (type is { Name: "LambdaExpression", ContainingNamespace: { Name: "Expressions", ContainingNamespace.Name: "Linq" } })
            {
                return true;
            }
        }

        return false;
    }
}
