using System.Text.Json.Nodes;

namespace CdeCodegen.Corpus.Tests.Examples;

/// <summary>
/// A document made of another one, whose operations read and write the schemas of its examples. It has the components of the original, so the models are the same,
/// but each model can be both read and written. The schemas of examples are members of a few large objects, because operations would cost the compiler more.
/// </summary>
internal sealed class ExampleDocument
{
    private const int MembersOfObject = 60;

    /// <summary>Keywords that change no model here, so that equal schemas are one member.</summary>
    private static readonly string[] s_withoutEffect = ["description", "title", "example", "examples", "externalDocs", "deprecated", "xml", "readOnly", "writeOnly"];

    private readonly Dictionary<string, int> _members = [];
    private readonly Dictionary<SpecNode, string> _names = [];
    private readonly List<JsonNode> _schemas = [];
    private readonly SpecNode _root;
    private readonly bool _isSwagger;

    public ExampleDocument(SpecNode root)
    {
        _root = root;
        _isSwagger = root["swagger"] is not null;
        string container = _isSwagger ? "#/definitions/" : "#/components/schemas/";
        foreach (SpecMember schema in (_isSwagger ? root["definitions"] : root["components"]?["schemas"])?.Members ?? [])
        {
            _names.TryAdd(schema.Value, container + Escape(schema.Name));
        }
    }

    /// <summary>The object and its member that have the schema of the example.</summary>
    public (int Object, string Member) Add(DocumentExample example)
    {
        JsonNode schema = _names.TryGetValue(example.Schema, out string? reference)
            ? new JsonObject { ["$ref"] = reference }
            : WithoutEffect(SpecJson.Of(example.Schema))!;
        string text = schema.ToJsonString();
        if (!_members.TryGetValue(text, out int index))
        {
            _members.Add(text, index = _schemas.Count);
            _schemas.Add(schema);
        }

        return (index / MembersOfObject, "e" + index);
    }

    /// <summary>The document as JSON. The paths are <c>/o0</c>, <c>/o1</c> and so on.</summary>
    public string Write()
    {
        var document = new JsonObject();
        foreach (SpecMember member in _root.Members)
        {
            bool isKept = member.Name is "openapi" or "swagger" or "info" or "components" or "definitions" or "parameters" or "responses" or "jsonSchemaDialect" or "$self";
            if (isKept)
            {
                document[member.Name] = WithoutEffect(SpecJson.Of(member.Value));
            }
        }

        document["info"] = new JsonObject { ["title"] = "Examples", ["version"] = "1" };
        JsonObject components = _isSwagger ? document : Object(document, "components");
        JsonObject schemas = Object(components, _isSwagger ? "definitions" : "schemas");
        string container = _isSwagger ? "#/definitions/" : "#/components/schemas/";
        var paths = new JsonObject();
        for (int i = 0; i * MembersOfObject < _schemas.Count; i++)
        {
            var properties = new JsonObject();
            for (int j = i * MembersOfObject; j < Math.Min((i + 1) * MembersOfObject, _schemas.Count); j++)
            {
                properties["e" + j] = _schemas[j].DeepClone();
            }

            schemas["ObjectOfExamples" + i] = new JsonObject { ["type"] = "object", ["properties"] = properties };
            paths["/o" + i] = PathItem(new JsonObject { ["$ref"] = container + "ObjectOfExamples" + i });
        }

        document["paths"] = paths;
        return document.ToJsonString();
    }

    private JsonObject PathItem(JsonObject schema)
    {
        JsonObject read = _isSwagger
            ? new() { ["description"] = "ok", ["schema"] = schema }
            : new() { ["description"] = "ok", ["content"] = Json(schema) };
        JsonObject write = new() { ["responses"] = new JsonObject { ["204"] = new JsonObject { ["description"] = "ok" } } };
        if (_isSwagger)
        {
            write["parameters"] = new JsonArray(new JsonObject { ["name"] = "body", ["in"] = "body", ["required"] = true, ["schema"] = schema.DeepClone() });
        }
        else
        {
            write["requestBody"] = new JsonObject { ["required"] = true, ["content"] = Json(schema.DeepClone()) };
        }

        return new JsonObject { ["get"] = new JsonObject { ["responses"] = new JsonObject { ["200"] = read } }, ["post"] = write };
    }

    private static JsonObject Object(JsonObject parent, string name)
    {
        if (parent[name] is not JsonObject)
        {
            parent[name] = new JsonObject();
        }

        return parent[name]!.AsObject();
    }

    private static JsonObject Json(JsonNode schema) => new() { ["application/json"] = new JsonObject { ["schema"] = schema } };

    /// <summary>Removes keywords from schemas. Members of the same names have objects as values.</summary>
    private static JsonNode? WithoutEffect(JsonNode? node)
    {
        switch (node)
        {
            case JsonObject schema:
                foreach (KeyValuePair<string, JsonNode?> member in schema.ToArray())
                {
                    // The example of a time decides about its type.
                    bool isRead = member.Key.StartsWith("example", StringComparison.Ordinal) && schema["format"]?.ToString() == "time";
                    bool isName = member.Value is JsonObject && member.Key is not ("example" or "examples" or "externalDocs" or "xml");
                    if (s_withoutEffect.Contains(member.Key) && !isName && !isRead)
                    {
                        schema.Remove(member.Key);
                    }
                    else if (member.Key is not ("enum" or "const" or "default"))
                    {
                        WithoutEffect(member.Value);
                    }
                }

                break;
            case JsonArray items:
                foreach (JsonNode? item in items)
                {
                    WithoutEffect(item);
                }

                break;
        }

        return node;
    }

    private static string Escape(string name) => Uri.EscapeDataString(name.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal));
}
