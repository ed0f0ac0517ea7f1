using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;

namespace CdeCodegen.Analyzers.Flow;

/// <summary>
/// Tracks the results of one control flow graph to its exits.
/// </summary>
/// <remarks>
/// For each origin the state holds the possible cases and the unhandled ones. Joins unite sets, so the worklist terminates. Findings are recorded
/// in a second pass over the blocks, after the fixpoint, because earlier states are incomplete.
/// Parts: this file solves, <c>Edges</c> propagates states, <c>Operations</c>, <c>Calls</c> and <c>Members</c> evaluate expressions,
/// <c>EvaluateConditions</c> and <c>RecallConditions</c> evaluate tests, <c>SwitchLabels</c> finds catch-alls, <c>Effects</c> changes states.
/// </remarks>
internal sealed partial class GraphFlow
{
    /// <summary>The origins that one state can hold; a graph with more is solved in several passes. One bit stays free, because a shift by 64 would not empty a set.</summary>
    private const int MaxOrigins = 63;

    private readonly BodyAnalysis _body;
    private readonly ControlFlowGraph _graph;
    private readonly GraphLayout _layout;
    private readonly GraphContext _context;
    private readonly int _window;
    private readonly StateLayout _states;
    private readonly Origin[] _origins;
    private readonly Dictionary<CaptureId, ISymbol> _targets = [];
    private readonly CatchAllRegions _regions;

    private Frame _frame;
    private BasicBlock _block;
    private ulong[] _state;
    private bool _isReporting;
    private bool _isAsking;

    private GraphFlow(BodyAnalysis body, ControlFlowGraph graph, GraphLayout layout, GraphContext context, int window)
    {
        _body = body;
        _graph = graph;
        _layout = layout;
        _context = context;
        _window = window;
        _origins = layout.Origins.GetRange(window, Math.Min(MaxOrigins, layout.Origins.Count - window)).ToArray();
        _states = new StateLayout(layout.Slots, _origins, layout.Conditions);
        _regions = new CatchAllRegions(_origins);
        _state = _states.Create();
        _block = graph.Blocks[0];
        _frame = new Frame(0, graph.Blocks.Length - 1, null, null);
    }

    public static void Run(BodyAnalysis body, ControlFlowGraph graph, GraphContext context)
    {
        var layout = new GraphLayout(graph, body.Types, body.CapturedSymbols, context.Seeds);
        if (layout.IsBroken)
        {
            return;
        }
        // Run even without origins: the solver also discovers nested functions.
        int window = 0;
        do
        {
            var flow = new GraphFlow(body, graph, layout, context, window);
            flow.Solve();
            window += MaxOrigins;
        }
        while (window < layout.Origins.Count);
        foreach (IMethodSymbol local in graph.LocalFunctions)
        {
            body.Enqueue(graph, local);
        }

        if (layout.Origins.Count != 0)
        {
            body.AddFindings(layout.Origins, context);
        }
    }

    private void Solve()
    {
        foreach (Seed seed in _context.Seeds)
        {
            Start(seed);
        }

        _frame.Merge(_states, 0, _state);
        RunToFixpoint(_frame);
        _isReporting = true;
        ReportFindings(_frame);
    }

    private void Start(Seed seed)
    {
        int index = _layout.Origins.IndexOf(seed.Origin) - _window;
        if (index < 0 || index >= _origins.Length || !_layout.TryGetSlot(seed.Parameter, out int slot))
        {
            return;
        }

        Create(index);
        _states.Write(_state, slot, new Value(1UL << index, ValueKind.Carrier, seed.Origin.Shape));
    }

    private void RunToFixpoint(Frame current)
    {
        while (current.TryTake(out int ordinal))
        {
            _body.CancellationToken.ThrowIfCancellationRequested();
            _state = StateLayout.Copy(current.StateOf(ordinal)!);
            Process(_graph.Blocks[ordinal]);
        }
    }

