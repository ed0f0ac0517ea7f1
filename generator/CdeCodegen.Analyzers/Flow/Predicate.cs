namespace CdeCodegen.Analyzers.Flow;

/// <summary>
/// The cases of each origin for which a condition may be true and may be false. A case in both sets may have either outcome.
/// An origin that is not listed is not restricted.
/// </summary>
internal sealed class Predicate
{
    private readonly ulong[] _whenTrue;
    private readonly ulong[] _whenFalse;
    private readonly ulong[] _mentioned;

    public Predicate(int origins)
    {
        _whenTrue = new ulong[origins];
        _whenFalse = new ulong[origins];
        _mentioned = new ulong[origins];
    }

    private Predicate(Predicate other, bool negate, bool isNullTest)
    {
        _whenTrue = negate ? other._whenFalse : other._whenTrue;
        _whenFalse = negate ? other._whenTrue : other._whenFalse;
        _mentioned = other._mentioned;
        Origins = other.Origins;
        IsNullTest = isNullTest;
        IsRecalled = other.IsRecalled;
        Constant = negate ? !other.Constant : other.Constant;
    }

    /// <summary>The origins that the condition restricts.</summary>
    public ulong Origins { get; private set; }

    /// <summary>Whether the condition only tests for null. A path on which it excludes every case is the path with null, not a dead path.</summary>
    public bool IsNullTest { get; init; }

    /// <summary>Whether the condition repeats an earlier test.</summary>
    public bool IsRecalled { get; init; }

    /// <summary>The outcome, if it does not depend on the result.</summary>
    public bool? Constant { get; init; }

    public ulong True(int origin) => _whenTrue[origin];

    public ulong False(int origin) => _whenFalse[origin];

    public ulong Mentioned(int origin) => _mentioned[origin];

    public void Set(int origin, ulong isTrue, ulong isFalse, ulong mention)
    {
        Origins |= 1UL << origin;
        _whenTrue[origin] = isTrue;
        _whenFalse[origin] = isFalse;
        _mentioned[origin] = mention;
    }

    public Predicate Not() => new(this, negate: true, IsNullTest);

    /// <summary>The same condition, except that a false outcome does not restrict anything.</summary>
    public Predicate Loosened()
    {
        var loose = new Predicate(_whenTrue.Length) { IsRecalled = IsRecalled };
        for (int o = 0; Origins >> o != 0; o++)
        {
            if ((Origins >> o & 1) != 0)
            {
                loose.Set(o, _whenTrue[o], _whenTrue[o] | _whenFalse[o], 0);
            }
        }

        return loose;
    }

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

        var both = new Predicate(left._whenTrue.Length) { IsNullTest = left.IsNullTest && right.IsNullTest, IsRecalled = left.IsRecalled && right.IsRecalled };
        ulong origins = left.Origins | right.Origins;
        for (int o = 0; origins >> o != 0; o++)
        {
            if ((origins >> o & 1) == 0)
            {
                continue;
            }

            (ulong lt, ulong lf, ulong lm) = left.At(o);
            (ulong rt, ulong rf, ulong rm) = right.At(o);
            // The right side is evaluated only where the left side leaves the outcome open; mentions of other cases do not count.
            if (and)
            {
                both.Set(o, lt & rt, lf | rf, lm | (rm & lt));
            }
            else
            {
                both.Set(o, lt | rt, lf & rf, lm | (rm & lf));
            }
        }

        return both;
    }

    private (ulong True, ulong False, ulong Mentioned) At(int origin) => (Origins >> origin & 1) != 0
        ? (_whenTrue[origin], _whenFalse[origin], _mentioned[origin])
        : (ulong.MaxValue, ulong.MaxValue, 0);
}
