namespace CdeCodegen.Generator.Reading;

internal sealed partial class CommonYamlReader
{
    /// <summary>Reads a literal (<c>|</c>) or folded (<c>&gt;</c>) scalar.</summary>
    private SpecNode? BlockScalar(int parent)
    {
        int start = _pos;
        bool isFolded = _text[start] == '>';
        char chomping = ' ';
        int indentation = 0;
        for (_pos = start + 1; _pos < _text.Length && _text[_pos] is '+' or '-' or (>= '1' and <= '9'); _pos++)
        {
            char c = _text[_pos];
            bool isChomping = c is '+' or '-';
            if (isChomping ? chomping != ' ' : indentation != 0)
            {
                return GiveUp();
            }

            chomping = isChomping ? c : chomping;
            indentation = isChomping ? indentation : parent + c - '0';
        }

        _valueEnd = _pos;
        if (!EndOfLine())
        {
            return null;
        }

        _pos = Math.Min(LineEnd(_pos) + 1, _text.Length);
        if (indentation == 0)
        {
            indentation = Indentation(parent);
        }

        return indentation > 0 && Lines(indentation, isFolded, chomping)
            ? new SpecNode(SpecKind.String, _value.ToString(), start, _valueEnd)
            : GiveUp();
    }

    /// <summary>The column of the first line that is not blank, or -1 to give up.</summary>
    private int Indentation(int parent)
    {
        int longest = parent + 1;
        for (int line = _pos; line < _text.Length; line = LineEnd(line) + 1)
        {
            int i = line;
            while (i < _text.Length && _text[i] == ' ')
            {
                i++;
            }

            int column = i - line;
            if (i < _text.Length && !IsLineEnd(i))
            {
                // Leading blank lines must not be longer (8.1.1.1), because it would be ambiguous which of their spaces are content.
                return _text[i] == '\t' || (column > parent && column < longest) ? -1 : Math.Max(column, longest);
            }

            longest = Math.Max(longest, column);
        }

        return longest;
    }

    /// <summary>Reads the lines that are indented as content.</summary>
    private bool Lines(int indentation, bool isFolded, char chomping)
    {
        _value.Clear();
        bool hasBreak = false;
        bool wasIndented = false;
        int blankLines = 0;
        int line = _pos;
        while (line < _text.Length)
        {
            int i = line;
            while (i < _text.Length && i - line < indentation && _text[i] == ' ')
            {
                i++;
            }

            int end = LineEnd(i);
            if (IsLineEnd(i))
            {
                blankLines += end < _text.Length ? 1 : 0;
                line = end + 1;
                continue;
            }

            if (i - line < indentation)
            {
                if (_text[i] == '\t')
                {
                    return false;
                }

                break;
            }

            // More indented lines keep the line breaks around and within them (176 to 181).
            bool isIndented = _text[i] is ' ' or '\t';
            if (isFolded && hasBreak && !wasIndented && !isIndented)
            {
                _value.Append(blankLines == 0 ? " " : "");
            }
            else if (hasBreak)
            {
                _value.Append('\n');
            }

            _value.Append('\n', blankLines);
            blankLines = 0;
            wasIndented = isIndented;
            _valueEnd = end > i && _text[end - 1] == '\r' ? end - 1 : end;
            _value.Append(_text, i, _valueEnd - i);
            hasBreak = end < _text.Length;
            line = end + 1;
        }

        if (hasBreak && chomping != '-')
        {
            _value.Append('\n');
        }

        if (chomping == '+')
        {
            _value.Append('\n', blankLines);
        }

        _pos = Math.Min(line, _text.Length);
        _lineStart = _pos;
        return true;
    }
}
