using CdeCodegen.Generator.Model;
using CdeCodegen.Tasks.Report.Clients;
using CdeCodegen.Tasks.Report.Model;

namespace CdeCodegen.Tasks.Report.Changes;

/// <summary>
/// Compares two clients of one document, before and after a change. A change breaks callers if code that compiled against the old client does not compile
/// against the new one, gets a new warning, or no longer handles every response.
/// </summary>
internal static class ClientComparison
{
    /// <param name="before">The client of the old document.</param>
    /// <param name="after">The client of the new document.</param>
    /// <param name="calls">The number of calls, by the full name of the result.</param>
    /// <returns>The changes, breaking ones first, otherwise in the order of the report.</returns>
    public static List<ChangeReport> Compare(ClientModel before, ClientModel after, IReadOnlyDictionary<string, int> calls)
    {
        List<ChangeReport> changes = [];
        CompareOperations(before, after, calls, changes);
        TypeComparison.Compare(before, after, changes);
        List<ChangeReport> ordered = [];
        ordered.AddRange(changes.FindAll(static change => change.Breaks is not null));
        ordered.AddRange(changes.FindAll(static change => change.Breaks is null));
        return ordered;
    }

    private static void CompareOperations(ClientModel before, ClientModel after, IReadOnlyDictionary<string, int> calls, List<ChangeReport> changes)
    {
        Dictionary<string, ClientOperation> old = new(StringComparer.Ordinal);
        foreach (ClientOperation operation in ClientOperations.Of(before))
        {
            old[operation.Key] = operation;
        }

        foreach (ClientOperation operation in ClientOperations.Of(after))
        {
            int count = Calls(after, operation);
            if (!old.TryGetValue(operation.Key, out ClientOperation? earlier))
            {
                changes.Add(new ChangeReport(ChangeKind.Gained, operation.Key, "new operation: " + operation.Call, Breaks: null, count));
                continue;
            }

            old.Remove(operation.Key);
            OperationComparison.Compare(earlier, operation, Math.Max(count, Calls(before, earlier)), changes);
        }

        List<ClientOperation> lost = [.. old.Values];
        lost.Sort(static (a, b) => string.CompareOrdinal(a.Key, b.Key));
        foreach (ClientOperation operation in lost)
        {
            changes.Add(new ChangeReport(ChangeKind.Lost, operation.Key, "operation removed: " + operation.Call, "calls do not compile", Calls(before, operation)));
        }

        int Calls(ClientModel client, ClientOperation operation) =>
            calls.TryGetValue(client.Context.Namespace + "." + operation.Result.Name, out int count) ? count : 0;
    }
}
