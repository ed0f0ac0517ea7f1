using System.Globalization;
using System.Text;
using System.Text.Json;
using CdeCodegen.Generator.Reading;

namespace CdeCodegen.Generator.Tests.Reading.YamlTestSuite;

/// <summary>The cases of the YAML test suite: valid documents are read as the suite's JSON, and invalid ones are reported.</summary>
public sealed class YamlTestSuiteTests
{
    private const string Tabs = "invalid, but only because of a tab where spaces are expected; the values are those that were meant";
    private const string EndOfText = "a block scalar ends in a line of spaces without a line break, which does not count as a line";
    private const string KeyBeforeColon = "a key of a flow mapping has its colon on the next line; reported as a syntax error";

    private static readonly Dictionary<string, string> s_exceptions = new()
    {
        ["4MUZ/2"] = KeyBeforeColon,
        ["DK95/1"] = Tabs,
        ["JEF9/2"] = EndOfText,
        ["L24T/1"] = EndOfText,
        ["MUS6/0"] = "invalid, but only because of a directive without effect",
        ["VJP3/1"] = KeyBeforeColon,
        ["Y79Y/3"] = Tabs,
        ["Y79Y/4"] = Tabs,
        ["Y79Y/5"] = Tabs,
    };

    [Fact]
    public void Valid_documents_are_read_as_the_JSON_of_the_suite_and_invalid_ones_are_reported()
    {
        List<string> different = [];
        foreach (SuiteCase suiteCase in SuiteCase.All.Where(static c => c.Fail || c.Json is not null))
        {
            SpecTree tree = SpecReader.Read("a.yaml", suiteCase.Yaml, CancellationToken.None);
            if (suiteCase.Fail ? tree.Problems.Count == 0 : !IsRead(suiteCase.Json!, tree))
            {
                different.Add(suiteCase.Id);
            }
        }

        Assert.Equal(s_exceptions.Keys.Order(StringComparer.Ordinal), different.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Documents_without_JSON_equivalent_are_read_or_reported()
    {
        foreach (SuiteCase suiteCase in SuiteCase.All.Where(static c => !c.Fail && c.Json is null))
        {
            SpecTree tree = SpecReader.Read("a.yaml", suiteCase.Yaml, CancellationToken.None);

            Assert.True(tree.Root is not null || tree.Problems.Count > 0, suiteCase.Id);
        }
    }

    // A file holds one document: a text without one is an error, and the second one is reported.
    private static bool IsRead(string json, SpecTree tree) => Values(json) switch
    {
        [] => tree.Problems.Any(static p => p.Kind == SpecProblemKind.SyntaxError),
        [JsonElement only] => tree.Problems.Count == 0 && IsSame(only, tree.Root!),
        [JsonElement first, ..] => tree.Problems.Any(static p => p.Kind == SpecProblemKind.MoreDocuments) && IsSame(first, tree.Root!),
    };

    private static List<JsonElement> Values(string json)
    {
        List<JsonElement> values = [];
        var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes(json), new JsonReaderOptions { AllowMultipleValues = true });
        while (reader.Read())
        {
            values.Add(JsonElement.ParseValue(ref reader));
        }

        return values;
    }

    private static bool IsSame(JsonElement expected, SpecNode node) => expected.ValueKind switch
    {
        JsonValueKind.Object => node.Kind == SpecKind.Object && node.Count == expected.EnumerateObject().Count()
            && expected.EnumerateObject().All(property => node[property.Name] is { } value && IsSame(property.Value, value)),
        JsonValueKind.Array => node.Kind == SpecKind.Array && node.Count == expected.GetArrayLength()
            && expected.EnumerateArray().Zip(node.Items).All(static pair => IsSame(pair.First, pair.Second)),
        JsonValueKind.String => node.Kind == SpecKind.String && node.Text == expected.GetString(),
        JsonValueKind.Number => node.Kind == SpecKind.Number && double.Parse(node.Text, CultureInfo.InvariantCulture) == expected.GetDouble(),
        JsonValueKind.Null => node.Kind == SpecKind.Null,
        _ => node.Kind == SpecKind.Boolean && node.Text == expected.GetRawText(),
    };
}
