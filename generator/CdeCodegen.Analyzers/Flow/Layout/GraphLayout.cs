using CdeCodegen.Analyzers.Flow.State;
using CdeCodegen.Analyzers.Semantics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace CdeCodegen.Analyzers.Flow.Layout;

/// <summary>
/// Collects in one walk, before solving, what a graph tracks: a slot per local and capture, and the origins of results.
/// </summary>
internal sealed partial class GraphLayout
{
    private readonly ControlFlowGraph _graph;
    private readonly CapturedSymbols _captured;
    private readonly List<ISymbol> _variables = [];
    private readonly Dictionary<ISymbol, int> _symbols = new(SymbolEqualityComparer.Default);
    private readonly Dictionary<CaptureId, int> _captures = [];
    private readonly Dictionary<CaptureId, int> _conditions = [];
    private readonly Dictionary<CaptureId, ISymbol> _targets = [];
    private readonly HashSet<CaptureId> _nullable = [];
    private readonly Dictionary<IOperation, int> _sources = [];
    private readonly Dictionary<IOperation, ILocalSymbol?> _kept = [];

    // Null for parameters, which are always in scope.
    private readonly List<ControlFlowRegion?> _symbolScopes = [];
    private readonly List<ControlFlowRegion?> _captureScopes = [];

    private readonly List<(int Slot, SyntaxNode Place)> _reads = [];
    private readonly List<ISimpleAssignmentOperation> _assignments = [];
    private bool? _hasJumps;

    public List<Origin> Origins { get; } = [];

    public int Slots => _symbols.Count + _captures.Count;

    /// <summary>
    /// Captures that hold the outcome of an earlier test: of booleans (<c>a &amp;&amp; b</c> where its value is needed), and of null after <c>?.</c>.
    /// </summary>
    public int Conditions => _conditions.Count;

    /// <summary>Whether the code has errors, in which case the analysis stays silent.</summary>
    public bool IsBroken { get; private set; }

    public GraphLayout(ControlFlowGraph graph, ResultTypes types, CapturedSymbols captured, IReadOnlyList<Seed> seeds)
    {
        _graph = graph;
        _captured = captured;
        foreach (Seed seed in seeds)
        {
            AddParameter(seed.Parameter);
            Origins.Add(seed.Origin);
        }

        AddRegion(graph.Root, captured);
        foreach (BasicBlock block in graph.Blocks)
        {
            foreach (IOperation operation in block.Operations)
            {
                Walk(operation, types, captured);
            }

            if (block.BranchValue is not null)
            {
                Walk(block.BranchValue, types, captured);
            }
        }
    }

    public bool TryGetSlot(ISymbol symbol, out int slot) => _symbols.TryGetValue(symbol, out slot);

    public bool TryGetSlot(CaptureId capture, out int slot)
    {
        bool found = _captures.TryGetValue(capture, out slot);
        slot += _symbols.Count;
        return found;
    }

    public bool IsInScope(int slot, int block) =>
        (slot < _symbols.Count ? _symbolScopes[slot] : _captureScopes[slot - _symbols.Count]) is not { } scope
        || (scope.FirstBlockOrdinal <= block && block <= scope.LastBlockOrdinal);

    public bool IsVariable(int slot) => slot < _symbols.Count;

