using Microsoft.CodeAnalysis.Text;

namespace CdeCodegen.Generator.Diagnostics;

/// <summary>Turns offsets of a text into lines and columns. A line ends with LF, CR LF or CR, as in editors.</summary>
internal sealed class LineIndex(string text)
{
    private List<int>? _starts;

    public LinePositionSpan this[int start, int end] => new(Position(start), Position(end));

    private LinePosition Position(int offset)
    {
        _starts ??= FindStarts(text);
        offset = Math.Min(Math.Max(offset, 0), text.Length);
        int line = _starts.BinarySearch(offset);
        if (line < 0)
        {
            line = ~line - 1;
        }

        return new LinePosition(line, offset - _starts[line]);
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
