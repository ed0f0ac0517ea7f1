using System.Text;
using System.Text.Json;
using BenchmarkDotNet.Attributes;
using CdeCodegen.Benchmarks.Peers.SystemTextJson;
using CdeCodegen.Benchmarks.Support;
using CdeCodegen.Runtime.Generated;
using Microsoft.Kiota.Serialization.Json;
using Models = Productsup.Cde.Models;

namespace CdeCodegen.Benchmarks.Runtime;

/// <summary>The seed's 200 body into objects.</summary>
[MemoryDiagnoser]
public class ReadBenchmarks
{
    private readonly byte[] _body = Seed.Connector;

    [Benchmark(Baseline = true)]
    public object? SystemTextJson() => JsonSerializer.Deserialize(_body, CdeContext.Default.ConnectorEnvelope);

    /// <summary>The check of the body's UTF-8 included, as in a call.</summary>
    [Benchmark]
    public object Generated()
    {
        if (!System.Text.Unicode.Utf8.IsValid(_body))
        {
            throw new DecoderFallbackException();
        }

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

    /// <summary>The floor for readers over Utf8JsonReader: tokens and strings, no objects.</summary>
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
