using System.Collections.Immutable;
using System.Text;
using CdeCodegen.Analyzers.Semantics;

namespace CdeCodegen.Analyzers.Rules;

/// <summary>Formats a set of cases for messages and for the properties that code fixes read.</summary>
internal static class CaseText
{
    /// <summary><c>401 Unauthorized, 403 Forbidden and 404 NotFound</c></summary>
    public static string List(ResultType type, ulong cases)
    {
        List<ResultCase> missing = type.CasesIn(cases);
        var text = new StringBuilder();
        for (int i = 0; i < missing.Count; i++)
        {
            if (i > 0)
            {
                text.Append(i == missing.Count - 1 ? " and " : ", ");
            }

            text.Append(missing[i].Status).Append(' ').Append(missing[i].Name);
        }

        return text.ToString();
    }

    /// <summary><c> (operation 'connectorShow')</c>; empty if the result names no operation.</summary>
    public static string Operation(ResultType type) => type.OperationId is { } id ? $" (operation '{id}')" : "";

    public static string Pronoun(ulong cases) => (cases & (cases - 1)) == 0 ? "it falls" : "they fall";

    public static string Verb(ulong cases) => (cases & (cases - 1)) == 0 ? "is" : "are";

    public static ImmutableDictionary<string, string?> Properties(ResultType type, ulong cases)
    {
        List<ResultCase> missing = type.CasesIn(cases);
        return ImmutableDictionary<string, string?>.Empty
            .Add(RuleInfo.MissingCases, string.Join(",", missing.ConvertAll(static documented => documented.Name)))
            .Add(RuleInfo.MissingStatuses, string.Join(",", missing.ConvertAll(static documented => documented.Status)));
    }
}
