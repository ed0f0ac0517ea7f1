using CdeCodegen.Analyzers.Semantics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using CaseKind = CdeCodegen.Analyzers.Semantics.CaseKind;

namespace CdeCodegen.Analyzers.Patterns;

/// <summary>Evaluates patterns against the cases of a result. Flow, coverage and code fixes share it, so that they cannot disagree.</summary>
internal sealed class CasePatterns(ResultType type)
{
    private readonly CaseSet _all = type.All;

    /// <summary>Locals that hold the whole value after a match.</summary>
    public List<ILocalSymbol>? Aliases { get; private set; }

    /// <summary>Constants that equal no documented status.</summary>
    public List<IOperation>? Impossible { get; private set; }

    public PatternMatch OnResult(IPatternOperation pattern)
    {
        switch (pattern)
        {
            case IDiscardPatternOperation:
                return new() { True = _all, OnNull = true };
            case IConstantPatternOperation { Value.ConstantValue: { HasValue: true, Value: null } }:
                return OnNull();
            case IDeclarationPatternOperation declaration:
                AddAlias(declaration.DeclaredSymbol);
                return declaration.MatchesNull || declaration.MatchedType is null
                    ? new() { True = _all, OnNull = true }
                    : OnType(declaration.MatchedType);
            case ITypePatternOperation typed:
                return OnType(typed.MatchedType);
            case INegatedPatternOperation negated:
                return Not(OnResult(negated.Pattern));
            case IBinaryPatternOperation binary:
                return Combine(OnResult(binary.LeftPattern), OnResult(binary.RightPattern), binary.OperatorKind == BinaryOperatorKind.And);
            case IRecursivePatternOperation recursive:
                return OnProperties(recursive);
            default:
                return Opaque();
        }
    }

    public PatternMatch OnStatus(IPatternOperation pattern)
    {
        switch (pattern)
        {
            case IDiscardPatternOperation:
                return new() { True = _all };
            case IConstantPatternOperation { Value.ConstantValue.HasValue: true } constant:
                return Statuses.TryRead(constant.Value, out long status) ? OnConstant(constant.Value, status)
                    : constant.Value.ConstantValue.Value is null ? new() { False = _all, OnNull = true, IsNullTest = true }
                    : Opaque();
            case IRelationalPatternOperation relational when Statuses.TryRead(relational.Value, out long bound):
                return OnRelation(relational.OperatorKind, bound);
            case INegatedPatternOperation negated:
                return Not(OnStatus(negated.Pattern));
            case IBinaryPatternOperation binary:
                return Combine(OnStatus(binary.LeftPattern), OnStatus(binary.RightPattern), binary.OperatorKind == BinaryOperatorKind.And);
            case IDeclarationPatternOperation { DeclaredSymbol: null }:
            case ITypePatternOperation:
                return new() { True = _all };
            case IDeclarationPatternOperation:
                return new() { True = _all, TakesStatus = true };
            case IRecursivePatternOperation { PropertySubpatterns.IsEmpty: true, DeconstructionSubpatterns.IsEmpty: true } recursive:
                return new() { True = _all, TakesStatus = recursive.DeclaredSymbol is not null };
            default:
                return Opaque();
        }
    }

    public PatternMatch OnConstant(IOperation operation, long status)
    {
        CaseSet match = type.WithStatus(status);
        CaseSet exact = CaseSet.Empty;
        for (int i = 0; i < type.Cases.Count; i++)
        {
            if (type.Cases[i].Kind == CaseKind.Exact && match.Contains(i))
            {
                exact = exact.Union(CaseSet.Of(i));
            }
        }

        if (match.IsEmpty)
        {
            (Impossible ??= []).Add(operation);
        }
        // A range or default case also covers other statuses, so it may not match.
        return new() { True = match, False = _all.Except(exact), Mentioned = exact };
    }

    public PatternMatch OnRelation(BinaryOperatorKind relation, long bound)
    {
        var match = new PatternMatch();
        for (int i = 0; i < type.Cases.Count; i++)
        {
            ResultCase documented = type.Cases[i];
            bool low = Holds(documented.Low, relation, bound);
            bool high = Holds(documented.High, relation, bound);
            // A relation is monotone, so the ends of a range decide.
            if (low || high)
            {
                match.True = match.True.Union(CaseSet.Of(i));
            }

            if (!low || !high)
            {
                match.False = match.False.Union(CaseSet.Of(i));
            }
        }

        return match;
    }

    public PatternMatch OnSuccess(bool expected)
    {
        var match = new PatternMatch();
        for (int i = 0; i < type.Cases.Count; i++)
        {
            var documented = CaseSet.Of(i);
            if (type.Cases[i].Kind == CaseKind.Default)
            {
                match.True = match.True.Union(documented);
                match.False = match.False.Union(documented);
            }
            else if (type.Cases[i].IsSuccess == expected)
            {
                match.True = match.True.Union(documented);
            }
            else
            {
                match.False = match.False.Union(documented);
            }
        }

        return match;
    }

    public PatternMatch OnNull() => new() { False = _all, OnNull = true, IsNullTest = true };

    public PatternMatch OnType(ITypeSymbol tested)
    {
        if (tested.TypeKind == TypeKind.TypeParameter)
        {
            return Opaque();
        }

        (CaseSet may, CaseSet mayNot) = type.Test(tested, out CaseSet mentioned);
        return new() { True = may, False = mayNot, Mentioned = mentioned, OnNull = false, IsNullTest = mayNot.IsEmpty };
    }

