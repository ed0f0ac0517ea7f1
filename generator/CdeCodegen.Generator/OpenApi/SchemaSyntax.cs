using CdeCodegen.Generator.Reading;

namespace CdeCodegen.Generator.OpenApi;

/// <summary>Finds keywords of schemas whose values have another form than the specification gives them.</summary>
internal static class SchemaSyntax
{
    private static readonly string[] s_keywords =
    [
        "properties", "required", "items", "additionalProperties", "allOf", "oneOf", "anyOf", "enum", "type", "discriminator", "format", "nullable", "readOnly",
        "writeOnly", "patternProperties",
    ];

    /// <summary>The sections of named objects that are not schemas, and what is wrong with a reference to one of these.</summary>
    private static readonly KeyValuePair<string, string>[] s_otherSections =
    [
        new("parameters", "its target is a parameter, not a schema"),
        new("responses", "its target is a response, not a schema"),
        new("requestBodies", "its target is a request body, not a schema"),
        new("headers", "its target is a header, not a schema"),
        new("securitySchemes", "its target is a security scheme, not a schema"),
        new("securityDefinitions", "its target is a security scheme, not a schema"),
    ];

    /// <returns>What is wrong with the value of a keyword; null if nothing is.</returns>
    public static string? FaultOf(in SpecMember keyword)
    {
        SpecNode value = keyword.Value;
        switch (keyword.Name)
        {
            case "type":
                return FaultOfType(value);
            case "required":
                return value.Kind == SpecKind.Array && Array.TrueForAll(value.Items, static item => item.Kind is not (SpecKind.Array or SpecKind.Object)) ? null : "it is not a list of names";
            case "nullable" or "readOnly" or "writeOnly":
                return value.Kind is SpecKind.Boolean or SpecKind.Null ? null : "it is neither true nor false";
            case "format":
                return value.Kind is SpecKind.String or SpecKind.Null ? null : "it is not a string";
            case "discriminator":
                return FaultOfDiscriminator(value);
            case "properties":
                return value.Kind == SpecKind.Object ? null : "it is not a map of schemas";
            case "items":
                return value.Kind is SpecKind.Object or SpecKind.Boolean or SpecKind.Array ? null : "it is not a schema";
            case "additionalProperties":
                return value.Kind is SpecKind.Object or SpecKind.Boolean ? null : "it is not a schema";
            case "$ref":
                return value.Kind == SpecKind.String ? FaultOfTarget(value.Text) : "it is not a string";
            case "enum":
                return value.Kind != SpecKind.Array ? "it is not a list of values" : value.Count == 0 ? "it has no values" : null;
            default:
                return value.Kind != SpecKind.Array || !Array.TrueForAll(value.Items, static item => item.Kind is SpecKind.Object or SpecKind.Boolean)
                    ? "it is not a list of schemas"
                    : value.Count == 0 && keyword.Name != "allOf" ? "it has no schemas" : null;
        }
    }

    /// <summary>A component of another kind than a schema is not a schema. What is within one can be.</summary>
    private static string? FaultOfTarget(string reference)
    {
        int last = reference.LastIndexOf('/');
        int start = reference.IndexOf("#/", StringComparison.Ordinal) + 2;
        if (start < 2 || last < start)
        {
            return null;
        }

        const string Components = "components/";
        start += string.CompareOrdinal(reference, start, Components, 0, Components.Length) == 0 ? Components.Length : 0;
        foreach (KeyValuePair<string, string> section in s_otherSections)
        {
            if (last - start == section.Key.Length && string.CompareOrdinal(reference, start, section.Key, 0, section.Key.Length) == 0)
            {
                return section.Value;
            }
        }

        return null;
    }

    /// <summary>The keyword that a misspelt one probably means; null for one that is known or similar to none.</summary>
    public static string? Meant(string name)
    {
        if (name.Length < 3 || name[0] is 'x' or '$')
        {
            return null;
        }

        switch (name)
        {
            // The most frequent ones, which need no comparison.
            case "description" or "title" or "example" or "examples" or "format" or "nullable" or "minimum" or "maximum" or "minLength" or "maxLength" or "pattern"
                or "deprecated" or "readOnly" or "writeOnly" or "const" or "properties" or "required" or "items" or "type" or "enum" or "default":
                return null;
            case "ref":
                return "$ref";
        }

        foreach (string keyword in s_keywords)
        {
            if (name == keyword)
            {
                return null;
            }
        }

        foreach (string keyword in s_keywords)
        {
            // Short keywords are too similar to others, except for their case.
            if (keyword.Length > 4 && keyword != "allOf" && keyword != "oneOf" && keyword != "anyOf"
                ? Spelling.IsSimilar(name, keyword)
                : name.Equals(keyword, StringComparison.OrdinalIgnoreCase))
            {
                return keyword;
            }
        }

        return null;
    }

    private static string? FaultOfDiscriminator(SpecNode value)
    {
        if (value.Kind == SpecKind.String)
        {
            return null; // as in Swagger 2.0
        }

        return value.Kind != SpecKind.Object ? "it is not an object"
            : value["propertyName"] is not { Kind: SpecKind.String } ? "it has no 'propertyName'"
            : value["mapping"] is { } mapping && (mapping.Kind != SpecKind.Object || !Array.TrueForAll(mapping.Members, static m => m.Value.Kind == SpecKind.String))
                ? "its 'mapping' is not a map of strings"
                : null;
    }

    /// <summary>Whether a default can be a value of a type.</summary>
    /// <param name="value">The default.</param>
    /// <param name="type">The value of <c>type</c>, or null.</param>
    public static bool IsDefault(SpecNode value, SpecNode? type) =>
        type is not { Kind: SpecKind.String } || value.Kind == SpecKind.Null || type.Text switch
        {
            "integer" or "number" => value.Kind == SpecKind.Number,
            "boolean" => value.Kind == SpecKind.Boolean,
            "array" => value.Kind == SpecKind.Array,
            "object" => value.Kind == SpecKind.Object,
            "string" => value.Kind is not (SpecKind.Array or SpecKind.Object),
            _ => true,
        };

    private static string? FaultOfType(SpecNode value)
    {
        if (value.Kind != SpecKind.Array)
        {
            return IsType(value) ? null : $"'{value.Text}' is not a type";
        }

        foreach (SpecNode item in value.Items)
        {
            if (!IsType(item))
            {
                return $"'{item.Text}' is not a type";
            }
        }

        return null;
    }

    /// <remarks>Not in the specification, but clear: <c>any</c> of converters, and <c>file</c> of Swagger 2.0.</remarks>
    private static bool IsType(SpecNode value) =>
        value.Kind == SpecKind.Null
        || (value.Kind == SpecKind.String
            && value.Text is "object" or "array" or "string" or "integer" or "number" or "boolean" or "null" or "file" or "any" or "");
}
