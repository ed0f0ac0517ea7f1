using System.Globalization;
using System.Text.Json.Nodes;
using CdeCodegen.Generator.Reading;

namespace CdeCodegen.Corpus.Tests.RoundTrips;

/// <summary>Makes an instance of a schema: everything that is required, and what is optional near the root.</summary>
internal sealed class InstanceMaker(RawDocument document)
{
    /// <summary>Scalars that are optional are made down to here; optional objects and arrays one level less.</summary>
    private const int OptionalDepth = 3;

    /// <summary>From here on other alternatives than the first are tried: the first may contain itself.</summary>
    private const int DeepDepth = 8;

    private const int Limit = 40;

    /// <summary>A body of more values than this has shown what there is to see.</summary>
    private const int Budget = 3_000;

    private int _made;

    public JsonNode? Make(SpecNode? schema)
    {
        _made = 0;
        return schema is null ? new JsonObject() : Make([schema], 0);
    }

    private JsonNode? Make(IReadOnlyList<SpecNode> schemas, int depth)
    {
        _made++;
        var view = new SchemaView(document, schemas, depth < DeepDepth ? null : new Random(depth));
        if (depth > DeepDepth && view.IsNullable)
        {
            return null;
        }

        if (depth > Limit)
        {
            throw new RoundTripException("a schema that no finite value satisfies", view.Properties.Keys.FirstOrDefault() ?? "");
        }

        if (view.Values?.Find(value => value.Kind != SpecKind.Null && IsOf(view.Type, value)) is { } known)
        {
            return Copy(known, view.Type);
        }

        if (view.Values is not null && view.Values.TrueForAll(value => value.Kind == SpecKind.Null))
        {
            return null;
        }

        return view.Type switch
        {
            "object" => MakeObject(view, depth),
            "array" => MakeArray(view, depth),
            "boolean" => true,
            "integer" => JsonNode.Parse(Bounded(view).ToString("0", CultureInfo.InvariantCulture)),
            "number" when view.Format is "int32" or "int64" => JsonNode.Parse(Bounded(view).ToString("0", CultureInfo.InvariantCulture)),
            "number" => JsonNode.Parse((Bounded(view) is var whole && whole + 0.5m <= view.Maximum ? whole + 0.5m : whole).ToString(CultureInfo.InvariantCulture)),
            "string" => Text(view),
            _ => "anything",
        };
    }

    private JsonObject MakeObject(SchemaView view, int depth)
    {
        var made = new JsonObject();
        foreach ((string name, List<SpecNode> schemas) in view.Properties)
        {
            if (view.Pinned.TryGetValue(name, out string? pinned))
            {
                made[name] = pinned;
                continue;
            }

            var property = new SchemaView(document, schemas, null);
            bool isScalar = property.Type is not ("object" or "array");
            bool isWanted = view.Required.Contains(name) || (_made < Budget && depth < (isScalar ? OptionalDepth : OptionalDepth - 1));
            if (isWanted && !property.IsWriteOnly)
            {
                made[name] = Make(schemas, depth + 1);
            }
        }

        foreach (string name in view.Required.Where(name => !view.Properties.ContainsKey(name)))
        {
            made[name] = view.Pinned.TryGetValue(name, out string? pinned) ? pinned
                : view.AdditionalProperties is { } additional ? Make([additional], depth + 1)
                : "anything";
        }

        if (view.AdditionalProperties is { } free && depth < OptionalDepth && view.Required.Count == 0)
        {
            made["any key"] = Make([free], depth + 1);
        }

        return made;
    }

    private JsonArray MakeArray(SchemaView view, int depth)
    {
        var made = new JsonArray();
        foreach (SpecNode item in view.PrefixItems)
        {
            made.Add(Make([item], depth + 1));
        }

        int count = depth < OptionalDepth ? Math.Max(1, Math.Min(view.MinItems, 5)) : Math.Min(view.MinItems, 5);
        while (made.Count < count && view.PrefixItems.Length == 0)
        {
            made.Add(view.Items.Count == 0 ? "anything" : Make(view.Items, depth + 1));
        }

        return made;
    }

    private static decimal Bounded(SchemaView view) => Math.Ceiling(Math.Min(Math.Max(1, view.Minimum), view.Maximum));

    private static string Text(SchemaView view)
    {
        string text = view.Format switch
        {
            "date-time" => "2024-05-06T07:08:09Z",
            "date" => "2024-05-06",
            "time" => "07:08:09Z",
            "duration" => "P1DT2H",
            "uuid" or "guid" => "1b4e28ba-2fa1-41d2-883f-0016d3cca427",
            "uri" or "url" or "iri" => "https://stub.example/some/place?a=b",
            "uri-reference" => "some/place",
            "byte" => "dGV4dA==",
            "email" => "who@stub.example",
            "ipv4" => "192.0.2.1",
            "ipv6" => "2001:db8::1",
            "hostname" => "stub.example",
            "int32" or "int64" or "integer" or "uint64" => "12",
            "decimal" or "double" or "float" or "number" => "1.5",
            _ => "",
        };
        return text.Length > 0 ? text : "text".PadRight(Math.Min(view.MinLength, 100), 'x')[..Math.Min(view.MaxLength, Math.Max(4, Math.Min(view.MinLength, 100)))];
    }

    /// <summary>YAML writes <c>enum: [1, 2]</c> and <c>[no]</c> below a type of string.</summary>
    private static bool IsOf(string? type, SpecNode value) => type switch
    {
        "integer" or "number" => value.Kind == SpecKind.Number,
        "boolean" => value.Kind == SpecKind.Boolean,
        "object" => value.Kind == SpecKind.Object,
        "array" => value.Kind == SpecKind.Array,
        _ => true,
    };

    private static JsonNode? Copy(SpecNode node, string? type) => node.Kind switch
    {
        SpecKind.Null => null,
        _ when type == "string" && node.Kind is not (SpecKind.Array or SpecKind.Object) => node.Text,
        SpecKind.Boolean => node.Text == "true",
        SpecKind.Number => JsonNode.Parse(decimal.Parse(node.Text, NumberStyles.Float, CultureInfo.InvariantCulture).ToString(CultureInfo.InvariantCulture)),
        SpecKind.Array => new JsonArray([.. node.Items.Select(item => Copy(item, null))]),
        SpecKind.Object => new JsonObject(node.Members.Select(member => KeyValuePair.Create(member.Name, Copy(member.Value, null)))),
        _ => node.Text,
    };
}
