using System.Text;

namespace CdeCodegen.Generator.Emission;

/// <summary>
/// Converts a description, in practice CommonMark with some HTML, to the paragraphs of a documentation comment.
/// </summary>
/// <remarks>
/// Code spans, code blocks, bold text, italics, links, lists and paragraphs become XML elements, so that tooltips read well; other markup stays text. The
/// result is well-formed XML for any input: a character is escaped or kept, or dropped if XML forbids it or if it would reorder the text around it.
/// </remarks>
internal static partial class DocXml
{
    private static readonly char[] s_markup = ['`', '*', '_', '[', '<', '\\'];

    /// <summary>Deeper markup, such as a bold word in a link in italics in a bold sentence, stays text.</summary>
    private const int MaxNesting = 3;

    private static readonly char[] s_escaped = ['<', '>', '&', '"'];

    /// <summary>Returns the paragraphs as XML. Only a <c>&lt;code&gt;</c> block contains line ends (<c>\n</c>).</summary>
    public static List<string> Paragraphs(string? description)
    {
        var paragraphs = new List<string>();
        if (string.IsNullOrEmpty(description))
        {
            return paragraphs;
        }

        string clean = Clean(description!);
        if (IsOneSentence(clean))
        {
            paragraphs.Add(clean);
            return paragraphs;
        }

        string[] lines = clean.Split('\n');
        var current = new StringBuilder();
        for (int i = 0; i < lines.Length; i++)
        {
            string line = WithoutBreak(lines[i].Trim());
            if (line.StartsWith("```", StringComparison.Ordinal))
            {
                Flush();
                i = CodeBlock(lines, i, paragraphs);
            }
            else if (line.Length == 0)
            {
                Flush();
            }
            else if (ListMark(line) is var mark and > 0)
            {
                Flush();
                current.Append("• ").Append(line, mark, line.Length - mark);
            }
            else if (HeadingMark(line) is var heading and > 0)
            {
                Flush();
                current.Append(line, heading, line.Length - heading);
                Flush();
            }
            else
            {
                if (current.Length > 0)
                {
                    current.Append(' ');
                }

                current.Append(line);
            }
        }

        Flush();
        return paragraphs;

        void Flush()
        {
            if (current.Length > 0)
            {
                string xml = Inline(current.ToString()).Trim();
                if (xml.Length > 0)
                {
                    paragraphs.Add(xml);
                }

                current.Clear();
            }
        }
    }

    /// <summary>Whether a description is the XML of one paragraph as it is.</summary>
    public static bool IsXml(string description) => IsPlain(description) && IsOneSentence(description);

    /// <summary>The line without the backslash that marks a line break. The lines of a paragraph are joined with spaces.</summary>
    private static string WithoutBreak(string line) =>
        line.Length > 1 && line[line.Length - 1] == '\\' && line[line.Length - 2] != '\\' ? line.Substring(0, line.Length - 1).TrimEnd() : line;

    /// <summary>Whether the text is XML as it is. Most descriptions are, and are not copied.</summary>
    private static bool IsOneSentence(string text)
    {
        return text.Length > 0 && char.IsLetterOrDigit(text[0]) && text[text.Length - 1] != ' '
            && text.IndexOf('\n') < 0 && text.IndexOfAny(s_markup) < 0 && text.IndexOfAny(s_escaped) < 0;
    }

    /// <summary>Converts plain text without markup, such as a name, a path or a value, to XML on one line.</summary>
    public static string Escape(string text)
    {
        if (IsXml(text))
        {
            return text;
        }

        var xml = new StringBuilder(text.Length + 16);
        Escape(xml, Clean(text).Replace('\n', ' '));
        return xml.ToString();
    }

