using CdeCodegen.Analyzers.Semantics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;

namespace CdeCodegen.Analyzers.Flow;

/// <summary>
/// Follows the results of one control flow graph to its exits.
/// </summary>
/// <remarks>
/// For each origin the state holds the cases still possible here and those possible and not yet dealt with. Joining paths joins sets, so the
/// worklist ends. Only when the states stand still are the blocks gone through once more, and what is found then is what is reported.
/// The parts: this file solves, <c>Branches</c> carries states along edges, <c>Operations</c>, <c>Calls</c> and <c>Members</c> evaluate expressions,
/// <c>Tests</c> evaluates conditions, <c>Labels</c> follows switches, <c>Effects</c> changes states.
/// </remarks>
internal sealed partial class GraphFlow
{
    /// <summary>Origins a state has room for. A graph with more of them is solved in several rounds. One bit stays free, so that shifting a set empties it.</summary>
    const int MaxOrigins = 63;

    readonly BodyFlow body;
    readonly ControlFlowGraph graph;
    readonly GraphLayout layout;
    readonly GraphContext context;
    readonly int window;
    readonly StateLayout states;
    readonly Origin[] origins;
    readonly Dictionary<CaptureId, ISymbol> targets = [];
    readonly ExplicitRegions regions;

    Frame frame;
    BasicBlock block;
    ulong[] state;
    bool isReporting;
    bool isAsking;

    GraphFlow(BodyFlow body, ControlFlowGraph graph, GraphLayout layout, GraphContext context, int window)
    {
        this.body = body;
        this.graph = graph;
        this.layout = layout;
        this.context = context;
        this.window = window;
        origins = layout.Origins.GetRange(window, Math.Min(MaxOrigins, layout.Origins.Count - window)).ToArray();
        states = new StateLayout(layout.Slots, origins, layout.Conditions);
        regions = new ExplicitRegions(origins);
        state = states.Create();
        block = graph.Blocks[0];
        frame = new Frame(0, graph.Blocks.Length - 1, null, null);
    }

    public static void Run(BodyFlow body, ControlFlowGraph graph, GraphContext context)
    {
        var layout = new GraphLayout(graph, body.Types, body.CapturedSymbols, context.Seeds);
        if (layout.IsBroken)
            return;
        // Without origins there is still something to do: nested functions are found on the way.
        var window = 0;
        do
        {
            var flow = new GraphFlow(body, graph, layout, context, window);
            flow.Solve();
            window += MaxOrigins;
        }
        while (window < layout.Origins.Count);
        foreach (var local in graph.LocalFunctions)
            body.Enqueue(graph, local);
        if (layout.Origins.Count != 0)
            body.Report(layout.Origins, context);
    }

    void Solve()
    {
        foreach (var seed in context.Seeds)
            Start(seed);
        frame.Merge(states, 0, state);
        Settle(frame);
        isReporting = true;
        Sweep(frame);
    }

    void Start(Seed seed)
    {
        var index = layout.Origins.IndexOf(seed.Origin) - window;
        if (index < 0 || index >= origins.Length || !layout.TryGetSlot(seed.Parameter, out var slot))
            return;
        Create(index);
        states.Write(state, slot, new Value(1UL << index, ValueKind.Carrier, seed.Origin.Shape));
    }

    void Settle(Frame current)
    {
        while (current.TryTake(out var ordinal))
        {
            body.CancellationToken.ThrowIfCancellationRequested();
            state = StateLayout.Copy(current.StateOf(ordinal)!);
            Process(graph.Blocks[ordinal]);
        }
    }

    void Sweep(Frame current)
    {
        for (var ordinal = current.First; ordinal <= current.Last; ordinal++)
        {
            if (current.StateOf(ordinal) is not { } entry)
                continue;
            state = StateLayout.Copy(entry);
            // The value of `?:` is one, whether somebody looks at it or not. A variable may hold one result after another.
            for (var slot = 0; slot < layout.Slots; slot++)
                if (!layout.IsVariable(slot))
                    Unite(states.Read(state, slot));
            Process(graph.Blocks[ordinal]);
        }
    }

    void Process(BasicBlock processed)
    {
        block = processed;
        if (block.Kind == BasicBlockKind.Exit)
        {
            CollectAll();
            return;
        }
        Forget();
        PushToHandlers(block);
        foreach (var operation in block.Operations)
            Evaluate(operation);
        if (block.ConditionKind != ControlFlowConditionKind.None)
        {
            Branch(block, block.BranchValue!);
            return;
        }
        var isThrow = block.FallThroughSuccessor?.Semantics is ControlFlowBranchSemantics.Throw or ControlFlowBranchSemantics.Rethrow;
        // The exception of a switch expression without a matching arm is nobody's; one that somebody wrote may stand behind an implicit conversion.
        var isImplicit = isThrow && block.BranchValue is not null && Unconverted(block.BranchValue).IsImplicit;
        if (block.BranchValue is { } value)
        {
            var leaving = Evaluate(value);
            Escape(leaving);
            if (!isImplicit)
                Act(value.Syntax, leaving.Origins);
        }
        PushToHandlers(block);
        if (isThrow)
            Throw(block, isImplicit);
        else
            Follow(block.FallThroughSuccessor);
    }

    /// <summary>A run over a range of blocks: the whole graph, or a finally region on behalf of one branch through it.</summary>
    sealed class Frame(int first, int last, Frame? outer, ulong[]? possible)
    {
        readonly ulong[]?[] entries = new ulong[last - first + 1][];
        readonly bool[] pending = new bool[last - first + 1];

        public int First { get; } = first;
        public int Last { get; } = last;
        public Frame? Outer { get; } = outer;

        /// <summary>What comes out at the end of a finally region, null when nothing does.</summary>
        public ulong[]? Result { get; private set; }

        /// <summary>
        /// What a finally block does, it does on every path: it is no answer to what was found out before, only to what it asks itself.
        /// </summary>
        public bool IsUnchanged(int origin, ulong cases) => possible is not null && possible[origin] == cases;

        public bool Contains(int ordinal) => First <= ordinal && ordinal <= Last;

        public ulong[]? StateOf(int ordinal) => entries[ordinal - First];

        public void Merge(StateLayout states, int ordinal, ulong[] incoming)
        {
            ref var entry = ref entries[ordinal - First];
            if (entry is null)
                entry = StateLayout.Copy(incoming);
            else if (!states.Join(entry, incoming))
                return;
            pending[ordinal - First] = true;
        }

        public void Finish(StateLayout states, ulong[] outgoing)
        {
            if (Result is null)
                Result = StateLayout.Copy(outgoing);
            else
                states.Join(Result, outgoing);
        }

        // Blocks are numbered along the text, so taking the lowest first visits loops inside out.
        public bool TryTake(out int ordinal)
        {
            for (var i = 0; i < pending.Length; i++)
            {
                if (!pending[i])
                    continue;
                pending[i] = false;
                ordinal = First + i;
                return true;
            }
            ordinal = -1;
            return false;
        }
    }
}
