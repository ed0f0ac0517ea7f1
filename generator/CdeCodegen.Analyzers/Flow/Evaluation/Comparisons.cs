using CdeCodegen.Analyzers.Flow.Layout;
using CdeCodegen.Analyzers.Flow.State;
using CdeCodegen.Analyzers.Semantics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace CdeCodegen.Analyzers.Flow.Evaluation;

/// <summary>Evaluates single tests: a comparison, a pattern, a type test or a null test.</summary>
internal sealed class Comparisons(IEvaluator evaluator, CaseTests tests, StoredConditions stored, TextUses texts)
{
    public Predicate? TestEquality(in FlowPoint point, IOperation left, IOperation right)
    {
        if (stored.IsOnlyNullable(point.State, left, out int recalled) && Operands.IsNull(right))
        {
            return stored.RecallValue(point.State, recalled).Not();
        }

        if ((stored.IsNeverNull(right) ? TestNullable(point, left, right) : stored.IsNeverNull(left) ? TestNullable(point, right, left) : null) is { } unequalToNull)
        {
            return unequalToNull;
        }

        Value value = evaluator.Evaluate(point, left);
        if (Operands.IsNull(right))
        {
            return TestNull(point, value);
        }

        if (TestConstant(point, value, right) is { } predicate)
        {
            return predicate;
        }

        Value other = evaluator.Evaluate(point, right);
        if (TestConstant(point, other, left) is { } reversed)
        {
            return reversed;
        }

        if (value is { Kind: ValueKind.Carrier, IsTask: true } && other is { Kind: ValueKind.Carrier, IsTask: true })
        {
            point.State.Identify(value);
            point.State.Identify(other);
        }

        // Reference equality says nothing about the case. A comparison of a status with an unknown value does, so the status escapes.
        EscapeUnlessCarrier(point.State, value);
        EscapeUnlessCarrier(point.State, other);
        return null;
    }

    public Predicate? TestRelation(in FlowPoint point, IBinaryOperation binary)
    {
        (IOperation left, IOperation right, BinaryOperatorKind relation) = (binary.LeftOperand, binary.RightOperand, binary.OperatorKind);
        if (relation is not (BinaryOperatorKind.LessThan or BinaryOperatorKind.LessThanOrEqual or BinaryOperatorKind.GreaterThan
            or BinaryOperatorKind.GreaterThanOrEqual))
        {
            texts.EvaluateConcatenation(point, binary);
            return null;
        }

        if ((TestNullable(point, left, right) ?? TestNullable(point, right, left)) is { } greaterThanNull)
        {
            return greaterThanNull;
        }

        if (Operands.IsConstant(left))
        {
            (left, right) = (right, left);
            relation = relation switch
            {
                BinaryOperatorKind.LessThan => BinaryOperatorKind.GreaterThan,
                BinaryOperatorKind.LessThanOrEqual => BinaryOperatorKind.GreaterThanOrEqual,
                BinaryOperatorKind.GreaterThan => BinaryOperatorKind.LessThan,
                _ => BinaryOperatorKind.LessThanOrEqual,
            };
        }

        Value value = evaluator.Evaluate(point, left);
        if (value.Kind == ValueKind.Status && Statuses.TryRead(Operands.Unconverted(right), out long bound))
        {
            return tests.From(point, value, patterns => patterns.OnRelation(relation, bound));
        }

        point.State.Escape(value);
        point.State.Escape(evaluator.Evaluate(point, right));
        return null;
    }

    public Predicate? TestPattern(in FlowPoint point, IIsPatternOperation test)
    {
        IPatternOperation pattern = test.Pattern;
        if (stored.IsOnlyNullable(point.State, test.Value, out int recalled) && TestNullable(point.State, recalled, pattern) is { } onNullable)
        {
            return onNullable;
        }

        Value value = evaluator.Evaluate(point, test.Value);
        switch (value.Kind)
        {
            case ValueKind.Status:
                return tests.From(point, value, patterns => patterns.OnStatus(pattern), test);
            case ValueKind.Carrier when value.Shape.IsResult:
                return tests.From(point, value, patterns => patterns.OnResult(pattern), test);
            case ValueKind.TypeName when pattern is IConstantPatternOperation { Value.ConstantValue: { HasValue: true, Value: string name } }:
                return tests.From(point, value, patterns => patterns.OnTypeName(name));
            case ValueKind.TypeName or ValueKind.Type when pattern is IDiscardPatternOperation:
                return tests.From(point, value, patterns => patterns.OnResult(pattern));
            case ValueKind.Carrier when value.IsTask && (IsNullPattern(pattern) || tests.Names(point, value, test)):
                return null;
            default:
                point.State.Escape(value);
                return pattern is IDiscardPatternOperation or IDeclarationPatternOperation { MatchesNull: true } ? new Predicate(0) { Constant = true } : null;
        }
    }

