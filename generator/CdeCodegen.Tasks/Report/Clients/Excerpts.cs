using CdeCodegen.Tasks.Report.Model;

namespace CdeCodegen.Tasks.Report.Clients;

/// <summary>Cuts the lines around a diagnostic out of a document.</summary>
internal sealed class Excerpts
{
    private const int Around = 2;

    /// <summary>The number of characters that are shown of a line. Some documents are one line.</summary>
    private const int MaxLength = 160;

    private readonly List<string> _lines = [];

    public Excerpts(string text)
    {
        using var reader = new StringReader(text);
        while (reader.ReadLine() is { } line)
        {
            _lines.Add(line);
        }
    }

    /// <param name="line">The line of the first character, counted from 0.</param>
    /// <param name="start">Its column, counted from 0.</param>
    /// <param name="end">The column after the last character on that line.</param>
    public List<ExcerptLine> Of(int line, int start, int end)
    {
        List<ExcerptLine> excerpt = [];
        for (int i = Math.Max(0, line - Around); i <= Math.Min(_lines.Count - 1, line + Around); i++)
        {
            string text = _lines[i];
            if (i != line)
            {
                excerpt.Add(new ExcerptLine(i + 1, Cut(text), "", "", IsMarked: false));
                continue;
            }

            start = Math.Min(start, text.Length);
            end = Math.Min(Math.Max(end, start), text.Length);
            string before = text.Substring(0, start);
            before = before.Length > MaxLength ? "…" + before.Substring(before.Length - MaxLength) : before;
            excerpt.Add(new ExcerptLine(i + 1, before, Cut(text.Substring(start, end - start)), Cut(text.Substring(end)), IsMarked: true));
        }

        return excerpt;
    }

    private static string Cut(string text) => text.Length > MaxLength ? text.Substring(0, MaxLength) + "…" : text;
}
