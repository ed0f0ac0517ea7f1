using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.FlowAnalysis;

namespace CdeCodegen.Analyzers.Flow;

internal sealed partial class GraphFlow
{
    private void Branch(BasicBlock block, IOperation condition)
    {
        _isAsking = true;
        Predicate? predicate = Test(condition, out TestSite site);
        _isAsking = false;
        PushToHandlers(block);
        ControlFlowBranch? whenTrue = block.ConditionKind == ControlFlowConditionKind.WhenTrue ? block.ConditionalSuccessor : block.FallThroughSuccessor;
        ControlFlowBranch? whenFalse = block.ConditionKind == ControlFlowConditionKind.WhenTrue ? block.FallThroughSuccessor : block.ConditionalSuccessor;
        ulong[] before = _state;

        if (predicate?.Constant != false)
        {
            _state = StateLayout.Copy(before);
            if (Narrow(predicate, true, site.IsGuarded))
            {
                if (condition is IIsNullOperation)
                {
                    GiveToNobody(condition.Syntax);
                }

                LeaveLabel(condition.Syntax, site, true);
                Follow(whenTrue);
            }
        }

        if (predicate?.Constant != true)
        {
            _state = StateLayout.Copy(before);
            if (Narrow(predicate, false, site.IsGuarded))
            {
                LeaveLabel(condition.Syntax, site, false);
                Follow(whenFalse);
            }
        }
    }

    /// <summary><c>Changed?.Invoke(r)</c> gives the result away, to whoever is there.</summary>
    private void GiveToNobody(SyntaxNode receiver)
    {
        if (receiver.Parent is not ConditionalAccessExpressionSyntax access || access.Expression != receiver)
        {
            return;
        }

        for (int slot = 0; slot < _layout.Slots; slot++)
        {
            if (_layout.IsVariable(slot) && _states.Read(_state, slot).Kind != ValueKind.None && _layout.IsGivenIn(slot, access.WhenNotNull))
            {
                Escape(Held(slot));
            }
        }
    }

    private void Follow(ControlFlowBranch? branch)
    {
        if (branch is null)
        {
            return;
        }

        switch (branch.Semantics)
        {
            case ControlFlowBranchSemantics.Regular:
            case ControlFlowBranchSemantics.Return:
                foreach (ControlFlowRegion region in branch.FinallyRegions)
                {
                    if (!RunFinally(region))
                    {
                        return;
                    }
                }

                if (branch.Destination is { } destination)
                {
                    ForgetLastRound(destination.Ordinal);
                    MergeInto(destination.Ordinal);
                }

                break;
            case ControlFlowBranchSemantics.StructuredExceptionHandling:
                // The end of a finally region that runs on behalf of a branch. Run because of an exception, it goes on to handlers, which have their states already.
                _frame.Finish(_states, _state);
                break;
        }
    }

    /// <summary>
    /// Variables go with their block. What was possible of their results is kept: where paths meet, the one that had a success must not leave the others
    /// as if there had been none, however short its variable lived.
    /// </summary>
    private void Forget()
    {
        for (int slot = 0; slot < _layout.Slots; slot++)
        {
            if (!_layout.IsInScope(slot, _block.Ordinal))
            {
                _states.Write(_state, slot, default);
            }
        }
    }

    /// <summary>
    /// Where a loop is entered once more from around it, the results of the last time that nobody can get at any more, and about which everything is said,
    /// are forgotten: they would be taken for what comes next. Past the loop they still tell that there was a success.
    /// </summary>
    private void ForgetLastRound(int ordinal)
    {
        for (int o = 0; o < _origins.Length; o++)
        {
            if (_origins[o].IsEntered(_block.Ordinal, ordinal) && !IsOwed(o) && !IsHeldAt(ordinal, o))
            {
                _state[_states.Possible(o)] = 0;
            }
        }
    }

    /// <summary>Whether something may still be said about a result.</summary>
    private bool IsOwed(int origin)
    {
        ulong required = _origins[origin].Type is { } type ? _body.Options.Required.Of(type) : ulong.MaxValue;
        return ((_state[_states.Unhandled(origin)] | _state[_states.CaughtAll(origin)]) & required) != 0 || _state[_states.Pending(origin)] != 0;
    }

    private bool IsHeldAt(int ordinal, int origin)
    {
        for (int slot = 0; slot < _layout.Slots; slot++)
        {
            if (_layout.IsInScope(slot, ordinal) && (_states.Read(_state, slot).Origins >> origin & 1) != 0)
            {
                return true;
            }
        }

        return false;
    }

    private void MergeInto(int ordinal)
    {
        if (_isReporting)
        {
            return;
        }

        Frame target = _frame;
        while (!target.Contains(ordinal) && target.Outer is { } outer)
        {
            target = outer;
        }

        target.Merge(_states, ordinal, _state);
    }

