using CdeCodegen.Analyzers.Semantics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;

namespace CdeCodegen.Analyzers.Flow;

/// <summary>Stores what a test means when the compiler keeps its outcome in a capture, and recalls it where the capture is read.</summary>
internal sealed partial class GraphFlow
{
    /// <summary>Conditions that are more than a null test.</summary>
    private readonly HashSet<int> _nonNullConditions = [];

    /// <summary>Stores a test whose outcome is kept in a capture.</summary>
    private void Remember(int condition, IOperation value)
    {
        Predicate? predicate = Test(value);
        if (predicate is { Origins: not 0, IsNullTest: false } && TestSite.Find(value.Syntax).Construct is null)
        {
            Escape(predicate.Origins);
            predicate = null;
        }

        if (predicate is { Origins: not 0, IsNullTest: false })
        {
            _nonNullConditions.Add(condition);
        }

        for (int o = 0; o < _origins.Length; o++)
        {
            ulong possible = _state[_states.Possible(o)];
            ulong whenTrue = possible, whenFalse = possible;
            if (predicate?.Constant is { } constant)
            {
                if (constant)
                {
                    whenFalse = 0;
                }
                else
                {
                    whenTrue = 0;
                }
            }
            else if (predicate is not null && (predicate.Origins >> o & 1) != 0)
            {
                whenTrue &= predicate.True(o);
                whenFalse &= predicate.False(o);
                _state[_states.Unhandled(o)] &= ~predicate.Mentioned(o);
                _state[_states.CaughtAll(o)] &= ~predicate.Mentioned(o);
            }

            _state[_states.WhenTrue(condition, o)] = whenTrue;
            _state[_states.WhenFalse(condition, o)] = whenFalse;
        }
    }

    private Predicate Recall(int condition)
    {
        var predicate = new Predicate(_origins.Length) { IsRecalled = true, IsNullTest = !_nonNullConditions.Contains(condition) };
        for (int o = 0; o < _origins.Length; o++)
        {
            ulong whenTrue = _state[_states.WhenTrue(condition, o)];
            ulong whenFalse = _state[_states.WhenFalse(condition, o)];
            if (whenTrue != whenFalse)
            {
                predicate.Set(o, whenTrue, whenFalse, 0);
            }
        }

        return predicate;
    }

    private bool IsNullable(IFlowCaptureReferenceOperation reference, out int condition) =>
        _layout.TryGetCondition(reference.Id, out condition) && !KnownTypes.IsBoolean(reference.Type);

    /// <summary>Recalls for which cases a capture is not null, and stops tracking it as a body, because its null state is now known.</summary>
    private Predicate RecallNull(IFlowCaptureReferenceOperation reference, int condition)
    {
        int slot = SlotOf(reference);
        if (_states.Read(_state, slot).Kind == ValueKind.Body)
        {
            _states.Write(_state, slot, default);
        }

        return Recall(condition);
    }

    private int SlotOf(IFlowCaptureReferenceOperation reference)
    {
        _layout.TryGetSlot(reference.Id, out int slot);
        return slot;
    }

    private void RememberNull(int condition, bool isNull)
    {
        _nonNullConditions.Add(condition);
        for (int o = 0; o < _origins.Length; o++)
        {
            ulong possible = _state[_states.Possible(o)];
            _state[_states.WhenTrue(condition, o)] = isNull ? 0 : possible;
            _state[_states.WhenFalse(condition, o)] = possible;
        }
    }
}
