using BenchmarkDotNet.Attributes;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace CdeCodegen.Benchmarks.Generation;

/// <summary>The cost of one edit in a project with the GitHub document: of a C# file, and of the document.</summary>
[MemoryDiagnoser(displayGenColumns: false)]
public class EditBenchmarks
{
    private readonly CSharpCompilation _edited =
        BenchDocuments.Consumer.AddSyntaxTrees(CSharpSyntaxTree.ParseText("class Edited { }", BenchDocuments.Options));

    private GeneratorDriver _driver = null!;
    private GeneratorDriver _idle = null!;
    private TestDocument _document = null!;
    private TestDocument _changed = null!;

    [GlobalSetup]
    public void Setup()
    {
        _document = BenchDocuments.Load(BenchDocuments.Names.First(name => name.StartsWith("github", StringComparison.Ordinal)));
        string text = _document.Text!;
        int at = text.IndexOf("\"description\":", text.IndexOf("\"schemas\":", StringComparison.Ordinal), StringComparison.Ordinal);
        at = text.IndexOf('"', at + "\"description\":".Length) + 1;
        _changed = _document.With(text.Insert(at, "Edited. "));
        _driver = BenchDocuments.Driver(_document).RunGenerators(BenchDocuments.Consumer);
        _idle = CSharpGeneratorDriver.Create([], parseOptions: BenchDocuments.Options).RunGenerators(BenchDocuments.Consumer);
    }

    [Benchmark(Baseline = true, Description = "a driver without generators")]
    public object NoGenerator() => _idle.RunGenerators(_edited);

    [Benchmark(Description = "edit a C# file")]
    public object CSharpFile() => _driver.RunGenerators(_edited);

    [Benchmark(Description = "edit a description of the document")]
    public object Document() => _driver.ReplaceAdditionalText(_document, _changed).RunGenerators(BenchDocuments.Consumer);
}
