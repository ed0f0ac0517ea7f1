using System.Text.Json;
using CdeCodegen.Generator.Reading;

namespace CdeCodegen.Generator.Tests.Reading;

/// <summary>Compares a tree with the values that System.Text.Json reads from the same text, and its offsets with the text.</summary>
internal static class JsonComparison
{
    public static void AssertSame(JsonElement expected, SpecNode actual, string text, string pointer = "#")
    {
        string written = text[actual.Start..actual.End];
        switch (expected.ValueKind)
        {
            case JsonValueKind.Object:
                Check(actual.Kind == SpecKind.Object && written[0] == '{' && written[^1] == '}', pointer, written);
                SpecMember[] members = actual.Members;
                int index = 0;
                foreach (JsonProperty property in expected.EnumerateObject())
                {
                    Check(index < members.Length && members[index].Name == property.Name, pointer, property.Name);
                    SpecMember member = members[index++];
                    string name = text[member.NameStart..member.NameEnd];
                    Check(JsonSerializer.Deserialize<string>(name) == property.Name, pointer, name);
                    Check(ReferenceEquals(actual[property.Name], member.Value), pointer, "look-up of " + property.Name);
                    AssertSame(property.Value, member.Value, text, pointer + "/" + property.Name);
                }

                Check(index == actual.Count, pointer, "count");
                break;
            case JsonValueKind.Array:
                Check(actual.Kind == SpecKind.Array && written[0] == '[' && written[^1] == ']', pointer, written);
                Check(expected.GetArrayLength() == actual.Count, pointer, "count");
                for (int i = 0; i < actual.Count; i++)
                {
                    AssertSame(expected[i], actual.Items[i], text, pointer + "/" + i);
                }

                break;
            case JsonValueKind.String:
                Check(actual.Kind == SpecKind.String && actual.Text == expected.GetString(), pointer, actual.Text);
                Check(JsonSerializer.Deserialize<string>(written) == actual.Text, pointer, written);
                break;
            case JsonValueKind.Number:
                Check(actual.Kind == SpecKind.Number && actual.Text == expected.GetRawText() && written == actual.Text, pointer, actual.Text);
                break;
            case JsonValueKind.Null:
                Check(actual.Kind == SpecKind.Null && actual.Text == "" && written == "null", pointer, actual.Text);
                break;
            default:
                Check(actual.Kind == SpecKind.Boolean && actual.Text == expected.GetRawText() && written == actual.Text, pointer, actual.Text);
                break;
        }
    }

    // Not Assert.True: it would build the message of each of millions of checks.
    private static void Check(bool condition, string pointer, string detail)
    {
        if (!condition)
        {
            Assert.Fail($"differs at {pointer}: {(detail.Length > 200 ? detail[..200] : detail)}");
        }
    }
}
