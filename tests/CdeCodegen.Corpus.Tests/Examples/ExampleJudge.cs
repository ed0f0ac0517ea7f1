using System.Text.Json.Nodes;
using Json.Schema;

namespace CdeCodegen.Corpus.Tests.Examples;

/// <summary>Decides by JsonSchema.Net whether an example is valid by its schema, so that neither the generator nor its tests judge themselves.</summary>
internal sealed class ExampleJudge
{
    private static readonly Uri s_id = new("https://document.example/");
    private readonly SchemaRegistry _registry;
    private readonly EvaluationOptions _options;

    public ExampleJudge(SpecNode root)
    {
        _options = new EvaluationOptions { OutputFormat = OutputFormat.List, RequireFormatValidation = true };
        _registry = _options.SchemaRegistry;
        var definitions = new JsonObject();
        foreach (SpecMember schema in (root["definitions"] ?? root["components"]?["schemas"])?.Members ?? [])
        {
            definitions[schema.Name] = Convert(SpecJson.Of(schema.Value));
        }

        var all = new JsonObject { ["$id"] = s_id.ToString(), ["$defs"] = definitions };
        _registry.Register(s_id, JsonSchema.FromText(all.ToJsonString()));
    }

    /// <summary>The first error, or null if the example is valid.</summary>
    public string? Error(DocumentExample example)
    {
        try
        {
            EvaluationResults results = JsonSchema.FromText(Convert(SpecJson.Of(example.Schema))!.ToJsonString()).Evaluate(example.Value, _options);
            return results.IsValid ? null : FirstError(results) ?? "it is not valid";
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            return "the validator fails: " + exception.GetType().Name;
        }
    }

    private static string? FirstError(EvaluationResults results) =>
        results.Details.Prepend(results)
            .Where(static detail => detail.HasErrors)
            .OrderByDescending(static detail => detail.InstanceLocation.ToString().Length)
            .Select(static detail => $"{detail.Errors!.First().Key}: {detail.Errors!.First().Value} at '{detail.InstanceLocation}'")
            .FirstOrDefault();

    /// <summary>A schema of OpenAPI as one of JSON Schema 2020-12.</summary>
    private static JsonNode? Convert(JsonNode? node)
    {
        switch (node)
        {
            case JsonArray items:
                return new JsonArray([.. items.Select(static item => Convert(item))]);
            case JsonObject schema:
                var converted = new JsonObject();
                foreach ((string name, JsonNode? value) in schema)
                {
                    bool isData = name is "example" or "examples" or "default" or "description" or "discriminator" or "xml" or "$schema";
                    if (!isData || value is JsonObject { Count: > 0 })
                    {
                        converted[name] = name is "enum" or "const" ? value?.DeepClone() : name == "$ref" ? Reference(value) : Convert(value);
                    }
                }

                Bound(converted, "minimum", "exclusiveMinimum");
                Bound(converted, "maximum", "exclusiveMaximum");
                bool isNullable = IsTrue(schema["nullable"]) || IsTrue(schema["x-nullable"]);
                converted.Remove("nullable");
                if (schema["required"] is not JsonArray)
                {
                    converted.Remove("required"); // a flag in some documents
                }

                if (schema["type"] is JsonValue type && type.ToString() == "file")
                {
                    converted.Remove("type");
                }

                switch (schema["format"]?.ToString())
                {
                    case "int32":
                        converted["minimum"] ??= int.MinValue;
                        converted["maximum"] ??= int.MaxValue;
                        break;
                    case "int64":
                        converted["minimum"] ??= long.MinValue;
                        converted["maximum"] ??= long.MaxValue;
                        break;
                    case "byte":
                        converted["pattern"] ??= "^[A-Za-z0-9+/_-]*={0,2}$";
                        break;
                }

                return isNullable ? new JsonObject { ["anyOf"] = new JsonArray(new JsonObject { ["type"] = "null" }, converted) } : converted;
            default:
                return node?.DeepClone();
        }
    }

    private static JsonNode? Reference(JsonNode? reference) => reference is JsonValue ? reference.ToString()
        .Replace("#/components/schemas/", s_id + "#/$defs/", StringComparison.Ordinal)
        .Replace("#/definitions/", s_id + "#/$defs/", StringComparison.Ordinal) : Convert(reference);

    /// <summary>In OpenAPI 3.0, exclusive bounds are flags.</summary>
    private static void Bound(JsonObject schema, string inclusive, string exclusive)
    {
        if (schema[exclusive] is JsonValue flag && flag.GetValueKind() is System.Text.Json.JsonValueKind.True or System.Text.Json.JsonValueKind.False)
        {
            schema.Remove(exclusive);
            if (flag.GetValue<bool>() && schema[inclusive] is { } bound)
            {
                schema[exclusive] = bound.DeepClone();
                schema.Remove(inclusive);
            }
        }
    }

    private static bool IsTrue(JsonNode? node) => node is JsonValue value && value.GetValueKind() == System.Text.Json.JsonValueKind.True;
}
