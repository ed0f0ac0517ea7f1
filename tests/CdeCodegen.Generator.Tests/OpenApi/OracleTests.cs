using System.Text;
using CdeCodegen.Generator.Diagnostics;
using CdeCodegen.Generator.OpenApi;
using CdeCodegen.Generator.Reading;
using CdeCodegen.Generator.Tests.Infrastructure;
using Microsoft.OpenApi;
using Microsoft.OpenApi.Reader;

namespace CdeCodegen.Generator.Tests.OpenApi;

/// <summary>Compares the OpenAPI reader with Microsoft.OpenApi: paths, operations, parameters, responses and schemas.</summary>
public class OracleTests
{
    // Without nullability.yaml: it has a Boolean schema, for which Microsoft.OpenApi throws a NullReferenceException.
    public static TheoryData<string> Documents =>
    [
        "spec/cde.openapi.yaml",
        .. new[] { "recursion.yaml", "unions.yaml", "parameters.yaml", "swagger.json" }
            .Select(name => "tests/CdeCodegen.Generator.Tests/Lowering/Documents/positive/" + name),
    ];

    [Theory]
    [MemberData(nameof(Documents))]
    public async Task A_document_is_read_as_by_Microsoft_OpenApi(string document)
    {
        string path = Repository.PathOf(document);
        OpenApiDocument expected = await ReadAsync(path);
        ApiDocument actual = Read(path);

        Assert.Equal(Outline(expected), Outline(actual));
        Assert.Equal(
            (expected.Components?.Schemas ?? new Dictionary<string, IOpenApiSchema>())
                .Select(s => s.Key + " " + string.Join(',', s.Value.Properties?.Keys ?? [])).Order(StringComparer.Ordinal),
            actual.NamedSchemas.Select(s => s.ComponentName + " " + string.Join(',', s.Properties.Select(p => p.Key))).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task The_JSON_form_of_the_CDE_document_gives_the_same_client()
    {
        string yaml = File.ReadAllText(Repository.CdeDocument);
        OpenApiDocument document = await ReadAsync(Repository.CdeDocument);
        string json = await document.SerializeAsJsonAsync(OpenApiSpecVersion.OpenApi3_1);

        Assert.Equal(Sources(GeneratorRun.Of(yaml, "cde.yaml")).Keys, Sources(GeneratorRun.Of(json, "cde.json")).Keys);
        Assert.Equal(Sources(GeneratorRun.Of(yaml, "cde.yaml")), Sources(GeneratorRun.Of(ToJson(yaml), "cde.json")));
    }

    private static SortedDictionary<string, string> Sources(GeneratorRun run) =>
        new(run.Result.GeneratedSources.ToDictionary(s => s.HintName, s => s.SourceText.ToString()), StringComparer.Ordinal);

    private static async Task<OpenApiDocument> ReadAsync(string path)
    {
        var settings = new OpenApiReaderSettings { RuleSet = new ValidationRuleSet() };
        settings.AddYamlReader();
        using FileStream stream = File.OpenRead(path);
        ReadResult result = await OpenApiDocument.LoadAsync(stream, path.EndsWith(".json", StringComparison.Ordinal) ? "json" : "yaml", settings);
        Assert.True(result.Document?.Paths is not null, string.Join("\n", result.Diagnostic?.Errors.Select(e => e.ToString()) ?? []));
        return result.Document!;
    }

    private static ApiDocument Read(string path)
    {
        string text = File.ReadAllText(path);
        var files = new SpecFiles(path, text);
        var diagnostics = new DiagnosticBag(files);
        diagnostics.Report(files.Main, files.Main.Open(start: 0, CancellationToken.None)!);
        ApiDocument? document = OpenApiReader.Read(files, diagnostics, (_, _) => true, CancellationToken.None);
        Assert.Equal(0, diagnostics.Count);
        return document!;
    }

    private static IEnumerable<string> Outline(OpenApiDocument document) =>
        (from path in document.Paths
         from operation in path.Value.Operations ?? []
         let own = operation.Value.Parameters ?? []
         let parameters = own.Concat((path.Value.Parameters ?? []).Where(p => !own.Any(o => o.Name == p.Name && o.In == p.In)))
         select $"{operation.Key} {path.Key} {operation.Value.OperationId} "
             + $"({string.Join(',', parameters.Select(p => p.In + ":" + p.Name + (p.Required ? "!" : "")).Order(StringComparer.Ordinal))}) "
             + $"body {string.Join('|', operation.Value.RequestBody?.Content?.Keys.Order(StringComparer.Ordinal) ?? Enumerable.Empty<string>())} "
             + string.Join(' ', (operation.Value.Responses ?? []).Select(r => r.Key + "=" + MediaTypes(r.Value))))
        .Order(StringComparer.Ordinal);

    private static string MediaTypes(IOpenApiResponse response) =>
        string.Join('|', (response.Content ?? new Dictionary<string, IOpenApiMediaType>())
            .Where(content => content.Value.Schema is not null).Select(content => content.Key).Order(StringComparer.Ordinal));

    private static IEnumerable<string> Outline(ApiDocument document) =>
        document.Operations.Select(operation =>
            $"{operation.Method} {operation.Path} {operation.Id} "
            + $"({string.Join(',', operation.Parameters.Select(p => p.Place + ":" + p.Name + (p.Required ? "!" : "")).Order(StringComparer.Ordinal))}) "
            + $"body {string.Join('|', operation.Body?.Content.Select(m => m.Type).Order(StringComparer.Ordinal) ?? Enumerable.Empty<string>())} "
            + string.Join(' ', operation.Responses.Select(r => r.Key + "=" + string.Join('|', r.Content.Select(m => m.Type).Order(StringComparer.Ordinal)))))
        .Order(StringComparer.Ordinal);

    /// <summary>Converts YAML to JSON through the node tree.</summary>
    private static string ToJson(string yaml)
    {
        using var buffer = new MemoryStream();
        using (var writer = new System.Text.Json.Utf8JsonWriter(buffer, new() { Indented = true }))
        {
            Write(writer, SpecReader.Read("a.yaml", yaml, CancellationToken.None).Root!);
        }

        return Encoding.UTF8.GetString(buffer.ToArray());

        static void Write(System.Text.Json.Utf8JsonWriter writer, SpecNode node)
        {
            switch (node.Kind)
            {
                case SpecKind.Object:
                    writer.WriteStartObject();
                    foreach (SpecMember member in node.Members)
                    {
                        writer.WritePropertyName(member.Name);
                        Write(writer, member.Value);
                    }

                    writer.WriteEndObject();
                    break;
                case SpecKind.Array:
                    writer.WriteStartArray();
                    foreach (SpecNode item in node.Items)
                    {
                        Write(writer, item);
                    }

                    writer.WriteEndArray();
                    break;
                case SpecKind.String:
                    writer.WriteStringValue(node.Text);
                    break;
                case SpecKind.Null:
                    writer.WriteNullValue();
                    break;
                default:
                    writer.WriteRawValue(node.Text);
                    break;
            }
        }
    }
}
