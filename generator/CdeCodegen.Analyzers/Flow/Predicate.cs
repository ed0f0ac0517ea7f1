namespace CdeCodegen.Analyzers.Flow;

/// <summary>
/// What the outcome of a condition says about the cases of each origin, in three-valued logic: a case in both sets may make it true and may make it false.
/// An origin that is not listed is not restricted.
/// </summary>
internal sealed class Predicate
{
    readonly ulong[] whenTrue;
    readonly ulong[] whenFalse;
    readonly ulong[] mentioned;

    public Predicate(int origins)
    {
        whenTrue = new ulong[origins];
        whenFalse = new ulong[origins];
        mentioned = new ulong[origins];
    }

    Predicate(Predicate other, bool negate, bool isNullTest)
    {
        whenTrue = negate ? other.whenFalse : other.whenTrue;
        whenFalse = negate ? other.whenTrue : other.whenFalse;
        mentioned = other.mentioned;
        Origins = other.Origins;
        IsNullTest = isNullTest;
        IsRecalled = other.IsRecalled;
        Constant = negate ? !other.Constant : other.Constant;
    }

    /// <summary>The origins it says something about.</summary>
    public ulong Origins { get; private set; }

    /// <summary>Asks for null only. A path on which every case is ruled out by it is a path with null, not a dead one.</summary>
    public bool IsNullTest { get; init; }

    /// <summary>Recalls a test made before, which is no new one.</summary>
    public bool IsRecalled { get; init; }

    /// <summary>Known whatever the result.</summary>
    public bool? Constant { get; init; }

    public ulong True(int origin) => whenTrue[origin];

    public ulong False(int origin) => whenFalse[origin];

    public ulong Mentioned(int origin) => mentioned[origin];

    public void Set(int origin, ulong isTrue, ulong isFalse, ulong mention)
    {
        Origins |= 1UL << origin;
        whenTrue[origin] = isTrue;
        whenFalse[origin] = isFalse;
        mentioned[origin] = mention;
    }

    public Predicate Not() => new(this, negate: true, IsNullTest);

    /// <summary>The same, but for its being false nothing follows.</summary>
    public Predicate Loosened()
    {
        var loose = new Predicate(whenTrue.Length) { IsRecalled = IsRecalled };
        for (var o = 0; Origins >> o != 0; o++)
            if ((Origins >> o & 1) != 0)
                loose.Set(o, whenTrue[o], whenTrue[o] | whenFalse[o], 0);
        return loose;
    }

    public Predicate AsNullTest() => new(this, negate: false, isNullTest: true);

    public static Predicate And(Predicate left, Predicate right) => Combine(left, right, and: true);

    public static Predicate Or(Predicate left, Predicate right) => Combine(left, right, and: false);

    static Predicate Combine(Predicate left, Predicate right, bool and)
    {
        if (left.Constant is { } l)
            return l == and ? right : left;
        if (right.Constant is { } r)
            return r == and ? left : right;
        var both = new Predicate(left.whenTrue.Length) { IsNullTest = left.IsNullTest && right.IsNullTest, IsRecalled = left.IsRecalled && right.IsRecalled };
        var origins = left.Origins | right.Origins;
        for (var o = 0; origins >> o != 0; o++)
        {
            if ((origins >> o & 1) == 0)
                continue;
            var (lt, lf, lm) = left.At(o);
            var (rt, rf, rm) = right.At(o);
            // The right side is only looked at where the left side leaves it open: a mention of a case that cannot be there does not count.
            if (and)
                both.Set(o, lt & rt, lf | rf, lm | (rm & lt));
            else
                both.Set(o, lt | rt, lf & rf, lm | (rm & lf));
        }
        return both;
    }

    (ulong True, ulong False, ulong Mentioned) At(int origin) => (Origins >> origin & 1) != 0
        ? (whenTrue[origin], whenFalse[origin], mentioned[origin])
        : (ulong.MaxValue, ulong.MaxValue, 0);
}
