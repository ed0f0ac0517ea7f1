using System.Globalization;
using System.Text.Json.Nodes;

namespace CdeCodegen.Corpus.Tests.RoundTrips;

/// <summary>
/// Generates an instance of a schema: all required members, and optional ones near the root. The result depends on the schema only, so that a
/// failure can be repeated.
/// </summary>
internal sealed class InstanceGenerator(RawDocument document)
{
    /// <summary>Optional scalars are generated above this depth; optional objects and arrays end one level earlier.</summary>
    private const int OptionalDepth = 3;

    /// <summary>Below this depth any alternative is taken instead of the first, which may contain itself.</summary>
    private const int AnyAlternativeDepth = 8;

    private const int MaxDepth = 40;

    /// <summary>No optional members are generated after this number of values: schemas that refer to each other would make huge bodies.</summary>
    private const int MaxValues = 3_000;

    private int _count;

    public JsonNode? Make(SpecNode? schema)
    {
        _count = 0;
        return schema is null ? new JsonObject() : Make([schema], 0);
    }

    private JsonNode? Make(IReadOnlyList<SpecNode> schemas, int depth)
    {
        _count++;
        var view = new SchemaView(document, schemas, depth < AnyAlternativeDepth ? null : new Random(depth));
        if (depth > AnyAlternativeDepth && view.IsNullable)
        {
            return null;
        }

        if (depth > MaxDepth)
        {
            throw new RoundTripException("a schema without a finite instance", view.Properties.Keys.FirstOrDefault() ?? "");
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
            "integer" => Number(Integer(view)),
            "number" when view.Format is "int32" or "int64" => Number(Integer(view)),
            "number" => Number(Integer(view) is var integer && integer + 0.5m <= view.Maximum ? integer + 0.5m : integer),
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
            bool isWanted = view.Required.Contains(name) || (_count < MaxValues && depth < (isScalar ? OptionalDepth : OptionalDepth - 1));
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

    /// <summary>1, or the integer within the bounds that is nearest to it.</summary>
    private static decimal Integer(SchemaView view) => Math.Ceiling(Math.Min(Math.Max(1, view.Minimum), view.Maximum));

    private static JsonNode? Number(decimal value) => JsonNode.Parse(value.ToString(CultureInfo.InvariantCulture));

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
        if (text.Length > 0)
        {
            return text;
        }

        int minLength = Math.Min(view.MinLength, 100);
        return "text".PadRight(minLength, 'x')[..Math.Min(view.MaxLength, Math.Max(4, minLength))];
    }

    /// <summary>Whether an enum value is of the type. Any scalar is a string: YAML documents list <c>1</c> or <c>no</c> unquoted.</summary>
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
