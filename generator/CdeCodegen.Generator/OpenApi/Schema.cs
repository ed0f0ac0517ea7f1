using CdeCodegen.Generator.Reading;

namespace CdeCodegen.Generator.OpenApi;

/// <summary>The values of <c>type</c>.</summary>
[Flags]
internal enum SchemaTypes : byte
{
    /// <summary>No <c>type</c>.</summary>
    None = 0,
    Null = 1,
    Boolean = 2,
    Integer = 4,
    Number = 8,
    String = 16,
    Array = 32,
    Object = 64,

    /// <summary>Swagger 2's <c>file</c>.</summary>
    File = 128,
}

internal enum AdditionalKind : byte
{
    Unspecified,
    Forbidden,
    Any,
    Typed,
}

/// <summary>A view of a schema that hides the differences between versions. There is one object per node, so references can be compared.</summary>
internal sealed partial class Schema(SpecNode node, SchemaSet set)
{
    private Schema? _target;
    private bool _targetKnown;
    private Schema[]? _allOf;
    private Schema[]? _oneOf;
    private Schema[]? _anyOf;
    private SchemaTypes? _types;
    private KeyValuePair<string, Schema>[]? _properties;
    private List<Schema>? _derived;

    public SpecNode Node { get; } = node;

    /// <summary>
    /// The key under <c>components/schemas</c> or <c>definitions</c>, or the name of a schema of another file, unique in the document; null for an inline
    /// schema.
    /// </summary>
    public string? ComponentName { get; set; }

    /// <summary>The schema of a hierarchy by discriminator that this one extends, or null.</summary>
    public Schema? Base { get; private set; }

    /// <summary>The schemas of a hierarchy by discriminator that extend this one directly, in document order.</summary>
    public IReadOnlyList<Schema> Derived => _derived ?? (IReadOnlyList<Schema>)[];

    /// <summary>Whether the schema is a class of a hierarchy by discriminator.</summary>
    public bool IsPolymorphic => Base is not null || Derived.Count > 0;

    public bool HasReference => Reference is not null;

    /// <summary>The target of <c>$ref</c>. Null without a reference, or if the resolver reported it as unresolved.</summary>
    public Schema? Target
    {
        get
        {
            if (!_targetKnown)
            {
                _targetKnown = true;
                _target = Reference is { } reference ? set.Resolve(reference) : null;
            }

            return _target;
        }
    }

    /// <summary>
    /// Since OpenAPI 3.1, keywords beside <c>$ref</c> apply. A reference with its own members, or with a choice of members, equals an <c>allOf</c> of both.
    /// </summary>
    public bool IsExtension =>
        set.HasSiblings && HasReference
        && ((Node["properties"] ?? Node["allOf"]) is { Count: > 0 } || Additional is AdditionalKind.Any or AdditionalKind.Typed
            || Array.Exists(Choices, choice => !choice.OnlyRestricts));

    /// <summary>A dynamic reference resolves to its static target, because the extending schemas are not known here.</summary>
    private SpecNode? Reference => (Node["$ref"] ?? Node["$dynamicRef"]) is { Kind: SpecKind.String } reference ? reference : null;

    /// <summary>Whether the schema accepts any value: <c>true</c>, <c>{}</c>, or only annotations.</summary>
    public bool IsAny => Node.Kind == SpecKind.Boolean ? Node.Text == "true" : !SaysSomething() && !IsNever;

    /// <summary>Whether the schema is <c>false</c>, or <c>{not: {}}</c> as TypeSpec writes it, which no value satisfies.</summary>
    public bool IsNever =>
        Node is { Kind: SpecKind.Boolean, Text: "false" } || Node["not"] is { Kind: SpecKind.Object, Count: 0 } or { Kind: SpecKind.Boolean, Text: "true" };

    public SchemaTypes Types => _types ??= ReadTypes();

    /// <summary>The types other than null.</summary>
    public SchemaTypes TypesExceptNull => Types & ~SchemaTypes.Null;

