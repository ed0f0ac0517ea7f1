using System.Net.Http.Headers;
using System.Text;
using Fuzzed;
using Fuzzed.Models;
using Microsoft.AspNetCore.WebUtilities;

namespace CdeCodegen.Fuzzing.Targets;

/// <summary>Parts of a form against the multipart reader of ASP.NET Core: the same parts with the same contents, and no more.</summary>
internal sealed class MultipartTarget : FuzzTarget
{
    private readonly CapturingHandler _handler = new();
    private readonly FuzzedClient _client;

    public MultipartTarget() => _client = new FuzzedClient(new HttpClient(_handler));

    public override string Name => "multipart";

    public override IEnumerable<string> BuiltInSeeds() => ["a", "--boundary", "\r\n--", "a\"; filename=\"b", "a\r\nContent-Type: text/html\r\n\r\n", "\u00e9.txt", "a/../b", "\0"];

    public override string Mutate(string seed, Random random) => Mutator.Mutate(seed.Length > 200 ? seed[..200] : seed, random, Mutator.Wire);

    public override void Run(string input)
    {
        byte[] content = Encoding.UTF8.GetBytes(input + "\r\n--x");
        try
        {
            _client.Upload.PostAsync(new UploadRequest { Title = input, Note = "note", File = new FilePart(new MemoryStream(content), input) }).GetAwaiter().GetResult().EnsureSuccess();
        }
        catch (ArgumentException)
        {
            FuzzException.ThrowUnless(string.IsNullOrWhiteSpace(input) || input.Any(char.IsControl) || JsonDocumentTarget.HasLoneSurrogate(input), "refused a form that can be sent");
            return;
        }

        Accepted++;
        string boundary = MediaTypeHeaderValue.Parse(_handler.ContentType).Parameters.Single(p => p.Name == "boundary").Value!.Trim('"');
        var reader = new MultipartReader(boundary, new MemoryStream(_handler.Body));
        List<(string Disposition, byte[] Body)> parts = [];
        while (reader.ReadNextSectionAsync().GetAwaiter().GetResult() is { } section)
        {
            var body = new MemoryStream();
            section.Body.CopyTo(body);
            FuzzException.ThrowUnless(section.Headers!.Keys.All(key => key is "Content-Disposition" or "Content-Type"), "other headers: " + string.Join(", ", section.Headers.Keys));
            parts.Add((section.ContentDisposition!, body.ToArray()));
        }

        FuzzException.ThrowUnless(parts.Count == 3, $"{parts.Count} parts");
        FuzzException.ThrowUnless(parts[0].Disposition.Contains("name=\"title\"") || parts[0].Disposition.Contains("name=title"), "the first part is " + parts[0].Disposition);
        FuzzException.ThrowUnless(parts[0].Body.SequenceEqual(Encoding.UTF8.GetBytes(input)), "another title");
        FuzzException.ThrowUnless(parts[1].Body.SequenceEqual("note"u8.ToArray()), "another note");
        FuzzException.ThrowUnless(parts[2].Body.SequenceEqual(content), "another file");
    }
}
