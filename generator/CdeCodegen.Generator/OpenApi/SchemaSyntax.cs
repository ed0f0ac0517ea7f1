using CdeCodegen.Generator.Reading;

namespace CdeCodegen.Generator.OpenApi;

/// <summary>Finds keywords of schemas whose values have another form than the specification gives them.</summary>
internal static class SchemaSyntax
{
    /// <returns>What is wrong with the value of a keyword; null if nothing is.</returns>
    public static string? FaultOf(in SpecMember keyword)
    {
        SpecNode value = keyword.Value;
        switch (keyword.Name)
        {
            case "type":
                return FaultOfType(value);
            case "required":
                return value.Kind == SpecKind.Array ? null : "it is not a list of names";
            case "properties":
                return value.Kind == SpecKind.Object ? null : "it is not a map of schemas";
            case "items":
                return value.Kind is SpecKind.Object or SpecKind.Boolean or SpecKind.Array ? null : "it is not a schema";
            case "additionalProperties":
                return value.Kind is SpecKind.Object or SpecKind.Boolean ? null : "it is not a schema";
            case "$ref":
                return value.Kind == SpecKind.String ? null : "it is not a string";
            default:
                return value.Kind == SpecKind.Array ? null : keyword.Name == "enum" ? "it is not a list of values" : "it is not a list of schemas";
        }
    }

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
