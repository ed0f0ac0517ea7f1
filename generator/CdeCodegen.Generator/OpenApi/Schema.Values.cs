using CdeCodegen.Generator.Reading;

namespace CdeCodegen.Generator.OpenApi;

/// <content>The values that a schema names: enumerations, constants and defaults.</content>
internal sealed partial class Schema
{
    public bool HasEnum => EnumNode is not null;

    public bool HasConst => Node["const"] is not null;

    /// <summary>The values of <c>enum</c>; null without any.</summary>
    public SchemaLiteral[]? Enum => EnumNode is { } values ? SchemaLiteral.ListOf(values.Items) : null;

    /// <summary>The only value that the schema allows, if it is a string, a number or a boolean.</summary>
    public SchemaLiteral? Constant =>
        (Enum is { Length: 1 } single ? single[0] : Const) is { Kind: LiteralKind.String or LiteralKind.Number or LiteralKind.Boolean } constant ? constant : null;

    /// <summary>The default, if it is a string, a number, a boolean or null.</summary>
    public SchemaLiteral? Default => Annotation("default") is { Kind: not (SpecKind.Array or SpecKind.Object) } value ? new SchemaLiteral(value) : null;

    public SchemaLiteral? Const => Node["const"] is { } value ? new SchemaLiteral(value) : null;

    /// <summary>The name that an extension gives to a value of the enumeration: <c>x-enum-varnames</c>, <c>x-enumNames</c> or <c>x-ms-enum</c>.</summary>
    /// <param name="index">The position of the value in <c>enum</c>.</param>
    /// <param name="value">Its text.</param>
    public string? EnumName(int index, string value) =>
        EnumExtension(Node["x-enum-varnames"] ?? Node["x-enumNames"], index, value) ?? AzureEnum(value, "name");

    /// <summary>The description that an extension gives to a value of the enumeration: <c>x-enum-descriptions</c>, <c>x-enumDescriptions</c> or <c>x-ms-enum</c>.</summary>
    /// <param name="index">The position of the value in <c>enum</c>.</param>
    /// <param name="value">Its text.</param>
    public string? EnumDescription(int index, string value) =>
        EnumExtension(Node["x-enum-descriptions"] ?? Node["x-enumDescriptions"], index, value) ?? AzureEnum(value, "description");

    private SpecNode? EnumNode => Node["enum"] is { Kind: SpecKind.Array, Count: > 0 } values ? values : null;

    /// <summary>The extension is a list in the order of <c>enum</c>, or a map by value.</summary>
    private static string? EnumExtension(SpecNode? extension, int index, string value) => extension switch
    {
        { Kind: SpecKind.Array } list when index < list.Count && list.Items[index].Kind == SpecKind.String => list.Items[index].Text,
        { Kind: SpecKind.Object } map when map[value] is { Kind: SpecKind.String } text => text.Text,
        _ => null,
    };

    /// <summary>What <c>x-ms-enum</c> says about a value.</summary>
    private string? AzureEnum(string value, string keyword)
    {
        if (Node["x-ms-enum"]?["values"] is { Kind: SpecKind.Array } values)
        {
            foreach (SpecNode entry in values.Items)
            {
                if (entry["value"] is { } known && known.Text == value && entry[keyword] is { Kind: SpecKind.String } text)
                {
                    return text.Text;
                }
            }
        }

        return null;
    }

    private bool EnumHasNull()
    {
        if (EnumNode is { } values)
        {
            foreach (SpecNode value in values.Items)
            {
                if (value.Kind == SpecKind.Null)
                {
                    return true;
                }
            }
        }

        return false;
    }
}
