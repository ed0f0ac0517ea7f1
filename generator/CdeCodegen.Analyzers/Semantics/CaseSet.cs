namespace CdeCodegen.Analyzers.Semantics;

/// <summary>A set of cases of one result type. Cases are numbered per type, so combine only sets of the same type.</summary>
/// <remarks>Code that works on bit masks can convert a set to a mask and back.</remarks>
internal readonly struct CaseSet(ulong bits) : IEquatable<CaseSet>
{
    private readonly ulong _bits = bits;

    public static CaseSet Empty => default;

    /// <summary>Every case, of whatever type.</summary>
    public static CaseSet Every => new(ulong.MaxValue);

    public bool IsEmpty => _bits == 0;

    public bool IsEvery => _bits == ulong.MaxValue;

    public static CaseSet Of(int number) => new(1UL << number);

    public static implicit operator ulong(CaseSet set) => set._bits;

    public static implicit operator CaseSet(ulong bits) => new(bits);

    public static bool operator ==(CaseSet left, CaseSet right) => left._bits == right._bits;

    public static bool operator !=(CaseSet left, CaseSet right) => left._bits != right._bits;

    public bool Contains(int number) => (_bits >> number & 1) != 0;

    public bool Overlaps(CaseSet other) => (_bits & other._bits) != 0;

    public CaseSet Union(CaseSet other) => new(_bits | other._bits);

    public CaseSet Intersect(CaseSet other) => new(_bits & other._bits);

    public CaseSet Except(CaseSet other) => new(_bits & ~other._bits);

    public bool Equals(CaseSet other) => _bits == other._bits;

    public override bool Equals(object? obj) => obj is CaseSet other && Equals(other);

    public override int GetHashCode() => _bits.GetHashCode();
}
