using System.Text.Json;
using CdeCodegen.Generator.Reading;
using Xunit.Abstractions;

namespace CdeCodegen.Generator.Tests.Reading;

/// <summary>Real documents, where the folder with them is beside the repository.</summary>
public sealed class CorpusTests(ITestOutputHelper output)
{
    [Fact]
    public void JSON_documents_read_as_System_Text_Json_reads_them()
    {
        foreach (string path in Documents("*.json"))
        {
            string text = File.ReadAllText(path);

            SpecTree tree = SpecReader.Read(path, text, CancellationToken.None);

            Assert.True(tree.Problems.Count == 0, path);
            using JsonDocument expected = JsonDocument.Parse(text);
            JsonComparison.AssertSame(expected.RootElement, tree.Root!, text, path + "#");
        }
    }

    [Fact]
    public void YAML_documents_are_read_with_offsets_that_are_right()
    {
        foreach (string path in Documents("*.yaml"))
        {
            string text = File.ReadAllText(path);

            SpecTree tree = SpecReader.Read(path, text, CancellationToken.None);

            if (tree.Problems.Any(p => p.Message.Contains("extra spaces in first line", StringComparison.Ordinal)))
            {
                // Valid YAML that YamlDotNet 16.3 and 18.1 refuse: a block scalar that begins with a line of spaces.
                output.WriteLine($"{Path.GetFileName(path)}: not read to its end");
                continue;
            }

            Assert.True(tree.Problems.All(p => p.Kind is not SpecProblemKind.SyntaxError), path);
            OffsetChecks.AssertPlausible(tree, text);
            output.WriteLine($"{Path.GetFileName(path)}: {tree.Root!.Count} members at the root, {tree.Problems.Count} problems");
        }
    }

    private IEnumerable<string> Documents(string pattern)
    {
        if (!Directory.Exists(Repository.Corpus))
        {
            output.WriteLine("skipped: there is no folder shared/corpus beside the repository");
            return [];
        }

        return Directory.GetFiles(Repository.Corpus, pattern, SearchOption.AllDirectories).Order(StringComparer.Ordinal);
    }
}
