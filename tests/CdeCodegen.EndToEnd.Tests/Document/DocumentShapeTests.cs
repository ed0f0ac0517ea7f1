using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace CdeCodegen.EndToEnd.Document;

/// <summary>What the document promises about itself.</summary>
public sealed partial class DocumentShapeTests
{
    private static readonly Specification specification = Specification.Shared;

    [Fact]
    public void It_has_43_operations_under_ten_tags()
    {
        Assert.Equal(43, specification.Operations.Count);
        Assert.Equal(43, specification.Operations.Select(o => o.Id).Distinct(StringComparer.OrdinalIgnoreCase).Count());
        Assert.All(specification.Operations, o => Assert.Matches(SnakeCase(), o.Id));

        string[] declared = [.. specification.Root["tags"]!.AsArray().Select(t => t!["name"]!.GetValue<string>())];
        Assert.Equal(10, declared.Length);
        Assert.Equal(declared.Order(), specification.Operations.Select(o => o.Tag).Distinct().Order());
    }

    [Fact]
    public void It_names_one_server_and_no_address_of_an_authorization_server()
    {
        var server = Assert.Single(specification.Root["servers"]!.AsArray());
        Assert.Equal("https://cde.staging.productsup.com", server!["url"]!.GetValue<string>());

        var (name, scheme) = Assert.Single(specification.Root["components"]!["securitySchemes"]!.AsObject());
        Assert.Equal("oAuth2AuthCode", name);
        Assert.Equal("http", scheme!["type"]!.GetValue<string>());
        Assert.Equal("bearer", scheme["scheme"]!.GetValue<string>());
        Assert.DoesNotContain("Url:", specification.Yaml, StringComparison.Ordinal);
    }

    [Fact]
    public void The_defect_of_the_restore_page_is_kept()
    {
        var operation = specification.Operation("connector_restore_from_bin");

        Assert.Equal("PATCH", operation.Method);
        Assert.Equal("/connectors/{movedToBinPublicId}/restore-from-bin", operation.Path);
        var parameter = specification.Resolve(Assert.Single(operation.Node["parameters"]!.AsArray())!);
        Assert.Equal("publicId", parameter["name"]!.GetValue<string>());
        Assert.Equal(["200", "401", "403", "404"], operation.Statuses);
    }

    [Fact]
    public void Every_other_template_declares_exactly_its_parameters()
    {
        foreach (var operation in specification.Operations.Where(o => o.Id != "connector_restore_from_bin"))
        {
            var declared = specification.Root["paths"]![operation.Path]!["parameters"]?.AsArray()
                .Concat(operation.Node["parameters"]?.AsArray() ?? [])
                .Select(p => specification.Resolve(p!))
                .Where(p => p["in"]!.GetValue<string>() == "path")
                .Select(p => p["name"]!.GetValue<string>()) ?? [];
            Assert.Equal(TemplateName().Matches(operation.Path).Select(m => m.Groups[1].Value), declared);
        }
    }

    [Fact]
    public void Every_reference_leads_somewhere_and_every_component_is_used()
    {
        var used = References(specification.Root).ToHashSet(StringComparer.Ordinal);
        Assert.All(used, r => specification.Find(r));

        var components = specification.Root["components"]!.AsObject()
            .Where(kind => kind.Key != "securitySchemes")
            .SelectMany(kind => kind.Value!.AsObject().Select(c => $"#/components/{kind.Key}/{c.Key}"));
        Assert.Equal([], components.Where(c => !used.Contains(c)));
    }

    /// <summary>Descriptions become the documentation comments of the generated client.</summary>
    [Fact]
    public void Everything_is_described_in_sentences()
    {
        var missing = new List<string>();
        foreach (var operation in specification.Operations)
        {
            Check(operation.Id, operation.Node["summary"]);
            foreach (string status in operation.Statuses)
            {
                Check($"{operation.Id} {status}", specification.Resolve(operation.Node["responses"]![status]!)["description"]);
            }

            foreach (var parameter in operation.Node["parameters"]?.AsArray() ?? [])
            {
                var resolved = specification.Resolve(parameter!);
                Check($"{operation.Id} {resolved["name"]}", resolved["description"]);
            }

            if (operation.Node["requestBody"] is { } body)
            {
                Check($"{operation.Id} body", specification.Resolve(body)["description"]);
            }
        }

        foreach (var (name, schema) in specification.Schemas)
        {
            Check(name, schema!["description"]);
            foreach (var (property, value) in schema["properties"]?.AsObject() ?? [])
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

    /// <summary>A list that takes an offset and a limit and tells its total declares how it is paged.</summary>
    [Fact]
    public void Every_list_with_metadata_declares_its_pagination()
    {
        foreach (var operation in specification.Operations)
        {
            var query = (operation.Node["parameters"]?.AsArray() ?? [])
                .Select(p => specification.Resolve(p!)).Where(p => p["in"]!.GetValue<string>() == "query")
                .Select(p => p["name"]!.GetValue<string>()).ToArray();
            bool paged = query.Contains("from") && query.Contains("limit");
            Assert.Equal(paged, operation.Node.ContainsKey("x-pagination"));
            if (!paged)
            {
                continue;
            }

            var pagination = operation.Node["x-pagination"]!;
            var schema = specification.Resolve(specification.JsonContent(operation, "200")!["schema"]!);
            Assert.Equal("from", pagination["offset"]!.GetValue<string>());
            Assert.Equal("limit", pagination["limit"]!.GetValue<string>());
            Assert.Equal("array", schema["properties"]![pagination["items"]!.GetValue<string>()]!["type"]!.GetValue<string>());
            Assert.Equal("metadata.total", pagination["total"]!.GetValue<string>());
            Assert.NotNull(specification.Resolve(schema["properties"]!["metadata"]!)["properties"]!["total"]);
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
