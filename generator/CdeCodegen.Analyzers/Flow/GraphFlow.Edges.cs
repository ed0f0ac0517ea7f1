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
                    EscapeSkippedArguments(condition.Syntax);
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

    /// <summary>The arguments of <c>Changed?.Invoke(r)</c> escape on the null edge too, because the code passes the result on.</summary>
    private void EscapeSkippedArguments(SyntaxNode receiver)
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
                    ClearPreviousIteration(destination.Ordinal);
                    MergeInto(destination.Ordinal);
                }

                break;
            case ControlFlowBranchSemantics.StructuredExceptionHandling:
                // The end of a finally region. If an exception caused the run, the handlers already have their states.
                _frame.Finish(_states, _state);
                break;
        }
    }

    /// <summary>
    /// Clears slots that are out of scope. Keeps the possible cases of their origins, which later joins need.
    /// </summary>
    private void ClearOutOfScopeSlots()
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
    /// Clears handled, unreachable results of an earlier run where an edge enters their loop again; they would be taken for the next results.
    /// After the loop they are kept, because they still tell that there was a success.
    /// </summary>
    private void ClearPreviousIteration(int ordinal)
    {
        for (int o = 0; o < _origins.Length; o++)
        {
            if (_origins[o].IsEntered(_block.Ordinal, ordinal) && !IsOwed(o) && !IsHeldAt(ordinal, o))
            {
                _state[_states.Possible(o)] = 0;
            }
        }
    }

    /// <summary>Whether a result can still lead to a finding.</summary>
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

    /// <summary>Runs a finally region on the current state; false if its end is not reached. Each branch gets a separate run, so that paths do not mix.</summary>
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

    /// <summary>Whether the compiler generated the region (using, foreach, lock), so that it contains no user code.</summary>
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
    /// Merges the state into the handlers of enclosing try regions, because the graph has no exception edges. A handler starts with the slots of its
    /// try, but without unhandled cases: an exception is not an unhandled response. It has no possible cases either, so that a retry does not
    /// widen the states of paths without an exception.
    /// </summary>
    private void PushToHandlers(BasicBlock block)
    {
        if (_isReporting)
        {
            return;
        }

        ulong[]? saved = null;
        // Stop at the root: the root of a lambda's graph has an enclosing region in another graph.
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

    /// <summary>An explicit throw carries catch-all cases into the handler. A throw that leaves the method is an exit.</summary>
    private void Throw(BasicBlock block, bool isImplicit)
    {
        if (isImplicit)
        {
            // The missing arm of a switch expression. A compiler that supports closed types reports it itself.
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
        // The result has not been tested: an unrelated exception cannot let a 403 pass as success.
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
