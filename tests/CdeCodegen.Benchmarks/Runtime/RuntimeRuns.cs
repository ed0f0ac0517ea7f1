using CdeCodegen.Benchmarks.Support;

namespace CdeCodegen.Benchmarks.Runtime;

/// <summary>Times the runtime against its peers, interleaved.</summary>
internal static class RuntimeRuns
{
    /// <param name="rounds">The number of slices of each candidate.</param>
    /// <param name="titles">A part of the titles to print; empty for all.</param>
    public static void Print(int rounds, string titles)
    {
        Compare("read 4.9 KB", static run =>
        {
            var read = new ReadBenchmarks();
            return run.Add("System.Text.Json", read.SystemTextJson).Add("generated", read.Generated).Add("Kiota", read.Kiota).Add("bare scan", read.BareScan);
        });
        Compare("read 4.9 KB, indented", static run =>
        {
            var indented = new IndentedReadBenchmarks();
            return run.Add("System.Text.Json", indented.SystemTextJson).Add("generated", indented.Generated);
        });
        Compare("read 1,000 different strings", static run =>
        {
            var unique = new UniqueStringsBenchmarks();
            return run.Add("System.Text.Json", unique.SystemTextJson).Add("generated", unique.Generated);
        });
        Compare("write 4.9 KB", static run =>
        {
            var write = new WriteBenchmarks();
            return run.Add("System.Text.Json", () => write.SystemTextJson()).Add("generated", () => write.Generated()).Add("Kiota", () => write.Kiota());
        });
        Compare("request, 200, 4.9 KB", static run => AddRequests(run, new Request200Benchmarks()));
        Compare("request, 200, 38 B", static run => AddRequests(run, new RequestSmallBenchmarks()));
        Compare("request, 404, 38 B", static run => AddRequests(run, new Request404Benchmarks()));
        Compare("URI, four parameters", static run =>
        {
            var uri = new UriBenchmarks();
            return run.Add("by hand", uri.ByHand).Add("generated", uri.Generated).Add("Kiota", uri.Kiota);
        });

        void Compare(string title, Func<InterleavedRun, InterleavedRun> add)
        {
            if (title.Contains(titles, StringComparison.OrdinalIgnoreCase))
            {
                add(new InterleavedRun(title)).Print(rounds);
            }
        }
    }

    private static InterleavedRun AddRequests(InterleavedRun run, RequestBenchmarks requests)
        => run.Add("HttpClient + System.Text.Json", requests.Raw).Add("generated", requests.Generated).Add("Kiota", requests.Kiota);
}
