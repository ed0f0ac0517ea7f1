using System.Text;

namespace CdeCodegen.Generator.Emission;

/// <content>Bold text and italics.</content>
internal static partial class DocXml
{
    /// <summary>Longer text between two marks is not emphasized. Without a limit, a text of many marks would take quadratic time.</summary>
    private const int MaxEmphasis = 1000;

    /// <summary>
    /// Converts <c>**bold**</c>, <c>__bold__</c>, <c>*italics*</c> and <c>_italics_</c>. Marks within a word, as in <c>snake_case</c>, and marks beside
    /// spaces, as in <c>2 * 3</c>, are text.
    /// </summary>
    private static int Emphasis(StringBuilder xml, string text, int start, int depth)
    {
        char mark = text[start];
        int length = start + 1 < text.Length && text[start + 1] == mark ? 2 : 1;
        int first = start + length;
        if (first >= text.Length || text[first] == ' ' || text[first] == mark || (start > 0 && IsWord(text[start - 1]) && (mark == '_' || length == 1)))
        {
            return 0;
        }

        string marks = new(mark, length);
        int last = Math.Min(text.Length, first + MaxEmphasis);
        for (int end = Next(first); end > 0; end = Next(end + length))
        {
            int after = end + length;
            if (length == 1 && after < text.Length && text[after] == mark)
            {
                end++; // a bold part within italics
                continue;
            }

            if (text[end - 1] == ' ' || (after < text.Length && IsWord(text[after]) && (mark == '_' || length == 1)))
            {
                continue;
            }

            string name = length == 2 ? "b" : "i";
            xml.Append('<').Append(name).Append('>');
            Inline(xml, text.Substring(first, end - first), depth + 1);
            xml.Append("</").Append(name).Append('>');
            return after;
        }

        return 0;

        int Next(int from) => from < last ? text.IndexOf(marks, from, last - from, StringComparison.Ordinal) : -1;
    }

    private static bool IsWord(char c) => char.IsLetterOrDigit(c) || c == '_';
}
