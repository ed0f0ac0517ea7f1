using Fuzzed;

namespace CdeCodegen.Fuzzing.Targets;

/// <summary>Values of paths and queries: each stays in its place, and a server decodes what the caller gave.</summary>
internal sealed class UriTarget : FuzzTarget
{
    private readonly CapturingHandler _handler = new() { Status = System.Net.HttpStatusCode.OK, Answer = "{\"name\":\"a\",\"flag\":true}"u8.ToArray() };
    private readonly FuzzedClient _client;

    public UriTarget() => _client = new FuzzedClient(new HttpClient(_handler));

    public override string Name => "uri";

    public override IEnumerable<string> BuiltInSeeds() => ["a", "a/b", "..", ".", "%2e%2e", "a b+c&d=e?f#g", "\u00e9\ud83d\ude00", "//host", "{id}", "a;b,c"];

    public override string Mutate(string seed, Random random) => Mutator.Mutate(seed.Length > 200 ? seed[..200] : seed, random, Mutator.Wire);

    public override void Run(string input)
    {
        try
        {
            _client.Nodes[input].GetAsync(c =>
            {
                c.QueryParameters.Filter = input;
                c.QueryParameters.Tags = [input, "end"];
            }).GetAwaiter().GetResult().EnsureSuccess();
        }
        catch (ArgumentException)
        {
            FuzzException.ThrowUnless(input is "" or "." or ".." || JsonDocumentTarget.HasLoneSurrogate(input), "refused a value that can be sent");
            return;
        }

        Accepted++;
        Uri uri = _handler.Uri!;
        string text = uri.AbsoluteUri;
        FuzzException.ThrowUnless(text.StartsWith("https://fuzzed.example/v1/nodes/", StringComparison.Ordinal) && uri.Fragment.Length == 0, "left its place: " + text);
        FuzzException.ThrowUnless(text.All(c => c is > ' ' and < '\u007f'), "is not ASCII: " + text);
        string segment = text["https://fuzzed.example/v1/nodes/".Length..text.IndexOf('?')];
        string expected = Wire(input);
        FuzzException.ThrowUnless(!segment.Contains('/') && Uri.UnescapeDataString(segment) == expected, "the segment is " + segment);

        string[] pairs = text[(text.IndexOf('?') + 1)..].Split('&');
        string[] decoded = [.. pairs.Select(pair => Uri.UnescapeDataString(pair.Replace("+", "%20")))];
        FuzzException.ThrowUnless(decoded.SequenceEqual([$"filter={expected}", $"tags={expected}", "tags=end"]), "the query is " + string.Join(" & ", decoded));
    }

    /// <summary>What UTF-8 can say of a text: half a surrogate pair is U+FFFD.</summary>
    private static string Wire(string text) => System.Text.Encoding.UTF8.GetString(System.Text.Encoding.UTF8.GetBytes(text));
}
