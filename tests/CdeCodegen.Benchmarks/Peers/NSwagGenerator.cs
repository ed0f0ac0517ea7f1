using NSwag;
using NSwag.CodeGeneration.CSharp;

namespace CdeCodegen.Benchmarks.Peers;

/// <summary>NSwag's generator as a library, with default settings except that all operations go into one class.</summary>
internal static class NSwagGenerator
{
    public static string Generate(string json) => new CSharpClientGenerator(
        OpenApiDocument.FromJsonAsync(json).GetAwaiter().GetResult(), new CSharpClientGeneratorSettings { ClassName = "BenchClient" }).GenerateFile();
}
