using System.Globalization;
using CdeCodegen.Generator.Model;

namespace CdeCodegen.Tasks.Report.Clients;

/// <summary>The statuses of responses, as the document writes them.</summary>
internal static class Statuses
{
    public static string Of(ResultCaseModel response) => response.Kind switch
    {
        StatusKind.Exact => response.Status.ToString(CultureInfo.InvariantCulture),
        StatusKind.Range => response.Status.ToString(CultureInfo.InvariantCulture) + "XX",
        _ => "default",
    };

    /// <summary>All statuses of a client: numbers, each class of statuses after its numbers, and <c>default</c>.</summary>
    public static List<string> Of(IReadOnlyList<ClientOperation> operations)
    {
        SortedSet<string> statuses = new(StringComparer.Ordinal);
        for (int i = 0; i < operations.Count; i++)
        {
            foreach (ResultCaseModel response in operations[i].Result.Cases)
            {
                // X comes after the digits, and "default" after both.
                statuses.Add(Of(response));
            }
        }

        return [.. statuses];
    }
}
