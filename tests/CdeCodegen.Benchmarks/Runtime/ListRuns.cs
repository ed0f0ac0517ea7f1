using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json;
using CdeCodegen.Benchmarks.Lists;
using CdeCodegen.Benchmarks.Peers.SystemTextJson;
using CdeCodegen.Benchmarks.Support;

namespace CdeCodegen.Benchmarks.Runtime;

/// <summary>
/// Reads 100 MB of objects, as lines and as one array, from a body that is in memory. The reads complete at once, so one thread does all the work
/// and the rate is that of a core.
/// </summary>
internal static class ListRuns
{
    private const int BlockItems = 4000;
    private const long TargetBytes = 100_000_000;

    private static readonly byte[] s_lines = CreateBlock('\n');
    private static readonly byte[] s_items = CreateBlock(',');
    private static readonly int s_blocks = (int)(TargetBytes / s_lines.Length);

    private static int ItemCount => BlockItems * s_blocks;

    private static double Megabytes => s_lines.Length / 1e6 * s_blocks;

    public static async Task PrintAsync(int rounds)
    {
        var client = new ListsClient(new ApiClientOptions { HttpClient = new HttpClient(new BodyHandler()), MaxResponseBodyBytes = 2 * TargetBytes });
        Candidate[] candidates =
        [
            new("lines", "System.Text.Json, DeserializeAsyncEnumerable", sample => CountAsync(
                JsonSerializer.DeserializeAsyncEnumerable(Lines(), OrderContext.Default.Order, topLevelValues: true), static order => order!.Number, sample)),
            new("lines", "generated, ApiStream", async sample => await CountAsync(
                ((ReadLinesResult.Ok)await client.Lines.GetAsync()).Body, static order => order.Number, sample)),
            new("array", "System.Text.Json, DeserializeAsync", async sample =>
                CountItems(await JsonSerializer.DeserializeAsync(Array(), OrderContext.Default.OrderArray), static order => order.Number, sample)),
            new("array", "generated, list", async sample => CountItems(
                ((ReadArrayResult.Ok)await client.Array.GetAsync()).Body, static order => order.Number, sample)),
            new("array", "System.Text.Json, DeserializeAsyncEnumerable", sample => CountAsync(
                JsonSerializer.DeserializeAsyncEnumerable(Array(), OrderContext.Default.Order), static order => order!.Number, sample)),
        ];
        for (int round = 0; round <= rounds; round++)
        {
            foreach (Candidate candidate in candidates)
            {
                await candidate.RunAsync(isWarmUp: round == 0);
            }
        }

        Console.WriteLine($"| {Megabytes:0} MB, {ItemCount} objects | by | MB/s (best) | MB/s (median) | live MB |");
        Console.WriteLine("|---|---|---|---|---|");
        foreach (Candidate candidate in candidates)
        {
            candidate.Print(await candidate.MeasureMemoryAsync());
        }

        Console.WriteLine();
    }

    private static RepeatedStream Lines() => new(0, s_lines, s_blocks, 0);

    private static RepeatedStream Array() => new((byte)'[', s_items, s_blocks, (byte)']');

    private static async Task<long> CountAsync<T>(IAsyncEnumerable<T> items, Func<T, long> number, Action sample)
    {
        long sum = 0;
        int count = 0;
        await foreach (T item in items.ConfigureAwait(false))
        {
            sum += number(item);
            if (++count % (ItemCount / 10) == 0)
            {
                sample();
            }
        }

        return Checked(sum, count);
    }

    private static long CountItems<T>(IReadOnlyCollection<T>? items, Func<T, long> number, Action sample)
    {
        sample();
        return Checked(items!.Sum(number), items!.Count);
    }

    private static long Checked(long sum, int count)
    {
        long expected = (long)BlockItems * (BlockItems - 1) / 2 * s_blocks;
        return count == ItemCount && sum == expected ? sum : throw new InvalidOperationException("Items are missing or wrong.");
    }

    private static byte[] CreateBlock(char separator)
    {
        var text = new StringBuilder();
        var random = new Random(1);
        Span<byte> id = stackalloc byte[16];
        for (int i = 0; i < BlockItems; i++)
        {
            random.NextBytes(id);
            string customer = $$"""{'name':'Customer {{random.Next(500)}}','email':'c{{random.Next(500)}}@example.test'}""";
            string state = i % 3 == 0 ? "open" : "closed";
            string created = string.Create(CultureInfo.InvariantCulture, $"2025-03-{(i % 28) + 1:00}T10:20:30Z");
            string total = (random.Next(100_000) / 100.0).ToString(CultureInfo.InvariantCulture);
            string paid = i % 2 == 0 ? "true" : "false";
            string note = i % 5 == 0 ? "null" : "'Leave it at the door, please'";
            text.Append(CultureInfo.InvariantCulture, $$"""{'id':'{{new Guid(id)}}','number':{{i}},'customer':{{customer}},'state':'{{state}}',""")
                .Append(CultureInfo.InvariantCulture, $$"""'created':'{{created}}','total':{{total}},'paid':{{paid}},'note':{{note}},""")
                .Append(CultureInfo.InvariantCulture, $$"""'tags':['new','region-{{i % 40}}']}""")
                .Append(separator);
        }

        return Encoding.UTF8.GetBytes(text.Replace('\'', '"').ToString());
    }

    private sealed class BodyHandler : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            bool isLines = request.RequestUri!.AbsolutePath == "/lines";
            var content = new StreamContent(isLines ? Lines() : Array());
            content.Headers.TryAddWithoutValidation("Content-Type", isLines ? "application/x-ndjson" : "application/json");
            return Task.FromResult(new HttpResponseMessage(HttpStatusCode.OK) { Content = content, RequestMessage = request });
        }
    }

    private sealed class Candidate(string body, string name, Func<Action, Task<long>> run)
    {
        private readonly List<double> _rates = [];

        public async Task RunAsync(bool isWarmUp)
        {
            GC.Collect();
            long start = Stopwatch.GetTimestamp();
            await run(static () => { });
            if (!isWarmUp)
            {
                _rates.Add(Megabytes / Stopwatch.GetElapsedTime(start).TotalSeconds);
            }
        }

        /// <summary>Returns how much memory is alive at most, in megabytes, while the items are read.</summary>
        public async Task<double> MeasureMemoryAsync()
        {
            long before = GC.GetTotalMemory(forceFullCollection: true);
            long peak = before;
            await run(() => peak = Math.Max(peak, GC.GetTotalMemory(forceFullCollection: true)));
            return (peak - before) / 1e6;
        }

        public void Print(double liveMegabytes) => Console.WriteLine(
            $"| {body} | {name} | {_rates.Max():0} | {Statistics.Median(_rates):0} | {liveMegabytes:0.0} |");
    }
}
