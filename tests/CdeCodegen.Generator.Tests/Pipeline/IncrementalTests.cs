using CdeCodegen.Generator.Pipeline;
using CdeCodegen.Generator.Tests.Infrastructure;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace CdeCodegen.Generator.Tests.Pipeline;

/// <summary>The steps that run and the files that are printed after each kind of edit.</summary>
public class IncrementalTests
{
    private static readonly string s_cde = File.ReadAllText(Path.Combine(Repository.Root, "spec", "cde.openapi.yaml"));

    [Fact]
    public void An_edit_of_C_sharp_runs_no_step()
    {
        var run = GeneratorRun.Of(s_cde);
        GeneratorRun edited = run.Again(c => c.AddSyntaxTrees(CSharpSyntaxTree.ParseText("class Edited;", run.Options)));

        foreach (string step in TrackingNames.All)
        {
            Assert.All(edited.Reasons(step), reason => Assert.Equal(IncrementalStepRunReason.Cached, reason));
        }

        Assert.Equal(0, edited.Printed);
        Assert.NotEmpty(edited.Result.GeneratedSources);
    }

    [Fact]
    public void The_same_text_in_a_new_object_is_not_read_again()
    {
        TestDocument document = GeneratorRun.Document(s_cde);
        GeneratorRun run = GeneratorRun.Of([document]).Replace(document, document.Clone());

        Assert.Equal([IncrementalStepRunReason.Unchanged], run.Reasons(TrackingNames.Documents));
        Assert.Equal([IncrementalStepRunReason.Cached], run.Reasons(TrackingNames.Lower));
        Assert.Equal(0, run.Printed);
    }

    [Theory]
    [InlineData("\nopenapi:", "\n\n\nopenapi:")]
    [InlineData("\npaths:", "\n# a comment of the document\n\npaths:")]
    public void An_edit_of_white_space_stops_at_the_model(string old, string @new)
    {
        GeneratorRun run = Edit("\n" + s_cde, old, @new);

        Assert.Equal([IncrementalStepRunReason.Modified], run.Reasons(TrackingNames.Lower)); // the positions of diagnostics changed
        Assert.Equal([IncrementalStepRunReason.Unchanged], run.Reasons(TrackingNames.Model));
        Assert.Equal(0, run.Printed);
    }

    [Fact]
    public void An_edited_schema_prints_one_file()
    {
        GeneratorRun run = Edit(Pets, "description: Its name.", "description: What it is called.");

        Assert.Equal(1, run.Printed);
        Assert.Contains("What it is called.", run.Text("Models.Pet.g.cs"));
    }

    [Fact]
    public void An_edited_response_prints_one_file()
    {
        Assert.Equal(1, Edit(Pets, "description: All pets.", "description: Every pet.").Printed);
    }

    [Fact]
    public void An_inserted_schema_prints_only_units_in_its_bucket()
    {
        string more = string.Concat(Enumerable.Range(0, 200).Select(i => $"        p{i}: {{ $ref: '#/components/schemas/Extra{i}' }}\n"));
        string schemas = string.Concat(Enumerable.Range(0, 200).Select(i => $"    Extra{i}: {{ type: object, properties: {{ n: {{ type: string }} }} }}\n"));
        string large = Pets.Replace("        name:", more + "        name:").Replace("    Tag:", schemas + "    Tag:");
        GeneratorRun run = Edit(
            large,
            "    Extra0:",
            "    AnInserted: { type: object, properties: { a: { type: string } } }\n    Extra0:",
            "        p0:",
            "        aaa: { $ref: '#/components/schemas/AnInserted' }\n        p0:");

        Assert.Contains(run.Result.GeneratedSources, source => source.HintName.EndsWith("Models.AnInserted.g.cs", StringComparison.Ordinal));

        // The schema, the schema that refers to it, and the units in the same bucket.
        Assert.InRange(run.Printed, 2, 8);
    }

    [Fact]
    public void A_changed_option_runs_the_document_again()
    {
        TestDocument document = GeneratorRun.Document(Pets);
        var renamed = new TestDocument(document.Path, document.Text, ("Namespace", "Acme"), ("ClassName", "Renamed"));
        GeneratorRun run = GeneratorRun.Of([document]).Replace(document, renamed);

        Assert.Equal([IncrementalStepRunReason.Modified], run.Reasons(TrackingNames.Documents));
        Assert.Contains("class Renamed", run.Text("Acme.Renamed.g.cs"));
    }

    [Fact]
    public void A_project_without_documents_runs_no_step()
    {
        var run = GeneratorRun.Of([]);

        Assert.Empty(run.Result.GeneratedSources);
        Assert.Empty(run.Diagnostics);
        Assert.Empty(run.Reasons(TrackingNames.Lower));
    }

