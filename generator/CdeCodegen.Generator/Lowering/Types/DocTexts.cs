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

    /// <summary>
    /// The documentation of a member or a parameter: title and description, then what its schema says to readers: values, default, example, a link. The client
    /// never sends a default by itself.
    /// </summary>
    /// <param name="name">The name, which a title often repeats.</param>
    /// <param name="description">The description, or null.</param>
    /// <param name="schema">The schema, or null.</param>
    /// <param name="type">The type of the member.</param>
    /// <param name="example">An example that is not in the schema, or null.</param>
    /// <param name="deprecated">Whether the member is deprecated.</param>
    public static DocText OfMember(string name, string? description, Schema? schema, TypeUse type, string? example = null, bool deprecated = false)
    {
        if (schema is null)
        {
            return Of(null, description, deprecated);
        }

        // The type of a named schema has that schema's own documentation.
        Schema resolved = type.Draft is null ? TypeLowering.ResolveAliases(schema) : schema;
        string? title = schema.Title is { Length: < 100 } text && !IsSameName(text, name) ? text : null;
        return Of(title, WithNotes(description, schema, resolved, type, example), deprecated);
    }

    /// <summary>The description of a type with a link to further documentation.</summary>
    public static string? WithLink(string? description, Schema schema) => Join(description, Link(schema));

    private static string? WithNotes(string? description, Schema schema, Schema resolved, TypeUse type, string? example)
    {
        var notes = new List<string>();
        bool isEnum = type.Kind == TypeKind.Enum;
        if (!isEnum && type.Kind is not (TypeKind.Boolean or TypeKind.Union) && resolved.EnumText is { } values)
        {
            notes.Add("One of " + Code(values.Substring(1, values.Length - 2)) + ".");
        }

        if ((schema.DefaultText ?? TypeLowering.ResolveAliases(schema).DefaultText) is { } value)
        {
            notes.Add("The default is " + Code(value) + ".");
        }

        example ??= schema.ExampleText ?? resolved.ExampleText;
        if (example is not null && !isEnum && type.Kind is not (TypeKind.Boolean or TypeKind.Stream) && description?.Contains(example) != true
            && schema.DefaultText?.Contains(example) != true)
        {
            notes.Add("For example " + Code(example) + ".");
        }

        if (Link(schema) is { } link)
        {
            notes.Add(link);
        }

        return Join(description, notes.Count == 0 ? null : string.Join(" ", notes));
    }

    private static string? Link(Schema schema)
    {
        if (schema.DocsUrl is not { } url)
        {
            return null;
        }

        string title = schema.DocsTitle is { Length: > 0 and < 200 } text && text.IndexOfAny(['[', ']', '\n', '\r']) < 0 ? text.Trim().TrimEnd('.') : url;
        return "See [" + title + "](" + url + ").";
    }

    private static string Code(string value) => value.IndexOfAny(['`', '\n', '\r']) < 0 ? "`" + value + "`" : value;

    private static string? Join(string? description, string? notes) =>
        notes is null ? description : Clean(description) is { } known ? known + "\n\n" + notes : notes;

    /// <summary>Whether a title only repeats a name: letters and digits are equal, ignoring case.</summary>
    private static bool IsSameName(string title, string name)
    {
        int at = 0;
        foreach (char c in title)
        {
            if (char.IsLetterOrDigit(c))
            {
                while (at < name.Length && !char.IsLetterOrDigit(name[at]))
                {
                    at++;
                }

                if (at == name.Length || char.ToUpperInvariant(name[at++]) != char.ToUpperInvariant(c))
                {
                    return false;
                }
            }
        }

        while (at < name.Length && !char.IsLetterOrDigit(name[at]))
        {
            at++;
        }

        return at == name.Length;
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
