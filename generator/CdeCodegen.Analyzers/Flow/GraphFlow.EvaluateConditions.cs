using CdeCodegen.Analyzers.Patterns;
using CdeCodegen.Analyzers.Semantics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace CdeCodegen.Analyzers.Flow;

internal sealed partial class GraphFlow
{
    /// <summary>Evaluates a condition and finds the construct that it decides. Null when it does not test a result.</summary>
    private Predicate? Test(IOperation condition, out TestSite site)
    {
        site = default;
        Predicate? predicate = Test(condition);
        if (predicate is null || predicate.Origins == 0)
        {
            return predicate;
        }
        // Compiler-generated null tests (`?.`, `??`) always branch.
        if (condition is IIsNullOperation)
        {
            _regions.AddFallback(condition.Syntax, predicate.Origins);
            return predicate;
        }

        site = TestSite.Find(condition.Syntax);
        if (site.Construct is not { } construct)
        {
            Escape(predicate.IsNullTest ? 0 : predicate.Origins);
            return predicate.IsNullTest ? predicate : null;
        }

        if (predicate.IsNullTest && construct is not (SwitchLabelSyntax or SwitchExpressionArmSyntax))
        {
            return predicate;
        }

        _regions.Add(construct, predicate.Origins);
        AddUnwritten(construct, predicate, site.IsNegated);
        // `if (r is Ok ? true : false)`: the test also decides the outer condition.
        bool isNegated = site.IsNegated;
        for (SyntaxNode outer = construct; outer is ConditionalExpressionSyntax choice && TestSite.Find(outer) is { Construct: { } next } around; outer = next)
        {
            _regions.Add(next, predicate.Origins);
            if (!IsChoiceOfBooleans(choice))
            {
                continue;
            }

            isNegated ^= around.IsNegated ^ choice.WhenTrue.IsKind(SyntaxKind.FalseLiteralExpression);
            AddUnwritten(next, predicate, isNegated);
        }

        if (!_body.Options.GuardCounts && site.IsGuarded)
        {
            for (int o = 0; predicate.Origins >> o != 0; o++)
            {
                _regions.AddGuarded(construct, o, predicate.Mentioned(o));
            }
        }

        if (_isReporting)
        {
            for (int o = 0; predicate.Origins >> o != 0; o++)
            {
                if ((predicate.Origins >> o & 1) != 0)
                {
                    _origins[o].Tested(condition.Syntax);
                }
            }
        }

        return predicate;
    }

    private void AddUnwritten(SyntaxNode construct, Predicate predicate, bool isNegated)
    {
        for (int o = 0; predicate.Origins >> o != 0; o++)
        {
            if ((predicate.Origins >> o & 1) != 0)
            {
                _regions.AddUnwritten(construct, o, isNegated ? predicate.False(o) : predicate.True(o), isNegated ? predicate.True(o) : predicate.False(o), predicate.Mentioned(o));
            }
        }
    }

    /// <summary><c>x ? true : false</c> is x.</summary>
    private static bool IsChoiceOfBooleans(ConditionalExpressionSyntax choice) =>
        choice.WhenTrue.Kind() is var yes && choice.WhenFalse.Kind() is var no && yes != no
        && yes is SyntaxKind.TrueLiteralExpression or SyntaxKind.FalseLiteralExpression
        && no is SyntaxKind.TrueLiteralExpression or SyntaxKind.FalseLiteralExpression;

