using System.Runtime.CompilerServices;
using System.Text;

namespace CdeCodegen.Generator.Infrastructure;

/// <summary>
/// Builds the text of one source file. Lines end with <c>\n</c> and are indented by four spaces per level. Interpolated lines are appended directly
/// to the builder, without an intermediate string.
/// </summary>
internal sealed class SourceWriter
{
    private const int Largest = 256 * 1024;
    private const string Spaces = "                                                                ";

    // A thread prints one file after another, so it reuses the buffer that has already grown.
    [ThreadStatic]
    private static StringBuilder? s_spare;

    private readonly StringBuilder _text;
    private int _indent;
    private int _lineStart;
    private bool _afterBlock;
    private bool _afterCompact;

    public SourceWriter()
    {
        _text = s_spare ?? new StringBuilder(4096);
        s_spare = null;
    }

    /// <summary>Whether the next line is the first of its block, which needs no blank line before it.</summary>
    public bool AtBlockStart { get; private set; } = true;

    /// <summary>The width of the indentation, in characters.</summary>
    public int Column => _indent * 4;

    /// <summary>The number of characters written so far: a position for <see cref="Insert"/>.</summary>
    public int Length => _text.Length;

    /// <summary>Inserts whole lines at an earlier position, for lines whose need is known only later.</summary>
    public void Insert(int place, string lines) => _text.Insert(place, lines);

    public void Line()
    {
        _text.Append('\n');
    }

    public void Line(string line)
    {
        Indent();
        _text.Append(line);
        EndLine();
    }

    public void Line([InterpolatedStringHandlerArgument("")] ref Interpolated line) => EndLine();

    /// <summary>Writes a blank line before a member, except after an opening brace and between two compact members.</summary>
    /// <param name="compact">Whether the member takes only a line or two; adjacent compact members are printed without blank lines.</param>
    public void Gap(bool compact = false)
    {
        if (!AtBlockStart && !(compact && _afterCompact))
        {
            _text.Append('\n');
        }

        AtBlockStart = true;
        _afterCompact = compact;
    }

    /// <summary>Writes a blank line if the previous line closed a block.</summary>
    public void GapAfterBlock()
    {
        if (_afterBlock)
        {
            _text.Append('\n');
            _afterBlock = false;
        }
    }

    public void Open()
    {
        Line("{");
        _indent++;
        AtBlockStart = true;
        _afterCompact = false;
    }

    public void Close()
    {
        _indent--;
        Line("}");
        _afterBlock = true;
    }

    public void Right() => _indent++;

    public void Left() => _indent--;

    /// <summary>Returns the text. The writer cannot be used afterwards.</summary>
    public string Finish()
    {
        string text = _text.ToString();
        if (_text.Capacity <= Largest)
        {
            _text.Clear();
            s_spare = _text;
        }

        return text;
    }

    private void EndLine()
    {
        int length = _text.Length - _lineStart;
        if (length > LineBreaker.Width)
        {
            string broken = LineBreaker.Break(_text.ToString(_lineStart, length));
            _text.Length = _lineStart;
            _text.Append(broken);
        }

        _text.Append('\n');
    }

    private void Indent()
    {
        _lineStart = _text.Length;
        AtBlockStart = false;
        _afterBlock = false;
        for (int left = _indent * 4; left > 0; left -= Spaces.Length)
        {
            _text.Append(Spaces, 0, Math.Min(left, Spaces.Length));
        }
    }

    /// <summary>The handler that the compiler uses for an interpolated line.</summary>
    [InterpolatedStringHandler]
    public readonly ref struct Interpolated
    {
        private readonly StringBuilder _text;

#pragma warning disable IDE0060 // the compiler requires both counts
        public Interpolated(int literalLength, int formattedCount, SourceWriter writer)
#pragma warning restore IDE0060
        {
            writer.Indent();
            _text = writer._text;
        }

        public void AppendLiteral(string value) => _text.Append(value);

        public void AppendFormatted(string? value) => _text.Append(value);

        public void AppendFormatted(int value) => _text.Append(value.ToString(System.Globalization.CultureInfo.InvariantCulture));
    }
}
