using CdeCodegen.Generator.Infrastructure;
using CdeCodegen.Generator.Model;

namespace CdeCodegen.Generator.Emission;

/// <summary>Prints documentation comments and <c>[Obsolete]</c>.</summary>
internal static class Docs
{
    /// <summary>Lines are wrapped at the last space before this.</summary>
    private const int Width = 160;

    /// <summary>Whether the declaration is printed without a comment of its own.</summary>
    public static bool IsNone(DocText doc) => doc is { IsDeprecated: false } && string.IsNullOrWhiteSpace(doc.Summary) && string.IsNullOrWhiteSpace(doc.Remarks);

    /// <summary>The comment of a declaration, and its attribute where the document deprecates it.</summary>
    /// <param name="w">Where to.</param>
    /// <param name="doc">The document's text.</param>
    /// <param name="otherwise">XML for the summary where the document has none.</param>
    public static void Write(SourceWriter w, DocText doc, string? otherwise = null)
    {
        Summary(w, doc, otherwise);
        Element(w, "remarks", "", DocXml.Paragraphs(doc.Remarks));
        Obsolete(w, doc);
    }

    public static void Summary(SourceWriter w, DocText doc, string? otherwise)
    {
        List<string> paragraphs = DocXml.Paragraphs(doc.Summary);
        if (paragraphs.Count == 0 && otherwise is not null)
        {
            paragraphs.Add(otherwise);
        }

        Element(w, "summary", "", paragraphs);
    }

    /// <summary>The remarks of the document, followed by a paragraph of our own.</summary>
    public static void Remarks(SourceWriter w, DocText doc, string? last)
    {
        List<string> paragraphs = DocXml.Paragraphs(doc.Remarks);
        if (last is not null)
        {
            paragraphs.Add(last);
        }

        Element(w, "remarks", "", paragraphs);
    }

    public static void Parameter(SourceWriter w, string name, DocText doc)
    {
        List<string> paragraphs = DocXml.Paragraphs(doc.Summary);
        paragraphs.AddRange(DocXml.Paragraphs(doc.Remarks));
        Element(w, "param", " name=\"" + name.TrimStart('@') + "\"", paragraphs);
    }

    public static void Obsolete(SourceWriter w, DocText doc)
    {
        if (doc.IsDeprecated)
        {
            w.Line("[global::System.Obsolete(\"The API's description marks this as deprecated.\")]");
        }
    }

    private static void Element(SourceWriter w, string name, string attributes, List<string> paragraphs)
    {
        if (paragraphs.Count == 0)
        {
            return;
        }

        for (int i = 0; i < paragraphs.Count; i++)
        {
            string paragraph = paragraphs[i];
            bool isCode = paragraph.IndexOf('\n') >= 0;
            bool isOneOfMany = paragraphs.Count > 1 && !isCode;
            string open = (i == 0 ? "<" + name + attributes + ">" : "") + (isOneOfMany ? "<para>" : "");
            string close = (isOneOfMany ? "</para>" : "") + (i == paragraphs.Count - 1 ? "</" + name + ">" : "");
            if (isCode)
            {
                foreach (string line in (open + paragraph + close).Split('\n'))
                {
                    w.Line($"/// {line}");
                }
            }
            else
            {
                Wrap(w, open + paragraph + close);
            }
        }
    }

    private static void Wrap(SourceWriter w, string text)
    {
        int start = 0;
        while (text.Length - start > Width)
        {
            int end = text.LastIndexOf(' ', start + Width, Width);
            if (end <= start)
            {
                end = text.IndexOf(' ', start + Width);
                if (end < 0)
                {
                    break;
                }
            }

            w.Line($"/// {text.Substring(start, end - start)}");
            start = end + 1;
        }

        w.Line($"/// {text.Substring(start)}");
    }
}
