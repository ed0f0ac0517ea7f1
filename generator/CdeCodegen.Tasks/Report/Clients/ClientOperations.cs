using CdeCodegen.Generator.Model;

namespace CdeCodegen.Tasks.Report.Clients;

/// <summary>An operation, its result, and how C# calls it.</summary>
/// <param name="Operation">The operation.</param>
/// <param name="Result">Its result.</param>
/// <param name="Values">The path values, in path order.</param>
/// <param name="Call">The call, from the client on: <c>Connectors[publicId].RestoreFromBin.PatchAsync</c>.</param>
internal sealed record ClientOperation(OperationModel Operation, ResultModel Result, IReadOnlyList<PathValueModel> Values, string Call)
{
    /// <summary>What stays the same when the document renames the operation.</summary>
    public string Key => Operation.HttpMethod + " " + Result.Template + (Operation.AsksFor is { } media ? " as " + media : "");
}

/// <summary>Lists the operations of a client, ordered by path and method.</summary>
internal static class ClientOperations
{
    private static readonly string[] s_methods = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE"];

    public static List<ClientOperation> Of(ClientModel client)
    {
        Dictionary<string, ResultModel> results = new(StringComparer.Ordinal);
        foreach (ResultModel result in client.Results)
        {
            results[result.Name] = result;
        }

        List<ClientOperation> all = [];
        Dictionary<string, BuilderModel> builders = new(StringComparer.Ordinal);
        foreach (BuilderModel builder in client.Builders)
        {
            builders[builder.Name] = builder;
        }

        Add(all, results, client.Client.Operations, [], "");
        var pending = new Queue<(ChildModel Child, string Call)>();
        Enqueue(pending, client.Client.Children, "");
        while (pending.Count > 0)
        {
            (ChildModel child, string parent) = pending.Dequeue();
            if (builders.TryGetValue(child.Builder, out BuilderModel? builder))
            {
                string call = parent + Step(child, isFirst: parent.Length == 0);
                Add(all, results, builder.Operations, [.. builder.Values], call);
                Enqueue(pending, builder.Children, call);
            }
        }

        all.Sort(static (a, b) => Compare(a, b));
        return all;
    }

    private static void Enqueue(Queue<(ChildModel Child, string Call)> pending, IReadOnlyList<ChildModel> children, string call)
    {
        for (int i = 0; i < children.Count; i++)
        {
            pending.Enqueue((children[i], call));
        }
    }

    private static void Add(
        List<ClientOperation> all, Dictionary<string, ResultModel> results, IReadOnlyList<OperationModel> operations, IReadOnlyList<PathValueModel> values, string call)
    {
        for (int i = 0; i < operations.Count; i++)
        {
            if (results.TryGetValue(operations[i].Result, out ResultModel? result))
            {
                all.Add(new ClientOperation(operations[i], result, values, (call.Length == 0 ? "" : call + ".") + operations[i].MethodName));
            }
        }
    }

    private static string Step(ChildModel child, bool isFirst)
    {
        List<string> names = [];
        foreach (PathValueModel value in child.Parameters)
        {
            names.Add(value.Name);
        }

        string arguments = string.Join(", ", names);
        return child.Kind switch
        {
            ChildKind.Indexer => "[" + arguments + "]",
            ChildKind.Method => (isFirst ? "" : ".") + child.Name + "(" + arguments + ")",
            _ => (isFirst ? "" : ".") + child.Name,
        };
    }

    private static int Compare(ClientOperation a, ClientOperation b)
    {
        int order = string.CompareOrdinal(a.Result.Template, b.Result.Template);
        order = order != 0 ? order : Rank(a.Operation.HttpMethod).CompareTo(Rank(b.Operation.HttpMethod));
        return order != 0 ? order : string.CompareOrdinal(a.Key, b.Key);
    }

    private static int Rank(string method)
    {
        int rank = Array.IndexOf(s_methods, method);
        return rank < 0 ? s_methods.Length : rank;
    }
}
