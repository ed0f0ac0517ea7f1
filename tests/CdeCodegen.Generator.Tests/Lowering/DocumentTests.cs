using System.Text;
using CdeCodegen.Generator.Tests.Infrastructure;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace CdeCodegen.Generator.Tests.Lowering;

/// <summary>
/// Generates clients of whole documents. A document in <c>positive</c> gives no diagnostics. A document in <c>negative</c> lists its diagnostics
/// in its first lines. A document in <c>single</c> has one defect; <c>single.txt</c> lists what is reported, and where. The clients of all compile without warnings.
/// </summary>
public class DocumentTests
{
    private static readonly string s_folder = Repository.PathOf("tests", "CdeCodegen.Generator.Tests", "Lowering", "Documents");

    /// <summary>Missing documentation comments: members without a description have none.</summary>
    private static readonly string[] s_allowedWarnings = ["CS1591", "CS1573"];

    public static TheoryData<string> Positive => Files("positive");

    public static TheoryData<string> Negative => Files("negative");

    [Theory]
    [MemberData(nameof(Positive))]
    public void A_valid_document_gives_no_diagnostics_and_compiles_without_warnings(string name)
    {
        GeneratorRun run = Run("positive", name);

        Assert.Empty(run.Diagnostics.Select(Format));
        AssertSurface(run, name);
        AssertCompiles(run);
    }

    [Theory]
    [MemberData(nameof(Negative))]
    public void An_invalid_document_gives_diagnostics_with_positions_and_still_compiles(string name)
    {
        GeneratorRun run = Run("negative", name);
        string[] expected = [.. File.ReadLines(Path.Combine(s_folder, "negative", name))
            .TakeWhile(line => line.StartsWith("# expect: ", StringComparison.Ordinal))
            .Select(line => line["# expect: ".Length..])];

        Assert.NotEmpty(expected);
        Assert.Equal(expected.Order(StringComparer.Ordinal), run.Diagnostics.Select(diagnostic => $"{Format(diagnostic)}: {Message(diagnostic)}").Order(StringComparer.Ordinal));
        AssertCompiles(run);
    }

    /// <summary>One run and one compilation, because a hundred small ones would take minutes.</summary>
    [Fact]
    public void Each_single_defect_is_reported_where_it_is_and_the_rest_is_generated()
    {
        string list = Path.Combine(s_folder, "single.txt");
        TestDocument[] documents = [.. Directory.GetFiles(Path.Combine(s_folder, "single")).Order(StringComparer.Ordinal)
            .Select((file, i) => new TestDocument("/api/" + Path.GetFileName(file), File.ReadAllText(file), ("Namespace", $"Single{i}"), ("ClassName", "AcmeClient")))];
        var run = GeneratorRun.Of(documents);

        string actual = string.Concat(run.Diagnostics
            .Select(d => $"{Path.GetFileName(d.Location.GetLineSpan().Path)}: {Format(d)}\n    {Message(d)}\n").Order(StringComparer.Ordinal));
        if (actual != File.ReadAllText(list))
        {
            File.WriteAllText(Path.ChangeExtension(list, ".received.txt"), actual);
        }

        Assert.Equal(File.ReadAllText(list), actual);
        for (int i = 0; i < documents.Length; i++)
        {
            Diagnostic[] found = [.. run.Diagnostics.Where(d => d.Location.GetLineSpan().Path == documents[i].Path)];
            Assert.True(found.Length > 0, $"{documents[i].Path} has no diagnostic");
            bool isGenerated = run.Result.GeneratedSources.Any(source => source.SourceText.ToString().Contains($"namespace Single{i};", StringComparison.Ordinal));
            Assert.True(isGenerated || found.Any(d => d.Id is "CDE0001" or "CDE0002" or "CDE0003" or "CDE0014"), $"{documents[i].Path} has no client");
        }

        AssertCompiles(run);
    }

