using BenchmarkDotNet.Attributes;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace CdeCodegen.Benchmarks.Generation;

/// <summary>What an editor pays with the GitHub document in the project: a key stroke in C#, and one in the document.</summary>
[MemoryDiagnoser(displayGenColumns: false)]
public class EditBenchmarks
{
    private readonly CSharpCompilation _edited = BenchDocument.Consumer.AddSyntaxTrees(CSharpSyntaxTree.ParseText("class Edited { }", BenchDocument.Options));
    private GeneratorDriver _driver = null!;
    private GeneratorDriver _idle = null!;
    private BenchDocument _document = null!;
    private BenchDocument _other = null!;

    [GlobalSetup]
    public void Setup()
    {
        _document = BenchDocument.Load(BenchDocument.Names.First(name => name.StartsWith("github", StringComparison.Ordinal)));
        int at = _document.Text.IndexOf("\"description\":", _document.Text.IndexOf("\"schemas\":", StringComparison.Ordinal), StringComparison.Ordinal);
        at = _document.Text.IndexOf('"', at + "\"description\":".Length) + 1;
        _other = new BenchDocument(_document.Path, _document.Text.Insert(at, "Edited. "));
        _driver = _document.Driver().RunGenerators(BenchDocument.Consumer);
        _idle = CSharpGeneratorDriver.Create([], parseOptions: BenchDocument.Options).RunGenerators(BenchDocument.Consumer);
    }

    [Benchmark(Baseline = true, Description = "a driver without generators")]
    public object Nothing() => _idle.RunGenerators(_edited);

    [Benchmark(Description = "edit a C# file")]
    public object CSharp() => _driver.RunGenerators(_edited);

    [Benchmark(Description = "edit a description of the document")]
    public object Document() => _driver.ReplaceAdditionalText(_document, _other).RunGenerators(BenchDocument.Consumer);
}
