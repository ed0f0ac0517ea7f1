using CdeCodegen.Generator.Infrastructure;
using CdeCodegen.Generator.Model;

namespace CdeCodegen.Generator.Emission;

/// <summary>Prints documentation comments and <c>[Obsolete]</c>.</summary>
internal static class Docs
{
    private const string Slashes = "/// ";

    /// <summary>Whether <see cref="Write"/> prints nothing for this text.</summary>
    public static bool IsNone(DocText doc) => doc is { IsDeprecated: false } && string.IsNullOrWhiteSpace(doc.Summary) && string.IsNullOrWhiteSpace(doc.Remarks);

    /// <summary>Prints the comment of a declaration, and <c>[Obsolete]</c> where the document deprecates it.</summary>
    /// <param name="w">The file.</param>
    /// <param name="doc">The document's text.</param>
    /// <param name="otherwise">The XML of the summary where the document has none; null for no summary.</param>
    public static void Write(SourceWriter w, DocText doc, string? otherwise = null)
    {
        Summary(w, doc, otherwise);
        Element(w, "remarks", "", doc.Remarks);
        Obsolete(w, doc);
    }

    public static void Summary(SourceWriter w, DocText doc, string? otherwise) => Element(w, "summary", "", doc.Summary, otherwise);

    /// <summary>Prints a summary that the generator words itself.</summary>
    /// <param name="w">The file.</param>
    /// <param name="xml">The content of the element; everything from the document is already escaped.</param>
    public static void Summary(SourceWriter w, string xml) => Paragraph(w, "summary", "", xml);

    /// <summary>Prints remarks that are XML already.</summary>
    public static void Remarks(SourceWriter w, string xml) => Paragraph(w, "remarks", "", xml);

    /// <summary>Prints the document's remarks, followed by a paragraph of the generator.</summary>
    public static void Remarks(SourceWriter w, DocText doc, string? last)
    {
        if (last is null || string.IsNullOrEmpty(doc.Remarks))
        {
            Element(w, "remarks", "", doc.Remarks, last);
            return;
        }

        List<string> paragraphs = DocXml.Paragraphs(doc.Remarks);
        paragraphs.Add(last);
        Paragraphs(w, "remarks", "", paragraphs);
    }

    /// <summary>Prints the comment of a parameter that the document does not name.</summary>
    public static void Parameter(SourceWriter w, string name, string xml) =>
        Paragraph(w, "param", NameAttribute(name), xml);

    public static void Parameter(SourceWriter w, string name, DocText doc)
    {
        string attributes = NameAttribute(name.TrimStart('@'));
        if (string.IsNullOrEmpty(doc.Remarks))
        {
            Element(w, "param", attributes, doc.Summary);
            return;
        }

        List<string> paragraphs = DocXml.Paragraphs(doc.Summary);
        paragraphs.AddRange(DocXml.Paragraphs(doc.Remarks));
        Paragraphs(w, "param", attributes, paragraphs);
    }

    private static string NameAttribute(string name) => " name=\"" + name + "\"";

    public static void Obsolete(SourceWriter w, DocText doc)
    {
        if (doc.IsDeprecated)
        {
            w.Line("[global::System.Obsolete(\"The API's description marks this as deprecated.\")]");
        }
    }

    /// <summary>Prints an element with a description, or with the given XML where the document has none.</summary>
    private static void Element(SourceWriter w, string name, string attributes, string? description, string? otherwise = null)
    {
        if (!string.IsNullOrEmpty(description))
        {
            // Most descriptions are one sentence. It needs no list and no copy.
            if (DocXml.IsXml(description!))
            {
                Paragraph(w, name, attributes, description!);
                return;
            }

            List<string> paragraphs = DocXml.Paragraphs(description);
            if (paragraphs.Count > 0)
            {
                Paragraphs(w, name, attributes, paragraphs);
                return;
            }
        }

        if (otherwise is not null)
        {
            Paragraph(w, name, attributes, otherwise);
        }
    }

    private static void Paragraph(SourceWriter w, string name, string attributes, string xml)
    {
        if ((2 * name.Length) + attributes.Length + xml.Length + "<></>".Length <= WidthOf(w))
        {
            w.Line($"{Slashes}<{name}{attributes}>{xml}</{name}>");
        }
        else
        {
            Wrap(w, "<" + name + attributes + ">" + xml + "</" + name + ">");
        }
    }

    private static void Paragraphs(SourceWriter w, string name, string attributes, List<string> paragraphs)
    {
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
                    Wrap(w, line);
                }
            }
            else
            {
                Wrap(w, open + paragraph + close);
            }
        }
    }

    /// <summary>Prints a text in lines that end at a space or beside a character that is not ASCII: Chinese and Japanese have no spaces.</summary>
    private static void Wrap(SourceWriter w, string text)
    {
        int width = WidthOf(w);
        int start = 0;
        while (text.Length - start > width)
        {
            int end = FindBreak(text, start, width);
            if (end < 0)
            {
                break;
            }

            w.Line(Slashes, text, start, end - start);
            start = text[end] == ' ' ? end + 1 : end;
        }

        w.Line(Slashes, text, start, text.Length - start);
    }

    /// <summary>The number of characters of a comment that fit into a line.</summary>
    private static int WidthOf(SourceWriter w) => LineBreaker.Width - w.Column - Slashes.Length;

    /// <summary>The last break within the width, else the first one after it, else -1: an attribute, such as the URL of a link, stays whole.</summary>
    private static int FindBreak(string text, int start, int width)
    {
        for (int i = start + width; i > start; i--)
        {
            if (IsBreak(text, i))
            {
                return i;
            }
        }

        for (int i = start + width; i > start; i--)
        {
            if (IsBreakInWord(text, i))
            {
                return i;
            }
        }

        for (int i = start + width + 1; i < text.Length; i++)
        {
            if (IsBreak(text, i))
            {
                return i;
            }
        }

        return -1;
    }

    /// <summary>Whether a word that is wider than a line, such as a path, can be divided here: outside tags, after an entity or a separator.</summary>
    private static bool IsBreakInWord(string text, int i) =>
        (text[i] == '<' || text[i - 1] is '>' or '/' or ',' or ';') && text.LastIndexOf('<', i - 1) <= text.LastIndexOf('>', i - 1);

    private static bool IsBreak(string text, int i) => text[i] == ' ' || (text[i - 1] > 127 && text[i] > 127 && !char.IsLowSurrogate(text[i]));
}
