using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace CdeCodegen.Analyzers.Flow;

internal sealed partial class GraphFlow
{
    void Branch(BasicBlock block, IOperation condition)
    {
        isAsking = true;
        var predicate = Test(condition, out var site);
        isAsking = false;
        PushToHandlers(block);
        var whenTrue = block.ConditionKind == ControlFlowConditionKind.WhenTrue ? block.ConditionalSuccessor : block.FallThroughSuccessor;
        var whenFalse = block.ConditionKind == ControlFlowConditionKind.WhenTrue ? block.FallThroughSuccessor : block.ConditionalSuccessor;
        var before = state;

        if (predicate?.Constant != false)
        {
            state = StateLayout.Copy(before);
            if (Narrow(predicate, true, site.IsGuarded))
            {
                if (condition is IIsNullOperation)
                    GiveToNobody(condition.Syntax);
                LeaveLabel(condition.Syntax, site, true);
                Follow(whenTrue);
            }
        }
        if (predicate?.Constant != true)
        {
            state = StateLayout.Copy(before);
            if (Narrow(predicate, false, site.IsGuarded))
            {
                LeaveLabel(condition.Syntax, site, false);
                Follow(whenFalse);
            }
        }
    }

    /// <summary><c>Changed?.Invoke(r)</c> gives the result away, to whoever is there.</summary>
    void GiveToNobody(SyntaxNode receiver)
    {
        if (receiver.Parent is not ConditionalAccessExpressionSyntax access || access.Expression != receiver)
            return;
        for (var slot = 0; slot < layout.Slots; slot++)
            if (layout.IsVariable(slot) && states.Read(state, slot).Kind != ValueKind.None && layout.IsGivenIn(slot, access.WhenNotNull))
                Escape(Held(slot));
    }

    void Follow(ControlFlowBranch? branch)
    {
        if (branch is null)
            return;
        switch (branch.Semantics)
        {
            case ControlFlowBranchSemantics.Regular:
            case ControlFlowBranchSemantics.Return:
                foreach (var region in branch.FinallyRegions)
                    if (!RunFinally(region))
                        return;
                if (branch.Destination is { } destination)
                {
                    ForgetLastRound(destination.Ordinal);
                    MergeInto(destination.Ordinal);
                }
                break;
            case ControlFlowBranchSemantics.StructuredExceptionHandling:
                // The end of a finally region that runs on behalf of a branch. Run because of an exception, it goes on to handlers, which have their states already.
                frame.Finish(states, state);
                break;
        }
    }

    /// <summary>
    /// Variables go with their block. What was possible of their results is kept: where paths meet, the one that had a success must not leave the others
    /// as if there had been none, however short its variable lived.
    /// </summary>
    void Forget()
    {
        for (var slot = 0; slot < layout.Slots; slot++)
            if (!layout.IsInScope(slot, block.Ordinal))
                states.Write(state, slot, default);
    }

    /// <summary>
    /// Where a loop is entered once more from around it, the results of the last time that nobody can get at any more, and about which everything is said,
    /// are forgotten: they would be taken for what comes next. Past the loop they still tell that there was a success.
    /// </summary>
    void ForgetLastRound(int ordinal)
    {
        for (var o = 0; o < origins.Length; o++)
            if (origins[o].IsEntered(block.Ordinal, ordinal) && !IsOwed(o) && !IsHeldAt(ordinal, o))
                state[states.Possible(o)] = 0;
    }

    /// <summary>Whether something may still be said about a result.</summary>
    bool IsOwed(int origin)
    {
        var required = origins[origin].Type is { } type ? body.Options.Required.Of(type) : ulong.MaxValue;
        return ((state[states.Unhandled(origin)] | state[states.CaughtAll(origin)]) & required) != 0 || state[states.Pending(origin)] != 0;
    }

    bool IsHeldAt(int ordinal, int origin)
    {
        for (var slot = 0; slot < layout.Slots; slot++)
            if (layout.IsInScope(slot, ordinal) && (states.Read(state, slot).Origins >> origin & 1) != 0)
                return true;
        return false;
    }

    void MergeInto(int ordinal)
    {
        if (isReporting)
            return;
        var target = frame;
        while (!target.Contains(ordinal) && target.Outer is { } outer)
            target = outer;
        target.Merge(states, ordinal, state);
    }

