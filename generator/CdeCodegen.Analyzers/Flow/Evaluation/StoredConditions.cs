using CdeCodegen.Analyzers.Flow.Layout;
using CdeCodegen.Analyzers.Flow.State;
using CdeCodegen.Analyzers.Semantics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace CdeCodegen.Analyzers.Flow.Evaluation;

/// <summary>Stores what a test means when the compiler keeps its outcome in a capture, and recalls it where the capture is read.</summary>
internal sealed class StoredConditions(GraphLayout layout, TrackedOrigins origins)
{
    /// <summary>Conditions that are more than a null test. Only grows, so the fixpoint does not depend on the order of blocks.</summary>
    private readonly HashSet<int> _nonNull = [];

    /// <summary>Stores a test whose outcome is kept in a capture.</summary>
    public void Remember(FlowState state, int condition, Predicate? predicate, IOperation test)
    {
        if (predicate is { Origins.IsEmpty: false, IsNullTest: false })
        {
            if (TestSite.Find(test.Syntax).Construct is null)
            {
                state.Escape(predicate.Origins);
                predicate = null;
            }
            else
            {
                _nonNull.Add(condition);
            }
        }

        bool mayBeNull = KnownTypes.MayBeNull(Operands.Unconverted(test).Type);
        for (int origin = 0; origin < origins.Count; origin++)
        {
            OriginState tested = state.Of(origin);
            CaseSet possible = tested.Possible, whenTrue = possible, whenFalse = possible;
            if (predicate?.Constant is { } constant)
            {
                whenTrue = constant ? whenTrue : CaseSet.Empty;
                whenFalse = constant ? CaseSet.Empty : whenFalse;
            }
            else if (predicate is not null && predicate.Origins.Contains(origin))
            {
                whenTrue = whenTrue.Intersect(predicate.True(origin));
                whenFalse = whenFalse.Intersect(predicate.False(origin));
                tested.Handle(predicate.Mentioned(origin));
            }

            state.SetCondition(condition, origin, new ConditionCases(whenTrue, whenFalse, mayBeNull ? possible : CaseSet.Empty));
        }
    }

    /// <summary>Stores whether a capture may hold null and may hold a value.</summary>
    public void RememberNull(FlowState state, int condition, IOperation captured)
    {
        bool isNull = Operands.IsNull(captured);
        bool mayBeNull = isNull || KnownTypes.MayBeNull(Operands.Unconverted(captured).Type);
        _nonNull.Add(condition);
        for (int origin = 0; origin < origins.Count; origin++)
        {
            CaseSet possible = state.Of(origin).Possible;
            CaseSet some = isNull ? CaseSet.Empty : possible;
            state.SetCondition(condition, origin, new ConditionCases(some, some, mayBeNull ? possible : CaseSet.Empty));
        }
    }

    /// <summary>Whether a capture that is not null is true.</summary>
    public Predicate Recall(FlowState state, int condition) => Recall(state, condition, static cases => (cases.WhenTrue, cases.WhenFalse));

    /// <summary>Whether a nullable capture is not null.</summary>
    public Predicate RecallValue(FlowState state, int condition) => Recall(state, condition, static cases => (cases.WhenSome(null), cases.WhenNull));

    /// <summary>Whether a nullable capture has a value, which null is not.</summary>
    /// <param name="state">The state.</param>
    /// <param name="condition">The stored condition.</param>
    /// <param name="value">The value of a <c>bool?</c>; anything else for a value that it may have or not.</param>
    public Predicate RecallSome(FlowState state, int condition, object? value = null)
    {
        bool? sought = value as bool?;
        return Recall(state, condition, cases => (cases.WhenSome(sought), cases.WhenSome(!sought).Union(cases.WhenNull)));
    }

    private Predicate Recall(FlowState state, int condition, Func<ConditionCases, (CaseSet True, CaseSet False)> outcomes)
    {
        var predicate = new Predicate(origins.Count) { IsNullTest = !_nonNull.Contains(condition) };
        for (int origin = 0; origin < origins.Count; origin++)
        {
            (CaseSet whenTrue, CaseSet whenFalse) = outcomes(state.Condition(condition, origin));
            if (whenTrue != whenFalse)
            {
                predicate.Set(origin, whenTrue, whenFalse, CaseSet.Empty);
            }
        }

        return predicate;
    }

    /// <summary>Whether a capture is a nullable value for whose null state there is a stored condition.</summary>
    public bool IsNullable(IFlowCaptureReferenceOperation reference, out int condition) =>
        layout.TryGetCondition(reference.Id, out condition) && KnownTypes.MayBeNull(reference.Type);

    /// <summary>
    /// Whether an expression is null where such a capture is, and is not tracked itself, as <c>(r as Ok)?.Value</c> and <c>(r as Ok)?.Count + 1</c>: only its
    /// null state says something about the result.
    /// </summary>
    public bool IsOnlyNullable(FlowState state, IOperation operation, out int condition)
    {
        condition = -1;
        return Operands.Unconverted(operation) switch
        {
            IFlowCaptureReferenceOperation reference => IsNullable(reference, out condition) && state.Read(SlotOf(reference)).Kind == ValueKind.None,
            IBinaryOperation { IsLifted: true } binary when !KnownTypes.IsBoolean(binary.Type) =>
                IsOnlyNullable(state, binary.LeftOperand, out condition) || IsOnlyNullable(state, binary.RightOperand, out condition),
            IUnaryOperation { IsLifted: true } unary when !KnownTypes.IsBoolean(unary.Type) => IsOnlyNullable(state, unary.Operand, out condition),
            _ => false,
        };
    }

    /// <summary>Whether an operand has a value on every path.</summary>
    public bool IsNeverNull(IOperation operand) => Operands.Unconverted(operand) switch
    {
        IFlowCaptureReferenceOperation reference => !layout.MayBeNull(reference.Id),
        var other => other.ConstantValue is { HasValue: true, Value: not null } || !KnownTypes.MayBeNull(other.Type),
    };

    private int SlotOf(IFlowCaptureReferenceOperation reference)
    {
        layout.TryGetSlot(reference.Id, out int slot);
        return slot;
    }
}
