using CdeCodegen.Generator.Pipeline;
using CdeCodegen.Generator.Reading;
using CdeCodegen.Generator.Tests.Infrastructure;
using Microsoft.CodeAnalysis;

namespace CdeCodegen.Generator.Tests.OpenApi;

/// <summary>Documents of several files: what is found, what is reported where, and which steps an edit runs.</summary>
public class FileTests
{
    private const string Pet = "type: object\nproperties: { name: { type: string }, other: { $ref: '#/nothing' } }\n";

    [Fact]
    public void A_missing_file_is_reported_once_with_the_attribute_to_add()
    {
        GeneratorRun run = Run("apis/api.yaml", Paths("./schemas/pet.yaml", "schemas/a/../pet.yaml#/x", "schemas/%70et.yaml", "../common.json#/Pet"));

        Assert.Equal(
            [
                "apis/api.yaml(7,43): The reference './schemas/pet.yaml' cannot be resolved: the file is not given to the generator; "
                    + "add Files=\"schemas/pet.yaml\" to the OpenApiReference (at #/paths/~1a0/get/responses/200/content/application~1json/schema/$ref)",
                "apis/api.yaml(13,43): The reference '../common.json#/Pet' cannot be resolved: the file is not given to the generator; "
                    + "add Files=\"../common.json\" to the OpenApiReference (at #/paths/~1a3/get/responses/200/content/application~1json/schema/$ref)",
            ],
            Messages(run, "CDE0004"));
    }

    [Fact]
    public void A_path_item_of_a_missing_file_gives_no_second_diagnostic()
    {
        var run = GeneratorRun.Of("""
            openapi: 3.0.3
            info: { title: E, version: '1' }
            paths:
              /a: { $ref: 'other.yaml#/a' }
              /b: { $ref: 'other.yaml#/b' }
              /c: { get: { responses: { '204': { description: ok } } } }
            """);

        Assert.Contains("Files=\"other.yaml\"", Assert.Single(run.Diagnostics).GetMessage(null), StringComparison.Ordinal);
    }

    [Fact]
    public void A_problem_is_reported_in_the_file_where_it_is()
    {
        GeneratorRun run = Run("api.yaml", Paths("pet.yaml"), ("pet.yaml", Pet));

        Assert.Equal(
            ["pet.yaml(2,54): The reference '#/nothing' cannot be resolved: its target does not exist (at #/properties/other/$ref)"], Messages(run, "CDE0004"));
    }

    [Fact]
    public void A_syntax_error_is_reported_in_its_file()
    {
        GeneratorRun run = Run("api.yaml", Paths("pet.json"), ("pet.json", "{\n \"type\": \"object\", x }"));

        Diagnostic problem = Assert.Single(run.Diagnostics, d => d.Id == "CDE0002");
        Assert.Equal(("pet.json", 1, 19), (problem.Location.GetLineSpan().Path, problem.Location.GetLineSpan().StartLinePosition.Line, problem.Location.GetLineSpan().StartLinePosition.Character));
    }

    [Theory]
    [InlineData("https://evil.example/pet.yaml")]
    [InlineData("file:///etc/passwd")]
    [InlineData("/etc/passwd")]
    [InlineData("../../../../../../etc/passwd")]
    [InlineData("\\\\evil\\share\\pet.yaml")]
    public void A_reference_opens_nothing_that_was_not_given(string reference)
    {
        GeneratorRun run = Run("api.yaml", Paths(reference), ("pet.yaml", Pet));

        Assert.Single(Messages(run, "CDE0004"));
        Assert.DoesNotContain(run.Result.GeneratedSources, source => source.SourceText.ToString().Contains("root:", StringComparison.Ordinal));
    }

    [Fact]
    public void A_given_file_that_cannot_be_read_is_reported()
    {
        GeneratorRun run = Run("api.yaml", Paths("pet.yaml"), ("pet.yaml", null));

        Assert.Contains("the file 'pet.yaml' cannot be read", Assert.Single(Messages(run, "CDE0004")), StringComparison.Ordinal);
    }

    [Fact]
    public void References_that_lead_in_a_circle_across_files_are_reported()
    {
        GeneratorRun run = Run("api.yaml", Paths("a.yaml"), ("a.yaml", "$ref: b.yaml"), ("b.yaml", "$ref: a.yaml"));

        Assert.NotEmpty(run.Diagnostics);
        Assert.All(run.Diagnostics, d => Assert.NotEqual("CDE0012", d.Id));
    }

