using System.Text;

namespace CdeCodegen.Generator.Reading;

internal sealed partial class CommonYamlReader
{
    private readonly StringBuilder _value = new();

    /// <summary>The end of the last value. <see cref="_pos"/> can be after a comment that follows it.</summary>
    private int _valueEnd;

    /// <summary>Reads a value that is not a block collection.</summary>
    /// <param name="parent">The column of the containing collection. Continuation lines are indented further.</param>
    private SpecNode? Value(int parent, int depth)
    {
        int start = _pos;
        switch (_text[start])
        {
            case '"' or '\'' when parent >= 0:
                string? quoted = Quoted(parent);
                return quoted is not null && EndOfLine() ? new SpecNode(SpecKind.String, quoted, start, _valueEnd) : GiveUp();
            case '[' or '{':
                _flowParent = parent;
                SpecNode? flow = FlowNode(depth);
                return flow is not null && EndOfLine() ? flow : GiveUp();
            case '|' or '>' when parent >= 0:
                return BlockScalar(parent);
            default:
                return parent >= 0 && IsPlainStart(start) ? Plain(parent) : GiveUp();
        }
    }

    /// <summary>Folds line breaks (73): a single one becomes a space, and each following blank line becomes a line break.</summary>
    private void Fold(int blankLines)
    {
        if (blankLines == 0)
        {
            _value.Append(' ');
        }
        else
        {
            _value.Append('\n', blankLines);
        }
    }

    /// <summary>A span of the text as a string. Short spans are cached.</summary>
    private string Text(int start, int end)
    {
        int length = end - start;
        if (length > StringCache.MaxLength)
        {
            return _text.Substring(start, length);
        }

        uint hash = StringCache.Seed;
        for (int i = start; i < end; i++)
        {
            hash = unchecked((hash ^ _text[i]) * 16777619);
        }

        return _strings.Get(_text, start, length, hash);
    }

    /// <summary>Whether only a comment follows on this line. Gives up otherwise.</summary>
    private bool EndOfLine()
    {
        SkipSpaces();
        bool isEnd = IsLineEndOrComment(_pos);
        _gaveUp |= !isEnd;
        return isEnd;
    }

    private bool IsLineEndOrComment(int at) => IsLineEnd(at) || (_text[at] == '#' && IsBlank(at - 1));

    private bool IsLineEnd(int at) => at >= _text.Length || _text[at] is '\n' or '\r';

    private bool IsBlank(int at) => at >= _text.Length || _text[at] is ' ' or '\n' or '\r' or '\t';

    private int WhiteSpaceEnd(int from)
    {
        while (from < _text.Length && _text[from] is ' ' or '\t')
        {
            from++;
        }

        return from;
    }

    private int LineEnd(int from)
    {
        int end = from < _text.Length ? _text.IndexOf('\n', from) : -1;
        return end < 0 ? _text.Length : end;
    }

    private int TrimEnd(int start, int end)
    {
        while (end > start && _text[end - 1] is ' ' or '\t' or '\r')
        {
            end--;
        }

        return end;
    }

    private void SkipSpaces()
    {
        while (_pos < _text.Length && _text[_pos] == ' ')
        {
            _pos++;
        }
    }
}
