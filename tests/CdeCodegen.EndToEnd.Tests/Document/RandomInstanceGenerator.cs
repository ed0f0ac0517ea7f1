using System.Text.Json.Nodes;

namespace CdeCodegen.EndToEnd.Document;

/// <summary>
/// Generates random JSON that is valid by a schema of the document. All types, nulls, alternatives, optional members and additional members that
/// the schema allows occur.
/// </summary>
internal sealed class RandomInstanceGenerator(Specification specification, Random random)
{
    private static readonly string[] s_texts =
    [
        "", "a", "Größe", "漢字 \ud83d\ude00", "quote \" backslash \\ slash / <tag> & 'apostrophe'", "line\nbreak\ttab \u0001\u007f\u2028",
        "null", "2.0.0", "1", "true",
    ];

    public JsonNode? Make(JsonNode schemaNode, int depth = 0)
    {
        JsonObject schema = specification.Resolve(schemaNode);
        if ((schema["oneOf"] ?? schema["anyOf"]) is JsonArray alternatives)
        {
            return Make(alternatives[random.Next(alternatives.Count)]!, depth);
        }

        string[] types = schema["type"] switch
        {
            JsonArray several => [.. several.Select(t => t!.GetValue<string>())],
            JsonValue one => [one.GetValue<string>()],
            _ => [],
        };
        return types.Length == 0 ? Anything(depth) : types[random.Next(types.Length)] switch
        {
            "null" => null,
            "boolean" => random.Next(2) == 0,
            "integer" => Integer(),
            "string" => Text(schema),
            "array" => Array(schema, depth),
            _ => Object(schema, depth),
        };
    }

    private int Integer() => random.Next(4) switch
    {
        0 => 0,
        1 => int.MaxValue,
        2 => int.MinValue,
        _ => random.Next(1000),
    };

    private string Text(JsonObject schema)
    {
        if (schema["enum"] is JsonArray values)
        {
            return values[random.Next(values.Count)]!.GetValue<string>();
        }

        return schema["format"]?.GetValue<string>() switch
        {
            "uuid" => Uuid(),
            "date-time" => random.Next(3) switch
            {
                0 => "2026-05-11T14:13:14+02:00",
                1 => "1999-12-31T23:59:59.123-05:30",
                _ => "2025-01-04T10:00:00Z",
            },
            "uri" => random.Next(2) == 0 ? "http://cde-localstack:4566/connectors/1/logo.svg" : "https://example.com/a%20b?c=d#e",
            _ => s_texts[random.Next(s_texts.Length)],
        };
    }

    private string Uuid()
    {
        byte[] bytes = new byte[16];
        random.NextBytes(bytes);
        return new Guid(bytes).ToString();
    }

    private JsonArray Array(JsonObject schema, int depth)
    {
        int most = Math.Min((int)(schema["maxItems"]?.GetValue<decimal>() ?? 3), depth > 6 ? 0 : 3);
        return new([.. Enumerable.Range(0, random.Next(most + 1)).Select(_ => Make(schema["items"]!, depth + 1))]);
    }

    private JsonObject Object(JsonObject schema, int depth)
    {
        var made = new JsonObject();
        string[] required = [.. schema["required"]?.AsArray().Select(r => r!.GetValue<string>()) ?? []];
        foreach ((string? name, JsonNode? property) in schema["properties"]?.AsObject() ?? [])
        {
            // Responses have no write-only members.
            bool writeOnly = specification.Resolve(property!)["writeOnly"] is not null;
            if (required.Contains(name) || (!writeOnly && random.Next(3) > 0))
            {
                made[name] = Make(property!, depth + 1);
            }
        }

        if (schema["additionalProperties"] is { } additional && random.Next(3) == 0)
        {
            made["additional " + s_texts[random.Next(s_texts.Length)]] = additional is JsonObject values ? Make(values, depth + 1) : Anything(depth);
        }

        return made;
    }

    private JsonNode? Anything(int depth) => random.Next(depth > 6 ? 5 : 7) switch
    {
        0 => null,
        1 => random.Next(2) == 0,
        2 => Integer(),
        3 => 1.5e10,
        4 => s_texts[random.Next(s_texts.Length)],
        5 => new JsonArray(Anything(depth + 2), Anything(depth + 2)),
        _ => new JsonObject { ["a"] = Anything(depth + 2), ["b c"] = Anything(depth + 2) },
    };
}
