using System.Text.Json;

namespace CdeCodegen.Generator.Tests.Reading.YamlTestSuite;

/// <summary>A case of the YAML test suite.</summary>
/// <param name="Id">The id of the case, with a number where a test of the suite has several.</param>
/// <param name="Name">What the case is about.</param>
/// <param name="Yaml">The document.</param>
/// <param name="Fail">The document is invalid.</param>
/// <param name="Json">The values of the documents in the text, one after the other; null where JSON has no such value, or the text is invalid.</param>
internal sealed record SuiteCase(string Id, string Name, string Yaml, bool Fail, string? Json)
{
    private static readonly JsonSerializerOptions s_options = new(JsonSerializerDefaults.Web);

    public static SuiteCase[] All { get; } = JsonSerializer.Deserialize<SuiteCase[]>(
        File.ReadAllText(Path.Combine(Repository.Root, "tests/CdeCodegen.Generator.Tests/Reading/YamlTestSuite/cases.json")), s_options)!;
}
