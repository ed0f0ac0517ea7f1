using CdeCodegen.Generator.Model;
using CdeCodegen.Generator.OpenApi;

namespace CdeCodegen.Generator.Lowering.Types;

/// <summary>Splits descriptions into the summary and the remarks of a documentation comment.</summary>
internal static class DocTexts
{
    /// <param name="summary">The short text, or null.</param>
    /// <param name="description">The long text, or null.</param>
    public static DocText Of(string? summary, string? description, bool deprecated = false)
    {
        summary = Clean(summary);
        description = Clean(description);
        if (summary is null && description is not null)
        {
            // The first paragraph of Markdown ends at a blank line.
            int end = description.IndexOf("\n\n", StringComparison.Ordinal);
            (summary, description) = end < 0 ? (description, null) : (description.Substring(0, end).TrimEnd(), Clean(description.Substring(end)));
        }

        if (description == summary)
        {
            description = null;
        }

        return summary is null && !deprecated ? DocText.None : new DocText(summary, description, deprecated);
    }

    /// <summary>The description with the default of the schema, which the client never sends by itself.</summary>
    public static string? WithDefault(string? description, Schema? schema)
    {
        if ((schema?.DefaultText ?? (schema is null ? null : TypeLowering.ResolveAliases(schema).DefaultText)) is not { Length: < 200 } value)
        {
            return description;
        }

        string text = "The default is " + (value.IndexOfAny(['`', '\n', '\r']) < 0 ? "`" + value + "`" : value) + ".";
        return Clean(description) is { } known ? known + "\n\n" + text : text;
    }

    private static string? Clean(string? text)
    {
        if (text is null)
        {
            return null;
        }

        text = text.Replace("\r\n", "\n").Replace('\r', '\n').Trim();
        return text.Length == 0 ? null : text;
    }
}
