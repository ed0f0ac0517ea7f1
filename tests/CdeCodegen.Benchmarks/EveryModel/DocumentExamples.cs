using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace CdeCodegen.Benchmarks.EveryModel;

/// <summary>Finds the examples of a document whose schema is a model: <c>example</c> and <c>examples</c> beside a <c>schema</c> with a reference.</summary>
internal static class DocumentExamples
{
    /// <summary>Escapes what JSON requires, as servers do, and not every apostrophe.</summary>
    private static readonly JsonSerializerOptions s_options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static IEnumerable<(int Model, byte[]? Body)> Find(JsonNode document, ModelTypes models)
    {
        var byName = new Dictionary<string, int>(StringComparer.Ordinal);
        for (int i = 0; i < models.Types.Length; i++)
        {
            byName.TryAdd(ModelTypes.Letters(models.Types[i].Name), i);
        }

        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach ((string name, JsonNode example) in Find(document, document))
        {
            string text = example.ToJsonString(s_options);
            if (example is JsonObject && byName.TryGetValue(ModelTypes.Letters(name), out int model) && seen.Add(text))
            {
                yield return (model, Encoding.UTF8.GetBytes(text));
            }
        }
    }

    private static IEnumerable<(string Schema, JsonNode Example)> Find(JsonNode document, JsonNode? node)
    {
        if (node is JsonArray array)
        {
            foreach ((string, JsonNode) example in array.SelectMany(item => Find(document, item)))
            {
                yield return example;
            }
        }

        if (node is not JsonObject value)
        {
            yield break;
        }

        JsonNode? schema = value["schema"];
        string? reference = Reference(schema);
        string? itemReference = Reference((schema as JsonObject)?["items"]);
        foreach (JsonNode example in Examples(document, value))
        {
            if (reference is not null)
            {
                yield return (reference, example);
            }
            else if (itemReference is not null && example is JsonArray items)
            {
                foreach (JsonNode item in items.OfType<JsonNode>())
                {
                    yield return (itemReference, item);
                }
            }
        }

        foreach ((string, JsonNode) example in value.SelectMany(member => Find(document, member.Value)))
        {
            yield return example;
        }
    }

    private static string? Reference(JsonNode? schema) =>
        schema is JsonObject value && value["$ref"] is JsonValue reference && reference.TryGetValue(out string? text) ? text[(text.LastIndexOf('/') + 1)..] : null;

    private static IEnumerable<JsonNode> Examples(JsonNode document, JsonObject value)
    {
        if (value["schema"] is null)
        {
            yield break;
        }

        if (value["example"] is { } single)
        {
            yield return single;
        }

        foreach ((string name, JsonNode? entry) in value["examples"] as JsonObject ?? [])
        {
            // OpenAPI 2.0 has media types as names and the example itself; later versions have an object with the value, or a reference to one.
            JsonNode? example = name.Contains('/') ? entry : Resolve(document, entry) is JsonObject named ? named["value"] : null;
            if (example is not null)
            {
                yield return example;
            }
        }
    }

    private static JsonNode? Resolve(JsonNode document, JsonNode? entry)
    {
        if (entry is not JsonObject value || value["$ref"] is not JsonValue reference || !reference.TryGetValue(out string? path))
        {
            return entry;
        }

        JsonNode? found = document;
        foreach (string part in path.TrimStart('#', '/').Split('/'))
        {
            found = (found as JsonObject)?[part.Replace("~1", "/").Replace("~0", "~")];
        }

        return found;
    }
}
