using BenchmarkDotNet.Attributes;
using Microsoft.CodeAnalysis.CSharp;

namespace CdeCodegen.Analyzers.Benchmarks;

/// <summary>Measures what the analyzer adds to a build, with 10,000 methods in each compilation.</summary>
[MemoryDiagnoser]
public class AnalyzerBenchmarks
{
    private readonly CSharpCompilation _without = Subjects.Ordinary(hasRuntime: false);
    private readonly CSharpCompilation _runtime = Subjects.Ordinary(hasRuntime: true);
    private readonly CSharpCompilation _unused = Subjects.Ordinary(hasRuntime: true, hasClient: true);
    private readonly CSharpCompilation _results = Subjects.Results();

    [Benchmark]
    public void CompileWithoutResults() => Subjects.Compile(_without);

    [Benchmark]
    public int AnalyzeWithoutRuntime() => Subjects.Analyze(_without, new ApiResultAnalyzer());

    [Benchmark]
    public int AnalyzeWithoutClient() => Subjects.Analyze(_runtime, new ApiResultAnalyzer());

    [Benchmark]
    public int AnalyzeWithUnusedClient() => Subjects.Analyze(_unused, new ApiResultAnalyzer());

    [Benchmark]
    public int IdleWithUnusedClient() => Subjects.Analyze(_unused, new IdleAnalyzer());

    [Benchmark]
    public int AnalyzeResults() => Subjects.Analyze(_results, new ApiResultAnalyzer());

    [Benchmark]
    public int IdleOnResults() => Subjects.Analyze(_results, new IdleAnalyzer());
}