    [Fact]
    public void An_edit_of_one_document_prints_no_file_of_another()
    {
        TestDocument pets = GeneratorRun.Document(Pets);
        var cde = new TestDocument("cde.yaml", s_cde, ("Namespace", "Cde"), ("ClassName", "CdeClient"));
        GeneratorRun run = GeneratorRun.Of([pets, cde]).Replace(pets, pets.With(Pets.Replace("Its name.", "Another text.")));

        Assert.Equal(1, run.Printed);
    }

    [Fact]
    public void The_second_of_two_documents_with_the_same_client_name_is_reported()
    {
        TestDocument first = GeneratorRun.Document(Pets);
        TestDocument second = GeneratorRun.Document(Pets.Replace("Its name.", "Another text."), "b.yaml");
        var run = GeneratorRun.Of([first, second]);

        Diagnostic problem = Assert.Single(run.Diagnostics, d => d.Id == "CDE0010");
        Assert.Equal("b.yaml", problem.Location.GetLineSpan().Path);
        Assert.Contains("Its name.", run.Text("Models.Pet.g.cs"));
    }

    /// <summary>Two clients in one namespace must not declare one type twice: a model, a result or a request builder.</summary>
    [Theory]
    [InlineData("Acme", "Pets", "CDE0010")]
    [InlineData("Other", "Pets", null)]
    [InlineData("Acme", "Things", null)]
    public void The_second_of_two_documents_with_types_of_the_same_name_is_reported(string space, string document, string? id)
    {
        const string Things = "openapi: 3.0.0\ninfo: { title: T, version: '1' }\npaths: { /things: { get: { operationId: get_thing, responses: { '204': { description: None } } } } }\n";
        var first = new TestDocument("a.yaml", Pets, ("Namespace", "Acme"), ("ClassName", "FirstClient"));
        var second = new TestDocument("b.yaml", document == "Pets" ? Pets : Things, ("Namespace", space), ("ClassName", "SecondClient"));
        var run = GeneratorRun.Of([first, second]);

        Diagnostic[] problems = [.. run.Diagnostics.Where(static d => d.Severity == DiagnosticSeverity.Error)];
        Assert.Equal(id is null ? [] : [id], problems.Select(static d => d.Id));
        Assert.All(problems, static d => Assert.Contains("Namespace=\"Acme\" is not valid: another document already generates 'Acme.Models.", d.ToString()));
        Assert.Contains("class FirstClient", run.Text("Acme.FirstClient.g.cs"));
    }

    [Fact]
    public void Output_is_deterministic()
    {
        Assert.Equal(Texts(GeneratorRun.Of(s_cde)), Texts(GeneratorRun.Of(s_cde)));

        static IEnumerable<(string, string)> Texts(GeneratorRun run) => run.Result.GeneratedSources.Select(s => (s.HintName, s.SourceText.ToString()));
    }

    [Fact]
    public void Files_have_line_feeds_only_and_names_unique_ignoring_case()
    {
        var run = GeneratorRun.Of(s_cde);

        Assert.All(run.Result.GeneratedSources, source => Assert.DoesNotContain('\r', source.SourceText.ToString()));
        Assert.Equal(
            run.Result.GeneratedSources.Length,
            run.Result.GeneratedSources.Select(source => source.HintName).Distinct(StringComparer.OrdinalIgnoreCase).Count());
    }

    private const string Pets = """
        openapi: 3.0.3
        info: { title: Pets API, version: '1' }
        servers: [{ url: https://pets.example }]
        paths:
          /pets:
            get:
              operationId: listPets
              responses:
                '200':
                  description: All pets.
                  content: { application/json: { schema: { type: array, items: { $ref: '#/components/schemas/Pet' } } } }
                '403': { description: Not yours., content: { application/json: { schema: { $ref: '#/components/schemas/Error' } } } }
        components:
          schemas:
            Pet:
              type: object
              required: [name]
              properties:
                name: { type: string, description: Its name. }
                tag: { $ref: '#/components/schemas/Tag' }
            Tag:
              type: object
              properties: { text: { type: string } }
            Error:
              type: object
              properties: { message: { type: string } }
        """;

    private static GeneratorRun Edit(string text, params string[] replacements)
    {
        TestDocument document = GeneratorRun.Document(text);
        string edited = text;
        for (int i = 0; i < replacements.Length; i += 2)
        {
            Assert.Contains(replacements[i], edited);
            edited = edited.Replace(replacements[i], replacements[i + 1]);
        }

        return GeneratorRun.Of([document]).Replace(document, document.With(edited));
    }
}
