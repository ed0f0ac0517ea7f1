using BenchmarkDotNet.Attributes;
using CdeCodegen.Benchmarks.Peers;

namespace CdeCodegen.Benchmarks.Generation;

/// <summary>
/// From the text of a document to the text of a client, warm and in process, with NSwag as the peer. The driver also parses every generated
/// file, which NSwag leaves to the compiler.
/// </summary>
[MemoryDiagnoser(displayGenColumns: false)]
public class GenerateBenchmarks
{
    private TestDocument _document = null!;

    [ParamsSource(nameof(Documents))]
    public string Document { get; set; } = "";

    public static IEnumerable<string> Documents => BenchDocuments.Names;

    [GlobalSetup]
    public void Setup() => _document = BenchDocuments.Load(Document);

    [Benchmark(Baseline = true, Description = "NSwag")]
    public int NSwag() => NSwagGenerator.Generate(_document.Text!).Length;

    [Benchmark(Description = "CdeCodegen, from text to text")]
    public int TextToText() => Phases.Print(_document);

    [Benchmark(Description = "CdeCodegen, in the driver")]
    public int Driver() => BenchDocuments.Generate(_document).Sum(source => source.SourceText.Length);
}
