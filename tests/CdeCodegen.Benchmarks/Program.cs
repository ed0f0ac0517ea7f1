using BenchmarkDotNet.Running;
using CdeCodegen.Benchmarks.Generation;
using CdeCodegen.Benchmarks.Runtime;
using CdeCodegen.Benchmarks.Support;

// Without arguments: ratios of the runtime, in interleaved slices. "phases": the generator's, against their budgets. "growth": with the size of a
// document. "generate": beside NSwag and Kiota. "concurrency": over real connections. "compiler": the command-line compiler as a process. "all":
// every table. With BenchmarkDotNet's arguments (--filter '*Generate*'): its own tables.
switch (args.FirstOrDefault())
{
    case "phases":
        Phases.Print(rounds: 15);
        return;
    case "growth":
        Phases.PrintGrowth(rounds: 9);
        return;
    case "concurrency":
        await ConcurrencyRuns.PrintAsync(rounds: 7);
        return;
    case "generate":
        Peer.Print(rounds: 15);
        return;
    case "all":
        RunTime(60);
        await ConcurrencyRuns.PrintAsync(rounds: 7);
        Peer.Print(rounds: 15);
        Phases.Print(rounds: 15);
        Phases.PrintGrowth(rounds: 9);
        CompilerRuns.Print(rounds: 3);
        return;
    case "compiler":
        CompilerRuns.Print(rounds: 3);
        return;
}

if (args.Length > 0 && !int.TryParse(args[0], out _))
{
    BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args);
    return;
}

RunTime(args.Length > 0 ? int.Parse(args[0]) : 200);

static void RunTime(int rounds)
{
    var read = new ReadBenchmarks();
    new Slices("read 4.9 KB").Add("System.Text.Json", read.SystemTextJson).Add("generated", read.Generated).Add("Kiota", read.Kiota).Add("bare scan", read.BareScan).Run(rounds);
    var indented = new IndentedReadBenchmarks();
    new Slices("read 4.9 KB, indented").Add("System.Text.Json", indented.SystemTextJson).Add("generated", indented.Generated).Run(rounds);
    var unique = new UniqueTextsBenchmarks();
    new Slices("read 1,000 different texts").Add("System.Text.Json", unique.SystemTextJson).Add("generated", unique.Generated).Run(rounds);
    var write = new WriteBenchmarks();
    new Slices("write 4.9 KB").Add("System.Text.Json", () => write.SystemTextJson()).Add("generated", () => write.Generated()).Add("Kiota", () => write.Kiota()).Run(rounds);
    Requests("request, 200, 4.9 KB", new Request200Benchmarks());
    Requests("request, 200, 38 B", new RequestSmallBenchmarks());
    Requests("request, 404, 38 B", new Request404Benchmarks());
    var uri = new UriBenchmarks();
    new Slices("URI, four parameters").Add("by hand", uri.ByHand).Add("generated", uri.Generated).Add("Kiota", uri.Kiota).Run(rounds);

    void Requests(string title, RequestBenchmarks requests)
        => new Slices(title).Add("HttpClient + System.Text.Json", requests.Raw).Add("generated", requests.Generated).Add("Kiota", requests.Kiota).Run(rounds);
}
