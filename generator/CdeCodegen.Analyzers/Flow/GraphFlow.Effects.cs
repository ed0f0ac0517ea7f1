using CdeCodegen.Analyzers.Semantics;
using Microsoft.CodeAnalysis;

namespace CdeCodegen.Analyzers.Flow;

internal sealed partial class GraphFlow
{
    /// <summary>A new result at an origin. What is left of the one before it, from an earlier round of a loop, is lost.</summary>
    void Create(int origin)
    {
        Collect(origin);
        var info = origins[origin];
        var all = info.Type!.All;
        state[states.Possible(origin)] = all;
        state[states.CaughtAll(origin)] = 0;
        var isTask = info.Shape.Outer == Layer.Task;
        state[states.Pending(origin)] = isTask ? 1UL : 0;
        state[states.Unhandled(origin)] = isTask || info.Shape.Outer == Layer.Sequence ? 0 : all;
        for (var c = 0; c < layout.Conditions; c++)
            state[states.WhenTrue(c, origin)] = state[states.WhenFalse(c, origin)] = all;
    }

    /// <summary>A task was awaited: from here on there is a result to deal with.</summary>
    void Receive(Value value)
    {
        var owed = value.Shape.Outer is not (Layer.Task or Layer.Sequence);
        for (var o = 0; value.Origins >> o != 0; o++)
        {
            if ((value.Origins >> o & 1) == 0)
                continue;
            if (isReporting)
                origins[o].IsAwaited = true;
            if (value.Shape.Outer == Layer.Task || state[states.Pending(o)] == 0)
                continue;
            state[states.Pending(o)] = 0;
            if (owed)
                state[states.Unhandled(o)] = state[states.Possible(o)];
        }
    }

    /// <summary>Somebody else has it now, or it is used in a way that is not understood. Either way: silence.</summary>
    void Escape(Value value) => Escape(value.Origins, value.Cases);

    void Escape(ulong escaping, ulong cases = ulong.MaxValue)
    {
        for (var o = 0; escaping >> o != 0; o++)
        {
            if ((escaping >> o & 1) == 0)
                continue;
            // A variable that is a result only where it was Ok gives nothing away of a 403.
            state[states.Unhandled(o)] &= ~cases;
            state[states.CaughtAll(o)] &= ~cases;
            state[states.Pending(o)] = 0;
        }
    }

    /// <summary>
    /// Something is done. Where success is ruled out, or in the branch that was written for the rest, it is done about every case left:
    /// they are dealt with, if only by a catch-all.
    /// </summary>
    void Act(SyntaxNode at, ulong except)
    {
        for (var o = 0; o < origins.Length; o++)
        {
            if ((except >> o & 1) != 0 || state[states.Unhandled(o)] == 0)
                continue;
            state[states.Unhandled(o)] &= ~regions.GuardedCases(at, o);
            var possible = state[states.Possible(o)];
            var type = origins[o].Type!;
            var isFailure = (possible & type.Success) == 0 && possible != type.All && !frame.IsUnchanged(o, possible);
            if (isFailure || regions.IsInside(at, o))
                CatchAll(o);
        }
    }

    /// <summary>A variable gets another value. What only it held is lost.</summary>
    void Overwrite(int slot, Value value, SyntaxNode at)
    {
        var lost = states.Read(state, slot).Origins & ~value.Origins;
        states.Write(state, slot, value);
        if (lost == 0)
            return;
        for (var other = 0; other < layout.Slots && lost != 0; other++)
            if (layout.IsVariable(other) && layout.IsReadAfter(other, at))
                lost &= ~states.Read(state, other).Origins;
        for (var o = 0; lost >> o != 0; o++)
        {
            if ((lost >> o & 1) == 0)
                continue;
            Collect(o);
            state[states.Unhandled(o)] = state[states.CaughtAll(o)] = state[states.Pending(o)] = 0;
        }
    }

    void CatchAll(int origin)
    {
        state[states.CaughtAll(origin)] |= state[states.Unhandled(origin)];
        state[states.Unhandled(origin)] = 0;
    }

    /// <summary>Takes an edge of a test; false when no result can take it.</summary>
    bool Narrow(Predicate? predicate, bool outcome, bool isGuarded)
    {
        if (predicate is null)
            return true;
        ulong emptied = 0, open = 0;
        for (var o = 0; predicate.Origins >> o != 0; o++)
        {
            if ((predicate.Origins >> o & 1) == 0)
                continue;
            var keep = outcome ? predicate.True(o) : predicate.False(o);
            var before = state[states.Possible(o)];
            var mentioned = predicate.Mentioned(o);
            // Where guards do not count, neither does naming a case that the test may still turn down.
            if (!body.Options.GuardCounts)
                mentioned &= isGuarded ? 0 : outcome ? ulong.MaxValue : ~(predicate.True(o) & predicate.False(o));
            state[states.Possible(o)] = before & keep;
            state[states.Unhandled(o)] &= keep & ~mentioned;
            state[states.CaughtAll(o)] &= keep & ~mentioned;
            if (before == 0)
                continue;
            if ((before & keep) == 0)
                emptied |= 1UL << o;
            else
                open |= 1UL << o;
        }
        // Every result that could be here is ruled out, so nothing comes along here, except null where that was asked for.
        return emptied == 0 || open != 0 || predicate.IsNullTest || predicate.IsRecalled;
    }

    void CollectAll(bool unlessCompilerDoes = false)
    {
        for (var o = 0; o < origins.Length; o++)
            if (!unlessCompilerDoes || origins[o].Type is not { } type || !body.IsCheckedByCompiler(type))
                Collect(o);
    }

    void Collect(int origin)
    {
        if (!isReporting)
            return;
        var info = origins[origin];
        info.Missing |= state[states.Unhandled(origin)];
        info.CaughtAll |= state[states.CaughtAll(origin)];
        info.IsPending |= state[states.Pending(origin)] != 0;
    }

    /// <summary>Where several origins flow into one value there is one result to speak of.</summary>
    Value Unite(Value value)
    {
        if (!isReporting || (value.Origins & (value.Origins - 1)) == 0)
            return value;
        Origin? leader = null;
        for (var o = 0; value.Origins >> o != 0; o++)
        {
            if ((value.Origins >> o & 1) == 0)
                continue;
            var root = origins[o].Root();
            if (leader is null)
                leader = root;
            else if (!ReferenceEquals(leader, root))
                root.Leader = leader;
        }
        return value;
    }

    bool IsHeld(ulong wanted)
    {
        for (var slot = 0; slot < layout.Slots; slot++)
            if (layout.IsVariable(slot) && (states.Read(state, slot).Origins & wanted) != 0)
                return true;
        return false;
    }
}
