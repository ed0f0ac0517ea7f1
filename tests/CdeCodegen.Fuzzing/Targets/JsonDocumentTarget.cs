extern alias generator;

using System.Text.Json;
using generator::CdeCodegen.Generator.Reading;
using SpecJsonReader = generator::CdeCodegen.Generator.Reading.JsonReader;

namespace CdeCodegen.Fuzzing.Targets;

/// <summary>The generator's JSON reader against System.Text.Json: the same texts are valid, and they have the same values.</summary>
internal sealed class JsonDocumentTarget : FuzzTarget
{
    private static readonly JsonDocumentOptions s_options = new() { MaxDepth = 400 };

    public override string Name => "json-document";

    public override IEnumerable<string> BuiltInSeeds()
    {
        var random = new Random(1);
        return [.. Enumerable.Range(0, 50).Select(_ => RandomJson.Document(random)), "{}", "[]", "\"\"", "1"];
    }

    public override string Mutate(string seed, Random random) => random.Next(20) == 0 ? RandomJson.Document(random) : Mutator.Mutate(seed, random, Mutator.Json);

    public override void Run(string input)
    {
        // System.Text.Json reads UTF-8, which has no place for half a surrogate pair, and takes no byte order mark.
        if (HasLoneSurrogate(input) || input.StartsWith('\uFEFF'))
        {
            return;
        }

        SpecTree tree = SpecJsonReader.Read(input, 0, CancellationToken.None);
        bool isClean = tree.Problems.Count == 0;
        JsonDocument? expected = null;
        try
        {
            expected = JsonDocument.Parse(input, s_options);
        }
        catch (JsonException)
        {
            FuzzException.ThrowUnless(!isClean, "accepted what System.Text.Json rejects");
            return;
        }

        using (expected)
        {
            if (isClean)
            {
                Accepted++;
                Compare(expected.RootElement, tree.Root!, "#");
            }
            else
            {
                FuzzException.ThrowUnless(tree.Problems.All(IsNoSyntaxError) || HasInvalidText(expected.RootElement), "rejected what System.Text.Json accepts: " + tree.Problems[0].Message);
            }
        }
    }

    /// <summary>Duplicate names and depth are problems of their own; System.Text.Json knows none of them.</summary>
    private static bool IsNoSyntaxError(SpecProblem problem) => problem.Kind is SpecProblemKind.DuplicateKey or SpecProblemKind.TooDeep;

    private static void Compare(JsonElement expected, SpecNode actual, string pointer)
    {
        switch (expected.ValueKind)
        {
            case JsonValueKind.Object:
                SpecMember[] members = actual.Members;
                int index = 0;
                foreach (JsonProperty property in expected.EnumerateObject())
                {
                    FuzzException.ThrowUnless(index < members.Length && members[index].Name == property.Name, "other members at " + pointer);
                    Compare(property.Value, members[index++].Value, pointer + "/" + property.Name);
                }

                FuzzException.ThrowUnless(index == members.Length && actual.Kind == SpecKind.Object, "more members at " + pointer);
                break;
            case JsonValueKind.Array:
                FuzzException.ThrowUnless(actual.Kind == SpecKind.Array && actual.Items.Length == expected.GetArrayLength(), "other items at " + pointer);
                for (int i = 0; i < actual.Items.Length; i++)
                {
                    Compare(expected[i], actual.Items[i], pointer + "/" + i);
                }

                break;
            case JsonValueKind.String:
                FuzzException.ThrowUnless(actual.Kind == SpecKind.String && actual.Text == expected.GetString(), "other text at " + pointer);
                break;
            default:
                string text = expected.ValueKind == JsonValueKind.Null ? "" : expected.GetRawText();
                FuzzException.ThrowUnless(actual.Text == text, "other value at " + pointer);
                break;
        }
    }

    /// <summary>Whether a text holds an escape of half a surrogate pair, which System.Text.Json reports only when the text is read.</summary>
    private static bool HasInvalidText(JsonElement element)
    {
        try
        {
            switch (element.ValueKind)
            {
                case JsonValueKind.Object:
                    return element.EnumerateObject().Any(property => property.Name is null || HasInvalidText(property.Value));
                case JsonValueKind.Array:
                    return element.EnumerateArray().Any(HasInvalidText);
                case JsonValueKind.String:
                    return element.GetString() is null;
                default:
                    return false;
            }
        }
        catch (InvalidOperationException)
        {
            return true;
        }
    }

    internal static bool HasLoneSurrogate(string text)
    {
        for (int i = 0; i < text.Length; i++)
        {
            if (char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
            {
                i++;
            }
            else if (char.IsSurrogate(text[i]))
            {
                return true;
            }
        }

        return false;
    }
}
