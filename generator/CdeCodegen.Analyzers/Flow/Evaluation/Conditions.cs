using CdeCodegen.Analyzers.Flow.Layout;
using CdeCodegen.Analyzers.Flow.State;
using CdeCodegen.Analyzers.Options;
using CdeCodegen.Analyzers.Semantics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace CdeCodegen.Analyzers.Flow.Evaluation;

/// <summary>Evaluates conditions per case in three-valued logic: combinations here, single tests in <see cref="Comparisons"/>.</summary>
internal sealed class Conditions(
    IEvaluator evaluator,
    GraphLayout layout,
    TrackedOrigins origins,
    CatchAllRegions regions,
    CaseTests tests,
    Comparisons comparisons,
    StoredConditions stored,
    TreeOptions options)
{
    /// <summary>Evaluates a condition and finds the construct that it decides. Null when it does not test a result.</summary>
    public Predicate? Test(in FlowPoint point, IOperation condition, out TestSite site)
    {
        site = default;
        Predicate? predicate = Test(point.InCondition(), condition);
        if (predicate is null || predicate.Origins.IsEmpty)
        {
            return predicate;
        }
        // Compiler-generated null tests (`?.`, `??`) always branch.
        if (condition is IIsNullOperation)
        {
            regions.AddFallback(condition.Syntax, predicate.Origins);
            if (!predicate.IsNullTest)
            {
                regions.AddNullEdge(condition.Syntax, predicate.Origins);
            }

            return predicate;
        }

        site = TestSite.Find(condition.Syntax);
        if (site.Construct is not { } construct)
        {
            if (predicate.IsNullTest)
            {
                return predicate;
            }

            point.State.Escape(predicate.Origins);
            return null;
        }

        if (predicate.IsNullTest && construct is not (SwitchLabelSyntax or SwitchExpressionArmSyntax))
        {
            return predicate;
        }

        AddRegions(construct, predicate, site);
        point.Observations?.Test(predicate, condition.Syntax);
        return predicate;
    }

    /// <summary>Evaluates a condition. Null when it does not test a result.</summary>
    public Predicate? Test(in FlowPoint point, IOperation condition)
    {
        if (condition.ConstantValue is { HasValue: true, Value: bool constant })
        {
            return new Predicate(0) { Constant = constant };
        }

        switch (condition)
        {
            case IUnaryOperation { OperatorKind: UnaryOperatorKind.Not } not:
                return Test(point, not.Operand)?.Not();
            case IParenthesizedOperation parenthesized:
                return Test(point, parenthesized.Operand);
            case IConversionOperation { OperatorMethod: null } conversion when KnownTypes.IsBoolean(conversion.Operand.Type):
                return Test(point, conversion.Operand);
            case IBinaryOperation binary:
                return TestBinary(point, binary);
            case IIsPatternOperation pattern when KnownTypes.IsBoolean(pattern.Value.Type) && !stored.IsOnlyNullable(point.State, pattern.Value, out _):
                return Test(point, pattern.Value) is { } inner ? TestBooleanPattern(point, inner, pattern.Pattern) : null;
            case IIsPatternOperation pattern:
                return comparisons.TestPattern(point, pattern);
            case IIsTypeOperation isType:
                return comparisons.TestType(point, isType);
            case IIsNullOperation isNull:
                return comparisons.TestNull(point, isNull);
            case IPropertyReferenceOperation { Property.Name: KnownNames.IsSuccess, Instance: { } instance }:
                Value tested = evaluator.Evaluate(point, instance);
                if (tested.IsResult)
                {
                    return tests.From(point, tested, static patterns => patterns.OnSuccess(true));
                }

                point.State.Escape(tested);
                return null;
            case IFlowCaptureReferenceOperation reference when layout.TryGetCondition(reference.Id, out int recalled):
                return stored.Recall(point.State, recalled);
            case IInvocationOperation { IsImplicit: true, TargetMethod.Name: "GetValueOrDefault", Instance: IFlowCaptureReferenceOperation reference }
                when layout.TryGetCondition(reference.Id, out int recalled):
                return stored.Recall(point.State, recalled);
            default:
                point.State.Escape(evaluator.Evaluate(point, condition));
                return null;
        }
    }

    /// <summary>Records the regions that are written for the remaining cases of a test.</summary>
    private void AddRegions(SyntaxNode construct, Predicate predicate, TestSite site)
    {
        regions.Add(construct, predicate.Origins);
        AddUnwritten(construct, predicate, site.IsNegated);
        // `if (r is Ok ? true : false)`: the test also decides the outer condition.
        bool isNegated = site.IsNegated;
        for (SyntaxNode outer = construct; outer is ConditionalExpressionSyntax choice && TestSite.Find(outer) is { Construct: { } next } around; outer = next)
        {
            regions.Add(next, predicate.Origins);
            if (SourcePlaces.IsNegation(choice) is { } negates)
            {
                isNegated ^= around.IsNegated ^ negates;
                AddUnwritten(next, predicate, isNegated);
            }
        }

        if (!options.GuardCounts && site.IsGuarded)
        {
            foreach (int origin in predicate.Origins)
            {
                regions.AddGuarded(construct, origin, predicate.Mentioned(origin));
            }
        }
    }

    private void AddUnwritten(SyntaxNode construct, Predicate predicate, bool isNegated)
    {
        foreach (int origin in predicate.Origins)
        {
            CaseSet entering = isNegated ? predicate.False(origin) : predicate.True(origin);
            CaseSet passing = isNegated ? predicate.True(origin) : predicate.False(origin);
            regions.AddUnwritten(construct, origin, entering, passing, predicate.Mentioned(origin));
        }
    }

    private Predicate? TestBinary(in FlowPoint point, IBinaryOperation binary)
    {
        switch (binary.OperatorKind)
        {
            case BinaryOperatorKind.And or BinaryOperatorKind.ConditionalAnd or BinaryOperatorKind.Or or BinaryOperatorKind.ConditionalOr
                when KnownTypes.IsBoolean(binary.Type):
                return TestBoth(point, binary);
            case BinaryOperatorKind.Equals:
                return TestEquality(point, binary);
            case BinaryOperatorKind.NotEquals:
                return TestEquality(point, binary)?.Not();
            default:
                return comparisons.TestRelation(point, binary);
        }
    }

    private Predicate? TestBoth(in FlowPoint point, IBinaryOperation binary)
    {
        Predicate? left = Test(point, binary.LeftOperand);
        Predicate? right = Test(point, binary.RightOperand);
        left ??= new Predicate(origins.Count);
        right ??= new Predicate(origins.Count);
        return binary.OperatorKind is BinaryOperatorKind.And or BinaryOperatorKind.ConditionalAnd ? Predicate.And(left, right) : Predicate.Or(left, right);
    }

    private Predicate? TestEquality(in FlowPoint point, IBinaryOperation binary)
    {
        (IOperation left, IOperation right) = (binary.LeftOperand, binary.RightOperand);
        if (Operands.IsConstant(left))
        {
            (left, right) = (right, left);
        }

        if (KnownTypes.IsBoolean(left.Type) && right.ConstantValue is { HasValue: true, Value: bool expected })
        {
            return expected ? Test(point, left) : Test(point, left)?.Not();
        }

        return comparisons.TestEquality(point, left, right);
    }

    private Predicate? TestBooleanPattern(in FlowPoint point, Predicate test, IPatternOperation pattern)
    {
        switch (pattern)
        {
            case IConstantPatternOperation { Value.ConstantValue: { HasValue: true, Value: bool expected } }:
                return expected ? test : test.Not();
            case INegatedPatternOperation negated:
                return TestBooleanPattern(point, test, negated.Pattern)?.Not();
            case IDiscardPatternOperation:
                return new Predicate(origins.Count) { Constant = true };
            default:
                point.State.Escape(test.Origins);
                return null;
        }
    }
}
