using System.Text.Json;
using BenchmarkDotNet.Attributes;
using CdeCodegen.Benchmarks.Peers.SystemTextJson;
using CdeCodegen.Benchmarks.Support;
using CdeCodegen.Runtime.Generated;
using Models = Productsup.Cde.Models;

namespace CdeCodegen.Benchmarks.Runtime;

/// <summary>Reads the body with white space, which misses the reader's fast path to the next member.</summary>
[MemoryDiagnoser]
public class IndentedReadBenchmarks
{
    private readonly byte[] _body = Seed.Indented;

    [Benchmark(Baseline = true)]
    public object? SystemTextJson() => JsonSerializer.Deserialize(_body, CdeContext.Default.ConnectorEnvelope);

    [Benchmark]
    public object Generated()
    {
        Seed.RequireUtf8(_body);
        var r = new JsonReader(_body);
        var value = new Models.ConnectorEnvelope(ref r);
        r.End();
        return value;
    }
}

/// <summary>Reads a thousand different strings, for which the reader's cache of repeated strings has no hits.</summary>
[MemoryDiagnoser]
public class UniqueStringsBenchmarks
{
    private readonly byte[] _body = JsonSerializer.SerializeToUtf8Bytes(Enumerable.Range(0, 1000).Select(i => $"connector number {i * 7919}").ToArray());

    [Benchmark(Baseline = true)]
    public object? SystemTextJson() => JsonSerializer.Deserialize(_body, CdeContext.Default.StringArray);

    [Benchmark]
    public object Generated()
    {
        Seed.RequireUtf8(_body);
        var r = new JsonReader(_body);
        IReadOnlyList<string> value = JsonValues.Strings(ref r);
        r.End();
        return value;
    }
}
