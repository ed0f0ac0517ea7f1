using CdeCodegen.Generator.Infrastructure;
using CdeCodegen.Generator.Model;

namespace CdeCodegen.Generator.Lowering.Types;

/// <summary>Finds alternatives of a union that no reader can tell apart.</summary>
internal static class Ambiguity
{
    /// <summary>The number of alternatives that are compared: each is compared with each.</summary>
    private const int MaxCases = 50;

    /// <summary>Whether two objects have the same members, the same ones required, and nothing that a value must be like in only one of them.</summary>
    public static bool Of(List<UnionCaseModel> cases)
    {
        for (int i = 0; i < cases.Count && i < MaxCases; i++)
        {
            for (int k = i + 1; k < cases.Count && k < MaxCases; k++)
            {
                if (IsSame(cases[i], cases[k]))
                {
                    return true;
                }
            }
        }

        return false;
    }

    private static bool IsSame(UnionCaseModel first, UnionCaseModel second)
    {
        if (first.Type.Kind != TypeKind.Object || second.Type.Kind != TypeKind.Object || first.KnownNames.Count == 0
            || !HaveSame(first.KnownNames, second.KnownNames) || !HaveSame(first.RequiredNames, second.RequiredNames))
        {
            return false;
        }

        foreach (ShapeRuleModel rule in first.Rules)
        {
            foreach (ShapeRuleModel other in second.Rules)
            {
                if (rule.Path.Equals(other.Path) && !rule.Equals(other))
                {
                    return false;
                }
            }
        }

        return first.Rules.Count == second.Rules.Count;
    }

    private static bool HaveSame(EquatableArray<string> first, EquatableArray<string> second) =>
        first.Count == second.Count && new HashSet<string>(first, StringComparer.Ordinal).SetEquals(second);
}
