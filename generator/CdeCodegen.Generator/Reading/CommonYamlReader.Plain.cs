namespace CdeCodegen.Generator.Reading;

internal sealed partial class CommonYamlReader
{
    private static readonly char[] s_plainStops = [':', '#', '\n'];

    private SpecNode? Plain(int parent)
    {
        int start = _pos;
        int stop = PlainEnd(start);
        int end = TrimEnd(start, stop);
        string value = Text(start, end);
        bool isFolded = false;
        while (stop < _text.Length && _text[stop] == '\n')
        {
            // Check whether the next line that is not blank continues the scalar.
            int lineStart = stop + 1;
            int i = lineStart;
            int blankLines = 0;
            bool hasTab = false;
            for (; i < _text.Length && _text[i] is ' ' or '\t' or '\r' or '\n'; i++)
            {
                hasTab |= _text[i] == '\t';
                if (_text[i] == '\n')
                {
                    blankLines++;
                    lineStart = i + 1;
                    hasTab = false;
                }
            }

            if (i >= _text.Length || (i - lineStart <= parent && !hasTab) || _text[i] == '#')
            {
                break;
            }

            if (hasTab)
            {
                return GiveUp();
            }

            if (!isFolded)
            {
                _value.Clear().Append(value);
                isFolded = true;
            }

            stop = PlainEnd(i);
            end = TrimEnd(i, stop);
            Fold(blankLines);
            _value.Append(_text, i, end - i);
            _lineStart = lineStart;
        }

        if (stop < _text.Length && _text[stop] == ':')
        {
            return GiveUp(); // a key is not allowed here
        }

        _pos = stop;
        SpecKind kind = PlainScalar.Resolve(isFolded ? _value.ToString() : value, out string text);
        return new SpecNode(kind, text, start, end);
    }

    /// <summary>The end of a plain scalar on its line: at a colon, at a comment, or at the end of the line.</summary>
    private int PlainEnd(int start)
    {
        int i = start;
        while ((i = _text.IndexOfAny(s_plainStops, i)) >= 0)
        {
            char c = _text[i];
            if (c == '\n' || (c == ':' ? IsBlank(i + 1) : i > start && IsBlank(i - 1)))
            {
                return i;
            }

            i++;
        }

        return _text.Length;
    }

    private bool IsPlainStart(int at)
    {
        switch (_text[at])
        {
            case ',' or '[' or ']' or '{' or '}' or '#' or '&' or '*' or '!' or '|' or '>' or '\'' or '"' or '%' or '@' or '`' or '?' or ':' or '\t':
                return false;
            case '-':
                return !IsBlank(at + 1);
            default:
                return true;
        }
    }
}
