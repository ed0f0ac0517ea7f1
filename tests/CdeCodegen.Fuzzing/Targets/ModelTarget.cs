using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using Fuzzed;
using Fuzzed.Models;

namespace CdeCodegen.Fuzzing.Targets;

/// <summary>The generated reader of a model against System.Text.Json on the same type.</summary>
internal sealed class ModelTarget : FuzzTarget
{
    private static readonly JsonSerializerOptions s_options = new() { RespectNullableAnnotations = true, PropertyNamingPolicy = JsonNamingPolicy.CamelCase, MaxDepth = 128 };

    private readonly CapturingHandler _handler = new() { Status = HttpStatusCode.OK };
    private readonly FuzzedClient _client;

    public ModelTarget() => _client = new FuzzedClient(new HttpClient(_handler));

    public override string Name => "model";

    public override IEnumerable<string> BuiltInSeeds() =>
    [
        """{"name":"a","flag":true}""",
        """{"name":"a","flag":false,"ratio":1.5,"count":-7,"note":null,"tags":["x","y"],"children":[{"name":"b","flag":true,"children":[]}],"byName":{"k":{"name":"c","flag":true}}}""",
        """{ "flag" : true , "unknown" : [1, {"a": "\u00e9\ud83d\ude00"}] , "name" : "\"\\\/\b\f\n\r\t" }""",
    ];

    public override string Mutate(string seed, Random random) => Mutator.Mutate(seed, random, Mutator.Json);

    public override void Run(string input)
    {
        if (JsonDocumentTarget.HasLoneSurrogate(input))
        {
            return;
        }

        _handler.Answer = Encoding.UTF8.GetBytes(input);
        Node? actual = null;
        try
        {
            actual = _client.Nodes["a"].GetAsync().GetAwaiter().GetResult().EnsureSuccess();
        }
        catch (ResponseFormatException)
        {
        }

        Twin? expected = null;
        try
        {
            expected = JsonSerializer.Deserialize<Twin>(_handler.Answer, s_options);
        }
        catch (JsonException)
        {
        }

        if (IsLenient(input))
        {
            return;
        }

        FuzzException.ThrowUnless((actual is null) == (expected is null), expected is null ? "accepted what System.Text.Json rejects" : "rejected what System.Text.Json accepts");
        if (actual is not null)
        {
            Accepted++;
            FuzzException.ThrowUnless(Same(expected!, actual), "read other values than System.Text.Json");
        }
    }

    /// <summary>
    /// Where the two differ on purpose: the runtime accepts <c>1.0</c> as an integer and refuses a number that a <see cref="double"/> cannot hold, and
    /// refuses invalid text and too much depth also in members that it skips.
    /// </summary>
    private static bool IsLenient(string input)
    {
        try
        {
            using var document = JsonDocument.Parse(input, new JsonDocumentOptions { MaxDepth = 128 });
            return IsLenient(document.RootElement);
        }
        catch (JsonException)
        {
            return input.StartsWith('\uFEFF');
        }
    }

    private static bool IsLenient(JsonElement element)
    {
        try
        {
            return element.ValueKind switch
            {
                JsonValueKind.Number => element.GetRawText().AsSpan().ContainsAny('.', 'e', 'E'),
                JsonValueKind.Array => element.EnumerateArray().Any(IsLenient),
                JsonValueKind.Object => element.EnumerateObject().Any(property => property.Name is null || IsLenient(property.Value)),
                JsonValueKind.String => element.GetString() is null,
                _ => false,
            };
        }
        catch (InvalidOperationException)
        {
            return true;
        }
    }

    private static bool Same(Twin expected, Node actual) =>
        expected.Name == actual.Name && expected.Flag == actual.Flag && Equals(expected.Ratio, actual.Ratio) && expected.Count == actual.Count && expected.Note == actual.Note.GetValueOrDefault()
        && (expected.Tags is null) == (actual.Tags is null) && (expected.Tags ?? []).SequenceEqual(actual.Tags ?? [])
        && (expected.Children is null) == (actual.Children is null) && (expected.Children?.Count ?? 0) == (actual.Children?.Count ?? 0)
        && (expected.Children ?? []).Zip(actual.Children ?? []).All(pair => Same(pair.First, pair.Second))
        && (expected.ByName is null) == (actual.ByName is null) && (expected.ByName?.Count ?? 0) == (actual.ByName?.Count ?? 0)
        && (expected.ByName ?? []).All(entry => actual.ByName!.TryGetValue(entry.Key, out Node? value) && Same(entry.Value, value));

    /// <summary>The type as a person would write it.</summary>
    private sealed class Twin
    {
        [JsonRequired]
        public string Name { get; set; } = "";

        [JsonRequired]
        public bool Flag { get; set; }

        public double? Ratio { get; set; }

        public long? Count { get; set; }

        public string? Note { get; set; }

        public List<string>? Tags { get; set; }

        public List<Twin>? Children { get; set; }

        public Dictionary<string, Twin>? ByName { get; set; }
    }
}
