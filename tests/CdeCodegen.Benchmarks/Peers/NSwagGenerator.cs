using CdeCodegen.Benchmarks.Generation;
using NSwag;
using NSwag.CodeGeneration.CSharp;

namespace CdeCodegen.Benchmarks.Peers;

/// <summary>NSwag's generator, as a library, with its defaults but for one class for all operations.</summary>
internal static class NSwagGenerator
{
    public static string Generate(BenchDocument document) => new CSharpClientGenerator(
        OpenApiDocument.FromJsonAsync(document.Text).GetAwaiter().GetResult(), new CSharpClientGeneratorSettings { ClassName = "BenchClient" }).GenerateFile();
}
