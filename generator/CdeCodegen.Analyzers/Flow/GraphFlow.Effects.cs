using CdeCodegen.Analyzers.Semantics;
using Microsoft.CodeAnalysis;

namespace CdeCodegen.Analyzers.Flow;

internal sealed partial class GraphFlow
{
    /// <summary>Starts a new result at an origin. The previous result, from an earlier iteration of a loop, leaves here.</summary>
    private void Create(int origin)
    {
        Collect(origin);
        Origin info = _origins[origin];
        ulong all = info.Type!.All;
        _state[_states.Possible(origin)] = all;
        _state[_states.CaughtAll(origin)] = 0;
        bool isTask = info.Shape.Outer == Layer.Task;
        _state[_states.Pending(origin)] = isTask ? 1UL : 0;
        _state[_states.Unhandled(origin)] = isTask || info.Shape.Outer == Layer.Sequence ? 0 : all;
        for (int c = 0; c < _layout.Conditions; c++)
        {
            _state[_states.WhenTrue(c, origin)] = _state[_states.WhenFalse(c, origin)] = all;
        }
    }

    /// <summary>Records an awaited task: from here on its result is due.</summary>
    private void Receive(Value value)
    {
        bool owed = value.Shape.Outer is not (Layer.Task or Layer.Sequence);
        for (int o = 0; value.Origins >> o != 0; o++)
        {
            if ((value.Origins >> o & 1) == 0)
            {
                continue;
            }

            if (_isReporting)
            {
                _origins[o].IsAwaited = true;
            }

            if (value.Shape.Outer == Layer.Task || _state[_states.Pending(o)] == 0)
            {
                continue;
            }

            _state[_states.Pending(o)] = 0;
            if (owed)
            {
                _state[_states.Unhandled(o)] = _state[_states.Possible(o)];
            }
        }
    }

    /// <summary>Stops tracking: other code has the value, or the analysis does not understand its use.</summary>
    private void Escape(Value value) => Escape(value.Origins, value.Cases);

    private void Escape(ulong escaping, ulong cases = ulong.MaxValue)
    {
        for (int o = 0; escaping >> o != 0; o++)
        {
            if ((escaping >> o & 1) == 0)
            {
                continue;
            }
            // A variable that holds the result only for some cases lets only these escape.
            _state[_states.Unhandled(o)] &= ~cases;
            _state[_states.CaughtAll(o)] &= ~cases;
            _state[_states.Pending(o)] = 0;
        }
    }

    /// <summary>
    /// Records that user code acts here. Where success is impossible, or inside an explicit branch for the rest, acting handles the remaining cases
    /// through a catch-all.
    /// </summary>
    private void Act(SyntaxNode at, ulong except)
    {
        for (int o = 0; o < _origins.Length; o++)
        {
            if ((except >> o & 1) != 0 || _state[_states.Unhandled(o)] == 0)
            {
                continue;
            }

            _state[_states.Unhandled(o)] &= ~_regions.GuardedCases(at, o);
            ulong possible = _state[_states.Possible(o)];
            ResultType type = _origins[o].Type!;
            bool isFailure = (possible & type.Success) == 0 && possible != type.All && !_frame.IsUnchanged(o, possible);
            if (isFailure || _regions.IsInside(at, o))
            {
                CatchAll(o);
            }
        }
    }

    /// <summary>Assigns a variable. Results that no other readable variable holds leave here.</summary>
    private void Overwrite(int slot, Value value, SyntaxNode at)
    {
        ulong lost = _states.Read(_state, slot).Origins & ~value.Origins;
        _states.Write(_state, slot, value);
        if (lost == 0)
        {
            return;
        }

        for (int other = 0; other < _layout.Slots && lost != 0; other++)
        {
            if (_layout.IsVariable(other) && _layout.IsReadAfter(other, at))
            {
                lost &= ~_states.Read(_state, other).Origins;
            }
        }

        for (int o = 0; lost >> o != 0; o++)
        {
            if ((lost >> o & 1) == 0)
            {
                continue;
            }

            Collect(o);
            _state[_states.Unhandled(o)] = _state[_states.CaughtAll(o)] = _state[_states.Pending(o)] = 0;
        }
    }

    private void CatchAll(int origin)
    {
        _state[_states.CaughtAll(origin)] |= _state[_states.Unhandled(origin)];
        _state[_states.Unhandled(origin)] = 0;
    }

    /// <summary>Narrows the state to one edge of a test; false when no result can take that edge.</summary>
    private bool Narrow(Predicate? predicate, bool outcome, bool isGuarded)
    {
        if (predicate is null)
        {
            return true;
        }

        ulong emptied = 0, open = 0;
        for (int o = 0; predicate.Origins >> o != 0; o++)
        {
            if ((predicate.Origins >> o & 1) == 0)
            {
                continue;
            }

            ulong keep = outcome ? predicate.True(o) : predicate.False(o);
            ulong before = _state[_states.Possible(o)];
            ulong mentioned = predicate.Mentioned(o);
            // Where guards do not count, a case that the test may still reject is not mentioned.
            if (!_body.Options.GuardCounts)
            {
                mentioned &= isGuarded ? 0 : outcome ? ulong.MaxValue : ~(predicate.True(o) & predicate.False(o));
            }

            _state[_states.Possible(o)] = before & keep;
            _state[_states.Unhandled(o)] &= keep & ~mentioned;
            _state[_states.CaughtAll(o)] &= keep & ~mentioned;
            if (before == 0)
            {
                continue;
            }

            if ((before & keep) == 0)
            {
                emptied |= 1UL << o;
            }
            else
            {
                open |= 1UL << o;
            }
        }
        // The edge is dead when it excludes every possible result, unless it is the null edge of a null test.
        return emptied == 0 || open != 0 || predicate.IsNullTest || predicate.IsRecalled;
    }

    private void CollectAll(bool unlessCompilerDoes = false)
    {
        for (int o = 0; o < _origins.Length; o++)
        {
            if (!unlessCompilerDoes || _origins[o].Type is not { } type || !_body.IsCheckedByCompiler(type))
            {
                Collect(o);
            }
        }
    }

    private void Collect(int origin)
    {
        if (!_isReporting)
        {
            return;
        }

        Origin info = _origins[origin];
        info.Missing |= _state[_states.Unhandled(origin)];
        info.CaughtAll |= _state[_states.CaughtAll(origin)];
        info.IsPending |= _state[_states.Pending(origin)] != 0;
    }

    /// <summary>Makes origins that flow into one value share a representative, so that the value is reported once.</summary>
    private Value Unite(Value value)
    {
        if (!_isReporting || (value.Origins & (value.Origins - 1)) == 0)
        {
            return value;
        }

        Origin? leader = null;
        for (int o = 0; value.Origins >> o != 0; o++)
        {
            if ((value.Origins >> o & 1) == 0)
            {
                continue;
            }

            Origin root = _origins[o].Root();
            if (leader is null)
            {
                leader = root;
            }
            else if (!ReferenceEquals(leader, root))
            {
                root.Leader = leader;
            }
        }

        return value;
    }

    private bool IsHeld(ulong wanted)
    {
        for (int slot = 0; slot < _layout.Slots; slot++)
        {
            if (_layout.IsVariable(slot) && (_states.Read(_state, slot).Origins & wanted) != 0)
            {
                return true;
            }
        }

        return false;
    }
}