    public Predicate? TestType(in FlowPoint point, IIsTypeOperation test)
    {
        if (stored.IsOnlyNullable(point.State, test.ValueOperand, out int recalled))
        {
            return stored.RecallSome(point.State, recalled);
        }

        Value value = evaluator.Evaluate(point, test.ValueOperand);
        if (value.IsResult)
        {
            return tests.From(point, value, patterns => patterns.OnType(test.TypeOperand));
        }

        point.State.Escape(value);
        return null;
    }

    /// <summary>The null test of <c>?.</c> and <c>??</c>.</summary>
    public Predicate? TestNull(in FlowPoint point, IIsNullOperation test) =>
        test.Operand is IFlowCaptureReferenceOperation reference && stored.IsNullable(reference, out int recalled)
            ? stored.RecallValue(point.State, recalled).Not()
            : TestNull(point, evaluator.Evaluate(point, test.Operand));

    /// <summary>A comparison that does not hold for null: <c>(r as Ok)?.Count > 3</c>. Null if the operand has no known null state.</summary>
    private Predicate? TestNullable(in FlowPoint point, IOperation operand, IOperation other)
    {
        if (!stored.IsOnlyNullable(point.State, operand, out int recalled))
        {
            return null;
        }

        point.State.Escape(evaluator.Evaluate(point, operand));
        point.State.Escape(evaluator.Evaluate(point, other));
        return stored.RecallSome(point.State, recalled, Operands.Unconverted(other).ConstantValue.Value);
    }

    /// <summary>A pattern on a nullable capture. Null if it is unknown whether the pattern matches null.</summary>
    private Predicate? TestNullable(FlowState state, int recalled, IPatternOperation pattern)
    {
        if (pattern is INegatedPatternOperation negated)
        {
            return TestNullable(state, recalled, negated.Pattern)?.Not();
        }

        bool? onNull = OnNull(pattern);
        if (IsNullPattern(pattern))
        {
            Predicate value = stored.RecallValue(state, recalled);
            return onNull == true ? value.Not() : value;
        }

        if (pattern is IConstantPatternOperation constant)
        {
            return stored.RecallSome(state, recalled, constant.Value.ConstantValue.Value);
        }

        // The pattern may name a `bool?` that tells cases apart.
        state.Escape(stored.Recall(state, recalled).Origins);
        Predicate some = stored.RecallSome(state, recalled);
        return onNull is { } matchesNull ? matchesNull ? some.Not() : some : null;
    }

    private Predicate? TestNull(in FlowPoint point, Value value) => value.Kind == ValueKind.Carrier && value.Shape.IsResult
        ? tests.From(point, value, static patterns => patterns.OnNull())
        : null;

    /// <summary>Compares a value with a constant of its kind: a status, a type, the name of a type.</summary>
    private Predicate? TestConstant(in FlowPoint point, Value value, IOperation constant)
    {
        switch (value.Kind)
        {
            case ValueKind.Status when Statuses.TryRead(Operands.Unconverted(constant), out long status):
                return tests.From(point, value, patterns => patterns.OnConstant(constant, status));
            case ValueKind.TypeName when constant.ConstantValue is { HasValue: true, Value: string name }:
                return tests.From(point, value, patterns => patterns.OnTypeName(name));
            case ValueKind.Type when Operands.Unconverted(constant) is ITypeOfOperation type:
                return tests.From(point, value, patterns => patterns.OnExactType(type.TypeOperand));
            default:
                return null;
        }
    }

    private static void EscapeUnlessCarrier(FlowState state, Value value)
    {
        if (value.Kind != ValueKind.Carrier)
        {
            state.Escape(value);
        }
    }

    private static bool IsNullPattern(IPatternOperation pattern) => pattern switch
    {
        IConstantPatternOperation constant => Operands.IsNull(constant.Value),
        INegatedPatternOperation negated => IsNullPattern(negated.Pattern),
        IRecursivePatternOperation { DeclaredSymbol: null, PropertySubpatterns.IsEmpty: true, DeconstructionSubpatterns.IsEmpty: true } => true,
        _ => false,
    };

    private static bool? OnNull(IPatternOperation pattern) => pattern switch
    {
        IConstantPatternOperation constant => Operands.IsNull(constant.Value),
        INegatedPatternOperation negated => !OnNull(negated.Pattern),
        IDeclarationPatternOperation declaration => declaration.MatchesNull,
        ITypePatternOperation or IRecursivePatternOperation or IRelationalPatternOperation => false,
        // Null stands for unknown in these operators too.
        IBinaryPatternOperation { OperatorKind: BinaryOperatorKind.And } both => OnNull(both.LeftPattern) & OnNull(both.RightPattern),
        IBinaryPatternOperation either => OnNull(either.LeftPattern) | OnNull(either.RightPattern),
        _ => null,
    };
}
