using CdeCodegen.Analyzers.Semantics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;

namespace CdeCodegen.Analyzers.Flow;

/// <summary>Tests whose outcome the compiler keeps in a capture and asks for later: what was known then is remembered per condition and recalled.</summary>
internal sealed partial class GraphFlow
{
    /// <summary>Conditions that ask for something else than null.</summary>
    readonly HashSet<int> asksForMore = [];

    /// <summary>Remembers a test whose outcome is kept in a capture.</summary>
    void Remember(int condition, IOperation value)
    {
        var predicate = Test(value);
        if (predicate is { Origins: not 0, IsNullTest: false } && TestSite.Find(value.Syntax).Construct is null)
        {
            Escape(predicate.Origins);
            predicate = null;
        }
        if (predicate is { Origins: not 0, IsNullTest: false })
            asksForMore.Add(condition);
        for (var o = 0; o < origins.Length; o++)
        {
            var possible = state[states.Possible(o)];
            ulong whenTrue = possible, whenFalse = possible;
            if (predicate?.Constant is { } constant)
            {
                if (constant)
                    whenFalse = 0;
                else
                    whenTrue = 0;
            }
            else if (predicate is not null && (predicate.Origins >> o & 1) != 0)
            {
                whenTrue &= predicate.True(o);
                whenFalse &= predicate.False(o);
                state[states.Unhandled(o)] &= ~predicate.Mentioned(o);
                state[states.CaughtAll(o)] &= ~predicate.Mentioned(o);
            }
            state[states.WhenTrue(condition, o)] = whenTrue;
            state[states.WhenFalse(condition, o)] = whenFalse;
        }
    }

    Predicate Recall(int condition)
    {
        var predicate = new Predicate(origins.Length) { IsRecalled = true, IsNullTest = !asksForMore.Contains(condition) };
        for (var o = 0; o < origins.Length; o++)
        {
            var whenTrue = state[states.WhenTrue(condition, o)];
            var whenFalse = state[states.WhenFalse(condition, o)];
            if (whenTrue != whenFalse)
                predicate.Set(o, whenTrue, whenFalse, 0);
        }
        return predicate;
    }

    bool IsNullable(IFlowCaptureReferenceOperation reference, out int condition) =>
        layout.TryGetCondition(reference.Id, out condition) && !KnownTypes.IsBoolean(reference.Type);

    /// <summary>Recalls for which cases a capture is not null. From here on it is known, so that it can be used as anything else.</summary>
    Predicate RecallNull(IFlowCaptureReferenceOperation reference, int condition)
    {
        var slot = SlotOf(reference);
        if (states.Read(state, slot).Kind == ValueKind.Body)
            states.Write(state, slot, default);
        return Recall(condition);
    }

    int SlotOf(IFlowCaptureReferenceOperation reference)
    {
        layout.TryGetSlot(reference.Id, out var slot);
        return slot;
    }

    void RememberNull(int condition, bool isNull)
    {
        asksForMore.Add(condition);
        for (var o = 0; o < origins.Length; o++)
        {
            var possible = state[states.Possible(o)];
            state[states.WhenTrue(condition, o)] = isNull ? 0 : possible;
            state[states.WhenFalse(condition, o)] = possible;
        }
    }
}
