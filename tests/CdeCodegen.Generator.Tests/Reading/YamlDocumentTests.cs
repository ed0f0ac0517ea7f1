using System.Text.Json;
using CdeCodegen.Generator.Reading;

namespace CdeCodegen.Generator.Tests.Reading;

/// <summary>
/// Each <c>Documents/X.yaml</c> is read as <c>Documents/X.json</c>, with exactly the problems of <c>Documents/X.problems.txt</c>. The string
/// <c>"#12"</c> in JSON stands for a number that is not valid JSON. A line of problems is kind, line:column, and a part of the message.
/// </summary>
public sealed class YamlDocumentTests
{
    public static TheoryData<string> Documents() => DocumentFiles.Yaml();

    [Theory]
    [MemberData(nameof(Documents))]
    public void A_document_is_read_with_the_expected_values_and_problems(string name)
    {
        string text = DocumentFiles.Read(name);

        SpecTree tree = SpecReader.Read(name, text, CancellationToken.None);

        string path = Path.Combine(DocumentFiles.Folder, name);
        using var expected = JsonDocument.Parse(File.ReadAllText(Path.ChangeExtension(path, ".json")));
        AssertSame(expected.RootElement, tree.Root!, "#");
        string problems = Path.ChangeExtension(path, ".problems.txt");
        string[] lines = File.Exists(problems) ? File.ReadAllLines(problems) : [];
        string[] actual = [.. tree.Problems.Select(p => $"{p.Kind} {DocumentFiles.Position(text, p.Start)} {p.Message}")];
        Assert.True(lines.Length == actual.Length, string.Join('\n', actual));
        Assert.All(lines.Zip(actual), pair =>
        {
            string[] parts = pair.First.Split(' ', 3);
            Assert.StartsWith(parts[0] + " " + parts[1] + " ", pair.Second, StringComparison.Ordinal);
            Assert.Contains(parts[2], pair.Second, StringComparison.Ordinal);
        });
    }

    [Theory]
    [MemberData(nameof(Documents))]
    public void Offsets_point_to_the_text_of_the_values(string name)
    {
        string text = DocumentFiles.Read(name);

        SpecTree tree = SpecReader.Read(name, text, CancellationToken.None);

        OffsetChecks.AssertPlausible(tree, text);
    }

    private static void AssertSame(JsonElement expected, SpecNode actual, string pointer)
    {
        string found = $"{actual.Kind} '{actual.Text}' {string.Join(", ", actual.Members.Select(m => m.Name))} at {pointer}";
        switch (expected.ValueKind)
        {
            case JsonValueKind.Object:
                IEnumerable<string> names = expected.EnumerateObject().Select(p => p.Name);
                Assert.True(actual.Kind == SpecKind.Object && names.SequenceEqual(actual.Members.Select(m => m.Name)), found);
                foreach (JsonProperty property in expected.EnumerateObject())
                {
                    AssertSame(property.Value, actual[property.Name]!, pointer + "/" + property.Name);
                }

                break;
            case JsonValueKind.Array:
                Assert.True(actual.Kind == SpecKind.Array && actual.Count == expected.GetArrayLength(), found);
                for (int i = 0; i < actual.Count; i++)
                {
                    AssertSame(expected[i], actual.Items[i], pointer + "/" + i);
                }

                break;
            case JsonValueKind.String when expected.GetString() is ['#', '+' or '-' or '.' or (>= '0' and <= '9'), ..] number:
                Assert.True(actual.Kind == SpecKind.Number && actual.Text == number[1..], found);
                break;
            case JsonValueKind.String:
                Assert.True(actual.Kind == SpecKind.String && actual.Text == expected.GetString(), found);
                break;
            case JsonValueKind.Number:
                Assert.True(actual.Kind == SpecKind.Number && actual.Text == expected.GetRawText(), found);
                break;
            case JsonValueKind.Null:
                Assert.True(actual.Kind == SpecKind.Null && actual.Text == "", found);
                break;
            default:
                Assert.True(actual.Kind == SpecKind.Boolean && actual.Text == expected.GetRawText(), found);
                break;
        }
    }
}
