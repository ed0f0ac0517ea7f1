using System.Text.Json;
using System.Text.Json.Nodes;
using CdeCodegen.Benchmarks.Generation;
using CdeCodegen.Benchmarks.Runtime;

namespace CdeCodegen.Benchmarks.Support;

/// <summary>Compares counted quantities, which do not depend on the machine, with the budgets of <c>budgets.json</c>.</summary>
internal static class Gate
{
    /// <summary>A quantity fails if it exceeds its budget by more than this share.</summary>
    private const double Tolerance = 0.02;

    private static string BudgetFile => Path.Combine(Repository.Root, "tests/CdeCodegen.Benchmarks/budgets.json");

    /// <summary>Prints every quantity. Returns the exit code: 1 if a quantity is over its budget or has none.</summary>
    public static int Check()
    {
        JsonObject budgets = Read()["counts"]!.AsObject();
        int failures = 0;
        Console.WriteLine($"{"quantity",-66}{"budget",14}{"count",14}{"",9}");
        foreach ((string name, long count) in Count())
        {
            long? budget = budgets[name]?.GetValue<long>();
            double growth = budget is > 0 ? ((double)count / budget.Value) - 1 : count > 0 ? 1 : 0;
            bool isOver = budget is null || growth > Tolerance;
            failures += isOver ? 1 : 0;
            Console.WriteLine($"{name,-66}{budget,14}{count,14}{growth,9:P1}{(isOver ? "  over budget" : "")}");
        }

        if (failures > 0)
        {
            Console.WriteLine($"{failures} quantities are over budget. If the growth is worth it, run 'gate write' and commit budgets.json with the reason.");
        }

        return failures == 0 ? 0 : 1;
    }

    /// <summary>Makes today's quantities the budgets.</summary>
    public static void Write()
    {
        JsonNode file = Read();
        file["counts"] = new JsonObject(Count().Select(static quantity => KeyValuePair.Create(quantity.Name, (JsonNode?)JsonValue.Create(quantity.Count))));
        File.WriteAllText(BudgetFile, file.ToJsonString(new JsonSerializerOptions { WriteIndented = true }) + "\n");
    }

    private static JsonNode Read() => JsonNode.Parse(File.ReadAllText(BudgetFile))!;

    private static IEnumerable<(string Name, long Count)> Count() => [.. CountedRuns.FirstGeneration(), .. CountedRuns.Documents(), .. CountedCalls.All()];
}