    private Predicate? Test(IOperation condition)
    {
        if (condition.ConstantValue is { HasValue: true, Value: bool constant })
        {
            return new Predicate(0) { Constant = constant };
        }

        switch (condition)
        {
            case IUnaryOperation { OperatorKind: UnaryOperatorKind.Not } not:
                return Test(not.Operand)?.Not();
            case IParenthesizedOperation parenthesized:
                return Test(parenthesized.Operand);
            case IConversionOperation { OperatorMethod: null } conversion when KnownTypes.IsBoolean(conversion.Operand.Type):
                return Test(conversion.Operand);
            case IBinaryOperation binary:
                return TestBinary(binary);
            case IIsPatternOperation pattern:
                return TestPattern(pattern);
            case IIsTypeOperation isType:
                return TestType(isType);
            case IIsNullOperation { Operand: IFlowCaptureReferenceOperation reference } when IsNullable(reference, out int recalled):
                return RecallNull(reference, recalled).Not();
            case IIsNullOperation isNull:
                return TestNull(Evaluate(isNull.Operand));
            case IPropertyReferenceOperation { Property.Name: KnownNames.IsSuccess, Instance: { } instance }:
                Value tested = Evaluate(instance);
                if (tested.IsResult)
                {
                    return From(tested, static patterns => patterns.OnSuccess(true));
                }

                Escape(tested);
                return null;
            case IFlowCaptureReferenceOperation reference when _layout.TryGetCondition(reference.Id, out int recalled):
                return Recall(recalled);
            case IInvocationOperation { IsImplicit: true, TargetMethod.Name: "GetValueOrDefault", Instance: IFlowCaptureReferenceOperation reference }
                when _layout.TryGetCondition(reference.Id, out int recalled):
                return Recall(recalled);
            default:
                Escape(Evaluate(condition));
                return null;
        }
    }

    private Predicate? TestBinary(IBinaryOperation binary)
    {
        switch (binary.OperatorKind)
        {
            case BinaryOperatorKind.And or BinaryOperatorKind.ConditionalAnd or BinaryOperatorKind.Or or BinaryOperatorKind.ConditionalOr when KnownTypes.IsBoolean(binary.Type):
                return TestBoth(binary);
            case BinaryOperatorKind.Equals:
                return TestEquality(binary);
            case BinaryOperatorKind.NotEquals:
                return TestEquality(binary)?.Not();
            case BinaryOperatorKind.LessThan or BinaryOperatorKind.LessThanOrEqual or BinaryOperatorKind.GreaterThan or BinaryOperatorKind.GreaterThanOrEqual:
                return TestRelation(binary);
            default:
                EvaluateNeutralText(binary);
                return null;
        }
    }

    private Predicate? TestBoth(IBinaryOperation binary)
    {
        Predicate? left = Test(binary.LeftOperand);
        Predicate? right = Test(binary.RightOperand);
        if (left is null && right is null)
        {
            return null;
        }

        left ??= new Predicate(_origins.Length);
        right ??= new Predicate(_origins.Length);
        return binary.OperatorKind is BinaryOperatorKind.And or BinaryOperatorKind.ConditionalAnd ? Predicate.And(left, right) : Predicate.Or(left, right);
    }

    private Predicate? TestEquality(IBinaryOperation binary)
    {
        (IOperation? left, IOperation? right) = (binary.LeftOperand, binary.RightOperand);
        if (IsConstant(left) && !IsConstant(right))
        {
            (left, right) = (right, left);
        }

        if (KnownTypes.IsBoolean(left.Type) && right.ConstantValue is { HasValue: true, Value: bool expected })
        {
            return expected ? Test(left) : Test(left)?.Not();
        }

        if (left is IFlowCaptureReferenceOperation reference && IsNullable(reference, out int recalled) && _states.Read(_state, SlotOf(reference)).Kind == ValueKind.Body
            && (IsNullConstant(right) || IsConstant(right)))
        {
            return IsNullConstant(right) ? RecallNull(reference, recalled).Not() : RecallNull(reference, recalled).Loosened();
        }

        Value value = Evaluate(left);
        if (IsNullConstant(right))
        {
            return value.Kind == ValueKind.Carrier ? TestNull(value) : null;
        }

        if (value.Kind == ValueKind.Status && Statuses.TryRead(Unconverted(right), out long status))
        {
            return From(value, patterns => patterns.OnConstant(right, status));
        }

        if (value.Kind == ValueKind.TypeName && right.ConstantValue is { HasValue: true, Value: string name })
        {
            return From(value, patterns => patterns.OnTypeName(name));
        }

        if (value.Kind == ValueKind.Type && Unconverted(right) is ITypeOfOperation type)
        {
            return From(value, patterns => patterns.OnExactType(type.TypeOperand));
        }

        Value other = Evaluate(right);
        if (other.Kind == ValueKind.Status && Statuses.TryRead(Unconverted(left), out status))
        {
            return From(other, patterns => patterns.OnConstant(left, status));
        }

        if (other.Kind == ValueKind.Type && Unconverted(left) is ITypeOfOperation)
        {
            return From(other, patterns => patterns.OnExactType(((ITypeOfOperation)Unconverted(left)).TypeOperand));
        }
        // Reference equality says nothing about the case. A comparison of a status with an unknown value does, so the status escapes.
        foreach (Value operand in new[] { value, other })
        {
            if (operand.Kind != ValueKind.Carrier)
            {
                Escape(operand);
            }
        }

        return null;
    }

