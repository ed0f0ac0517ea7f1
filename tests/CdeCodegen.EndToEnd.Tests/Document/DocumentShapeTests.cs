using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace CdeCodegen.EndToEnd.Document;

/// <summary>The structure and completeness of the CDE document.</summary>
public sealed partial class DocumentShapeTests
{
    private static readonly Specification s_specification = Specification.Shared;

    [Fact]
    public void The_document_has_43_operations_under_ten_tags()
    {
        Assert.Equal(43, s_specification.Operations.Count);
        Assert.Equal(43, s_specification.Operations.Select(o => o.Id).Distinct(StringComparer.OrdinalIgnoreCase).Count());
        Assert.All(s_specification.Operations, o => Assert.Matches(SnakeCase(), o.Id));

        string[] declared = [.. s_specification.Root["tags"]!.AsArray().Select(t => t!["name"]!.GetValue<string>())];
        Assert.Equal(10, declared.Length);
        Assert.Equal(declared.Order(), s_specification.Operations.Select(o => o.Tag).Distinct().Order());
    }

    [Fact]
    public void The_document_has_one_server_and_no_URL_of_an_authorization_server()
    {
        JsonNode? server = Assert.Single(s_specification.Root["servers"]!.AsArray());
        Assert.Equal("https://cde.staging.productsup.com", server!["url"]!.GetValue<string>());

        (string? name, JsonNode? scheme) = Assert.Single(s_specification.Root["components"]!["securitySchemes"]!.AsObject());
        Assert.Equal("oAuth2AuthCode", name);
        Assert.Equal("http", scheme!["type"]!.GetValue<string>());
        Assert.Equal("bearer", scheme["scheme"]!.GetValue<string>());
        Assert.DoesNotContain("Url:", s_specification.Yaml, StringComparison.Ordinal);
    }

    [Fact]
    public void The_wrong_parameter_name_of_the_restore_operation_is_kept()
    {
        DocumentedOperation operation = s_specification.Operation("connector_restore_from_bin");

        Assert.Equal("PATCH", operation.Method);
        Assert.Equal("/connectors/{movedToBinPublicId}/restore-from-bin", operation.Path);
        JsonObject parameter = s_specification.Resolve(Assert.Single(operation.Node["parameters"]!.AsArray())!);
        Assert.Equal("publicId", parameter["name"]!.GetValue<string>());
        Assert.Equal(["200", "401", "403", "404"], operation.Statuses);
    }

    [Fact]
    public void Every_other_path_template_declares_exactly_its_parameters()
    {
        foreach (DocumentedOperation? operation in s_specification.Operations.Where(o => o.Id != "connector_restore_from_bin"))
        {
            IEnumerable<string> declared = s_specification.Root["paths"]![operation.Path]!["parameters"]?.AsArray()
                .Concat(operation.Node["parameters"]?.AsArray() ?? [])
                .Select(p => s_specification.Resolve(p!))
                .Where(p => p["in"]!.GetValue<string>() == "path")
                .Select(p => p["name"]!.GetValue<string>()) ?? [];
            Assert.Equal(TemplateName().Matches(operation.Path).Select(m => m.Groups[1].Value), declared);
        }
    }

    [Fact]
    public void Every_reference_resolves_and_every_component_is_used()
    {
        var used = References(s_specification.Root).ToHashSet(StringComparer.Ordinal);
        Assert.All(used, r => s_specification.Find(r));

        IEnumerable<string> components = s_specification.Root["components"]!.AsObject()
            .Where(kind => kind.Key != "securitySchemes")
            .SelectMany(kind => kind.Value!.AsObject().Select(c => $"#/components/{kind.Key}/{c.Key}"));
        Assert.Equal([], components.Where(c => !used.Contains(c)));
    }

    /// <summary>Descriptions become the documentation comments of the generated client.</summary>
    [Fact]
    public void Every_operation_parameter_response_and_property_has_a_description()
    {
        var missing = new List<string>();
        foreach (DocumentedOperation operation in s_specification.Operations)
        {
            Check(operation.Id, operation.Node["summary"]);
            foreach (string status in operation.Statuses)
            {
                Check($"{operation.Id} {status}", s_specification.Resolve(operation.Node["responses"]![status]!)["description"]);
            }

            foreach (JsonNode? parameter in operation.Node["parameters"]?.AsArray() ?? [])
            {
                JsonObject resolved = s_specification.Resolve(parameter!);
                Check($"{operation.Id} {resolved["name"]}", resolved["description"]);
            }

            if (operation.Node["requestBody"] is { } body)
            {
                Check($"{operation.Id} body", s_specification.Resolve(body)["description"]);
            }
        }

        foreach ((string? name, JsonNode? schema) in s_specification.Schemas)
        {
            Check(name, schema!["description"]);
            foreach ((string? property, JsonNode? value) in schema["properties"]?.AsObject() ?? [])
            {
                Check($"{name}.{property}", value!["description"]);
            }
        }

        Assert.Equal([], missing);

        void Check(string place, JsonNode? text)
        {
            if (text?.GetValue<string>() is not { Length: > 0 } sentence || !sentence.EndsWith('.') || !char.IsUpper(sentence[0]))
            {
                missing.Add(place);
            }
        }
    }

    [Fact]
    public void Exactly_the_lists_with_an_offset_and_a_limit_declare_pagination()
    {
        foreach (DocumentedOperation operation in s_specification.Operations)
        {
            string[] query = (operation.Node["parameters"]?.AsArray() ?? [])
                .Select(p => s_specification.Resolve(p!)).Where(p => p["in"]!.GetValue<string>() == "query")
                .Select(p => p["name"]!.GetValue<string>()).ToArray();
            bool paged = query.Contains("from") && query.Contains("limit");
            Assert.Equal(paged, operation.Node.ContainsKey("x-pagination"));
            if (!paged)
            {
                continue;
            }

            JsonNode pagination = operation.Node["x-pagination"]!;
            JsonObject schema = s_specification.Resolve(s_specification.JsonContent(operation, "200")!["schema"]!);
            Assert.Equal("from", pagination["offset"]!.GetValue<string>());
            Assert.Equal("limit", pagination["limit"]!.GetValue<string>());
            Assert.Equal("array", schema["properties"]![pagination["items"]!.GetValue<string>()]!["type"]!.GetValue<string>());
            Assert.Equal("metadata.total", pagination["total"]!.GetValue<string>());
            Assert.NotNull(s_specification.Resolve(schema["properties"]!["metadata"]!)["properties"]!["total"]);
        }
    }

    private static IEnumerable<string> References(JsonNode? node) => node switch
    {
        JsonObject o => o.SelectMany(m => m is { Key: "$ref", Value: JsonValue v } ? [v.GetValue<string>()] : References(m.Value)),
        JsonArray a => a.SelectMany(References),
        _ => [],
    };

    [GeneratedRegex("^[a-z]+(_[a-z]+)*$")]
    private static partial Regex SnakeCase();

    [GeneratedRegex(@"\{(\w+)\}")]
    private static partial Regex TemplateName();
}