    public bool IsNullable =>
        (Types & SchemaTypes.Null) != 0
        || IsAnnotated("nullable") || IsAnnotated("x-nullable")
        || EnumHasNull()
        || Node["const"] is { Kind: SpecKind.Null };

    /// <summary>Whether the schema accepts null only: <c>{type: null}</c> or <c>{enum: [null]}</c>.</summary>
    public bool IsNull =>
        Types == SchemaTypes.Null
        || Node["const"] is { Kind: SpecKind.Null }
        || (Node["enum"] is { Kind: SpecKind.Array, Count: 1 } values && values.Items[0].Kind == SpecKind.Null);

    /// <summary>Whether the schema is <c>{type: object, nullable: true}</c>, where annotations do not count.</summary>
    public bool IsNullableObject
    {
        get
        {
            foreach (SpecMember member in Node.Members)
            {
                if (member.Name is not ("type" or "nullable" or "title" or "description"))
                {
                    return false;
                }
            }

            return IsTrue("nullable") && TypesExceptNull is SchemaTypes.Object or SchemaTypes.None;
        }
    }

    public string? Format => Text("format");

    /// <summary>Whether the string can be an integer as well, as ports in the documents of Kubernetes.</summary>
    public bool IsIntegerOrString => Format == "int-or-string" || IsTrue("x-kubernetes-int-or-string");

    /// <summary>Whether an example or the default is a time with an offset, such as <c>16:39:57-08:00</c>.</summary>
    public bool ShowsTimeWithOffset =>
        IsTimeWithOffset(Node["example"]) || IsTimeWithOffset(Node["default"])
        || (Node["examples"] is { Kind: SpecKind.Array, Count: > 0 } list && IsTimeWithOffset(list.Items[0]));

    public string? Pattern => Text("pattern");

    public string? Title => Text("title");

    public string? Description => Annotation("description") is { Kind: SpecKind.String } text ? text.Text : null;

    public bool Deprecated => IsAnnotated("deprecated");

    public bool ReadOnly => IsAnnotated("readOnly");

    public bool WriteOnly => IsAnnotated("writeOnly");

    /// <summary>The number as written.</summary>
    public string? Maximum => Node["maximum"] is { Kind: SpecKind.Number } maximum ? maximum.Text : null;

    /// <summary>Whether the schema names members, be they valid schemas or not.</summary>
    public bool HasProperties => Node["properties"] is { Kind: SpecKind.Object, Count: > 0 };

    /// <summary>Whether <c>properties</c> is there, even if it is empty.</summary>
    public bool DeclaresProperties => Node["properties"] is not null;

    /// <summary>The members, in the document's order.</summary>
    public KeyValuePair<string, Schema>[] Properties => _properties ??= ReadProperties();

    /// <summary>The names of required members; null without <c>required</c>.</summary>
    public string[]? Required => Node["required"] is { Kind: SpecKind.Array } required ? Texts(required.Items) : null;

    /// <summary>The entry of <c>required</c> that names a member, or null.</summary>
    public SpecNode? RequiredNode(string name) =>
        Node["required"] is { Kind: SpecKind.Array } required ? Array.Find(required.Items, item => item.Text == name) : null;

    public bool IsBase64 => Base64Encoding is not null;

    /// <summary>The keyword that says that the text is base64, or null.</summary>
    public SpecNode? Base64Encoding => Node["contentEncoding"] is { Text: "base64" } encoding ? encoding : null;

    /// <summary>Whether the text is content of another media type without an encoding such as base64.</summary>
    public bool IsUnencodedContent => Node["contentMediaType"] is not null && Node["contentEncoding"] is null;

    /// <summary>The media type of the document that a string contains.</summary>
    public string? ContentMediaType => Text("contentMediaType");

    /// <summary>The schema of the document that a string contains.</summary>
    public Schema? ContentSchema => Node["contentSchema"] is { Kind: SpecKind.Object or SpecKind.Boolean } content ? set.Get(content) : null;

