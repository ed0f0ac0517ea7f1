using System.Collections.Immutable;
using System.Text;
using CdeCodegen.Analyzers.Semantics;
using Microsoft.CodeAnalysis;

namespace CdeCodegen.Analyzers.Rules;

/// <summary>Names a set of cases, for people and for the fixes.</summary>
internal static class Missing
{
    /// <summary><c>401 Unauthorized, 403 Forbidden and 404 NotFound</c></summary>
    public static string List(ResultType type, ulong cases)
    {
        var names = Select(type, cases, static documented => $"{documented.Status} {documented.Name}");
        var text = new StringBuilder();
        for (var i = 0; i < names.Count; i++)
        {
            if (i > 0)
                text.Append(i == names.Count - 1 ? " and " : ", ");
            text.Append(names[i]);
        }
        return text.ToString();
    }

    public static string Verb(ulong cases) => (cases & (cases - 1)) == 0 ? "is" : "are";

    public static ImmutableDictionary<string, string?> Properties(ResultType type, ulong cases) => ImmutableDictionary<string, string?>.Empty
        .Add(RuleInfo.MissingCases, string.Join(",", Select(type, cases, static documented => documented.Name)))
        .Add(RuleInfo.MissingStatuses, string.Join(",", Select(type, cases, static documented => documented.Status)));

    static List<string> Select(ResultType type, ulong cases, Func<ResultCase, string> text)
    {
        var selected = new List<string>();
        for (var i = 0; i < type.Cases.Count; i++)
            if ((cases >> i & 1) != 0)
                selected.Add(text(type.Cases[i]));
        return selected;
    }
}
