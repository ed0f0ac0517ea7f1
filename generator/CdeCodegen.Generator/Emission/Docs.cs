using CdeCodegen.Generator.Infrastructure;
using CdeCodegen.Generator.Model;

namespace CdeCodegen.Generator.Emission;

/// <summary>Prints documentation comments and <c>[Obsolete]</c>.</summary>
internal static class Docs
{
    /// <summary>Lines are wrapped at the last space before this.</summary>
    private const int Width = 140;

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
        if (doc.Deprecated)
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

        if (paragraphs.Count == 1 && paragraphs[0].Length <= Width && paragraphs[0].IndexOf('\n') < 0)
        {
            w.Line($"/// <{name}{attributes}>{paragraphs[0]}</{name}>");
            return;
        }

        w.Line($"/// <{name}{attributes}>");
        foreach (string paragraph in paragraphs)
        {
            bool isCode = paragraph.IndexOf('\n') >= 0;
            string open = paragraphs.Count > 1 && !isCode ? "<para>" : "";
            string close = paragraphs.Count > 1 && !isCode ? "</para>" : "";
            if (isCode)
            {
                foreach (string line in paragraph.Split('\n'))
                {
                    w.Line($"/// {line}");
                }
            }
            else
            {
                Wrap(w, open + paragraph + close);
            }
        }

        w.Line($"/// </{name}>");
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
