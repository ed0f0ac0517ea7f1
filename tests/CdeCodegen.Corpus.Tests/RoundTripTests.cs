using System.Collections.Immutable;
using CdeCodegen.Corpus.Tests.RoundTrips;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace CdeCodegen.Corpus.Tests;

/// <summary>Tests of the round trip itself: it accepts the client of a document, and detects a client of another document.</summary>
public sealed class RoundTripTests : IDisposable
{
    private const string Document = """
        openapi: 3.0.3
        info: { title: Things, version: "1" }
        paths:
          /things/{id}:
            get:
              operationId: getThing
              parameters:
              - { name: id, in: path, required: true, schema: { type: string } }
              - { name: limit, in: query, required: true, schema: { type: integer } }
              responses:
                "200":
                  description: A thing.
                  headers: { X-Count: { schema: { type: integer } } }
                  content: { application/json: { schema: { $ref: "#/components/schemas/Thing" } } }
                "4XX": { description: No thing. }
                default: { description: Anything else. }
        components:
          schemas:
            Thing:
              type: object
              required: [name]
              properties:
                name: { type: string }
                next: { $ref: "#/components/schemas/Thing" }
                kind: { oneOf: [{ $ref: "#/components/schemas/A" }, { $ref: "#/components/schemas/B" }] }
                mark:
                  oneOf: [{ $ref: "#/components/schemas/C" }, { $ref: "#/components/schemas/D" }]
                  discriminator: { propertyName: type }
            A: { type: object, required: [a], properties: { a: { type: string } } }
            B: { type: object, required: [b], properties: { b: { type: string } } }
            C: { type: object, required: [type], properties: { type: { type: string, enum: [c.object] } } }
            D: { type: object, required: [type], properties: { type: { type: string, enum: [d.object] } } }
        """;

    private readonly string _folder = Directory.CreateTempSubdirectory().FullName;

    [Fact]
    public void A_client_passes_with_its_own_document()
    {
        RoundTripReport report = Run(Document);

        Assert.Empty(report.Failures);
        Assert.Equal((1, 1, 3), (report.Operations, report.Called, report.Calls));
    }

    [Theory]
    [InlineData("/things/{id}", "/stuff/{id}", "another method or path")]
    [InlineData("get:", "post:", "another method or path")]
    [InlineData("name: limit", "name: max", "a required parameter is missing")]
    [InlineData("4XX", "5XX", "an undocumented case")]
    [InlineData("X-Count: { schema: { type: integer } }", "X-Count: { schema: { type: string } }", "ResponseFormatException")]
    [InlineData("name: { type: string }", "name: { type: boolean }", "ResponseFormatException")]
    [InlineData("A: { type: object, required: [a], properties: { a: { type: string } } }", "A: { type: boolean }", "an unknown alternative")]
    public void A_client_fails_with_another_document(string text, string other, string cause)
    {
        Assert.Contains(text, Document, StringComparison.Ordinal);
        RoundTripReport report = Run(Document.Replace(text, other, StringComparison.Ordinal));

        Assert.Equal(0, report.Called);
        Assert.Equal(cause, report.Failures[0].Cause);
    }

    /// <summary>Small documents with constructs from real ones.</summary>
    [Theory]
    [InlineData("as-meant.yaml", 6)]
    [InlineData("paths.yaml", 11)]
    [InlineData("hierarchy.yaml", 2)]
    public void Every_operation_of_a_small_document_makes_the_round_trip(string name, int operations)
    {
        string path = Repository.PathOf("tests/CdeCodegen.Corpus.Tests/Documents", name);
        var document = new CorpusDocument(name, path, "3", new FileInfo(path).Length, IsSingle: true, []);
        Compilation compilation = GeneratorRun.Generate(document, LanguageVersion.CSharp12).Compilation;
        (ImmutableArray<Diagnostic> errors, byte[] assembly, _) = GeneratorRun.Compile(GeneratorRun.AsUserCode(compilation));

        Assert.Empty(errors);
        RoundTripReport report = RoundTrip.Run(document, assembly);
        Assert.Empty(report.Failures);
        Assert.Equal((operations, operations), (report.Operations, report.Called));
    }

    [Fact]
    public void A_base_schema_that_lists_its_derived_schemas_is_one_hierarchy_of_exactly_these()
    {
        string path = Repository.PathOf("tests/CdeCodegen.Corpus.Tests/Documents/hierarchy.yaml");
        var document = new CorpusDocument("hierarchy", path, "3.0.3", 0, IsSingle: true, []);
        (Compilation compilation, GeneratorRunResult result, _) = GeneratorRun.Generate(document, LanguageVersion.CSharp12);

        Assert.Empty(result.Diagnostics);
        INamedTypeSymbol pet = compilation.GetTypeByMetadataName("Corpus.Client.Models.Pet")!;
        Assert.Equal(["Unknown"], pet.GetTypeMembers().Select(type => type.Name));
        Assert.Equal(["Cat", "Dog"], pet.ContainingNamespace.GetTypeMembers()
            .Where(type => SymbolEqualityComparer.Default.Equals(type.BaseType, pet)).Select(type => type.Name).Order(StringComparer.Ordinal));
        Assert.Equal(["claws"], Members("Cat"));
        Assert.Equal(["kind", "name"], Members("Pet"));

        IEnumerable<string> Members(string type) => compilation.GetTypeByMetadataName("Corpus.Client.Models." + type)!.GetMembers().OfType<IPropertySymbol>()
            .Select(property => property.Name.ToLowerInvariant()).Order(StringComparer.Ordinal);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    /// <summary>Calls the client of <see cref="Document"/>, with the expectations of another document.</summary>
    private RoundTripReport Run(string expected) => RoundTrip.Run(
        Write("expected.yaml", expected),
        GeneratorRun.Compile(GeneratorRun.Generate(Write("client.yaml", Document), LanguageVersion.CSharp12).Compilation).Assembly);

    private CorpusDocument Write(string name, string text)
    {
        string path = Path.Combine(_folder, name);
        File.WriteAllText(path, text);
        return new CorpusDocument(name, path, "3.0.3", text.Length, IsSingle: true, []);
    }
}
