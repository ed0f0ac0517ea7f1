using System.Globalization;

namespace CdeCodegen.Generator.Reading;

internal sealed partial class CommonYamlReader
{
    private static readonly char[] s_doubleStops = ['"', '\\', '\n'];
    private static readonly char[] s_singleStops = ['\'', '\n'];

    /// <summary>Reads a quoted scalar and moves after the closing quote. Returns null to give up.</summary>
    /// <param name="parent">The column that continuation lines are indented beyond; -1 if they are not allowed.</param>
    private string? Quoted(int parent)
    {
        char quote = _text[_pos];
        char[] stops = quote == '"' ? s_doubleStops : s_singleStops;
        int copied = _pos + 1;
        int i = copied;
        bool isPlain = true;
        while ((i = _text.IndexOfAny(stops, i)) >= 0)
        {
            char c = _text[i];
            bool isDouble = c == '\'' && i + 1 < _text.Length && _text[i + 1] == '\'';
            if (c == quote && !isDouble)
            {
                _pos = i + 1;
                _valueEnd = _pos;
                return isPlain ? Text(copied, i) : _value.Append(_text, copied, i - copied).ToString();
            }

            if (isPlain)
            {
                _value.Clear();
                isPlain = false;
            }

            if (isDouble)
            {
                _value.Append(_text, copied, i + 1 - copied);
                i += 2;
            }
            else if (c == '\n')
            {
                _value.Append(_text, copied, TrimEnd(copied, i) - copied);
                i = NextQuotedLine(i, parent, isEscaped: false);
            }
            else
            {
                _value.Append(_text, copied, i - copied);
                i = Escape(i + 1, parent);
            }

            if (i < 0)
            {
                break;
            }

            copied = i;
        }

        return null;
    }

    /// <summary>Folds the line break at <paramref name="lineEnd"/> and following blank lines. Returns the start of the next text, or -1 to give up.</summary>
    private int NextQuotedLine(int lineEnd, int parent, bool isEscaped)
    {
        int blankLines = 0;
        int lineStart = lineEnd + 1;
        int i = lineStart;
        for (; i < _text.Length && _text[i] is ' ' or '\r' or '\n'; i++)
        {
            if (_text[i] == '\n')
            {
                blankLines++;
                lineStart = i + 1;
            }
        }

        if (i >= _text.Length || _text[i] == '\t' || i - lineStart <= parent || parent < 0)
        {
            return -1;
        }

        if (!isEscaped || blankLines > 0)
        {
            Fold(blankLines);
        }

        _lineStart = lineStart;
        return i;
    }

    /// <summary>Appends the character of an escape. Returns the position after it, or -1 to give up on a rare or invalid one.</summary>
    private int Escape(int at, int parent)
    {
        char c = at < _text.Length ? _text[at] : '\t';
        switch (c)
        {
            case '"' or '\\' or '/' or ' ':
                _value.Append(c);
                return at + 1;
            case 'n':
                _value.Append('\n');
                return at + 1;
            case 't':
                _value.Append('\t');
                return at + 1;
            case 'r':
                _value.Append('\r');
                return at + 1;
            case '\r' or '\n':
                return NextQuotedLine(LineEnd(at), parent, isEscaped: true);
            case 'x':
                return Character(at + 1, 2);
            case 'u':
                return Character(at + 1, 4);
            case 'U':
                return Character(at + 1, 8);
            default:
                return -1;
        }
    }

    private int Character(int at, int digits)
    {
        if (at + digits > _text.Length
            || !int.TryParse(_text.Substring(at, digits), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out int code)
            || code is < 0 or > 0x10FFFF or (>= 0xD800 and <= 0xDFFF))
        {
            return -1;
        }

        if (code <= char.MaxValue)
        {
            _value.Append((char)code);
        }
        else
        {
            _value.Append(char.ConvertFromUtf32(code));
        }

        return at + digits;
    }
}
