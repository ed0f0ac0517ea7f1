using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using CdeCodegen.Corpus.Tests.RoundTrips;

namespace CdeCodegen.Corpus.Tests.Examples;

/// <summary>
/// Compares an example with what its model writes. What is documented to differ is equal: other spellings of a number, a time (to 100 ns) or a UUID; constants that
/// a class writes by itself; null for a member that is optional; and members that the schema does not name, which readers skip.
/// </summary>
internal sealed class ExampleComparison(RawDocument document)
{
    private const int MaxDepth = 12;

    /// <summary>Returns the first difference, or null.</summary>
    public string? Difference(JsonNode? expected, JsonNode? actual, SpecNode schema) => Difference(expected, actual, [schema], "$");

    private string? Difference(JsonNode? expected, JsonNode? actual, IReadOnlyList<SpecNode> schemas, string path)
    {
        switch (expected, actual)
        {
            case (JsonObject left, JsonObject right):
                List<SpecNode> all = Expand(schemas);
                foreach ((string name, JsonNode? value) in left)
                {
                    List<SpecNode>? member = Member(all, name);
                    bool isWritten = right.TryGetPropertyValue(name, out JsonNode? written);
                    if (!isWritten && (member is null || value is null))
                    {
                        continue;
                    }

                    if (!isWritten)
                    {
                        return $"{path}.{name} is lost";
                    }

                    if (Difference(value, written, member ?? [], path + "." + name) is { } difference)
                    {
                        return difference;
                    }
                }

                foreach ((string name, _) in right)
                {
                    if (!left.ContainsKey(name) && !Expand(Member(all, name) ?? []).Exists(IsConstant))
                    {
                        return $"{path}.{name} is added";
                    }
                }

                return null;
            case (JsonArray left, JsonArray right):
                if (left.Count != right.Count)
                {
                    return $"{path} has {right.Count} instead of {left.Count} items";
                }

                List<SpecNode> lists = Expand(schemas);
                for (int i = 0; i < left.Count; i++)
                {
                    List<SpecNode> items = [.. lists.Select(list => list["prefixItems"]?.Items.ElementAtOrDefault(i) ?? list["items"]).OfType<SpecNode>()];
                    if (Difference(left[i], right[i], items, $"{path}[{i}]") is { } difference)
                    {
                        return difference;
                    }
                }

                return null;
            case (JsonValue left, JsonValue right):
                return AreEqual(left, right) ? null : $"{path} is {right.ToJsonString()} instead of {left.ToJsonString()}";
            default:
                return expected is null && actual is null ? null : $"{path} is {Kind(actual)} instead of {Kind(expected)}";
        }
    }

    private static string Kind(JsonNode? node) => node is null ? "null" : node.GetValueKind().ToString();

    private static bool AreEqual(JsonValue left, JsonValue right)
    {
        string a = Text(left);
        string b = Text(right);
        if (a == b || (left.GetValueKind() is JsonValueKind.True or JsonValueKind.False))
        {
            return a == b;
        }

        if (double.TryParse(a, NumberStyles.Float, CultureInfo.InvariantCulture, out double x)
            && double.TryParse(b, NumberStyles.Float, CultureInfo.InvariantCulture, out double y))
        {
            return x == y || (float)x == (float)y;
        }

        const DateTimeStyles Utc = DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal;
        bool isSameTime = DateTimeOffset.TryParse(a, CultureInfo.InvariantCulture, Utc, out DateTimeOffset at)
            && DateTimeOffset.TryParse(b, CultureInfo.InvariantCulture, Utc, out DateTimeOffset other)
            && Math.Abs(at.UtcTicks - other.UtcTicks) <= 1;
        return isSameTime || (Guid.TryParse(a, out Guid id) && Guid.TryParse(b, out Guid otherId) && id == otherId);
    }

    private static string Text(JsonValue value) => value.GetValueKind() == JsonValueKind.String ? value.GetValue<string>() : value.ToJsonString();

    /// <summary>The schemas of a member; null if none of the schemas names it.</summary>
    private static List<SpecNode>? Member(List<SpecNode> schemas, string name)
    {
        List<SpecNode>? members = null;
        foreach (SpecNode schema in schemas)
        {
            if ((schema["properties"]?[name] ?? Additional(schema)) is { } member)
            {
                (members ??= []).Add(member);
            }
        }

        return members;
    }

    private static SpecNode? Additional(SpecNode schema) =>
        schema["additionalProperties"] is { Kind: not SpecKind.Boolean } or { Text: "true" } ? schema["additionalProperties"]
        : schema["patternProperties"]?.Members.FirstOrDefault().Value;

    private static bool IsConstant(SpecNode schema) => schema["const"] is not null || schema["enum"]?.Count == 1;

    /// <summary>The schemas with all schemas that they consist of.</summary>
    private List<SpecNode> Expand(IEnumerable<SpecNode> schemas)
    {
        var all = new List<SpecNode>();
        foreach (SpecNode schema in schemas)
        {
            Expand(schema, all, depth: 0);
        }

        return all;
    }

    private void Expand(SpecNode schema, List<SpecNode> all, int depth)
    {
        if (document.Resolve(schema) is not { } resolved || depth > MaxDepth || all.Contains(resolved))
        {
            return;
        }

        all.Add(resolved);
        if (resolved != schema)
        {
            all.Add(schema);
        }

        foreach (string keyword in (string[])["allOf", "oneOf", "anyOf"])
        {
            foreach (SpecNode part in resolved[keyword]?.Items ?? [])
            {
                Expand(part, all, depth + 1);
            }
        }
    }
}
