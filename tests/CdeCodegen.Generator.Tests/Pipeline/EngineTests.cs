using System.Collections;
using System.Reflection;
using System.Runtime.Loader;
using CdeCodegen.Generator.Engine;
using CdeCodegen.Generator.Model;
using CdeCodegen.Generator.Reading;
using CdeCodegen.Generator.Tests.Infrastructure;

namespace CdeCodegen.Generator.Tests.Pipeline;

/// <summary>The engine runs without Roslyn and generates the same files as the source generator.</summary>
public class EngineTests
{
    private static readonly string s_path = Path.Combine(Repository.Root, "spec", "cde.openapi.yaml");

    [Fact]
    public void The_engine_generates_the_same_files_where_Roslyn_cannot_be_loaded()
    {
        string text = File.ReadAllText(s_path);
        var context = new ContextWithoutRoslyn();
        Assembly generator = context.LoadFromAssemblyPath(typeof(ClientEngine).Assembly.Location);
        Type engine = generator.GetType(typeof(ClientEngine).FullName!, throwOnError: true)!;
        object facts = generator.GetType("CdeCodegen.Generator.Emission.EmissionFacts", throwOnError: true)!.GetField("Floor")!.GetValue(null)!;
        string? Metadata(string name) => name switch { "Namespace" => "Acme", "ClassName" => "AcmeClient", _ => null };

        object client = engine.GetMethod(nameof(ClientEngine.Generate))!.Invoke(
            null, ["api.yaml", text, generator.GetType("CdeCodegen.Generator.Reading.SpecFile", throwOnError: true)!.MakeArrayType().GetConstructor([typeof(int)])!.Invoke([0]), (Func<string, string?>)Metadata, facts, CancellationToken.None])!;

        List<(string, string)> files = [];
        foreach (object file in (IEnumerable)Property(client, nameof(GeneratedClient.Files)))
        {
            files.Add(((string)Property(file, nameof(GeneratedFile.HintName)), (string)Property(file, nameof(GeneratedFile.Text))));
        }

        var run = GeneratorRun.Of(text);
        Assert.NotSame(typeof(ClientEngine).Assembly, generator);
        Assert.NotEmpty(files);
        Assert.Equal(
            run.Result.GeneratedSources.Select(source => (source.HintName, source.SourceText.ToString())).Order(),
            files.Order());
        Assert.Equal(
            run.Diagnostics.Select(diagnostic => diagnostic.Id),
            ((IEnumerable)Property(client, nameof(GeneratedClient.Diagnostics))).Cast<object>()
                .Select(info => (string)Property(Property(info, "Descriptor"), "Id")));
        Assert.Empty(context.Refused);
    }

    [Fact]
    public void The_engine_reports_invalid_metadata_and_a_missing_text()
    {
        GeneratedClient client = ClientEngine.Generate(
            "gone.yaml", text: null, [], name => name == "ClassName" ? "1st" : null, CdeCodegen.Generator.Emission.EmissionFacts.Floor, CancellationToken.None);

        Assert.Empty(client.Files);
        Assert.Equal(["CDE0010", "CDE0001"], client.Diagnostics.Select(d => d.Descriptor.Id));
    }

    [Theory]
    [InlineData(null, "Warning", "Error")]
    [InlineData("info", "Info", "Info")]
    public void Warnings_about_a_document_can_be_lowered_and_then_break_no_build_with_warnings_as_errors(string? value, string expected, string shown)
    {
        const string Text = "openapi: 3.0.3\ninfo: { title: E, version: '1' }\npaths:\n  /a: { $ref: 'other.yaml' }\n  /b: { get: { responses: { '204': { description: ok } } } }\n";
        GeneratedClient client = ClientEngine.Generate(
            "a.yaml", Text, [], name => name == "DocumentWarnings" ? value : null, CdeCodegen.Generator.Emission.EmissionFacts.Floor, CancellationToken.None);

        Assert.Equal(expected, Assert.Single(client.Diagnostics).Severity.ToString());

        var document = new TestDocument("a.yaml", Text, ("DocumentWarnings", value ?? ""));
        Assert.Equal(shown, Assert.Single(GeneratorRun.Of([document]).Diagnostics).Severity.ToString());
    }

    [Fact]
    public void Models_of_equal_documents_are_equal()
    {
        string text = File.ReadAllText(s_path);

        ClientModel model = Lower(text);

        Assert.Equal(model, Lower(text));
        Assert.Equal(model.GetHashCode(), Lower(text).GetHashCode());
        Assert.NotEqual(model, Lower(text.Replace("401", "402")));
        Assert.All(model.Types, type => Assert.NotEqual(type, type with { Generated = type.Generated ^ GeneratedMembers.Reader }));

        static ClientModel Lower(string text) =>
            ClientEngine.Lower(new SpecFile("api.yaml", text), [], ReferenceMetadata.Read("api.yaml", _ => null, "Acme"), CancellationToken.None).Model!;
    }

    private static object Property(object target, string name) => target.GetType().GetProperty(name)!.GetValue(target)!;

    /// <summary>Refuses to load Roslyn; the default context loads everything else.</summary>
    private sealed class ContextWithoutRoslyn() : AssemblyLoadContext("without Roslyn")
    {
        public List<string> Refused { get; } = [];

        protected override Assembly? Load(AssemblyName assemblyName)
        {
            if (assemblyName.Name!.StartsWith("Microsoft.CodeAnalysis", StringComparison.Ordinal))
            {
                Refused.Add(assemblyName.Name);
                throw new FileNotFoundException(assemblyName.Name);
            }

            return null;
        }
    }
}