    private Predicate? TestRelation(IBinaryOperation binary)
    {
        (IOperation? left, IOperation? right, BinaryOperatorKind relation) = (binary.LeftOperand, binary.RightOperand, binary.OperatorKind);
        if (IsConstant(left))
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

        Value value = Evaluate(left);
        if (value.Kind == ValueKind.Status && Statuses.TryRead(Unconverted(right), out long bound))
        {
            return From(value, patterns => patterns.OnRelation(relation, bound));
        }

        Escape(value);
        Escape(Evaluate(right));
        return null;
    }

    private Predicate? TestPattern(IIsPatternOperation test)
    {
        if (KnownTypes.IsBoolean(test.Value.Type))
        {
            Predicate? inner = Test(test.Value);
            return inner is null ? null : TestBooleanPattern(inner, test.Pattern);
        }

        if (test.Value is IFlowCaptureReferenceOperation reference && IsNullable(reference, out int recalled) && _states.Read(_state, SlotOf(reference)).Kind == ValueKind.Body
            && OnNull(test.Pattern) is { } onNull)
        {
            // The pattern either rejects null and perhaps more, or matches only null.
            Predicate known = RecallNull(reference, recalled);
            return !onNull ? known.Loosened() : OnlyNull(test.Pattern) ? known.Not() : null;
        }

        Value value = Evaluate(test.Value);
        switch (value.Kind)
        {
            case ValueKind.Status:
                return From(value, patterns => patterns.OnStatus(test.Pattern), test);
            case ValueKind.Carrier when value.Shape.IsResult:
                return From(value, patterns => patterns.OnResult(test.Pattern), test);
            case ValueKind.TypeName when test.Pattern is IConstantPatternOperation { Value.ConstantValue: { HasValue: true, Value: string name } }:
                return From(value, patterns => patterns.OnTypeName(name));
            case ValueKind.TypeName or ValueKind.Type when test.Pattern is IDiscardPatternOperation:
                return From(value, patterns => patterns.OnResult(test.Pattern));
            default:
                Escape(value);
                return test.Pattern is IDiscardPatternOperation or IDeclarationPatternOperation { MatchesNull: true } ? new Predicate(0) { Constant = true } : null;
        }
    }

    private Predicate? TestBooleanPattern(Predicate test, IPatternOperation pattern)
    {
        switch (pattern)
        {
            case IConstantPatternOperation { Value.ConstantValue: { HasValue: true, Value: bool expected } }:
                return expected ? test : test.Not();
            case INegatedPatternOperation negated:
                return TestBooleanPattern(test, negated.Pattern)?.Not();
            case IDiscardPatternOperation:
                return new Predicate(_origins.Length) { Constant = true };
            default:
                Escape(test.Origins);
                return null;
        }
    }

    private Predicate? TestType(IIsTypeOperation test)
    {
        Value value = Evaluate(test.ValueOperand);
        if (value.IsResult)
        {
            Predicate? predicate = From(value, patterns => patterns.OnType(test.TypeOperand));
            return test.IsNegated ? predicate?.Not() : predicate;
        }

        Escape(value);
        return null;
    }

    private Predicate? TestNull(Value value) => value.Kind == ValueKind.Carrier && value.Shape.IsResult
        ? From(value, static patterns => patterns.OnNull())
        : null;

    private static bool IsNullConstant(IOperation operation) =>
        operation.ConstantValue is { HasValue: true, Value: null } || Unconverted(operation) is IDefaultValueOperation or ILiteralOperation { ConstantValue.Value: null };

