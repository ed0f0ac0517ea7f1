using System.Text.Json.Nodes;
using Microsoft.OpenApi;
using Microsoft.OpenApi.YamlReader;
using NJsonSchema;
using SharpYaml.Serialization;

namespace CdeCodegen.EndToEnd.Document;

/// <summary>An operation of the document.</summary>
/// <param name="Id">The operationId.</param>
/// <param name="Statuses">The keys of the responses, in document order.</param>
internal sealed record DocumentedOperation(string Id, string Tag, string Method, string Path, JsonObject Node, IReadOnlyList<string> Statuses);

/// <summary>
/// <c>spec/cde.openapi.yaml</c> as JSON nodes, and validation by its schemas. It uses third-party readers only, so that an error of the generator's
/// reader cannot hide itself.
/// </summary>
internal sealed class Specification
{
    private static readonly Lazy<Specification> s_shared = new(() => new Specification());
    private readonly Dictionary<string, JsonSchema> _schemas = new(StringComparer.Ordinal);

    private Specification()
    {
        Yaml = File.ReadAllText(Repository.CdeDocument);
        var stream = new YamlStream();
        stream.Load(new StringReader(Yaml));
        Root = WithNulls(stream.Documents[0].ToJsonNode())!.AsObject();
        Operations = ReadOperations();
    }

    public static Specification Shared => s_shared.Value;

    public string Yaml { get; }

    public JsonObject Root { get; }

    /// <summary>The document in its JSON form.</summary>
    public string Json => Root.ToJsonString(new() { WriteIndented = true });

    public IReadOnlyList<DocumentedOperation> Operations { get; }

    public JsonObject Schemas => Root["components"]!["schemas"]!.AsObject();

    public DocumentedOperation Operation(string id) => Operations.Single(o => o.Id == id);

    /// <summary>Follows a <c>$ref</c>, if the node is one.</summary>
    public JsonObject Resolve(JsonNode node)
    {
        JsonObject current = node.AsObject();
        while (current["$ref"] is JsonValue reference)
        {
            current = Find(reference.GetValue<string>()).AsObject();
        }

        return current;
    }

    /// <summary>The node that a local reference points to.</summary>
    public JsonNode Find(string reference)
    {
        JsonNode node = Root;
        foreach (string part in reference.TrimStart('#', '/').Split('/'))
        {
            node = node[part] ?? throw new InvalidOperationException($"'{reference}' does not resolve.");
        }

        return node;
    }

    /// <summary>The JSON media type object of a response, or null if it has no JSON body.</summary>
    public JsonObject? JsonContent(DocumentedOperation operation, string status) =>
        Resolve(operation.Node["responses"]![status]!)["content"]?["application/json"]?.AsObject();

    /// <summary>The JSON media type object of the request, or null if it has no JSON body.</summary>
    public JsonObject? JsonRequest(DocumentedOperation operation) =>
        operation.Node["requestBody"] is { } body ? Resolve(body)["content"]?["application/json"]?.AsObject() : null;

    /// <summary>Validates a body by a named schema with NJsonSchema and returns the errors.</summary>
    public IReadOnlyList<string> Validate(string schemaName, string json) =>
        Validate(new JsonObject { ["$ref"] = "#/components/schemas/" + schemaName }, json);

    /// <summary>Validates a body by a schema of the document with NJsonSchema and returns the errors.</summary>
    public IReadOnlyList<string> Validate(JsonNode schema, string json)
    {
        string text = schema.ToJsonString();
        JsonSchema? compiled;
        lock (_schemas)
        {
            if (!_schemas.TryGetValue(text, out compiled))
            {
                _schemas[text] = compiled = Compile(schema);
            }
        }

        return [.. compiled.Validate(json).Select(e => e.ToString())];
    }

    /// <summary>Replaces the sentinel strings that the YAML converter uses for null.</summary>
    private static JsonNode? WithNulls(JsonNode? node) => node switch
    {
        JsonObject o => new JsonObject(o.Select(m => KeyValuePair.Create(m.Key, WithNulls(m.Value)))),
        JsonArray a => new JsonArray([.. a.Select(WithNulls)]),
        _ => node.IsJsonNullSentinel() ? null : node?.DeepClone(),
    };

    private JsonSchema Compile(JsonNode schema)
    {
        // NJsonSchema reads JSON Schema, which has named schemas under "definitions".
        var root = new JsonObject
        {
            ["allOf"] = new JsonArray(schema.DeepClone()),
            ["definitions"] = Schemas.DeepClone(),
        };
        string json = root.ToJsonString().Replace("#/components/schemas/", "#/definitions/", StringComparison.Ordinal);
        return JsonSchema.FromJsonAsync(json).GetAwaiter().GetResult();
    }

    private List<DocumentedOperation> ReadOperations()
    {
        string[] methods = ["get", "put", "post", "delete", "patch", "head", "options", "trace"];
        var operations = new List<DocumentedOperation>();
        foreach ((string? path, JsonNode? item) in Root["paths"]!.AsObject())
        {
            foreach ((string? method, JsonNode? node) in item!.AsObject())
            {
                if (methods.Contains(method))
                {
                    JsonObject operation = node!.AsObject();
                    operations.Add(new(
                        operation["operationId"]!.GetValue<string>(),
                        operation["tags"]![0]!.GetValue<string>(),
                        method.ToUpperInvariant(),
                        path,
                        operation,
                        [.. operation["responses"]!.AsObject().Select(r => r.Key)]));
                }
            }
        }

        return operations;
    }
}
