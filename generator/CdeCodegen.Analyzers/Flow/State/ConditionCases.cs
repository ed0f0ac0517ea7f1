using CdeCodegen.Analyzers.Semantics;

namespace CdeCodegen.Analyzers.Flow.State;

/// <summary>The cases of one origin with which a stored condition may be true, may be false, and may be null. A case can be in several sets.</summary>
internal readonly struct ConditionCases(CaseSet whenTrue, CaseSet whenFalse, CaseSet whenNull)
{
    public CaseSet WhenTrue { get; } = whenTrue;
    public CaseSet WhenFalse { get; } = whenFalse;
    public CaseSet WhenNull { get; } = whenNull;

    /// <summary>The cases with which the condition may be one of its values.</summary>
    /// <param name="value">True or false; null for any value.</param>
    public CaseSet WhenSome(bool? value) => value switch
    {
        true => WhenTrue,
        false => WhenFalse,
        null => WhenTrue.Union(WhenFalse),
    };
}