    public Schema? Items => Node["items"] is { Kind: SpecKind.Object or SpecKind.Boolean } items ? set.Get(items) : null;

    /// <summary>Whether items are positional: <c>prefixItems</c>, or <c>items</c> as an array.</summary>
    public bool IsTuple => Node["prefixItems"] is { Kind: SpecKind.Array } || Node["items"] is { Kind: SpecKind.Array };

    /// <summary>The schemas of positional items.</summary>
    public Schema[] Positions => set.List(Node["prefixItems"] is { Kind: SpecKind.Array } positions ? positions : Node["items"]);

    /// <summary>Whether an array with positional items has no further ones.</summary>
    public bool HasOnlyPositions => Items?.IsNever == true || Node["additionalItems"] is { Kind: SpecKind.Boolean, Text: "false" }
        || Node["maxItems"] is { Kind: SpecKind.Number } most && int.TryParse(most.Text, out int count) && count <= Positions.Length;

    /// <summary>Whether <c>items</c> is a list of schemas, as in old drafts.</summary>
    public bool IsItemList => Node["items"] is { Kind: SpecKind.Array };

    public Schema[] AllOf => _allOf ??= set.List(Node["allOf"]);

    public Schema[] OneOf => _oneOf ??= set.List(Node["oneOf"]);

    public Schema[] AnyOf => _anyOf ??= set.List(Node["anyOf"]);

    /// <summary>The schemas of <c>oneOf</c>, or else those of <c>anyOf</c>.</summary>
    public Schema[] Choices => OneOf.Length > 0 ? OneOf : AnyOf;

    public bool HasChoices => Choices.Length > 0;

    public string? DiscriminatorProperty => Node["discriminator"] switch
    {
        { Kind: SpecKind.String } name => name.Text,
        { Kind: SpecKind.Object } discriminator => discriminator["propertyName"] is { Kind: SpecKind.String } name ? name.Text : null,
        _ => null,
    };

    /// <summary>Maps a discriminator value to the name of the component that it selects.</summary>
    public KeyValuePair<string, string>[] DiscriminatorMapping
    {
        get
        {
            if (Node["discriminator"] is not { Kind: SpecKind.Object } discriminator || discriminator["mapping"] is not { Kind: SpecKind.Object } mapping)
            {
                return [];
            }

            var entries = new KeyValuePair<string, string>[mapping.Members.Length];
            for (int i = 0; i < entries.Length; i++)
            {
                SpecMember entry = mapping.Members[i];
                entries[i] = new KeyValuePair<string, string>(entry.Name, set.NameOf(entry.Value));
            }

            return entries;
        }
    }

    /// <summary>The entry of the discriminator's mapping for a value; null if it is a reference without a target, which is reported elsewhere.</summary>
    public SpecNode? MappingNode(string value) => Node["discriminator"]?["mapping"]?[value] is { } entry && set.CanSelect(entry) ? entry : null;

    /// <summary>The last segment of the reference to the schema of all values without a mapping: <c>defaultMapping</c> of OpenAPI 3.2.</summary>
    public string? DiscriminatorDefault =>
        Node["discriminator"]?["defaultMapping"] is { Kind: SpecKind.String } fallback ? ReferenceResolver.LastSegment(fallback.Text) : null;

    /// <summary>The value that the Azure extension gives to a derived schema.</summary>
    public string? DiscriminatorValue => Text("x-ms-discriminator-value");

    /// <summary>Whether the schema only restricts which values are valid (a pattern, a format, required members) without describing a type.</summary>
    public bool OnlyRestricts
    {
        get
        {
            foreach (SpecMember member in Node.Members)
            {
                switch (member.Name)
                {
                    case "$ref" or "type" or "enum" or "const" or "properties" or "items" or "prefixItems" or "additionalProperties"
                        or "patternProperties" or "unevaluatedProperties" or "allOf" or "oneOf" or "anyOf":
                        return false;
                }
            }

            return Node.Kind == SpecKind.Object;
        }
    }

