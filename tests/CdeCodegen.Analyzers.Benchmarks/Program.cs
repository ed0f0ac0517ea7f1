using System.Diagnostics;
using BenchmarkDotNet.Running;
using CdeCodegen.Analyzers;
using CdeCodegen.Analyzers.Benchmarks;
using Microsoft.CodeAnalysis.CSharp;

// With "csc [rounds] [package]", measures cold compilers; with "server [rounds] [package]", the compiler server; with "build [rounds] [package]", builds;
// with "edit [rounds]", edits of one method. With arguments such as --filter '*', runs BenchmarkDotNet. Otherwise measures the figures of the goals in
// processor time, which depends least on the load of the machine.
if (args is ["csc" or "server" or "build", .. string[] options])
{
    Action<int, string?> run = args[0] switch { "csc" => ColdCompilers.Run, "server" => CompilerServers.Run, _ => WholeBuilds.Run };
    run(options.Length > 0 ? int.Parse(options[0]) : 10, options.Length > 1 ? options[1] : null);
    return;
}

if (args is ["edit", .. string[] edits])
{
    await Edits.RunAsync(edits.Length > 0 ? int.Parse(edits[0]) : 100);
    return;
}

if (args.Length > 0 && !int.TryParse(args[0], out _))
{
    BenchmarkSwitcher.FromAssembly(typeof(AnalyzerBenchmarks).Assembly).Run(args);
    return;
}

int rounds = args.Length > 0 ? int.Parse(args[0]) : 7;
CSharpCompilation without = Subjects.Ordinary(hasRuntime: false);
CSharpCompilation runtime = Subjects.Ordinary(hasRuntime: true);
CSharpCompilation unused = Subjects.Ordinary(hasRuntime: true, hasClient: true);
CSharpCompilation results = Subjects.Results();
var measures = new (string Name, Action Run)[]
{
    ("compile, no results", () => Subjects.Compile(without)),
    ("analyze, runtime not referenced", () => Subjects.Analyze(without, new ApiResultAnalyzer())),
    ("analyze, runtime but no client", () => Subjects.Analyze(runtime, new ApiResultAnalyzer())),
    ("analyze, unused client", () => Subjects.Analyze(unused, new ApiResultAnalyzer())),
    ("idle analyzer, unused client", () => Subjects.Analyze(unused, new IdleAnalyzer())),
    ("analyze, 10,000 results", () => Subjects.Analyze(results, new ApiResultAnalyzer())),
    ("idle analyzer, 10,000 results", () => Subjects.Analyze(results, new IdleAnalyzer())),
    ("compile, 10,000 results", () => Subjects.Compile(results)),
};

Dictionary<string, List<double>> times = measures.ToDictionary(static m => m.Name, static _ => new List<double>());
for (int round = -1; round < rounds; round++)
{
    foreach ((string? name, Action? run) in measures)
    {
        GC.Collect();
        TimeSpan before = Process.GetCurrentProcess().TotalProcessorTime;
        run();

        // The first round warms up the JIT.
        if (round >= 0)
        {
            times[name].Add((Process.GetCurrentProcess().TotalProcessorTime - before).TotalMilliseconds);
        }
    }
}

var medians = times.ToDictionary(static t => t.Key, static t => t.Value.Order().ElementAt(t.Value.Count / 2));
foreach ((string? name, double median) in medians)
{
    Console.WriteLine($"{name,-34} {median,8:0} ms   ({times[name].Min():0} to {times[name].Max():0})");
}

double compile = medians["compile, no results"];
double withoutRuntime = medians["analyze, runtime not referenced"] / compile;
double withRuntime = medians["analyze, runtime but no client"] / compile;
double unusedClient = (medians["analyze, unused client"] - medians["idle analyzer, unused client"]) / compile;
double perMethod = (medians["analyze, 10,000 results"] - medians["idle analyzer, 10,000 results"]) / Subjects.Methods;
double perMethodInTotal = medians["analyze, 10,000 results"] / Subjects.Methods;
Console.WriteLine($"no results: {withoutRuntime:P2} of the compile time without the runtime, {withRuntime:P2} with it, in total");
Console.WriteLine($"unused client: {unusedClient:P2} of the compile time more than an idle analyzer");
Console.WriteLine($"results: {perMethod:0.0000} ms per method more than an idle analyzer, {perMethodInTotal:0.0000} ms in total");