    [Fact]
    public void The_same_file_by_other_spellings_is_one_type()
    {
        GeneratorRun run = Run("x/api.yaml", Paths("s/pet.yaml", "./s/../s/pet.yaml", "../x/s/pet.yaml", "s/p%65t.yaml", "S/Pet.yaml"), ("x/s/pet.yaml", "type: object\nproperties: { n: { type: string } }\n"));

        Assert.Empty(run.Diagnostics);
        Assert.Single(Models(run));
    }

    [Fact]
    public void Schemas_of_the_same_name_in_several_files_are_named_after_their_files()
    {
        string schema = "Status: { type: object, properties: { n: { type: string } } }\n";
        GeneratorRun run = Run(
            "api.yaml", Paths("orders.yaml#/Status", "pets.yaml#/Status", "a/item.yaml", "b/item.yaml"),
            ("orders.yaml", schema), ("pets.yaml", schema), ("a/item.yaml", "{ type: object, properties: { a: { type: string } } }"), ("b/item.yaml", "{ type: object, properties: { b: { type: string } } }"));

        Assert.Empty(run.Diagnostics);
        Assert.Equal(["BItem", "Item", "PetsStatus", "Status"], Models(run));
    }

    [Fact]
    public void References_are_relative_to_the_address_that_a_document_gives_itself()
    {
        GeneratorRun run = Run(
            "api.yaml", "$self: https://example.test/apis/main.yaml\n" + Paths("main.yaml#/components/schemas/Pet", "../schemas/tag", "https://example.test/other#/Item")
                + "components: { schemas: { Pet: { type: object, properties: { n: { type: string } } } } }\n",
            ("any.yaml", "{ $id: 'https://example.test/schemas/tag', $anchor: Tag, type: object, properties: { t: { type: string }, u: { $ref: 'price' } }, "
                + "$defs: { x: { $id: price, type: object, properties: { p: { type: string } } } } }"),
            ("else.yaml", "$self: https://example.test/other\nItem: { type: object, properties: { i: { type: string } } }\n"));

        Assert.Empty(run.Diagnostics);
        Assert.Equal(["Any", "Item", "Pet", "Price"], Models(run));
    }

    [Fact]
    public void An_unresolved_response_keeps_its_status()
    {
        var run = GeneratorRun.Of("""
            openapi: 3.0.3
            info: { title: E, version: '1' }
            paths:
              /a: { get: { operationId: a, responses: { '204': { description: ok }, '401': { $ref: 'other.yaml#/Unauthorized' } } } }
            """);

        Assert.Contains("[ApiResultCase(401)]", run.Text("Results.A.g.cs").Replace("global::CdeCodegen.Runtime.", ""), StringComparison.Ordinal);
    }

    [Fact]
    public void An_edit_of_a_file_runs_its_document_and_no_other()
    {
        TestDocument first = Document("a.yaml", "AClient", Paths("pet.yaml"));
        TestDocument second = Document("b.yaml", "BClient", Paths("tag.yaml"));
        var pet = TestDocument.FurtherFile("pet.yaml", "{ type: object, properties: { name: { type: string } } }", "a.yaml");
        var tag = TestDocument.FurtherFile("tag.yaml", "{ type: object, properties: { name: { type: string } } }", "b.yaml");
        var run = GeneratorRun.Of([first, second, pet, tag]);
        GeneratorRun edited = run.Replace(pet, pet.With("{ type: object, properties: { renamed: { type: string } } }"));

        Assert.Equal([IncrementalStepRunReason.Modified, IncrementalStepRunReason.Unchanged], edited.Reasons(TrackingNames.Documents));
        Assert.Equal([IncrementalStepRunReason.Modified, IncrementalStepRunReason.Cached], edited.Reasons(TrackingNames.Lower));
        Assert.Equal(1, edited.Printed);
        Assert.Contains("Renamed", edited.Text("AClient.Models.Pet.g.cs"), StringComparison.Ordinal);
    }

