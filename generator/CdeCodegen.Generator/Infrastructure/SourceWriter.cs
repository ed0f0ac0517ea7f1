using System.Runtime.CompilerServices;
using System.Text;

namespace CdeCodegen.Generator.Infrastructure;

/// <summary>
/// Builds the text of one source file. Lines end with <c>\n</c> and are indented by four spaces per level. Interpolated lines are appended directly
/// to the builder, without an intermediate string.
/// </summary>
internal sealed class SourceWriter
{
    private const int Smallest = 16 * 1024;
    private const int Largest = 256 * 1024;
    private const string Spaces = "                                                                ";

    // A thread prints one file after another, so it reuses the buffer that has already grown. An array, because a StringBuilder gets a new one whenever
    // it is cleared after an insertion.
    [ThreadStatic]
    private static char[]? s_spare;

    private char[] _text;
    private StringBuilder? _broken;
    private int _indent;
    private int _lineStart;
    private bool _afterBlock;
    private bool _afterCompact;

    public SourceWriter()
    {
        _text = s_spare ?? new char[Smallest];
        s_spare = null;
    }

    /// <summary>Whether the next line is the first of its block, which needs no blank line before it.</summary>
    public bool AtBlockStart { get; private set; } = true;

    /// <summary>The width of the indentation, in characters.</summary>
    public int Column => _indent * 4;

    /// <summary>The number of characters written so far: a position for <see cref="Insert"/>.</summary>
    public int Length { get; private set; }

    /// <summary>Inserts whole lines at an earlier position, for lines whose need is known only later.</summary>
    public void Insert(int place, string lines)
    {
        Reserve(lines.Length);
        Array.Copy(_text, place, _text, place + lines.Length, Length - place);
        lines.CopyTo(0, _text, place, lines.Length);
        Length += lines.Length;
    }

    public void Line() => Append('\n');

    public void Line(string line)
    {
        Indent();
        Append(line, 0, line.Length);
        EndLine();
    }

    /// <summary>Writes a line that consists of a prefix and a part of a text.</summary>
    public void Line(string prefix, string text, int start, int count)
    {
        Indent();
        Append(prefix, 0, prefix.Length);
        Append(text, start, count);
        EndLine();
    }

    public void Line([InterpolatedStringHandlerArgument("")] ref Interpolated line) => EndLine();

    /// <summary>Writes a blank line before a member, except after an opening brace and between two compact members.</summary>
    /// <param name="compact">Whether the member takes only a line or two; adjacent compact members are printed without blank lines.</param>
    public void Gap(bool compact = false)
    {
        if (!AtBlockStart && !(compact && _afterCompact))
        {
            Line();
        }

        AtBlockStart = true;
        _afterCompact = compact;
    }

    /// <summary>Writes a blank line if the previous line closed a block.</summary>
    public void GapAfterBlock()
    {
        if (_afterBlock)
        {
            Line();
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
        string text = new(_text, 0, Length);
        if (_text.Length <= Largest)
        {
            s_spare = _text;
        }

        _text = [];
        return text;
    }

    private void EndLine()
    {
        int length = Length - _lineStart;
        if (length > LineBreaker.Width && LineBreaker.IsBreakable(_text[Math.Min(_lineStart + Column, Length - 1)]))
        {
            _broken ??= new StringBuilder();
            LineBreaker.Break(new string(_text, _lineStart, length), _broken.Clear());
            Length = _lineStart;
            Reserve(_broken.Length);
            _broken.CopyTo(0, _text, Length, _broken.Length);
            Length += _broken.Length;
        }

        Append('\n');
    }

    private void Indent()
    {
        _lineStart = Length;
        AtBlockStart = false;
        _afterBlock = false;
        for (int left = Column; left > 0; left -= Spaces.Length)
        {
            Append(Spaces, 0, Math.Min(left, Spaces.Length));
        }
    }

    private void Append(char c)
    {
        Reserve(1);
        _text[Length++] = c;
    }

    private void Append(string text, int start, int count)
    {
        Reserve(count);
        text.CopyTo(start, _text, Length, count);
        Length += count;
    }

    private void Reserve(int count)
    {
        if (_text.Length - Length < count)
        {
            Array.Resize(ref _text, Math.Max(_text.Length * 2, Length + count));
        }
    }

    /// <summary>The handler that the compiler uses for an interpolated line.</summary>
    [InterpolatedStringHandler]
    public readonly ref struct Interpolated
    {
        private readonly SourceWriter _writer;

#pragma warning disable IDE0060 // the compiler requires both counts
        public Interpolated(int literalLength, int formattedCount, SourceWriter writer)
#pragma warning restore IDE0060
        {
            writer.Indent();
            _writer = writer;
        }

        public void AppendLiteral(string value) => _writer.Append(value, 0, value.Length);

        public void AppendFormatted(string? value) => _writer.Append(value ?? "", 0, value?.Length ?? 0);

        public void AppendFormatted(int value) => AppendLiteral(value.ToString(System.Globalization.CultureInfo.InvariantCulture));
    }
}
