using System.Text.Json;
using CdeCodegen.Generator.Reading;
using Xunit.Abstractions;

namespace CdeCodegen.Generator.Tests.Reading;

/// <summary>Real documents; see <see cref="CorpusFolders"/>.</summary>
public sealed class CorpusTests(ITestOutputHelper output)
{
    [Fact]
    public void JSON_documents_are_read_as_by_System_Text_Json()
    {
        foreach (string path in DocumentFiles.Corpus(output, "*.json"))
        {
            string text = File.ReadAllText(path);

            SpecTree tree = SpecReader.Read(path, text, CancellationToken.None);

            Assert.True(tree.Problems.Count == 0, path);
            using var expected = JsonDocument.Parse(text);
            JsonComparison.AssertSame(expected.RootElement, tree.Root!, text, path + "#");
        }
    }

    [Fact]
    public void YAML_documents_are_read_with_correct_offsets()
    {
        foreach (string path in DocumentFiles.Corpus(output, "*.yaml", "*.yml"))
        {
            string text = File.ReadAllText(path);

            SpecTree tree = SpecReader.Read(path, text, CancellationToken.None);

            Assert.True(tree.Problems.All(p => p.Kind is not SpecProblemKind.SyntaxError), path);
            OffsetChecks.AssertPlausible(tree, text);
            output.WriteLine($"{Path.GetFileName(path)}: {tree.Root!.Count} members at the root, {tree.Problems.Count} problems");
        }
    }
}
