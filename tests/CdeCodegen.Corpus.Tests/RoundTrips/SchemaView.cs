using System.Globalization;

namespace CdeCodegen.Corpus.Tests.RoundTrips;

/// <summary>
/// Merges schemas that apply to one value: the schemas they refer to, all parts of <c>allOf</c>, and one alternative of each <c>oneOf</c> and
/// <c>anyOf</c>.
/// </summary>
internal sealed class SchemaView
{
    private readonly RawDocument _document;
    private readonly HashSet<SpecNode> _seen = [];
    private readonly Random? _random;

    /// <param name="random">Chooses among alternatives; null to take the first one, which may be recursive without end.</param>
    public SchemaView(RawDocument document, IEnumerable<SpecNode> schemas, Random? random)
    {
        _document = document;
        _random = random;
        foreach (SpecNode schema in schemas)
        {
            Add(schema);
        }
    }

    public List<string> Types { get; private set; } = [];

    /// <summary>The schemas of each property, in document order.</summary>
    public Dictionary<string, List<SpecNode>> Properties { get; } = new(StringComparer.Ordinal);

    public HashSet<string> Required { get; } = new(StringComparer.Ordinal);

    /// <summary>The property values that discriminators require.</summary>
    public Dictionary<string, string> Pinned { get; } = new(StringComparer.Ordinal);

    public List<SpecNode> Items { get; } = [];

    public SpecNode[] PrefixItems { get; private set; } = [];

    public SpecNode? AdditionalProperties { get; private set; }

    /// <summary>The values of <c>enum</c> or <c>const</c>; null if there are none.</summary>
    public List<SpecNode>? Values { get; private set; }

    public string? Format { get; private set; }

    public int MinItems { get; private set; }

    public int MinLength { get; private set; }

    public int MaxLength { get; private set; } = int.MaxValue;

    public decimal Minimum { get; private set; } = decimal.MinValue;

    public decimal Maximum { get; private set; } = decimal.MaxValue;

    public bool IsNullable { get; private set; }

    public bool IsWriteOnly { get; private set; }

    /// <summary>The first type, or the type that the other keywords imply.</summary>
    public string? Type => Types.Count > 0 ? Types[0]
        : Properties.Count > 0 || AdditionalProperties is not null || Required.Count > 0 ? "object"
        : Items.Count > 0 || PrefixItems.Length > 0 ? "array"
        : Format is not null || MinLength > 0 ? "string"
        : Minimum > decimal.MinValue || Maximum < decimal.MaxValue ? "number"
        : null;

    private void Add(SpecNode schema)
    {
        if (schema.Kind != SpecKind.Object || !_seen.Add(schema))
        {
            return;
        }

        if (RawDocument.Reference(schema) is { } reference && _document.Find(reference) is { } target)
        {
            Add(target);
        }

        AddTypes(schema);
        AddProperties(schema);
        AddBounds(schema);
        foreach (SpecNode part in schema["allOf"]?.Items ?? [])
        {
            Add(part);
        }

        AddAlternative(schema, schema["oneOf"]);
        AddAlternative(schema, schema["anyOf"]);
    }

    private void AddTypes(SpecNode schema)
    {
        SpecNode[] named = schema["type"] is { } type ? type.Kind == SpecKind.Array ? type.Items : [type] : [];
        string[] types = [.. named.Select(item => item.Text)];
        IsNullable |= types.Contains("null") || schema["nullable"]?.Text == "true" || schema["x-nullable"]?.Text == "true";
        IsWriteOnly |= schema["writeOnly"]?.Text == "true";
        string[] rest = [.. types.Where(item => item != "null")];
        if (rest.Length > 0)
        {
            // An integer is also a number.
            string[] all = [.. Types, .. rest];
            string[] both = [.. Types.Where(name => rest.Contains(name)), .. all.Where(name => name == "integer" && all.Contains("number"))];
            Types = Types.Count == 0 ? [.. rest] : both.Length > 0 ? [.. both] : Types;
        }

        Format = schema["format"]?.Text ?? Format;
        SpecNode[]? values = schema["const"] is { } constant ? [constant] : schema["enum"]?.Items;
        if (values is { Length: > 0 })
        {
            List<SpecNode> both = Values is null ? [] : [.. Values.Where(value => values.Any(other => other.Text == value.Text))];
            Values = both.Count > 0 ? both : [.. values];
        }
    }

    private void AddProperties(SpecNode schema)
    {
        foreach (SpecMember property in schema["properties"]?.Members ?? [])
        {
            if (!Properties.TryGetValue(property.Name, out List<SpecNode>? schemas))
            {
                Properties.Add(property.Name, schemas = []);
            }

            schemas.Add(property.Value);
        }

        foreach (SpecNode name in schema["required"]?.Items ?? [])
        {
            Required.Add(name.Text);
        }

        AdditionalProperties = schema["additionalProperties"] is { Kind: SpecKind.Object } additional ? additional : AdditionalProperties;
        if (schema["items"] is { Kind: SpecKind.Object } items)
        {
            Items.Add(items);
        }

        PrefixItems = schema["prefixItems"]?.Items ?? PrefixItems;
    }

    private void AddBounds(SpecNode schema)
    {
        MinItems = Math.Max(MinItems, (int)(Number(schema["minItems"]) ?? 0));
        MinLength = Math.Max(MinLength, (int)(Number(schema["minLength"]) ?? 0));
        MaxLength = (int)Math.Min(MaxLength, Number(schema["maxLength"]) ?? MaxLength);
        decimal above = schema["exclusiveMinimum"]?.Text == "true" ? 1 : 0;
        decimal below = schema["exclusiveMaximum"]?.Text == "true" ? 1 : 0;
        Minimum = Math.Max(Minimum, Math.Max(Number(schema["minimum"]) + above ?? Minimum, Number(schema["exclusiveMinimum"]) + 1 ?? Minimum));
        Maximum = Math.Min(Maximum, Math.Min(Number(schema["maximum"]) - below ?? Maximum, Number(schema["exclusiveMaximum"]) - 1 ?? Maximum));
    }

    private void AddAlternative(SpecNode schema, SpecNode? alternatives)
    {
        SpecNode[] all = [.. (alternatives?.Items ?? []).Where(item => _document.Resolve(item)?["type"]?.Text != "null")];
        IsNullable |= all.Length < (alternatives?.Count ?? 0);
        SpecNode? chosen = _random is null ? all.FirstOrDefault() : all.ElementAtOrDefault(_random.Next(all.Length));
        if (chosen is null)
        {
            return;
        }

        Add(chosen);
        if (schema["discriminator"] is { } discriminator && RawDocument.Reference(chosen) is { } reference)
        {
            // In Swagger 2 the discriminator is just the name of the property.
            string? property = discriminator.Kind == SpecKind.Object ? discriminator["propertyName"]?.Text : discriminator.Text;
            string name = reference[(reference.LastIndexOf('/') + 1)..];
            SpecMember mapped = (discriminator["mapping"]?.Members ?? []).FirstOrDefault(member => member.Value.Text == reference || member.Value.Text == name);
            if (property is not null)
            {
                Required.Add(property);
                bool isFixed = Properties.TryGetValue(property, out List<SpecNode>? schemas) && new SchemaView(_document, schemas, null).Values is not null;
                if (mapped.Name is not null || !isFixed)
                {
                    Pinned[property] = mapped.Name ?? name;
                }
            }
        }
    }

    private static decimal? Number(SpecNode? node) =>
        node is { Kind: SpecKind.Number } && decimal.TryParse(node.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out decimal value) ? value : null;
}
