using CdeCodegen.Generator.Tests.Infrastructure;
using Microsoft.CodeAnalysis.CSharp;

namespace CdeCodegen.Generator.Tests.Pipeline;

/// <summary>How the output depends on the consumer's language version, references and metadata.</summary>
public class LanguageTests
{
    private const string Document = """
        openapi: 3.0.3
        info: { title: T, version: '1' }
        servers: [{ url: 'https://t.example' }]
        paths:
          /a:
            get: { operationId: a, responses: { '204': { description: Done. } } }
        """;

    [Theory]
    [InlineData(LanguageVersion.CSharp11, false)]
    [InlineData(LanguageVersion.CSharp12, true)]
    [InlineData((LanguageVersion)1300, true)]
    public void C_sharp_12_is_the_minimum(LanguageVersion language, bool generates)
    {
        var run = GeneratorRun.Of([GeneratorRun.Document(Document)], language: language);

        Assert.Equal(generates, run.Result.GeneratedSources.Length > 0);
        Assert.Equal(generates ? [] : ["CDE0017"], run.Diagnostics.Select(d => d.Id));
    }

    /// <summary>"Preview" of this compiler is not C# 15, so <c>closed</c> would be a syntax error. The package tests use a newer compiler.</summary>
    [Fact]
    public void Preview_of_an_older_compiler_does_not_use_closed_classes()
    {
        var run = GeneratorRun.Of([GeneratorRun.Document(Document)], language: LanguageVersion.Preview);

        Assert.Contains("public abstract class AResult", string.Concat(run.Result.GeneratedSources.Select(s => s.SourceText.ToString())));
        Assert.DoesNotContain(run.Result.GeneratedSources, s => s.HintName.Contains("IsClosedType"));
        run.Load();
    }

    [Fact]
    public void A_missing_runtime_reference_is_reported_and_generates_nothing()
    {
        var run = GeneratorRun.Of(
            [GeneratorRun.Document(Document)], references: GeneratorRun.References.Where(r => r.Display?.Contains("CdeCodegen.Runtime") != true));

        Assert.Empty(run.Result.GeneratedSources);
        Assert.Equal(["CDE0013"], run.Diagnostics.Select(d => d.Id));
    }

    [Theory]
    [InlineData("Namespace", "not a namespace")]
    [InlineData("Namespace", "A.class")]
    [InlineData("ClassName", "1st")]
    [InlineData("ClassName", "A\"); Evil(); //")]
    [InlineData("ClassName", "Models")]
    [InlineData("ClassName", "RequestBuilders")]
    [InlineData("Accessibility", "private")]
    public void Invalid_metadata_is_reported_and_not_printed(string name, string value)
    {
        var run = GeneratorRun.Of([new TestDocument("api.yaml", Document, (name, value))]);

        Assert.Equal(["CDE0010"], run.Diagnostics.Select(d => d.Id));
        Assert.Contains(value, run.Diagnostics.Single().GetMessage(System.Globalization.CultureInfo.InvariantCulture));
        run.Load();
    }

    [Fact]
    public void An_unreadable_file_is_reported()
    {
        var run = GeneratorRun.Of([new TestDocument("gone.yaml", null)]);

        Assert.Equal(["CDE0001"], run.Diagnostics.Select(d => d.Id));
    }

    [Theory]
    [InlineData("/connectors/**#PATCH", "", "PATCH /connectors/{id}/restore,PATCH /connectors/{id}/versions/{v}")]
    [InlineData("/connectors/*", "", "GET /connectors/{id}")]
    [InlineData("/connectors/**", "**/versions/**;/connectors", "GET /connectors/{id},PATCH /connectors/{id}/restore")]
    [InlineData("**#get, delete", "", "DELETE /other,GET /connectors,GET /connectors/{id}")]
    [InlineData("/nothing", "", "")]
    [InlineData("", "/connectors/**", "DELETE /other")]
    [InlineData("/c*/**/{v}", "", "PATCH /connectors/{id}/versions/{v}")]
    public void Globs_select_operations(string includes, string excludes, string expected)
    {
        var filter = new CdeCodegen.Generator.Lowering.Operations.PathFilter(includes, excludes);
        string[] operations = ["GET /connectors", "GET /connectors/{id}", "PATCH /connectors/{id}/restore", "PATCH /connectors/{id}/versions/{v}", "DELETE /other"];

        Assert.Equal(expected, string.Join(',', operations.Where(o => filter.Includes(o.Split(' ')[1], o.Split(' ')[0])).Order(StringComparer.Ordinal)));
    }

    [Fact]
    public void What_no_chosen_operation_reaches_is_not_generated()
    {
        string cde = File.ReadAllText(Path.Combine(Repository.Root, "spec", "cde.openapi.yaml"));
        var run = GeneratorRun.Of([new TestDocument("cde.yaml", cde, ("Namespace", "Cde"), ("ClassName", "CdeClient"), ("IncludePaths", "/runs/**^GET|/nothing"))]);

        string[] names = [.. run.Result.GeneratedSources.Select(s => s.HintName["Cde.CdeClient".Length..^".g.cs".Length]).Order(StringComparer.Ordinal)];
        Assert.Contains(".Models.Run", names);
        Assert.DoesNotContain(".Models.Connector", names);
        Assert.DoesNotContain(names, name => name.StartsWith(".RequestBuilders.Connectors", StringComparison.Ordinal));
        Assert.Empty(run.Diagnostics); // problems of an excluded operation are not reported
        run.Load();
    }
}