    /// <summary>Whether a variable is read after this place: later in the source, or in another iteration of an enclosing loop.</summary>
    public bool IsReadAfter(int slot, SyntaxNode place)
    {
        if (_hasJumps ??= HasJumps(_graph.OriginalOperation.Syntax))
        {
            return true;
        }

        SyntaxNode? declaration = _variables[slot] is ILocalSymbol { DeclaringSyntaxReferences: { IsEmpty: false } declared } ? declared[0].GetSyntax() : null;
        int from = SourceLoops.Outermost(place, declaration)?.SpanStart ?? place.Span.End;
        foreach ((int read, SyntaxNode? where) in _reads)
        {
            if (read == slot && where.SpanStart >= from)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether a variable that is read after this place holds any of these results.</summary>
    public bool IsHeldAfter(FlowState state, OriginSet wanted, SyntaxNode place)
    {
        for (int slot = 0; slot < _symbols.Count; slot++)
        {
            if (state.Read(slot).Origins.Overlaps(wanted) && IsReadAfter(slot, place))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether a variable itself is an argument of a call in an expression.</summary>
    public bool IsGivenIn(int slot, SyntaxNode expression)
    {
        foreach ((int read, SyntaxNode? where) in _reads)
        {
            if (read == slot && where.Parent is ArgumentSyntax && expression.Span.Contains(where.Span))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether one of the values of a capture may be null.</summary>
    public bool MayBeNull(CaptureId capture) => _nullable.Contains(capture);

    public bool TryGetCondition(CaptureId capture, out int condition) => _conditions.TryGetValue(capture, out condition);

    /// <summary>The number in <see cref="Origins"/> of an operation that creates a result.</summary>
    public bool TryGetOrigin(IOperation source, out int origin) => _sources.TryGetValue(source, out origin);

    public bool IsSource(IOperation operation) => _sources.ContainsKey(operation);

    /// <summary>The variable that an assignment changes. The graph captures the target of a later assignment as a reference.</summary>
    public ISymbol? TargetOf(IOperation target) =>
        target is IFlowCaptureReferenceOperation reference && _targets.TryGetValue(reference.Id, out ISymbol? captured) ? captured : Operands.Symbol(target);

    private void AddParameter(IParameterSymbol parameter)
    {
        _symbols.Add(parameter, _symbols.Count);
        _variables.Add(parameter);
        _symbolScopes.Add(null);
    }

    private void AddRegion(ControlFlowRegion region, CapturedSymbols captured)
    {
        foreach (ILocalSymbol local in region.Locals)
        {
            if (!local.IsRef && !captured.Contains(local) && !_symbols.ContainsKey(local))
            {
                _symbols.Add(local, _symbols.Count);
                _variables.Add(local);
                _symbolScopes.Add(region);
            }
        }

        foreach (CaptureId capture in region.CaptureIds)
        {
            if (!_captures.ContainsKey(capture))
            {
                _captures.Add(capture, _captures.Count);
                _captureScopes.Add(region);
            }
        }

        foreach (ControlFlowRegion nested in region.NestedRegions)
        {
            AddRegion(nested, captured);
        }
    }

    private void Walk(IOperation operation, ResultTypes types, CapturedSymbols captured)
    {
        switch (operation)
        {
            // With nullable enabled, Roslyn reports a valid `lock` on System.Threading.Lock as invalid.
            case IInvalidOperation { IsImplicit: true, Parent.Syntax: LockStatementSyntax }:
                break;
            case IInvalidOperation:
                IsBroken = true;
                return;
            case ILocalReferenceOperation local:
                if (_symbols.TryGetValue(local.Local, out int read))
                {
                    _reads.Add((read, local.Syntax));
                }

                return;
            case IParameterReferenceOperation parameter:
                if (IsOwn(parameter.Parameter, types, captured) && !_symbols.ContainsKey(parameter.Parameter))
                {
                    AddParameter(parameter.Parameter);
                }

                if (_symbols.TryGetValue(parameter.Parameter, out read))
                {
                    _reads.Add((read, parameter.Syntax));
                }

                return;
            case IInvocationOperation call when KeptTasks.Enumerated(call, types, captured, out ILocalSymbol? enumerated) is { } collection:
                _kept.Add(call, enumerated);
                AddOrigin(call, OriginKind.Kept, collection);
                break;
            case IInvocationOperation call when KeptTasks.Taken(call, types) is { } local:
                _kept.Add(call, local);
                AddOrigin(call, OriginKind.Kept, types.Find(KeptTasks.TypeOf(call)));
                break;
            case IInvocationOperation call when Calls.IsWait(call.TargetMethod):
                if (KeptTasks.WaitedFor(call, types) is { } waited)
                {
                    AddOrigin(call, OriginKind.Call, new Carrier(waited, default(Shape).Wrap(Layer.Collection)));
                }

                break;
            case IInvocationOperation call:
                if (types.Find(call.Type) is { } returned && Calls.IsSource(call))
                {
                    AddOrigin(call, OriginKind.Call, returned);
                }

                break;
            // An awaitable of another kind: the await returns the result.
            case IAwaitOperation { Operation: IInvocationOperation call } wait:
                if (types.Find(wait.Type) is { } awaited && types.Find(call.Type) is null && Calls.IsSource(call))
                {
                    AddOrigin(wait, OriginKind.Call, awaited);
                }

                break;
            case IPropertyReferenceOperation { Property.Name: "Current", IsImplicit: true } current:
                AddOrigin(current, OriginKind.Item, null);
                break;
            case IPropertyReferenceOperation { Property.IsIndexer: true } indexer when types.Find(indexer.Type) is { } item:
                AddElement(indexer, indexer.Instance, item);
                break;
            case IArrayElementReferenceOperation element when types.Find(element.Type) is { } item:
                AddElement(element, element.ArrayReference, item);
                break;
            case IPropertyReferenceOperation { Instance: ILocalReferenceOperation } part when AddPart(part, types):
                break;
            case IDeconstructionAssignmentOperation split when AddPart(split, types):
                break;
            case ISimpleAssignmentOperation { Target: ILocalReferenceOperation } assignment when types.FindTasksIn(assignment.Target.Type) is not null:
                _assignments.Add(assignment);
                break;
            case IFlowCaptureOperation capture:
                AddCapture(capture);
                break;
        }

        foreach (IOperation child in operation.ChildOperations)
        {
            Walk(child, types, captured);
        }
    }

    private void AddCapture(IFlowCaptureOperation capture)
    {
        if (Operands.Symbol(capture.Value) is { } target)
        {
            _targets[capture.Id] = target;
        }

        if (KnownTypes.MayBeNull(Operands.Unconverted(capture.Value).Type))
        {
            _nullable.Add(capture.Id);
        }

        bool isCondition = KnownTypes.IsBoolean(capture.Value.Type) || capture.Value is IDefaultValueOperation { IsImplicit: true };
        if (isCondition && !_conditions.ContainsKey(capture.Id))
        {
            _conditions.Add(capture.Id, _conditions.Count);
        }
    }

    /// <summary>
    /// Whether a parameter can be tracked like a local. A parameter of a primary constructor acts as a field, so it cannot.
    /// </summary>
    private static bool IsOwn(IParameterSymbol parameter, ResultTypes types, CapturedSymbols captured) =>
        parameter.RefKind == RefKind.None && !captured.Contains(parameter)
        && parameter.ContainingSymbol is IMethodSymbol { MethodKind: not MethodKind.Constructor }
        && types.Find(parameter.Type) is not null;

    private static bool HasJumps(SyntaxNode body)
    {
        foreach (SyntaxNode node in body.DescendantNodes(node => node == body || node is not ExpressionSyntax))
        {
            if (node.IsKind(SyntaxKind.GotoStatement))
            {
                return true;
            }
        }

        return false;
    }

    private void AddOrigin(IOperation source, OriginKind kind, Carrier? carrier, SyntaxNode? location = null)
    {
        if (_sources.ContainsKey(source))
        {
            return;
        }

        _sources.Add(source, Origins.Count);
        Origins.Add(new Origin(kind, location ?? source.Syntax, source.Syntax, carrier) { Loop = SourceLoops.Around(source.Syntax, _graph) });
    }
}
