using BenchmarkDotNet.Running;
using CdeCodegen.Benchmarks.Generation;
using CdeCodegen.Benchmarks.Runtime;
using CdeCodegen.Benchmarks.Support;

// README.md lists the arguments. Anything that is neither one of these words nor a number of rounds goes to BenchmarkDotNet.
switch (args.FirstOrDefault())
{
    case "gate" when args is [_, "write"]:
        Gate.Write();
        return 0;
    case "gate":
        return Gate.Check();
    case "phases":
        Phases.Print(rounds: 15);
        return 0;
    case "growth":
        Phases.PrintGrowth(rounds: 9);
        return 0;
    case "concurrency":
        await ConcurrencyRuns.PrintAsync(rounds: 7);
        return 0;
    case "generate":
        Peer.Print(rounds: 15);
        return 0;
    case "all":
        CompareRuntime(60);
        await ConcurrencyRuns.PrintAsync(rounds: 7);
        Peer.Print(rounds: 15);
        Phases.Print(rounds: 15);
        Phases.PrintGrowth(rounds: 9);
        CompilerRuns.Print(rounds: 3);
        return 0;
    case "compiler":
        CompilerRuns.Print(rounds: 3, args[1..]);
        return 0;
}

if (args.Length > 0 && !int.TryParse(args[0], out _))
{
    BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args);
    return 0;
}

CompareRuntime(args.Length > 0 ? int.Parse(args[0]) : 200);
return 0;

static void CompareRuntime(int rounds)
{
    var read = new ReadBenchmarks();
    new InterleavedRun("read 4.9 KB")
        .Add("System.Text.Json", read.SystemTextJson).Add("generated", read.Generated).Add("Kiota", read.Kiota).Add("bare scan", read.BareScan)
        .Print(rounds);
    var indented = new IndentedReadBenchmarks();
    new InterleavedRun("read 4.9 KB, indented").Add("System.Text.Json", indented.SystemTextJson).Add("generated", indented.Generated).Print(rounds);
    var unique = new UniqueStringsBenchmarks();
    new InterleavedRun("read 1,000 different strings").Add("System.Text.Json", unique.SystemTextJson).Add("generated", unique.Generated).Print(rounds);
    var write = new WriteBenchmarks();
    new InterleavedRun("write 4.9 KB")
        .Add("System.Text.Json", () => write.SystemTextJson()).Add("generated", () => write.Generated()).Add("Kiota", () => write.Kiota())
        .Print(rounds);
    CompareRequests("request, 200, 4.9 KB", new Request200Benchmarks());
    CompareRequests("request, 200, 38 B", new RequestSmallBenchmarks());
    CompareRequests("request, 404, 38 B", new Request404Benchmarks());
    var uri = new UriBenchmarks();
    new InterleavedRun("URI, four parameters").Add("by hand", uri.ByHand).Add("generated", uri.Generated).Add("Kiota", uri.Kiota).Print(rounds);

    void CompareRequests(string title, RequestBenchmarks requests) => new InterleavedRun(title)
        .Add("HttpClient + System.Text.Json", requests.Raw).Add("generated", requests.Generated).Add("Kiota", requests.Kiota)
        .Print(rounds);
}
