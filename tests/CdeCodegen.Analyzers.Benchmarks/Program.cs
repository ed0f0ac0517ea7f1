using System.Diagnostics;
using BenchmarkDotNet.Running;
using CdeCodegen.Analyzers;
using CdeCodegen.Analyzers.Benchmarks;
using Microsoft.CodeAnalysis.CSharp;

// With BenchmarkDotNet's arguments (--filter '*'): its tables. Without: the two figures of the goal, in processor time, which a busy machine disturbs least.
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
        // The first round is the JIT's.
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
Console.WriteLine($"no results: {medians["analyze, runtime not referenced"] / compile:P2} of the compile time without the runtime, {medians["analyze, runtime but no client"] / compile:P2} with it, all told");
Console.WriteLine($"a client that nobody calls: {(medians["analyze, unused client"] - medians["idle analyzer, unused client"]) / compile:P2} of the compile time beyond an analyzer that looks at nothing");
Console.WriteLine($"results: {(medians["analyze, 10,000 results"] - medians["idle analyzer, 10,000 results"]) / Subjects.Methods:0.0000} ms a method beyond an analyzer that looks at nothing, {medians["analyze, 10,000 results"] / Subjects.Methods:0.0000} all told");
