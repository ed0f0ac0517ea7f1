using System.Text.Json;
using BenchmarkDotNet.Attributes;
using CdeCodegen.Benchmarks.Peers.SystemTextJson;
using CdeCodegen.Benchmarks.Support;
using CdeCodegen.Runtime.Generated;
using Microsoft.Kiota.Serialization.Json;
using Models = Productsup.Cde.Models;

namespace CdeCodegen.Benchmarks.Runtime;

/// <summary>Writes a connector of 4.9 KB as JSON.</summary>
[MemoryDiagnoser]
public class WriteBenchmarks
{
    private readonly Connector _library = JsonSerializer.Deserialize(Seed.Connector, CdeContext.Default.ConnectorEnvelope)!.Data;
    private readonly Models.Connector _generated = Generate();
    private readonly Peers.Kiota.Connector _kiota = ParseKiota();

    [Benchmark(Baseline = true)]
    public int SystemTextJson() => JsonSerializer.SerializeToUtf8Bytes(_library, CdeContext.Default.Connector).Length;

    [Benchmark]
    public int Generated()
    {
        var w = JsonWriter.Rent();
        _generated.WriteTo(w);
        int length = w.Written.Length;
        w.Return();
        return length;
    }

    /// <summary>Kiota omits nulls, so it writes less.</summary>
    [Benchmark]
    public long Kiota()
    {
        using var writer = new JsonSerializationWriter();
        writer.WriteObjectValue(null, _kiota);
        return writer.GetSerializedContent().Length;
    }

    private static Models.Connector Generate()
    {
        var r = new JsonReader(Seed.Connector);
        return new Models.ConnectorEnvelope(ref r).Data;
    }

    private static Peers.Kiota.Connector ParseKiota()
    {
        using var document = JsonDocument.Parse(Seed.Connector);
        return new JsonParseNode(document.RootElement.Clone()).GetObjectValue(Peers.Kiota.ConnectorEnvelope.CreateFromDiscriminatorValue)!.Data!;
    }
}
