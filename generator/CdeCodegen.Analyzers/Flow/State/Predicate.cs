using CdeCodegen.Analyzers.Semantics;

namespace CdeCodegen.Analyzers.Flow.State;

/// <summary>
/// The cases of each origin for which a condition may be true and may be false. A case in both sets may have either outcome.
/// An origin that is not listed is not restricted.
/// </summary>
internal sealed class Predicate
{
    private readonly CaseSet[] _whenTrue;
    private readonly CaseSet[] _whenFalse;
    private readonly CaseSet[] _mentioned;

    public Predicate(int origins)
    {
        _whenTrue = new CaseSet[origins];
        _whenFalse = new CaseSet[origins];
        _mentioned = new CaseSet[origins];
    }

    private Predicate(Predicate other, bool negate, bool isNullTest)
    {
        _whenTrue = negate ? other._whenFalse : other._whenTrue;
        _whenFalse = negate ? other._whenTrue : other._whenFalse;
        _mentioned = other._mentioned;
        Origins = other.Origins;
        IsNullTest = isNullTest;
        Constant = negate ? !other.Constant : other.Constant;
    }

    /// <summary>The origins that the condition restricts.</summary>
    public OriginSet Origins { get; private set; }

    /// <summary>Whether the condition only tests for null. A path on which it excludes every case is the path with null, not a dead path.</summary>
    public bool IsNullTest { get; init; }

    /// <summary>The outcome, if it does not depend on the result.</summary>
    public bool? Constant { get; init; }

    public CaseSet True(int origin) => _whenTrue[origin];

    public CaseSet False(int origin) => _whenFalse[origin];

    public CaseSet Mentioned(int origin) => _mentioned[origin];

    public void Set(int origin, CaseSet isTrue, CaseSet isFalse, CaseSet mentioned)
    {
        Origins = Origins.Union(OriginSet.Of(origin));
        _whenTrue[origin] = isTrue;
        _whenFalse[origin] = isFalse;
        _mentioned[origin] = mentioned;
    }

    public Predicate Not() => new(this, negate: true, IsNullTest);

    public Predicate AsNullTest() => new(this, negate: false, isNullTest: true);

    public static Predicate And(Predicate left, Predicate right) => Combine(left, right, and: true);

    public static Predicate Or(Predicate left, Predicate right) => Combine(left, right, and: false);

    private static Predicate Combine(Predicate left, Predicate right, bool and)
    {
        if (left.Constant is { } l)
        {
            return l == and ? right : left;
        }

        if (right.Constant is { } r)
        {
            return r == and ? left : right;
        }

        var both = new Predicate(left._whenTrue.Length) { IsNullTest = left.IsNullTest && right.IsNullTest };
        foreach (int origin in left.Origins.Union(right.Origins))
        {
            (CaseSet lt, CaseSet lf, CaseSet lm) = left.At(origin);
            (CaseSet rt, CaseSet rf, CaseSet rm) = right.At(origin);
            // The right side is evaluated only where the left side leaves the outcome open; mentions of other cases do not count.
            if (and)
            {
                both.Set(origin, lt.Intersect(rt), lf.Union(rf), lm.Union(rm.Intersect(lt)));
            }
            else
            {
                both.Set(origin, lt.Union(rt), lf.Intersect(rf), lm.Union(rm.Intersect(lf)));
            }
        }

        return both;
    }

    private (CaseSet True, CaseSet False, CaseSet Mentioned) At(int origin) => Origins.Contains(origin)
        ? (_whenTrue[origin], _whenFalse[origin], _mentioned[origin])
        : (CaseSet.Every, CaseSet.Every, CaseSet.Empty);
}