    [Fact]
    public void An_edit_of_an_unrelated_file_runs_nothing()
    {
        var other = new TestDocument("notes.txt", "old", ("CdeCodegen", ""));
        var run = GeneratorRun.Of([Document("a.yaml", "AClient", Paths("pet.yaml")), TestDocument.FurtherFile("pet.yaml", "type: object", "a.yaml"), other]);
        GeneratorRun edited = run.Replace(other, other.With("new"));

        foreach (string step in TrackingNames.All)
        {
            Assert.All(edited.Reasons(step), reason => Assert.Contains(reason, new[] { IncrementalStepRunReason.Cached, IncrementalStepRunReason.Unchanged }));
        }

        Assert.All(edited.Reasons(TrackingNames.Lower), reason => Assert.Equal(IncrementalStepRunReason.Cached, reason));
    }

    [Fact]
    public void A_document_can_be_a_file_of_another_one()
    {
        string shared = Paths("#/components/schemas/Pet") + "components: { schemas: { Pet: { type: object, properties: { n: { type: string } } } } }\n";
        var both = new TestDocument("b.yaml", shared, ("Namespace", "B"), ("ClassName", "BClient"), ("CdeCodegenDocument", "x/C^/a.yaml|z.yaml"));
        var run = GeneratorRun.Of([Document("x/C#/a.yaml", "AClient", Paths("../../b.yaml#/components/schemas/Pet")), both]);

        Assert.Empty(run.Diagnostics);
        Assert.Contains("class Pet", run.Text("AClient.Models.Pet.g.cs"), StringComparison.Ordinal);
        Assert.Contains("class Pet", run.Text("BClient.Models.Pet.g.cs"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("a/b.yaml", "c.yaml", "a/c.yaml")]
    [InlineData("a/b.yaml", "./c/../d.yaml", "a/d.yaml")]
    [InlineData("a/b.yaml", "../../c.yaml", "../c.yaml")]
    [InlineData("/a/b.yaml", "../../../c.yaml", "/c.yaml")]
    [InlineData("C:\\a\\b.yaml", "..\\c.yaml", "C:/c.yaml")]
    [InlineData("b.yaml", "c.yaml", "c.yaml")]
    [InlineData("/a/b.yaml", "/c//d.yaml", "/c/d.yaml")]
    public void Paths_are_combined_without_a_file_system(string from, string reference, string expected) =>
        Assert.Equal(expected, SpecPath.Combine(from, reference));

    [Theory]
    [InlineData("a/b.yaml", "a/c/d.yaml", "c/d.yaml")]
    [InlineData("/x/a/b.yaml", "/x/c.yaml", "../c.yaml")]
    [InlineData("C:/a/b.yaml", "D:/c.yaml", "D:/c.yaml")]
    [InlineData("b.yaml", "../c.yaml", "../c.yaml")]
    public void Paths_are_shown_relative_to_the_document(string from, string path, string expected) =>
        Assert.Equal(expected, SpecPath.RelativeTo(from, path));

    private static TestDocument Document(string path, string client, string text) => new(path, text, ("Namespace", client + "s"), ("ClassName", client));

    /// <summary>A document with one path for each reference, which answers with its target.</summary>
    private static string Paths(params string[] references) =>
        "openapi: 3.1.0\ninfo: { title: E, version: '1' }\n# Each path has one reference.\n\npaths:\n"
        + string.Concat(references.Select((reference, i) =>
            $"  /a{i}: {{ get: {{ operationId: a{i}, responses: {{ '200': {{ description: ok, content: {{\n      application/json: {{ schema: {{ $ref: '{reference}' }} }} }} }} }} }} }}\n"));

    private static GeneratorRun Run(string path, string text, params (string Path, string? Text)[] files) =>
        GeneratorRun.Of([GeneratorRun.Document(text, path), .. files.Select(file => TestDocument.FurtherFile(file.Path, file.Text, path))]);

    private static IEnumerable<string> Models(GeneratorRun run) => run.Result.GeneratedSources.Select(source => source.HintName)
        .Where(name => name.Contains(".Models.", StringComparison.Ordinal)).Select(name => name.Split('.')[^3]).Order(StringComparer.Ordinal);

    private static IEnumerable<string> Messages(GeneratorRun run, string id) => run.Diagnostics.Where(d => d.Id == id).Select(d =>
    {
        FileLinePositionSpan span = d.Location.GetLineSpan();
        return $"{span.Path}({span.StartLinePosition.Line + 1},{span.StartLinePosition.Character + 1}): {d.GetMessage(null)}";
    });
}