    private static bool? OnNull(IPatternOperation pattern) => pattern switch
    {
        IConstantPatternOperation constant => IsNullConstant(constant.Value),
        INegatedPatternOperation negated => !OnNull(negated.Pattern),
        IDeclarationPatternOperation declaration => declaration.MatchesNull,
        ITypePatternOperation or IRecursivePatternOperation or IRelationalPatternOperation => false,
        _ => null,
    };

    private static bool OnlyNull(IPatternOperation pattern) => pattern is IConstantPatternOperation;

    /// <summary>Evaluates a match for each origin of a value against the cases of its type.</summary>
    private Predicate? From(Value value, Func<CasePatterns, PatternMatch> match, IOperation? site = null)
    {
        Unite(value);
        var predicate = new Predicate(_origins.Length);
        bool nullTest = value.Cast is null;
        ulong opaque = 0;
        // A constant is impossible only if it is so for every operation that the value may come from.
        List<IOperation>? impossible = null;
        ResultType? first = null;
        for (int o = 0; value.Origins >> o != 0; o++)
        {
            if ((value.Origins >> o & 1) == 0)
            {
                continue;
            }

            ResultType type = _origins[o].Type!;
            var patterns = new CasePatterns(type);
            PatternMatch found = match(patterns);
            impossible = first is null ? patterns.Impossible : impossible is null || patterns.Impossible is null ? null : impossible.FindAll(patterns.Impossible.Contains);
            first ??= type;
            if (found.IsOpaque)
            {
                opaque |= 1UL << o;
                continue;
            }

            if (found.TakesStatus)
            {
                opaque |= 1UL << o;
            }

            if (value.Cast is { } cast)
            {
                // After `as`, null stands for the cases that the cast excluded.
                (ulong isCast, ulong _) = type.Test(cast, out ulong named);
                ulong rest = type.All & ~isCast;
                bool isNull = found.OnNull ?? true;
                found.True = (found.True & isCast) | (isNull ? rest : 0);
                found.False = (found.False & isCast) | (found.OnNull != true ? rest : 0);
                found.Mentioned |= named;
            }
            else
            {
                nullTest &= found.IsNullTest;
            }
            // For other cases the variable holds null or another value, so the test does not restrict this result.
            ulong elsewhere = _state[_states.Possible(o)] & ~value.Cases;
            found.True |= elsewhere;
            found.False |= elsewhere;
            found.Mentioned &= value.Cases;
            predicate.Set(o, found.True, found.False, found.Mentioned);
            NameAliases(patterns, value);
            if (site is not null && value.Cast is null && found.False == 0 && found.Mentioned == 0)
            {
                NoteCatchAll(site, 1UL << o);
            }
        }

        Escape(opaque);
        if (_isReporting && impossible is not null)
        {
            foreach (IOperation constant in impossible)
            {
                _body.AddImpossible(constant, first!);
            }
        }

        return predicate.Origins == 0 ? null : nullTest ? predicate.AsNullTest() : predicate;
    }

    private void NameAliases(CasePatterns patterns, Value value)
    {
        if (patterns.Aliases is null)
        {
            return;
        }

        foreach (ILocalSymbol alias in patterns.Aliases)
        {
            // `r is Ok ok`: the alias holds the result only for the cases of its type.
            Value named = OfType(value.WithCast(null), alias.Type);
            if (_layout.TryGetSlot(alias, out int slot))
            {
                _states.Write(_state, slot, named);
            }
            else
            {
                Escape(named);
            }
        }
    }

    /// <summary>Restricts a value to the cases of a type.</summary>
    private Value OfType(Value value, ITypeSymbol type) =>
        value.Origins != 0 && _states.HaveOneType(value.Origins) ? value.Among(_origins[LowestBit(value.Origins)].Type!.Test(type, out _).May) : value;

    private static bool IsConstant(IOperation operation) => operation.ConstantValue.HasValue || Unconverted(operation).ConstantValue.HasValue;

    private static IOperation Unconverted(IOperation operation)
    {
        while (operation is IConversionOperation conversion)
        {
            operation = conversion.Operand;
        }

        return operation;
    }
}