    private void ReportFindings(Frame current)
    {
        for (int ordinal = current.First; ordinal <= current.Last; ordinal++)
        {
            if (current.StateOf(ordinal) is not { } entry)
            {
                continue;
            }

            _state = StateLayout.Copy(entry);
            // Origins in one temporary are alternatives of one value (`?:`). Origins in a variable may be successive results.
            for (int slot = 0; slot < _layout.Slots; slot++)
            {
                if (!_layout.IsVariable(slot))
                {
                    Unite(_states.Read(_state, slot));
                }
            }

            Process(_graph.Blocks[ordinal]);
        }
    }

    private void Process(BasicBlock processed)
    {
        _block = processed;
        if (_block.Kind == BasicBlockKind.Exit)
        {
            CollectAll();
            return;
        }

        ClearOutOfScopeSlots();
        PushToHandlers(_block);
        foreach (IOperation operation in _block.Operations)
        {
            Evaluate(operation);
        }

        if (_block.ConditionKind != ControlFlowConditionKind.None)
        {
            Branch(_block, _block.BranchValue!);
            return;
        }

        bool isThrow = _block.FallThroughSuccessor?.Semantics is ControlFlowBranchSemantics.Throw or ControlFlowBranchSemantics.Rethrow;
        // A switch expression without a matching arm throws implicitly; that throw is not user code. An explicit throw may have an implicit conversion.
        bool isImplicit = isThrow && _block.BranchValue is not null && Unconverted(_block.BranchValue).IsImplicit;
        if (_block.BranchValue is { } value)
        {
            Value leaving = Evaluate(value);
            Escape(leaving);
            if (!isImplicit)
            {
                Act(value.Syntax, leaving.Origins);
            }
        }

        PushToHandlers(_block);
        if (isThrow)
        {
            Throw(_block, isImplicit);
        }
        else
        {
            Follow(_block.FallThroughSuccessor);
        }
    }

    /// <summary>The states of a range of blocks: the whole graph, or a finally region as run for one branch through it.</summary>
    private sealed class Frame(int first, int last, Frame? outer, ulong[]? possible)
    {
        private readonly ulong[]?[] _entries = new ulong[last - first + 1][];
        private readonly bool[] _pending = new bool[last - first + 1];

        public int First { get; } = first;
        public int Last { get; } = last;
        public Frame? Outer { get; } = outer;

        /// <summary>The state at the end of a finally region; null if the end is not reached.</summary>
        public ulong[]? Result { get; private set; }

        /// <summary>
        /// Whether the possible cases are those on entry. A finally block runs on every path, so it handles only cases that it tests itself.
        /// </summary>
        public bool IsUnchanged(int origin, ulong cases) => possible is not null && possible[origin] == cases;

        public bool Contains(int ordinal) => First <= ordinal && ordinal <= Last;

        public ulong[]? StateOf(int ordinal) => _entries[ordinal - First];

        public void Merge(StateLayout states, int ordinal, ulong[] incoming)
        {
            ref ulong[]? entry = ref _entries[ordinal - First];
            if (entry is null)
            {
                entry = StateLayout.Copy(incoming);
            }
            else if (!states.Join(entry, incoming))
            {
                return;
            }

            _pending[ordinal - First] = true;
        }

        public void Finish(StateLayout states, ulong[] outgoing)
        {
            if (Result is null)
            {
                Result = StateLayout.Copy(outgoing);
            }
            else
            {
                states.Join(Result, outgoing);
            }
        }

        // Ordinals follow source order, so the lowest pending block first finishes inner loops before outer ones.
        public bool TryTake(out int ordinal)
        {
            for (int i = 0; i < _pending.Length; i++)
            {
                if (!_pending[i])
                {
                    continue;
                }

                _pending[i] = false;
                ordinal = First + i;
                return true;
            }

            ordinal = -1;
            return false;
        }
    }
}