    /// <summary>Runs a finally region on the current state. Each branch through it gets a run of its own, or the paths through it would be mixed up.</summary>
    bool RunFinally(ControlFlowRegion region)
    {
        if (IsGenerated(region))
            return true;
        var outer = frame;
        var reporting = isReporting;
        var possible = new ulong[origins.Length];
        for (var o = 0; o < origins.Length; o++)
            possible[o] = state[states.Possible(o)];
        frame = new Frame(region.FirstBlockOrdinal, region.LastBlockOrdinal, outer, possible);
        frame.Merge(states, region.FirstBlockOrdinal, state);
        isReporting = false;
        Settle(frame);
        if (reporting)
        {
            isReporting = true;
            Sweep(frame);
        }
        var result = frame.Result;
        frame = outer;
        if (result is null)
            return false;
        state = StateLayout.Copy(result);
        return true;
    }

    /// <summary>The finally of a using statement, a foreach or a lock: nothing in it was written by anybody.</summary>
    bool IsGenerated(ControlFlowRegion region)
    {
        for (var i = region.FirstBlockOrdinal; i <= region.LastBlockOrdinal; i++)
        {
            var block = graph.Blocks[i];
            if (block.BranchValue is { IsImplicit: false })
                return false;
            foreach (var operation in block.Operations)
                if (!operation.IsImplicit)
                    return false;
        }
        return true;
    }

    /// <summary>
    /// The graph has no edges for exceptions. A handler starts with whatever variables hold inside its try, and with nothing left to deal with:
    /// an exception is not a response that slips through. No case is possible there either, or a retry after an exception would hide what the
    /// paths without one know.
    /// </summary>
    void PushToHandlers(BasicBlock block)
    {
        if (isReporting)
            return;
        ulong[]? saved = null;
        // The root of a lambda's graph lies within a region of the graph around it, whose blocks are not ours.
        for (var region = block.EnclosingRegion; region.Kind != ControlFlowRegionKind.Root; region = region.EnclosingRegion!)
        {
            if (region.Kind != ControlFlowRegionKind.Try || region.EnclosingRegion is not { } construct)
                continue;
            if (saved is null)
            {
                saved = state;
                state = StateLayout.Copy(saved);
                for (var o = 0; o < origins.Length; o++)
                    state[states.Possible(o)] = state[states.Unhandled(o)] = state[states.CaughtAll(o)] = 0;
            }
            foreach (var handler in construct.NestedRegions)
                if (handler.Kind != ControlFlowRegionKind.Try)
                    MergeInto(handler.FirstBlockOrdinal);
        }
        if (saved is not null)
            state = saved;
    }

    /// <summary>A throw that somebody wrote takes what a catch-all did along into the handler. One that leaves the method is an exit.</summary>
    void Throw(BasicBlock block, bool isImplicit)
    {
        if (isImplicit)
        {
            // The switch expression that finds no arm. Nobody meant it, and a compiler that knows the type is closed says so itself.
            CollectAll(unlessCompilerDoes: true);
            return;
        }
        for (var region = block.EnclosingRegion; region.Kind != ControlFlowRegionKind.Root; region = region.EnclosingRegion!)
        {
            if (region.Kind != ControlFlowRegionKind.Try || region.EnclosingRegion is not { } construct)
                continue;
            if (construct.Kind == ControlFlowRegionKind.TryAndFinally)
            {
                foreach (var handler in construct.NestedRegions)
                    if (handler.Kind == ControlFlowRegionKind.Finally && !RunFinally(handler))
                        return;
                continue;
            }
            for (var o = 0; o < origins.Length; o++)
                state[states.Unhandled(o)] = 0;
            foreach (var handler in construct.NestedRegions)
                if (handler.Kind != ControlFlowRegionKind.Try)
                    MergeInto(handler.FirstBlockOrdinal);
            return;
        }
        // Nobody has asked about the result yet: an exception that is about something else takes no 403 for a success.
        for (var o = 0; o < origins.Length; o++)
            if (origins[o].Type is { } type && state[states.Unhandled(o)] == type.All)
                state[states.Unhandled(o)] = 0;
        CollectAll();
    }
}
