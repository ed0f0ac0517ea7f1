using System.Runtime.CompilerServices;
using System.Text;

namespace CdeCodegen.Generator.Infrastructure;

/// <summary>
/// Builds one file of source text: lines ended by <c>\n</c>, indented by four spaces a level.
/// Interpolated lines go straight into the builder; no string is made on the way.
/// </summary>
internal sealed class SourceWriter
{
    private const int Largest = 256 * 1024;
    private const string Spaces = "                                                                ";

    // The driver emits file after file on one thread; a builder that has grown once serves them all.
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

    /// <summary>Whether the next thing written is the first of its block, so that no blank line belongs before it.</summary>
    public bool AtBlockStart { get; private set; } = true;

    /// <summary>The width of the indentation, in characters.</summary>
    public int Column => _indent * 4;

    /// <summary>How much is written: a place for <see cref="Insert"/>.</summary>
    public int Length => _text.Length;

    /// <summary>Puts whole lines where only later text says which are needed.</summary>
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

    /// <summary>A blank line before a member, but not directly after an opening brace, nor between two compact members.</summary>
    /// <param name="compact">The member takes a line or two: those next to each other read as a table.</param>
    public void Gap(bool compact = false)
    {
        if (!AtBlockStart && !(compact && _afterCompact))
        {
            _text.Append('\n');
        }

        AtBlockStart = true;
        _afterCompact = compact;
    }

    /// <summary>A blank line between a block and the statement after it.</summary>
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

    /// <summary>The text; the writer must not be used again.</summary>
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

    /// <summary>What the compiler turns an interpolated line into.</summary>
    [InterpolatedStringHandler]
    public readonly ref struct Interpolated
    {
        private readonly StringBuilder _text;

#pragma warning disable IDE0060 // the compiler's pattern asks for both counts
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