    /// <summary>Runs a finally region on the current state. Each branch through it gets a run of its own, or the paths through it would be mixed up.</summary>
    private bool RunFinally(ControlFlowRegion region)
    {
        if (IsGenerated(region))
        {
            return true;
        }

        Frame outer = _frame;
        bool reporting = _isReporting;
        ulong[] possible = new ulong[_origins.Length];
        for (int o = 0; o < _origins.Length; o++)
        {
            possible[o] = _state[_states.Possible(o)];
        }

        _frame = new Frame(region.FirstBlockOrdinal, region.LastBlockOrdinal, outer, possible);
        _frame.Merge(_states, region.FirstBlockOrdinal, _state);
        _isReporting = false;
        RunToFixpoint(_frame);
        if (reporting)
        {
            _isReporting = true;
            ReportFindings(_frame);
        }

        ulong[]? result = _frame.Result;
        _frame = outer;
        if (result is null)
        {
            return false;
        }

        _state = StateLayout.Copy(result);
        return true;
    }

    /// <summary>The finally of a using statement, a foreach or a lock: nothing in it was written by anybody.</summary>
    private bool IsGenerated(ControlFlowRegion region)
    {
        for (int i = region.FirstBlockOrdinal; i <= region.LastBlockOrdinal; i++)
        {
            BasicBlock block = _graph.Blocks[i];
            if (block.BranchValue is { IsImplicit: false })
            {
                return false;
            }

            foreach (IOperation operation in block.Operations)
            {
                if (!operation.IsImplicit)
                {
                    return false;
                }
            }
        }

        return true;
    }

    /// <summary>
    /// The graph has no edges for exceptions. A handler starts with whatever variables hold inside its try, and with nothing left to deal with:
    /// an exception is not a response that slips through. No case is possible there either, or a retry after an exception would hide what the
    /// paths without one know.
    /// </summary>
    private void PushToHandlers(BasicBlock block)
    {
        if (_isReporting)
        {
            return;
        }

        ulong[]? saved = null;
        // The root of a lambda's graph lies within a region of the graph around it, whose blocks are not ours.
        for (ControlFlowRegion region = block.EnclosingRegion; region.Kind != ControlFlowRegionKind.Root; region = region.EnclosingRegion!)
        {
            if (region.Kind != ControlFlowRegionKind.Try || region.EnclosingRegion is not { } construct)
            {
                continue;
            }

            if (saved is null)
            {
                saved = _state;
                _state = StateLayout.Copy(saved);
                for (int o = 0; o < _origins.Length; o++)
                {
                    _state[_states.Possible(o)] = _state[_states.Unhandled(o)] = _state[_states.CaughtAll(o)] = 0;
                }
            }

            foreach (ControlFlowRegion handler in construct.NestedRegions)
            {
                if (handler.Kind != ControlFlowRegionKind.Try)
                {
                    MergeInto(handler.FirstBlockOrdinal);
                }
            }
        }

        if (saved is not null)
        {
            _state = saved;
        }
    }

    /// <summary>A throw that somebody wrote takes what a catch-all did along into the handler. One that leaves the method is an exit.</summary>
    private void Throw(BasicBlock block, bool isImplicit)
    {
        if (isImplicit)
        {
            // The switch expression that finds no arm. Nobody meant it, and a compiler that knows the type is closed says so itself.
            CollectAll(unlessCompilerDoes: true);
            return;
        }

        for (ControlFlowRegion region = block.EnclosingRegion; region.Kind != ControlFlowRegionKind.Root; region = region.EnclosingRegion!)
        {
            if (region.Kind != ControlFlowRegionKind.Try || region.EnclosingRegion is not { } construct)
            {
                continue;
            }

            if (construct.Kind == ControlFlowRegionKind.TryAndFinally)
            {
                foreach (ControlFlowRegion handler in construct.NestedRegions)
                {
                    if (handler.Kind == ControlFlowRegionKind.Finally && !RunFinally(handler))
                    {
                        return;
                    }
                }

                continue;
            }

            for (int o = 0; o < _origins.Length; o++)
            {
                _state[_states.Unhandled(o)] = 0;
            }

            foreach (ControlFlowRegion handler in construct.NestedRegions)
            {
                if (handler.Kind != ControlFlowRegionKind.Try)
                {
                    MergeInto(handler.FirstBlockOrdinal);
                }
            }

            return;
        }
        // Nobody has asked about the result yet: an exception that is about something else takes no 403 for a success.
        for (int o = 0; o < _origins.Length; o++)
        {
            if (_origins[o].Type is { } type && _state[_states.Unhandled(o)] == type.All)
            {
                _state[_states.Unhandled(o)] = 0;
            }
        }

        CollectAll();
    }
}
