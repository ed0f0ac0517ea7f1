using System.Text.Json;
using CdeCodegen.Generator.Reading;

namespace CdeCodegen.Generator.Tests.Reading;

/// <summary>
/// Documents/X.yaml reads as Documents/X.json (where "#12" stands for a number that JSON would write differently), with the problems
/// of Documents/X.problems.txt and no others. A line there: kind, line:column, part of the message.
/// </summary>
public sealed class YamlDocumentTests
{
    private static readonly string s_folder = Path.Combine(Repository.Root, "tests/CdeCodegen.Generator.Tests/Reading/Documents");

    public static TheoryData<string> Cases()
    {
        var cases = new TheoryData<string>();
        foreach (string path in Directory.GetFiles(s_folder, "*.yaml").Order(StringComparer.Ordinal))
        {
            cases.Add(Path.GetFileNameWithoutExtension(path));
        }

        return cases;
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Reads_as_expected(string name)
    {
        string path = Path.Combine(s_folder, name + ".yaml");
        string text = DocumentFiles.ReadText(path);

        SpecTree tree = SpecReader.Read(path, text, CancellationToken.None);

        using var expected = JsonDocument.Parse(File.ReadAllText(Path.Combine(s_folder, name + ".json")));
        AssertSame(expected.RootElement, tree.Root!, "#");
        string problems = Path.Combine(s_folder, name + ".problems.txt");
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
    [MemberData(nameof(Cases))]
    public void Offsets_point_at_what_was_read(string name)
    {
        string path = Path.Combine(s_folder, name + ".yaml");
        string text = DocumentFiles.ReadText(path);

        SpecTree tree = SpecReader.Read(path, text, CancellationToken.None);

        OffsetChecks.AssertPlausible(tree, text);
    }

    private static void AssertSame(JsonElement expected, SpecNode actual, string pointer)
    {
        string found = $"{actual.Kind} '{actual.Text}' {string.Join(", ", actual.Members.Select(m => m.Name))} at {pointer}";
        switch (expected.ValueKind)
        {
            case JsonValueKind.Object:
                Assert.True(actual.Kind == SpecKind.Object && expected.EnumerateObject().Select(p => p.Name).SequenceEqual(actual.Members.Select(m => m.Name)), found);
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
