using BenchmarkDotNet.Attributes;
using CdeCodegen.Benchmarks.Peers;

namespace CdeCodegen.Benchmarks.Generation;

/// <summary>From the text of a document to the text of a client, warm and in process. NSwag is the peer. In the driver, ours includes what NSwag leaves to the
/// compiler: each printed file is parsed.</summary>
[MemoryDiagnoser(displayGenColumns: false)]
public class GenerateBenchmarks
{
    private BenchDocument _document = null!;

    [ParamsSource(nameof(Documents))]
    public string Document { get; set; } = "";

    public static IEnumerable<string> Documents => BenchDocument.Names;

    [GlobalSetup]
    public void Setup() => _document = BenchDocument.Load(Document);

    [Benchmark(Baseline = true, Description = "NSwag")]
    public int NSwag() => NSwagGenerator.Generate(_document).Length;

    [Benchmark(Description = "CdeCodegen, from text to text")]
    public int Printed() => Phases.Print(_document);

    [Benchmark(Description = "CdeCodegen, in the driver")]
    public int Generated() => _document.Generate().Sum(source => source.SourceText.Length);
}
