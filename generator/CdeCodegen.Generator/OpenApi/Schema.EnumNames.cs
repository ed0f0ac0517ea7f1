using CdeCodegen.Generator.Reading;

namespace CdeCodegen.Generator.OpenApi;

/// <content>What extensions say about the values of an enumeration. <see cref="ExtensionSyntax"/> says which forms they have.</content>
internal sealed partial class Schema
{
    /// <summary>The name that <c>x-ms-enum</c> gives to the type of the enumeration; null without one.</summary>
    public string? EnumTypeName => Node["x-ms-enum"]?["name"] is { Kind: SpecKind.String, Text: { Length: > 0 } name } ? name : null;

    /// <summary>The name that an extension gives to a value of the enumeration: <c>x-enum-varnames</c>, <c>x-enumNames</c> or <c>x-ms-enum</c>.</summary>
    /// <param name="index">The position of the value in <c>enum</c>.</param>
    /// <param name="value">Its text.</param>
    public string? EnumName(int index, string value) =>
        EnumExtension(Node["x-enum-varnames"] ?? Node["x-enumNames"], index, value) ?? AzureEnum(value, "name");

    /// <summary>
    /// The description that an extension gives to a value of the enumeration: <c>x-enum-descriptions</c>, <c>x-enumDescriptions</c>, <c>x-enum-comments</c> or
    /// <c>x-ms-enum</c>.
    /// </summary>
    /// <param name="index">The position of the value in <c>enum</c>.</param>
    /// <param name="value">Its text.</param>
    public string? EnumDescription(int index, string value)
    {
        string? description = EnumExtension(Node["x-enum-descriptions"] ?? Node["x-enumDescriptions"], index, value);
        if (description is null && Node["x-enum-comments"] is { } comments)
        {
            // swag maps the names of the values, and not the values.
            description = (EnumName(index, value) is { } name ? EnumExtension(comments, index, name) : null) ?? EnumExtension(comments, index, value);
        }

        return description ?? AzureEnum(value, "description");
    }

    /// <summary>The extension is a list in the order of <c>enum</c>, or a map by value. A list can leave out the name of null.</summary>
    private string? EnumExtension(SpecNode? extension, int index, string key)
    {
        if (extension is { Kind: SpecKind.Array } list)
        {
            SpecNode[] values = EnumNode?.Items ?? [];
            int nulls = CountNulls(values, values.Length);
            index -= nulls > 0 && list.Count == values.Length - nulls ? CountNulls(values, index) : 0;
            return index < list.Count && list.Items[index].Kind == SpecKind.String ? list.Items[index].Text : null;
        }

        return extension is { Kind: SpecKind.Object } && extension[key] is { Kind: SpecKind.String } text ? text.Text : null;
    }

    private static int CountNulls(SpecNode[] values, int end)
    {
        int count = 0;
        for (int i = 0; i < end && i < values.Length; i++)
        {
            count += values[i].Kind == SpecKind.Null ? 1 : 0;
        }

        return count;
    }

    /// <summary>What <c>x-ms-enum</c> says about a value.</summary>
    private string? AzureEnum(string value, string keyword)
    {
        if (Node["x-ms-enum"]?["values"] is { Kind: SpecKind.Array } values)
        {
            foreach (SpecNode entry in values.Items)
            {
                if (entry["value"] is { } known && new SchemaLiteral(known, IsText).Text == value && entry[keyword] is { Kind: SpecKind.String } text)
                {
                    return text.Text;
                }
            }
        }

        return null;
    }
}