    /// <summary>Whether the schema describes no more than a type, and perhaps which values are valid.</summary>
    public bool IsOnlyType
    {
        get
        {
            foreach (SpecMember member in Node.Members)
            {
                switch (member.Name)
                {
                    case "$ref" or "format" or "enum" or "const" or "properties" or "items" or "prefixItems" or "additionalProperties" or "required"
                        or "patternProperties" or "unevaluatedProperties" or "allOf" or "oneOf" or "anyOf" or "contentEncoding" or "pattern" or "maximum":
                        return false;
                }
            }

            return Node.Kind == SpecKind.Object;
        }
    }

    public void AddDerived(Schema schema)
    {
        schema.Base = this;
        (_derived ??= []).Add(schema);
    }

    public override string ToString() => ComponentName ?? Node.Kind.ToString();

    private string? Text(string name) => Node[name] is { Kind: SpecKind.String } text ? text.Text : null;

    private static bool IsTimeWithOffset(SpecNode? value) =>
        value is { Kind: SpecKind.String, Text: { Length: > 8 } text } && (text[text.Length - 6] is '+' or '-') && !text.EndsWith("00:00", StringComparison.Ordinal);

    private bool IsTrue(string name) => Node[name] is { Kind: SpecKind.Boolean, Text: "true" };

    private bool IsAnnotated(string name) => Annotation(name) is { Kind: SpecKind.Boolean, Text: "true" };

    private static string[] Texts(SpecNode[] items)
    {
        string[] texts = new string[items.Length];
        for (int i = 0; i < items.Length; i++)
        {
            texts[i] = items[i].Text;
        }

        return texts;
    }

    private KeyValuePair<string, Schema>[] ReadProperties()
    {
        if (Node["properties"] is not { Kind: SpecKind.Object } properties)
        {
            return [];
        }

        var list = new List<KeyValuePair<string, Schema>>(properties.Count);
        foreach (SpecMember member in properties.Members)
        {
            // What is no schema says nothing about the member.
            SpecNode schema = member.Value.Kind is SpecKind.Object or SpecKind.Boolean
                ? member.Value
                : new SpecNode(SpecKind.Boolean, "true", member.Value.Start, member.Value.End);
            list.Add(new KeyValuePair<string, Schema>(member.Name, set.Get(schema)));
        }

        return list.ToArray();
    }

    private bool SaysSomething()
    {
        foreach (SpecMember member in Node.Members)
        {
            switch (member.Name)
            {
                case "$ref" or "$dynamicRef" or "type" or "enum" or "const" or "properties" or "items" or "prefixItems" or "additionalProperties"
                    or "patternProperties" or "unevaluatedProperties" or "allOf" or "oneOf" or "anyOf" or "format" or "required"
                    or "x-kubernetes-int-or-string":
                    return true;
            }
        }

        return false;
    }

    private SchemaTypes ReadTypes()
    {
        switch (Node["type"])
        {
            case { Kind: SpecKind.String } single:
                return TypeOf(single.Text);
            case { Kind: SpecKind.Array } several:
                SchemaTypes types = SchemaTypes.None;
                foreach (SpecNode item in several.Items)
                {
                    types |= TypeOf(item.Kind == SpecKind.Null ? "null" : item.Text);
                }

                return types;
            default:
                return SchemaTypes.None;
        }
    }

    private static SchemaTypes TypeOf(string name) => name switch
    {
        "null" => SchemaTypes.Null,
        "boolean" => SchemaTypes.Boolean,
        "integer" => SchemaTypes.Integer,
        "number" => SchemaTypes.Number,
        "string" => SchemaTypes.String,
        "array" => SchemaTypes.Array,
        "object" => SchemaTypes.Object,
        "file" => SchemaTypes.File,
        _ => SchemaTypes.None,
    };
}
