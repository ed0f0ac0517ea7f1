using System.Text;
using CdeCodegen.Generator.Reading;

namespace CdeCodegen.Generator.OpenApi;

/// <content>What a schema says to readers, beside its description.</content>
internal sealed partial class Schema
{
    /// <summary>Longer values do not help in a documentation comment.</summary>
    private const int MaxValue = 100;

    /// <summary>The default as JSON; null without one, and for long ones.</summary>
    public string? DefaultText => ValueText(Annotation("default"), isQuoted: true);

    /// <summary>The first example, without quotes; null without one, and for long ones.</summary>
    public string? ExampleText =>
        ValueText(Node["example"] ?? (Node["examples"] is { Kind: SpecKind.Array, Count: > 0 } list ? list.Items[0] : null), isQuoted: false);

    /// <summary>The values of <c>enum</c>, or those of constants to choose from, as JSON; null without several, and for long ones.</summary>
    public string? EnumText => EnumNode is { Count: > 1 } values ? ValuesText(values.Items) : ConstantsText;

    /// <summary>The values with the names that an extension gives them.</summary>
    private string? ValuesText(SpecNode[] values)
    {
        var text = new StringBuilder();
        for (int i = 0; i < values.Length; i++)
        {
            if (values[i].Kind is SpecKind.Array or SpecKind.Object || ValueText(values[i], isQuoted: true) is not { } value || text.Length > MaxValue)
            {
                return null;
            }

            Append(text, value, EnumName(i, new SchemaLiteral(values[i], IsText).Text));
        }

        return text.Length is > 0 and <= MaxValue ? text.Append(']').ToString() : null;
    }

    private static void Append(StringBuilder text, string value, string? name)
    {
        text.Append(text.Length == 0 ? "[" : ", ").Append(value);
        if (name is { Length: > 0 })
        {
            text.Append(" (").Append(name).Append(')');
        }
    }

    private string? ConstantsText
    {
        get
        {
            SpecNode[] choices = (Node["oneOf"] ?? Node["anyOf"])?.Items ?? [];
            var text = new StringBuilder();
            foreach (SpecNode choice in choices.Length > 1 ? choices : [])
            {
                if (ValueText(choice["const"], isQuoted: true) is not { } value || text.Length > MaxValue)
                {
                    return null;
                }

                Append(text, value, choice["title"] is { Kind: SpecKind.String } title ? title.Text : null);
            }

            return text.Length is > 0 and <= MaxValue ? text.Append(']').ToString() : null;
        }
    }

    /// <summary>The URL of further documentation; null without one, and if it is not a URL of the web.</summary>
    public string? DocsUrl => UrlOf(Node["externalDocs"]);

    /// <summary>What the further documentation is about.</summary>
    public string? DocsTitle => Node["externalDocs"]?["description"] is { Kind: SpecKind.String } text ? text.Text : null;

    /// <summary>The text of a value; null for objects and lists of objects, for null, and for long values.</summary>
    public static string? ValueText(SpecNode? value, bool isQuoted)
    {
        string? text = value?.Kind switch
        {
            SpecKind.String => isQuoted ? "\"" + value.Text.Replace("\\", "\\\\").Replace("\"", "\\\"") + "\"" : value.Text,
            SpecKind.Null => "null",
            SpecKind.Number or SpecKind.Boolean => value.Text,
            SpecKind.Array => ListText(value.Items),
            SpecKind.Object when value.Count == 0 => "{}",
            _ => null,
        };
        return text is { Length: > 0 and <= MaxValue } ? text : null;
    }

    public static string? UrlOf(SpecNode? externalDocs) =>
        externalDocs?["url"] is { Kind: SpecKind.String, Text: { Length: < 300 } url }
        && (url.StartsWith("https://", StringComparison.Ordinal) || url.StartsWith("http://", StringComparison.Ordinal))
        && url.IndexOfAny([' ', '\n', '\r', '(', ')', '<', '>', '`']) < 0
            ? url
            : null;

    private static string? ListText(SpecNode[] items)
    {
        var text = new StringBuilder("[");
        foreach (SpecNode item in items)
        {
            if (item.Kind is SpecKind.Array or SpecKind.Object || text.Length > MaxValue || ValueText(item, isQuoted: true) is not { } value)
            {
                return null;
            }

            text.Append(text.Length == 1 ? "" : ", ").Append(value);
        }

        return text.Append(']').ToString();
    }
}