    /// <summary>JSON escapes can encode lone surrogates, which neither a source file nor a header can contain.</summary>
    [Fact]
    public void Lone_surrogates_are_reported_and_the_client_still_compiles()
    {
        var run = GeneratorRun.Of(
            """
            {
              "openapi": "3.0.3",
              "info": { "title": "Lone \ud800 surrogates", "version": "1", "description": "\udc00 \u0000 \ufffe" },
              "servers": [{ "url": "https://hostile.example" }],
              "paths": {
                "/\ud800/{\udfff}": {
                  "get": {
                    "operationId": "\ud800\udc00",
                    "summary": "\ud800",
                    "parameters": [
                      { "name": "\udfff", "in": "path", "required": true, "schema": { "type": "string" } },
                      { "name": "\ud800", "in": "query", "schema": { "type": "string", "enum": ["\ud800", "\udfff", "\u202e"] } }
                    ],
                    "responses": { "200": { "description": "\ud800", "content": { "application/json": { "schema": {
                      "type": "object", "required": ["\ud800"], "properties": {
                        "\ud800": { "type": "string" }, "x\udfff": { "type": "integer" } } } } } } }
                  }
                }
              }
            }
            """,
            "api.json");

        Assert.NotEmpty(run.Diagnostics);
        Assert.All(run.Diagnostics, d => Assert.Equal("CDE0015", d.Id));
        AssertCompiles(run);
    }

    /// <summary>
    /// Compares what a caller sees with a file in <c>surface</c>. Of the keywords of C#, a hundred in ten places each, it is enough that they compile.
    /// </summary>
    private static void AssertSurface(GeneratorRun run, string name)
    {
        if (name == "keywords.yaml")
        {
            return;
        }

        PublicSurface.AssertEqual(Path.Combine(s_folder, "surface", name + ".txt"), run);
    }

    /// <summary>The documents have the same folder on every machine, because messages name files relative to it.</summary>
    private static GeneratorRun Run(string kind, string name) => GeneratorRun.Of(File.ReadAllText(Path.Combine(s_folder, kind, name)), "/api/" + name);

    /// <summary>Formats a diagnostic as in <c># expect:</c> lines: <c>CDE0004 12:9 #/paths/~1a/get</c>.</summary>
    private static string Format(Diagnostic diagnostic)
    {
        FileLinePositionSpan span = diagnostic.Location.GetLineSpan();
        string message = FullMessage(diagnostic);
        int pointer = message.LastIndexOf("(at ", StringComparison.Ordinal);
        string position = $"{span.StartLinePosition.Line + 1}:{span.StartLinePosition.Character + 1}";
        return $"{diagnostic.Id} {position} {(pointer < 0 ? "-" : message[(pointer + 4)..^1])}";
    }

    /// <summary>The message without the pointer.</summary>
    private static string Message(Diagnostic diagnostic)
    {
        string message = FullMessage(diagnostic);
        int pointer = message.LastIndexOf(" (at ", StringComparison.Ordinal);
        return pointer < 0 ? message : message[..pointer];
    }

    private static string FullMessage(Diagnostic diagnostic) => diagnostic.GetMessage(System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>Compiles the client without the pragmas that turn warnings off.</summary>
    private static void AssertCompiles(GeneratorRun run)
    {
        Assert.NotEmpty(run.Result.GeneratedSources);
        Assert.Equal("", CompiledClients.Get(CompiledClients.TextsOf(run), () => Encoding.UTF8.GetBytes(FindWarnings(run)), Encoding.UTF8.GetString));
    }

    private static string FindWarnings(GeneratorRun run)
    {
        CSharpCompilation compilation = run.Compilation.AddSyntaxTrees(run.Result.GeneratedSources.Select(source =>
            CSharpSyntaxTree.ParseText(WithoutPragmas(source.SourceText.ToString()), run.Options, source.HintName)));
        return string.Join('\n', compilation.GetDiagnostics().Where(d => d.Severity >= DiagnosticSeverity.Warning && !s_allowedWarnings.Contains(d.Id)));
    }

    private static string WithoutPragmas(string text) =>
        text.Replace("#pragma warning disable\n", "").Replace("#nullable disable warnings\n", "").Replace("// <auto-generated/>\n", "");

    private static TheoryData<string> Files(string kind) =>
        [.. Directory.GetFiles(Path.Combine(s_folder, kind)).Select(file => Path.GetFileName(file)!).Order(StringComparer.Ordinal)];
}
