using CdeCodegen.Generator.Reading;

namespace CdeCodegen.Generator.OpenApi;

/// <summary>Finds extensions that the client knows, but whose values have another form than their authors give them.</summary>
internal static class ExtensionSyntax
{
    private const string NotAFlag = "it is neither true nor false";

    /// <returns>What is wrong with the value of an extension of a schema; null if nothing is, and for extensions that have no effect.</returns>
    public static string? FaultOf(in SpecMember extension)
    {
        SpecNode value = extension.Value;
        switch (extension.Name)
        {
            case "x-enum-varnames" or "x-enumNames" or "x-enum-descriptions" or "x-enumDescriptions" or "x-enum-comments":
                return FaultOfTexts(value);
            case "x-ms-enum":
                return FaultOfAzureEnum(value);
            case "x-ms-discriminator-value":
                return value.Kind == SpecKind.String ? null : "it is not a string";
            case "x-nullable" or "x-kubernetes-preserve-unknown-fields" or "x-kubernetes-int-or-string":
                return value.Kind is SpecKind.Boolean or SpecKind.Null ? null : NotAFlag;
            default:
                return null;
        }
    }

    private static string? FaultOfTexts(SpecNode texts)
    {
        if (texts.Kind == SpecKind.Object)
        {
            return Array.TrueForAll(texts.Members, static member => member.Value.Kind is SpecKind.String or SpecKind.Null) ? null : "it is not a map of strings";
        }

        if (texts.Kind != SpecKind.Array || !Array.TrueForAll(texts.Items, static text => text.Kind is SpecKind.String or SpecKind.Null))
        {
            return texts.Kind == SpecKind.Null ? null : "it is neither a list nor a map of strings";
        }

        return null;
    }

    /// <summary>The lengths of a list and of the enumeration that it is about, if they differ. Entries belong to values by their position.</summary>
    public static (int Entries, int Values)? Mismatch(SpecNode schema, in SpecMember extension)
    {
        bool isKnown = extension.Name is "x-enum-varnames" or "x-enumNames" or "x-enum-descriptions" or "x-enumDescriptions" or "x-enum-comments";
        if (!isKnown || extension.Value is not { Kind: SpecKind.Array } list || schema["enum"] is not { Kind: SpecKind.Array } values || list.Count == values.Count)
        {
            return null;
        }

        int known = Array.FindAll(values.Items, static value => value.Kind != SpecKind.Null).Length;
        return list.Count == known ? null : (list.Count, values.Count);
    }

    private static string? FaultOfAzureEnum(SpecNode value)
    {
        if (value.Kind != SpecKind.Object)
        {
            return value.Kind == SpecKind.Null ? null : "it is not an object";
        }

        if (value["values"] is not { Kind: not SpecKind.Null } values)
        {
            return null;
        }

        return values.Kind == SpecKind.Array
            && Array.TrueForAll(values.Items, static entry => entry["value"] is not null && entry["name"] is null or { Kind: SpecKind.String } && entry["description"] is null or { Kind: SpecKind.String })
            ? null
            : "its 'values' is not a list of values with their names";
    }
}