    /// <summary>The exact type, as in <c>GetType() == typeof(T)</c>.</summary>
    public PatternMatch OnExactType(ITypeSymbol tested)
    {
        type.Test(tested, out CaseSet mentioned);
        return new() { True = mentioned, False = _all.Except(mentioned), Mentioned = mentioned };
    }

    public PatternMatch OnTypeName(string name)
    {
        CaseSet named = CaseSet.Empty;
        for (int i = 0; i < type.Cases.Count; i++)
        {
            if (type.Cases[i].Name == name)
            {
                named = named.Union(CaseSet.Of(i));
            }
        }

        return new() { True = named, False = _all.Except(named), Mentioned = named };
    }

    private PatternMatch OnProperties(IRecursivePatternOperation recursive)
    {
        AddAlias(recursive.DeclaredSymbol);
        PatternMatch match = OnType(recursive.MatchedType);
        if (match.IsOpaque)
        {
            return match;
        }

        if (!PartPatterns.MatchAnything(recursive))
        {
            match = Restrict(match);
        }

        if (!recursive.DeconstructionSubpatterns.IsEmpty)
        {
            match = OnPositions(recursive, match);
        }

        foreach (IPropertySubpatternOperation property in recursive.PropertySubpatterns)
        {
            if (property.Member is IPropertyReferenceOperation { Property: { Name: KnownNames.StatusCode } })
            {
                match = Combine(match, OnStatus(property.Pattern), and: true);
            }
            else if (property.Member is IPropertyReferenceOperation { Property: { Name: KnownNames.IsSuccess } } && OnBool(property.Pattern) is { } success)
            {
                match = Combine(match, OnSuccess(success), and: true);
            }
            else if (!PartPatterns.MatchesAnything(property))
            {
                match = Restrict(match);
            }
            else if (property.Member is IPropertyReferenceOperation { Property.Name: KnownNames.IsSuccess }
                && property.Pattern is IDeclarationPatternOperation { DeclaredSymbol: not null })
            {
                match.TakesStatus = true;
            }
        }

        return match;
    }

    /// <summary>
    /// Positions of a <c>Deconstruct</c> of the result itself, <c>(403, _)</c>: one gives the status. If none does, another position may depend on the
    /// case in a way that is not known.
    /// </summary>
    private PatternMatch OnPositions(IRecursivePatternOperation recursive, PatternMatch match)
    {
        if (recursive.DeconstructSymbol is not IMethodSymbol method || !ResultType.IsA(type.Symbol, recursive.MatchedType))
        {
            return match;
        }

        int status = PositionalStatus.Find(method, recursive.DeconstructionSubpatterns.Length);
        if (status < 0)
        {
            return PartPatterns.MatchAnything(recursive) ? match : Opaque();
        }

        PatternMatch all = OnType(recursive.MatchedType);
        for (int i = 0; i < recursive.DeconstructionSubpatterns.Length; i++)
        {
            if (i != status && !PartPatterns.MatchesPosition(recursive, i))
            {
                all = Restrict(all);
            }
        }

        return Combine(all, OnStatus(recursive.DeconstructionSubpatterns[status]), and: true);
    }

    // Some values of the case match and some do not.
    private PatternMatch Restrict(PatternMatch match)
    {
        match.False = _all;
        match.IsNullTest = false;
        return match;
    }

    private static bool? OnBool(IPatternOperation pattern) => pattern switch
    {
        IConstantPatternOperation { Value.ConstantValue: { HasValue: true, Value: bool value } } => value,
        INegatedPatternOperation negated when OnBool(negated.Pattern) is { } value => !value,
        _ => null,
    };

    private void AddAlias(ISymbol? symbol)
    {
        if (symbol is ILocalSymbol local)
        {
            (Aliases ??= []).Add(local);
        }
    }

    private PatternMatch Opaque() => new() { True = _all, False = _all, IsOpaque = true };

    private static PatternMatch Not(PatternMatch match)
    {
        (match.True, match.False) = (match.False, match.True);
        match.OnNull = !match.OnNull;
        return match;
    }

    private static PatternMatch Combine(PatternMatch left, PatternMatch right, bool and) => new()
    {
        True = and ? left.True.Intersect(right.True) : left.True.Union(right.True),
        False = and ? left.False.Union(right.False) : left.False.Intersect(right.False),
        // The right side is evaluated only where the left side leaves the outcome open.
        Mentioned = left.Mentioned.Union(right.Mentioned.Intersect(and ? left.True : left.False)),
        OnNull = left.OnNull == !and || right.OnNull == !and ? !and : left.OnNull == right.OnNull ? left.OnNull : null,
        IsNullTest = left.IsNullTest && right.IsNullTest,
        IsOpaque = left.IsOpaque || right.IsOpaque,
        TakesStatus = left.TakesStatus || right.TakesStatus,
    };

    private static bool Holds(long value, BinaryOperatorKind relation, long bound) => relation switch
    {
        BinaryOperatorKind.LessThan => value < bound,
        BinaryOperatorKind.LessThanOrEqual => value <= bound,
        BinaryOperatorKind.GreaterThan => value > bound,
        _ => value >= bound,
    };
}