    /// <summary>Replaces every line end of C# and XML with <c>\n</c>, and drops characters that neither allows.</summary>
    private static string Clean(string text)
    {
        if (IsPlain(text))
        {
            return text;
        }

        var clean = new StringBuilder(text.Length);
        for (int i = 0; i < text.Length; i++)
        {
            char c = text[i];
            switch (c)
            {
                case >= ' ' and <= '~' or '\n':
                    clean.Append(c);
                    break;
                case '\r':
                    if (i + 1 >= text.Length || text[i + 1] != '\n')
                    {
                        clean.Append('\n');
                    }

                    break;
                case '\u000B' or '\f' or '\u0085' or '\u2028' or '\u2029':
                    clean.Append('\n');
                    break;
                case '\t' or '\u00A0':
                    clean.Append(' ');
                    break;
                // Characters that reorder the text around them ("Trojan Source") or are invisible. The joiners of scripts and emoji stay.
                case < ' ' or (>= '\u007F' and < '\u00A0') or '\u00AD' or '\u200B' or '\u200E' or '\u200F' or (>= '\u202A' and <= '\u202E')
                    or (>= '\u2060' and <= '\u206F') or '\uFEFF' or (>= '\uFFF9' and <= '\uFFFB') or '\uFFFE' or '\uFFFF':
                    break;
                default:
                    if (!char.IsSurrogate(c))
                    {
                        clean.Append(c);
                    }
                    else if (char.IsHighSurrogate(c) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
                    {
                        clean.Append(c).Append(text[++i]);
                    }

                    break;
            }
        }

        return clean.ToString();
    }

    private static bool IsPlain(string text)
    {
        foreach (char c in text)
        {
            if (c is not ((>= ' ' and <= '~') or '\n'))
            {
                return false;
            }
        }

        return true;
    }

    private static int CodeBlock(string[] lines, int start, List<string> paragraphs)
    {
        var code = new StringBuilder();
        int i = start + 1;
        while (i < lines.Length && !lines[i].TrimStart().StartsWith("```", StringComparison.Ordinal))
        {
            code.Append('\n');
            Escape(code, lines[i].TrimEnd());
            i++;
        }

        if (code.Length > 0)
        {
            paragraphs.Add("<code>" + code + "\n</code>");
        }

        return i;
    }

    /// <summary>Returns the length of a bullet (<c>- </c>, <c>* </c> or <c>+ </c>), or 0. The number of a numbered item stays in the text.</summary>
    private static int ListMark(string line) => line.Length > 2 && line[0] is '-' or '*' or '+' && line[1] == ' ' ? 2 : 0;

    private static int HeadingMark(string line)
    {
        int i = 0;
        while (i < line.Length && line[i] == '#')
        {
            i++;
        }

        return i is > 0 and <= 6 && i < line.Length && line[i] == ' ' ? i + 1 : 0;
    }

    private static string Inline(string text)
    {
        var xml = new StringBuilder(text.Length + 32);
        Inline(xml, text, depth: 0);
        return xml.ToString();
    }

    private static void Inline(StringBuilder xml, string text, int depth)
    {
        if (depth > MaxNesting)
        {
            Escape(xml, text);
            return;
        }

        int i = 0;
        while (i < text.Length)
        {
            int end;
            switch (text[i])
            {
                case '`' when (end = CodeSpan(xml, text, i)) > 0:
                case '*' or '_' when (end = Emphasis(xml, text, i, depth)) > 0:
                case '[' when (end = Link(xml, text, i, depth)) > 0:
                case '<' when (end = Html(xml, text, i)) > 0:
                    i = end;
                    break;
                case '\\' when i + 1 < text.Length && text[i + 1] is '_' or '*' or '`' or '[' or ']' or '#' or '<' or '>':
                    Escape(xml, text[i + 1]);
                    i += 2;
                    break;
                default:
                    // Copies up to the next markup character at once. Copying single characters took most of the time of printing.
                    end = text.IndexOfAny(s_markup, i + 1);
                    end = end < 0 ? text.Length : end;
                    Escape(xml, text, i, end);
                    i = end;
                    break;
            }
        }
    }

    private static int CodeSpan(StringBuilder xml, string text, int start)
    {
        int ticks = 1;
        while (start + ticks < text.Length && text[start + ticks] == '`')
        {
            ticks++;
        }

        int end = text.IndexOf(new string('`', ticks), start + ticks, StringComparison.Ordinal);
        if (end < 0)
        {
            return 0;
        }

        return Element(xml, "c", text.Substring(start + ticks, end - start - ticks).Trim(), end + ticks);
    }

    private static int Element(StringBuilder xml, string name, string content, int end)
    {
        if (content.Length > 0)
        {
            xml.Append('<').Append(name).Append('>');
            Escape(xml, content);
            xml.Append("</").Append(name).Append('>');
        }

        return end;
    }

    /// <summary>Converts <c>[text](https://…)</c>. Of a link that is not absolute only the text remains.</summary>
    private static int Link(StringBuilder xml, string text, int start, int depth)
    {
        int middle = text.IndexOf("](", start, StringComparison.Ordinal);
        if (middle < 0 || text.IndexOf('[', start + 1, middle - start - 1) >= 0)
        {
            return 0;
        }

        int end = text.IndexOf(')', middle);
        if (end < 0)
        {
            return 0;
        }

        string label = text.Substring(start + 1, middle - start - 1);
        string url = text.Substring(middle + 2, end - middle - 2);
        int space = url.IndexOf(' ');
        Reference(xml, label, space < 0 ? url : url.Substring(0, space), depth);
        return end + 1;
    }

    private static void Reference(StringBuilder xml, string label, string url, int depth)
    {
        if (label.Length > 0 && (url.StartsWith("https://", StringComparison.Ordinal) || url.StartsWith("http://", StringComparison.Ordinal)))
        {
            xml.Append("<see href=\"");
            Escape(xml, url);
            xml.Append("\">");
            Inline(xml, label, depth + 1);
            xml.Append("</see>");
        }
        else
        {
            Inline(xml, label, depth + 1);
        }
    }

    /// <summary>Converts the HTML that descriptions use: <c>code</c> stays, other known tags are dropped, and unknown tags are text.</summary>
    private static int Html(StringBuilder xml, string text, int start)
    {
        int end = text.IndexOf('>', start);
        if (end < 0)
        {
            return 0;
        }

        int nameStart = start + (start + 1 < text.Length && text[start + 1] == '/' ? 2 : 1);
        int nameEnd = nameStart;
        while (nameEnd < end && (text[nameEnd] is >= 'a' and <= 'z' or >= 'A' and <= 'Z' or >= '0' and <= '9'))
        {
            nameEnd++;
        }

        switch (text.Substring(nameStart, nameEnd - nameStart).ToLowerInvariant())
        {
            case "code" when nameStart == start + 1:
                int close = text.IndexOf("</code>", end, StringComparison.OrdinalIgnoreCase);
                return close < 0 ? end + 1 : Element(xml, "c", text.Substring(end + 1, close - end - 1), close + "</code>".Length);
            case "br" or "div" or "li" or "ol" or "p" or "pre" or "ul":
                if (xml.Length > 0 && xml[xml.Length - 1] != ' ')
                {
                    xml.Append(' ');
                }

                return end + 1;
            case "a" or "b" or "code" or "em" or "i" or "span" or "strong" or "u":
                return end + 1;
            default:
                return 0;
        }
    }

    private static void Escape(StringBuilder xml, string text) => Escape(xml, text, 0, text.Length);

    private static void Escape(StringBuilder xml, string text, int start, int end)
    {
        while (start < end)
        {
            int special = text.IndexOfAny(s_escaped, start, end - start);
            if (special < 0)
            {
                xml.Append(text, start, end - start);
                return;
            }

            xml.Append(text, start, special - start);
            Escape(xml, text[special]);
            start = special + 1;
        }
    }

    private static void Escape(StringBuilder xml, char c)
    {
        switch (c)
        {
            case '<': xml.Append("&lt;"); break;
            case '>': xml.Append("&gt;"); break;
            case '&': xml.Append("&amp;"); break;
            case '"': xml.Append("&quot;"); break;
            default: xml.Append(c); break;
        }
    }
}
