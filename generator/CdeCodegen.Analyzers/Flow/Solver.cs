using CdeCodegen.Analyzers.Flow.Evaluation;
using CdeCodegen.Analyzers.Flow.Layout;
using CdeCodegen.Analyzers.Flow.State;
using CdeCodegen.Analyzers.Semantics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.FlowAnalysis;

namespace CdeCodegen.Analyzers.Flow;

/// <summary>
/// Propagates states along the edges of a graph until none changes, and then visits every block once more to report. Joins unite sets, so the
/// worklist terminates.
/// </summary>
internal sealed class Solver(
    ControlFlowGraph graph, GraphLayout layout, TrackedOrigins origins, Transfer transfer, Effects effects, SwitchLabels labels, Scopes scopes,
    BodyContext body)
{
    /// <summary>Solves the graph from its entry.</summary>
    /// <param name="entry">The state on entry.</param>
    public Observations Solve(FlowState entry)
    {
        var frame = new Frame(0, graph.Blocks.Length - 1);
        frame.Merge(0, entry);
        RunToFixpoint(frame);
        var observations = new Observations(origins);
        Report(frame, observations);
        return observations;
    }

    private void RunToFixpoint(Frame frame)
    {
        while (frame.Take() is { } ordinal)
        {
            body.CancellationToken.ThrowIfCancellationRequested();
            Process(new FlowPoint(frame.StateOf(ordinal)!.Value.Copy(), graph.Blocks[ordinal], frame.Entry, null), frame);
        }
    }

    private void Report(Frame frame, Observations observations)
    {
        for (int ordinal = frame.First; ordinal <= frame.Last; ordinal++)
        {
            // The last use of the state, so the pass may change it.
            if (frame.StateOf(ordinal) is not { } state)
            {
                continue;
            }

            // Origins in one temporary are alternatives of one value (`?:`). Origins in a variable may be successive results.
            for (int slot = 0; slot < layout.Slots; slot++)
            {
                if (!layout.IsVariable(slot))
                {
                    observations.Unite(state.Read(slot).Origins);
                }
            }

            Process(new FlowPoint(state, graph.Blocks[ordinal], frame.Entry, observations), frame);
        }
    }

    private void Process(in FlowPoint point, Frame frame)
    {
        BasicBlock block = point.Block;
        if (block.Kind == BasicBlockKind.Exit)
        {
            for (int origin = 0; origin < origins.Count; origin++)
            {
                point.Observations?.Return(point.State, origin);
            }

            return;
        }

        scopes.ClearOutOfScope(point.State, block.Ordinal);
        foreach (IOperation operation in block.Operations)
        {
            transfer.Evaluate(point, operation);
        }

        if (block.ConditionKind != ControlFlowConditionKind.None)
        {
            Branch(point, frame, block.BranchValue!);
            return;
        }

        bool isThrow = block.FallThroughSuccessor?.Semantics is ControlFlowBranchSemantics.Throw or ControlFlowBranchSemantics.Rethrow;
        // A switch expression without a matching arm throws implicitly; that throw is not user code. An explicit throw may have an implicit conversion.
        bool isImplicit = isThrow && block.BranchValue is { } thrown && Operands.Unconverted(thrown).IsImplicit;
        if (block.BranchValue is { } value)
        {
            transfer.EvaluateLeaving(point, value, isImplicit);
        }

        PushToHandlers(point, frame);
        if (isImplicit)
        {
            FailToMatch(point, block.BranchValue!.Syntax);
        }
        else if (isThrow)
        {
            Throw(point, frame);
        }
        else
        {
            Follow(point, frame, block.FallThroughSuccessor);
        }
    }

    private void Branch(in FlowPoint point, Frame frame, IOperation condition)
    {
        Predicate? predicate = transfer.Conditions.Test(point, condition, out TestSite site);
        PushToHandlers(point, frame);
        BasicBlock block = point.Block;
        (ControlFlowBranch? whenTrue, ControlFlowBranch? whenFalse) = block.ConditionKind == ControlFlowConditionKind.WhenTrue
            ? (block.ConditionalSuccessor, block.FallThroughSuccessor)
            : (block.FallThroughSuccessor, block.ConditionalSuccessor);
        if (predicate?.Constant != false)
        {
            FlowState state = point.State.Copy();
            if (effects.Narrow(state, predicate, true, site.IsGuarded))
            {
                if (condition is IIsNullOperation)
                {
                    EscapeSkippedArguments(point.With(state), condition.Syntax);
                }

                Pass(point, state, predicate, site, condition.Syntax);
                labels.Leave(state, condition.Syntax, site, true);
                Follow(point.With(state), frame, whenTrue);
            }
        }

        if (predicate?.Constant != true)
        {
            // The last use of the state, so this edge needs no copy.
            FlowState state = point.State;
            if (effects.Narrow(state, predicate, false, site.IsGuarded))
            {
                Pass(point, state, predicate, site, condition.Syntax);
                labels.Leave(state, condition.Syntax, site, false);
                Follow(point.With(state), frame, whenFalse);
            }
        }
    }

    private static void Pass(in FlowPoint point, FlowState edge, Predicate? predicate, TestSite site, SyntaxNode test)
    {
        if (point.Observations is { } observations && predicate is { IsNullTest: false } && site.Construct is not null)
        {
            observations.Pass(edge, predicate.Origins, test);
        }
    }

    /// <summary>The arguments of <c>Changed?.Invoke(r)</c> escape on the null edge too, because the code passes the result on.</summary>
    private void EscapeSkippedArguments(in FlowPoint point, SyntaxNode receiver)
    {
        if (receiver.Parent is not ConditionalAccessExpressionSyntax access || access.Expression != receiver)
        {
            return;
        }

        for (int slot = 0; slot < layout.Slots; slot++)
        {
            if (layout.IsGivenIn(slot, access.WhenNotNull))
            {
                point.State.Escape(effects.Held(point, slot));
            }
        }
    }

    private void Follow(FlowPoint point, Frame frame, ControlFlowBranch? branch)
    {
        switch (branch?.Semantics)
        {
            case ControlFlowBranchSemantics.Regular:
            case ControlFlowBranchSemantics.Return:
                // The graph allocates these regions for each branch, and most branches are outside of any try.
                if (ExceptionRegions.TryAround(point.Block.EnclosingRegion) is not null)
                {
                    foreach (ControlFlowRegion region in branch.FinallyRegions)
                    {
                        if (RunFinally(point, frame, region) is not { } after)
                        {
                            return;
                        }

                        point = point.With(after);
                    }
                }

                if (branch.Destination is { } destination)
                {
                    scopes.ClearPreviousIteration(point.State, point.Block.Ordinal, destination.Ordinal);
                    Merge(point, frame, destination.Ordinal);
                }

                break;
            case ControlFlowBranchSemantics.StructuredExceptionHandling:
                // The end of a finally region. If an exception caused the run, the handlers already have their states.
                frame.Finish(point.State);
                break;
        }
    }

    /// <summary>States are final in the reporting pass, so it merges nothing.</summary>
    private static void Merge(in FlowPoint point, Frame frame, int ordinal)
    {
        if (point.Observations is null)
        {
            frame.Merge(ordinal, point.State);
        }
    }

    /// <summary>
    /// Runs a finally region; returns the state at its end, or null if that is not reached. Each branch gets a separate run, so that paths do not mix.
    /// </summary>
    private FlowState? RunFinally(in FlowPoint point, Frame outer, ControlFlowRegion region)
    {
        if (ExceptionRegions.IsGenerated(graph, region))
        {
            return point.State;
        }

        var frame = new Frame(region.FirstBlockOrdinal, region.LastBlockOrdinal, outer, point.State.Copy());
        frame.Merge(region.FirstBlockOrdinal, point.State);
        RunToFixpoint(frame);
        if (point.Observations is { } observations)
        {
            Report(frame, observations);
        }

        return frame.Result;
    }

    /// <summary>
    /// Merges the state into the handlers of enclosing try regions, because the graph has no exception edges. A handler starts with the slots of its
    /// try, but without unhandled cases: an exception is not an unhandled response. It has no possible cases either, so that a retry does not
    /// widen the states of paths without an exception.
    /// </summary>
    private void PushToHandlers(in FlowPoint point, Frame frame)
    {
        if (point.Observations is not null || ExceptionRegions.TryAround(point.Block.EnclosingRegion) is not { } attempt)
        {
            return;
        }

        FlowState state = point.State.Copy();
        for (int origin = 0; origin < origins.Count; origin++)
        {
            OriginState thrown = state.Of(origin);
            thrown.Possible = CaseSet.Empty;
            thrown.Keep(CaseSet.Empty);
        }

        for (ControlFlowRegion? region = attempt; region is not null; region = ExceptionRegions.TryAround(region.EnclosingRegion))
        {
            MergeIntoHandlers(point.With(state), frame, region);
        }
    }

    private static void MergeIntoHandlers(in FlowPoint point, Frame frame, ControlFlowRegion attempt)
    {
        foreach (ControlFlowRegion handler in attempt.EnclosingRegion!.NestedRegions)
        {
            if (handler.Kind != ControlFlowRegionKind.Try)
            {
                Merge(point, frame, handler.FirstBlockOrdinal);
            }
        }
    }

    /// <summary>An explicit throw carries catch-all cases into the handler. A throw that leaves the method is an exit.</summary>
    private void Throw(FlowPoint point, Frame frame)
    {
        for (ControlFlowRegion? region = ExceptionRegions.TryAround(point.Block.EnclosingRegion); region is not null;
            region = ExceptionRegions.TryAround(region.EnclosingRegion))
        {
            if (region.EnclosingRegion!.Kind != ControlFlowRegionKind.TryAndFinally)
            {
                for (int origin = 0; origin < origins.Count; origin++)
                {
                    OriginState thrown = point.State.Of(origin);
                    thrown.Unhandled = CaseSet.Empty;
                }

                MergeIntoHandlers(point, frame, region);
                return;
            }

            foreach (ControlFlowRegion handler in region.EnclosingRegion.NestedRegions)
            {
                if (handler.Kind != ControlFlowRegionKind.Finally)
                {
                    continue;
                }

                if (RunFinally(point, frame, handler) is not { } after)
                {
                    return;
                }

                point = point.With(after);
            }
        }

        if (point.Observations is not { } observations)
        {
            return;
        }

        for (int origin = 0; origin < origins.Count; origin++)
        {
            if (IsUntested(point.State, origin))
            {
                observations.Of(origin).Note(ResultUses.ThrownUntested);
            }
            else
            {
                observations.Collect(point.State, origin);
            }
        }
    }

    /// <summary>A switch expression without a matching arm throws. CDE1010 reports that, or a compiler that supports closed types.</summary>
    private void FailToMatch(in FlowPoint point, SyntaxNode incomplete)
    {
        if (point.Observations is not { } observations)
        {
            return;
        }

        bool isReported = body.IsIncomplete(incomplete);
        OriginSet tested = labels.TestedBy(incomplete);
        for (int origin = 0; origin < origins.Count; origin++)
        {
            if (tested.Contains(origin) && isReported)
            {
                Observation observation = observations.Of(origin);
                observation.Uncovered = observation.Uncovered.Union(point.State.Of(origin).Unhandled);
                observation.IncompleteSwitch = incomplete;
            }
            else if ((tested.Contains(origin) || !IsUntested(point.State, origin)) && !(origins[origin].Type is { } type && body.IsCheckedByCompiler(type)))
            {
                observations.Collect(point.State, origin);
            }
        }
    }

    /// <summary>Whether a result has not been tested at all: an unrelated exception cannot let a 403 pass as success.</summary>
    private bool IsUntested(FlowState state, int origin) => origins[origin].Type is { } type && state.Of(origin).Unhandled == type.All;
}
