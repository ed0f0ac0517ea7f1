using BenchmarkDotNet.Attributes;
using Microsoft.CodeAnalysis.CSharp;

namespace CdeCodegen.Analyzers.Benchmarks;

/// <summary>What the analyzer adds to a build. 10,000 methods in each compilation.</summary>
[MemoryDiagnoser]
public class AnalyzerBenchmarks
{
    readonly CSharpCompilation without = Subjects.Ordinary(hasRuntime: false);
    readonly CSharpCompilation runtime = Subjects.Ordinary(hasRuntime: true);
    readonly CSharpCompilation unused = Subjects.Ordinary(hasRuntime: true, hasClient: true);
    readonly CSharpCompilation results = Subjects.Results();

    [Benchmark]
    public void CompileWithoutResults() => Subjects.Compile(without);

    [Benchmark]
    public int AnalyzeWithoutRuntime() => Subjects.Analyze(without, new ApiResultAnalyzer());

    [Benchmark]
    public int AnalyzeWithoutClient() => Subjects.Analyze(runtime, new ApiResultAnalyzer());

    [Benchmark]
    public int AnalyzeWithUnusedClient() => Subjects.Analyze(unused, new ApiResultAnalyzer());

    [Benchmark]
    public int IdleWithUnusedClient() => Subjects.Analyze(unused, new IdleAnalyzer());

    [Benchmark]
    public int AnalyzeResults() => Subjects.Analyze(results, new ApiResultAnalyzer());

    [Benchmark]
    public int IdleOnResults() => Subjects.Analyze(results, new IdleAnalyzer());
}
