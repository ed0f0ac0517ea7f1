using CdeCodegen.Analyzers.Flow.Layout;
using CdeCodegen.Analyzers.Flow.State;
using CdeCodegen.Analyzers.Options;
using CdeCodegen.Analyzers.Semantics;
using Microsoft.CodeAnalysis;

namespace CdeCodegen.Analyzers.Flow.Evaluation;

/// <summary>The changes that operations make to a state: a result is created, received, dropped, handled by a catch-all, overwritten.</summary>
internal sealed class Effects(GraphLayout layout, TrackedOrigins origins, CatchAllRegions regions, TreeOptions options)
{
    /// <summary>Reads a slot, restricted to the cases that are still possible.</summary>
    public Value Held(in FlowPoint point, int slot)
    {
        Value value = point.State.Read(slot);
        point.Observations?.Unite(value.Origins);
        return origins.HaveOneType(value.Origins) ? point.State.Restrict(value) : value;
    }

    /// <summary>The result that an operation creates; none when another pass tracks it, or when it creates none.</summary>
    public Value Make(in FlowPoint point, IOperation source)
    {
        if (!layout.TryGetOrigin(source, out int number) || !origins.TryGet(number, out int origin))
        {
            return default;
        }

        Create(point, origin);
        return new Value(OriginSet.Of(origin), ValueKind.Carrier, origins[origin].Shape);
    }

    /// <summary>Starts a new result at an origin. The previous result, from an earlier iteration of a loop, leaves here.</summary>
    public void Create(in FlowPoint point, int origin)
    {
        point.Observations?.Collect(point.State, origin);
        Layer outer = origins[origin].Shape.Outer;
        CaseSet all = origins.TypeOf(origin).All;
        OriginState created = point.State.Of(origin);
        created.Possible = all;
        created.CatchAllOnly = CaseSet.Empty;
        created.IsPending = outer == Layer.Task;
        created.IsGiven = false;
        created.IsIdentified = false;
        created.Unhandled = outer is Layer.Task or Layer.Sequence ? CaseSet.Empty : all;
        for (int condition = 0; condition < layout.Conditions; condition++)
        {
            point.State.SetCondition(condition, origin, new ConditionCases(all, all, all));
        }
    }

    /// <summary>Records an awaited task: from here on its result is due.</summary>
    public void Receive(in FlowPoint point, Value value)
    {
        bool owed = value.Shape.Outer is not (Layer.Task or Layer.Sequence);
        foreach (int origin in value.Origins)
        {
            // The task that `await Task.WhenAny(…)` returns is itself not awaited yet.
            if (value.Shape.Outer != Layer.Task && point.Observations is { } observations)
            {
                observations.Of(origin).Note(ResultUses.Awaited);
            }

            OriginState received = point.State.Of(origin);
            if (value.Shape.Outer == Layer.Task || !received.IsPending)
            {
                continue;
            }

            received.IsPending = false;
            if (owed)
            {
                received.Unhandled = received.Possible;
            }
        }
    }

    /// <summary>Other code receives a value at a place. Code that passes a result on in a loop means to do so, also where the loop does not run.</summary>
    public void Give(in FlowPoint point, Value value, SyntaxNode at)
    {
        point.State.Give(value);
        if (point.Observations is not { } observations || value.Kind != ValueKind.Carrier || SourceLoops.Innermost(at) is not { } loop)
        {
            return;
        }

        foreach (int origin in value.Origins)
        {
            observations.Of(origin).IsGivenInLoop |= !loop.Span.Contains(origins[origin].Scope.Span);
        }
    }

    /// <summary>Drops a result, or a task of one, that is an entire statement.</summary>
    public void Drop(in FlowPoint point, Value value)
    {
        if (value.Shape.Outer == Layer.Sequence)
        {
            return;
        }

        bool isHeld = IsHeld(point.State, value.Origins);
        if (point.Observations is { } observations)
        {
            foreach (int origin in value.Origins)
            {
                observations.Of(origin).Note(ResultUses.Dropped);
                // Nothing refers to the result any more, so record it now: the path may never reach an exit.
                if (!isHeld)
                {
                    observations.Collect(point.State, origin);
                }
            }
        }

        if (!isHeld)
        {
            point.State.Escape(value);
        }
    }

    /// <summary>
    /// Records that user code acts here. Where success is impossible, or inside an explicit branch for the rest, acting handles the remaining cases
    /// through a catch-all.
    /// </summary>
    public void Act(in FlowPoint point, SyntaxNode at, OriginSet except)
    {
        for (int origin = 0; origin < origins.Count; origin++)
        {
            OriginState state = point.State.Of(origin);
            if (except.Contains(origin) || state.Unhandled.IsEmpty)
            {
                continue;
            }

            state.Unhandled = state.Unhandled.Except(regions.GuardedCases(at, origin));
            if (IsFailure(point, origin) || regions.IsInside(at, origin))
            {
                state.HandleByCatchAll();
            }
        }
    }

    /// <summary>Assigns a variable. Results that no other readable variable holds leave here.</summary>
    public void Overwrite(in FlowPoint point, int slot, Value value, SyntaxNode at)
    {
        FlowState state = point.State;
        OriginSet lost = state.Read(slot).Origins.Except(value.Origins);
        state.Write(slot, value);
        for (int other = 0; layout.IsVariable(other) && !lost.IsEmpty; other++)
        {
            if (layout.IsReadAfter(other, at))
            {
                lost = lost.Except(state.Read(other).Origins);
            }
        }

        foreach (int origin in lost)
        {
            point.Observations?.Collect(state, origin);
        }
    }

    /// <summary>Narrows the state to one edge of a test; false when no result can take that edge.</summary>
    public bool Narrow(FlowState state, Predicate? predicate, bool outcome, bool isGuarded)
    {
        if (predicate is null)
        {
            return true;
        }

        bool isEmptied = false, isOpen = false;
        foreach (int origin in predicate.Origins)
        {
            CaseSet keep = outcome ? predicate.True(origin) : predicate.False(origin);
            CaseSet mentioned = predicate.Mentioned(origin);
            // Where guards do not count, a case that the test may still reject is not mentioned.
            if (!options.GuardCounts)
            {
                mentioned = isGuarded ? CaseSet.Empty : outcome ? mentioned : mentioned.Except(predicate.True(origin).Intersect(predicate.False(origin)));
            }

            OriginState narrowed = state.Of(origin);
            CaseSet before = narrowed.Possible;
            narrowed.Possible = before.Intersect(keep);
            narrowed.Keep(keep.Except(mentioned));
            if (!before.IsEmpty)
            {
                isEmptied |= !before.Overlaps(keep);
                isOpen |= before.Overlaps(keep);
            }
        }
        // The edge is dead when it excludes every possible result, unless it is the null edge of a null test.
        return !isEmptied || isOpen || predicate.IsNullTest;
    }

    /// <summary>Whether a variable holds any of these results.</summary>
    public bool IsHeld(FlowState state, OriginSet wanted)
    {
        for (int slot = 0; layout.IsVariable(slot); slot++)
        {
            if (state.Read(slot).Origins.Overlaps(wanted))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether success has become impossible. A finally block runs on every path, so there only tests inside of it count.</summary>
    private bool IsFailure(in FlowPoint point, int origin)
    {
        CaseSet possible = point.State.Of(origin).Possible;
        ResultType type = origins.TypeOf(origin);
        return !possible.Overlaps(type.Success) && possible != type.All && (point.FinallyEntry is not { } entry || entry.Of(origin).Possible != possible);
    }
}
