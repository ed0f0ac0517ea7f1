using System.Text;
using System.Text.Json;
using CdeCodegen.Runtime.Tests;

namespace CdeCodegen.Fuzzing.Targets;

/// <summary>The runtime's JSON reader against System.Text.Json, on the bytes of a body.</summary>
internal sealed class JsonBodyTarget : FuzzTarget
{
    public override string Name => "json-body";

    public override IEnumerable<string> BuiltInSeeds()
    {
        var random = new Random(2);
        return [.. Enumerable.Range(0, 50).Select(_ => RandomJson.Document(random)), "{}", "[]", "\"\"", "1"];
    }

    public override string Mutate(string seed, Random random) => random.Next(20) == 0 ? RandomJson.Document(random) : Mutator.Mutate(seed, random, Mutator.Json);

    public override void Run(string input)
    {
        byte[] json = Encoding.UTF8.GetBytes(input);
        object? actual = null;
        bool isAccepted = true;
        try
        {
            actual = AnyJson.Read(json);
        }
        catch (JsonFormatException)
        {
            isAccepted = false;
        }

        object? expected = null;
        bool isValid = true;
        try
        {
            using var document = JsonDocument.Parse(json, new JsonDocumentOptions { MaxDepth = 128 });
            expected = Value(document.RootElement);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or OverflowException)
        {
            isValid = false;
        }

        FuzzException.ThrowUnless(isAccepted == isValid, isValid ? "rejected what System.Text.Json accepts" : "accepted what System.Text.Json rejects");
        if (isAccepted)
        {
            Accepted++;
            FuzzException.ThrowUnless(Same(expected, actual), "read other values than System.Text.Json");
        }
    }

    /// <summary>The values that the reader gives. A number that a <see cref="double"/> cannot hold is an error for the runtime.</summary>
    private static object? Value(JsonElement element)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                var map = new Dictionary<string, object?>();
                foreach (JsonProperty property in element.EnumerateObject())
                {
                    map[property.Name] = Value(property.Value);
                }

                return map;
            case JsonValueKind.Array:
                return element.EnumerateArray().Select(Value).ToList();
            case JsonValueKind.String:
                return element.GetString();
            case JsonValueKind.Number:
                double number = element.GetDouble();
                bool isLost = double.IsInfinity(number) || (number == 0 && element.GetRawText().Split('e', 'E')[0].Any(c => c is >= '1' and <= '9'));
                return isLost ? throw new OverflowException() : number;
            default:
                return element.ValueKind == JsonValueKind.Null ? null : element.GetBoolean();
        }
    }

    private static bool Same(object? expected, object? actual)
    {
        switch (expected, actual)
        {
            case (Dictionary<string, object?> left, Dictionary<string, object?> right):
                return left.Count == right.Count && left.All(entry => right.TryGetValue(entry.Key, out object? value) && Same(entry.Value, value));
            case (List<object?> left, List<object?> right):
                return left.Count == right.Count && left.Zip(right).All(pair => Same(pair.First, pair.Second));
            default:
                return Equals(expected, actual);
        }
    }
}
