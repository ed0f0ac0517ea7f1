using System.Text.Json;
using BenchmarkDotNet.Attributes;
using CdeCodegen.Benchmarks.Peers.SystemTextJson;
using CdeCodegen.Benchmarks.Support;
using CdeCodegen.Runtime.Generated;
using Microsoft.Kiota.Serialization.Json;
using Models = Productsup.Cde.Models;

namespace CdeCodegen.Benchmarks.Runtime;

/// <summary>Reads the 4.9 KB body into objects.</summary>
[MemoryDiagnoser]
public class ReadBenchmarks
{
    private readonly byte[] _body = Seed.Connector;

    [Benchmark(Baseline = true)]
    public object? SystemTextJson() => JsonSerializer.Deserialize(_body, CdeContext.Default.ConnectorEnvelope);

    /// <summary>Includes the UTF-8 validation of the body, as a call does.</summary>
    [Benchmark]
    public object Generated()
    {
        Seed.RequireUtf8(_body);
        var r = new JsonReader(_body);
        var value = new Models.ConnectorEnvelope(ref r);
        r.End();
        return value;
    }

    [Benchmark]
    public object? Kiota()
    {
        using var document = JsonDocument.Parse(_body);
        return new JsonParseNode(document.RootElement.Clone()).GetObjectValue(Peers.Kiota.ConnectorEnvelope.CreateFromDiscriminatorValue);
    }

    /// <summary>The lower bound for readers over Utf8JsonReader: tokens and strings without objects.</summary>
    [Benchmark]
    public object? BareScan()
    {
        var r = new Utf8JsonReader(_body);
        string? last = null;
        while (r.Read())
        {
            last = r.TokenType == JsonTokenType.String ? r.GetString() : last;
        }

        return last;
    }
}
