using BenchmarkDotNet.Running;
using CdeCodegen.Benchmarks.EveryModel;
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
    case "lists":
        await ListRuns.PrintAsync(rounds: 7);
        return 0;
    case "models":
        ModelRuns.Print(rounds: 20, args.ElementAtOrDefault(1) ?? "");
        return 0;
    case "generate":
        Peer.Print(rounds: 15);
        return 0;
    case "all":
        RuntimeRuns.Print(rounds: 60, titles: "");
        await ConcurrencyRuns.PrintAsync(rounds: 7);
        await ListRuns.PrintAsync(rounds: 7);
        ModelRuns.Print(rounds: 20, names: "");
        Peer.Print(rounds: 15);
        Phases.Print(rounds: 15);
        Phases.PrintGrowth(rounds: 9);
        CompilerRuns.Print(rounds: 3);
        CompilerRuns.PrintTogether();
        BuildRuns.Print(rounds: 9);
        return 0;
    case "converters":
        ConverterRuns.Print(rounds: args.Length > 1 ? int.Parse(args[1]) : 60);
        return 0;
    case "compiler":
        CompilerRuns.Print(rounds: 3, args[1..]);
        return 0;
    case "together":
        CompilerRuns.PrintTogether();
        return 0;
    case "builds":
        BuildRuns.Print(rounds: 9);
        return 0;
}

if (args.Length > 0 && !int.TryParse(args[0], out _))
{
    BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args);
    return 0;
}

RuntimeRuns.Print(args.Length > 0 ? int.Parse(args[0]) : 200, args.ElementAtOrDefault(1) ?? "");
return 0;
