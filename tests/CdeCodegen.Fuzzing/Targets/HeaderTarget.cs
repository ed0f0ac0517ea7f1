using Fuzzed;

namespace CdeCodegen.Fuzzing.Targets;

/// <summary>Values of headers: each is sent as given on one line, or refused.</summary>
internal sealed class HeaderTarget : FuzzTarget
{
    private readonly CapturingHandler _handler = new() { Status = System.Net.HttpStatusCode.OK, Answer = "{\"name\":\"a\",\"flag\":true}"u8.ToArray() };
    private readonly FuzzedClient _client;

    public HeaderTarget() => _client = new FuzzedClient(new HttpClient(_handler));

    public override string Name => "header";

    public override IEnumerable<string> BuiltInSeeds() => ["a", "a, b", "\"q\"", "a\r\nX-Evil: 1", "\u00e9", "a\0b", " a ", "\t"];

    public override string Mutate(string seed, Random random) => Mutator.Mutate(seed.Length > 200 ? seed[..200] : seed, random, Mutator.Wire);

    public override void Run(string input)
    {
        bool hasControl = input.Any(c => char.IsControl(c) && c != '\t');
        try
        {
            _client.Nodes["a"].GetAsync(c => c.QueryParameters.XTrace = input).GetAwaiter().GetResult().EnsureSuccess();
        }
        catch (ArgumentException)
        {
            FuzzException.ThrowUnless(hasControl || input.Contains('\t'), "refused a value that can be sent");
            return;
        }

        Accepted++;
        FuzzException.ThrowUnless(!input.Any(c => c is '\r' or '\n' or '\0'), "sent a line break");
        string[] sent = [.. _handler.Headers.Where(header => header.Key == "X-Trace").Select(header => header.Value)];
        FuzzException.ThrowUnless(sent.Length == 1 && sent[0] == input, $"sent {sent.Length} headers: {string.Join(" | ", sent)}");
        FuzzException.ThrowUnless(!_handler.Headers.Any(header => header.Key.StartsWith("X-Evil", StringComparison.OrdinalIgnoreCase)), "sent another header");
    }
}
