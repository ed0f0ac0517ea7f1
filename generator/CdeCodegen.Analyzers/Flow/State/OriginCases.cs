using CdeCodegen.Analyzers.Semantics;

namespace CdeCodegen.Analyzers.Flow.State;

/// <summary>For each origin of a value, the cases for which the value is its result.</summary>
/// <remarks>
/// After <c>r = r is Ok ? r : await c.A()</c>, the variable holds the first result if it is an <c>Ok</c>, and the second whatever it is. Two sets of cases are
/// enough for that. Origins with a third set share the second one with those that have it.
/// </remarks>
/// <param name="cases">The cases of the origins that are not apart.</param>
/// <param name="apart">The origins with other cases.</param>
/// <param name="apartCases">The cases of the origins that are apart.</param>
internal readonly struct OriginCases(CaseSet cases, OriginSet apart, CaseSet apartCases)
{
    public static OriginCases Every => new(CaseSet.Every, OriginSet.Empty, CaseSet.Empty);

    public CaseSet Cases { get; } = cases;
    public OriginSet Apart { get; } = apart;
    public CaseSet ApartCases { get; } = apartCases;

    public CaseSet Of(int origin) => Apart.Contains(origin) ? ApartCases : Cases;

    public OriginCases Intersect(CaseSet cases) => new(Cases.Intersect(cases), Apart, ApartCases.Intersect(cases));

    /// <summary>Unites the cases of two values.</summary>
    /// <param name="origins">The origins of the first.</param>
    /// <param name="other">The cases of the second.</param>
    /// <param name="otherOrigins">The origins of the second.</param>
    public OriginCases Unite(OriginSet origins, OriginCases other, OriginSet otherOrigins)
    {
        if (origins.IsEmpty || IsSame(other))
        {
            return other;
        }

        bool isFirst = true;
        CaseSet cases = CaseSet.Empty;
        CaseSet apartCases = CaseSet.Empty;
        OriginSet apart = OriginSet.Empty;
        foreach (int origin in origins.Union(otherOrigins))
        {
            CaseSet own = (origins.Contains(origin) ? Of(origin) : CaseSet.Empty).Union(otherOrigins.Contains(origin) ? other.Of(origin) : CaseSet.Empty);
            if (isFirst || own == cases)
            {
                cases = own;
                isFirst = false;
            }
            else
            {
                apart = apart.Union(OriginSet.Of(origin));
                apartCases = apartCases.Union(own);
            }
        }

        return new OriginCases(cases, apart, apartCases);
    }

    public bool IsSame(OriginCases other) => Cases == other.Cases && Apart.Bits == other.Apart.Bits && ApartCases == other.ApartCases;
}
