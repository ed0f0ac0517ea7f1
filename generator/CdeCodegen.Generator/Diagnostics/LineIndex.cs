namespace CdeCodegen.Generator.Diagnostics;

/// <summary>A position in a text.</summary>
/// <param name="Line">The line, counted from 0.</param>
/// <param name="Character">The column in UTF-16 code units, counted from 0.</param>
internal readonly record struct TextPosition(int Line, int Character);

/// <summary>A span of a text as lines and columns.</summary>
/// <param name="Start">The first character.</param>
/// <param name="End">The position after the last character.</param>
internal readonly record struct TextLines(TextPosition Start, TextPosition End);

/// <summary>Converts offsets to lines and columns. A line ends with LF, CR LF or CR, as in editors.</summary>
internal sealed class LineIndex(string text)
{
    // Created for the first diagnostic: most documents have none.
    private List<int>? _starts;

    public TextLines this[int start, int end] => new(Position(start), Position(end));

    private TextPosition Position(int offset)
    {
        _starts ??= FindStarts(text);
        offset = Math.Min(Math.Max(offset, 0), text.Length);
        int line = _starts.BinarySearch(offset);
        if (line < 0)
        {
            line = ~line - 1;
        }

        return new TextPosition(line, offset - _starts[line]);
    }

    private static List<int> FindStarts(string text)
    {
        var starts = new List<int> { 0 };
        char[] ends = ['\n', '\r'];
        int i = 0;
        while ((i = text.IndexOfAny(ends, i)) >= 0)
        {
            i += text[i] == '\r' && i + 1 < text.Length && text[i + 1] == '\n' ? 2 : 1;
            starts.Add(i);
        }

        return starts;
    }
}
