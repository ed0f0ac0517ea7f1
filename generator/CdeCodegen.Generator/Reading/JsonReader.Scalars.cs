using System.Text;

namespace CdeCodegen.Generator.Reading;

internal sealed partial class JsonReader
{
    private static readonly char[] s_stringStops = ['"', '\\', '\n', '\r'];

    private StringBuilder? _unescaped;

    /// <summary>Reads the string at the current position. Returns null, with a syntax error, if it is not terminated.</summary>
    private string? String()
    {
        string text = _text;
        int start = _pos + 1;
        int limit = Math.Min(start + StringCache.MaxLength, text.Length);
        uint hash = StringCache.Seed;
        int i = start;
        for (; i < limit; i++)
        {
            char c = text[i];
            if (c == '"')
            {
                _pos = i + 1;
                return _strings.Get(text, start, i - start, hash);
            }

            if (c == '\\' || c < ' ')
            {
                break;
            }

            hash = unchecked((hash ^ c) * 16777619);
        }

        return LongString(start, i);
    }

    /// <summary>Reads a string that is long or has escapes, using the vectorized search of the platform.</summary>
    private string? LongString(int start, int from)
    {
        StringBuilder? unescaped = null;
        int copied = start;
        int i = from;
        while ((i = _text.IndexOfAny(s_stringStops, i)) >= 0)
        {
            char stop = _text[i];
            if (stop == '"')
            {
                _pos = i + 1;
                ReportControlCharacter(start, i);
                return unescaped is null
                    ? _text.Substring(start, i - start)
                    : unescaped.Append(_text, copied, i - copied).ToString();
            }

            if (stop != '\\')
            {
                break;
            }

            unescaped ??= (_unescaped ??= new StringBuilder()).Clear();
            unescaped.Append(_text, copied, i - copied);
            int length = Escape(i, unescaped);
            if (length == 0)
            {
                return null;
            }

            i += length;
            copied = i;
        }

        // A closing quote is missing, most likely on this line.
        _pos = i < 0 ? _text.Length : i;
        Stop(start - 1, "the string that starts here is not closed");
        return null;
    }

    /// <summary>JSON allows control characters in a string only as escapes (RFC 8259, section 7). The string is read all the same.</summary>
    private void ReportControlCharacter(int start, int end)
    {
        for (int i = start; i < end; i++)
        {
            if (_text[i] < ' ')
            {
                _problems.Add(SpecProblemKind.Irregular, i, i + 1, "this control character must be escaped in a string");
                return;
            }
        }
    }

    /// <summary>Appends the character of an escape and returns the length of the escape; 0, with a syntax error, if it is invalid.</summary>
    private int Escape(int at, StringBuilder target)
    {
        char kind = at + 1 < _text.Length ? _text[at + 1] : ' ';
        switch (kind)
        {
            case '"' or '\\' or '/':
                target.Append(kind);
                return 2;
            case 'n':
                target.Append('\n');
                return 2;
            case 't':
                target.Append('\t');
                return 2;
            case 'r':
                target.Append('\r');
                return 2;
            case 'b':
                target.Append('\b');
                return 2;
            case 'f':
                target.Append('\f');
                return 2;
        }

        int code = kind == 'u' ? HexadecimalAt(at + 2) : -1;
        if (code < 0)
        {
            _pos = at;
            Stop(at, "this escape is not valid in JSON");
            return 0;
        }

        if (!char.IsSurrogate((char)code))
        {
            target.Append((char)code);
            return 6;
        }

        // An unpaired surrogate cannot be encoded in a file.
        bool pair = char.IsHighSurrogate((char)code) && at + 7 < _text.Length && _text[at + 6] == '\\' && _text[at + 7] == 'u';
        int low = pair ? HexadecimalAt(at + 8) : -1;
        if (low >= 0 && char.IsLowSurrogate((char)low))
        {
            target.Append((char)code).Append((char)low);
            return 12;
        }

        _problems.Add(SpecProblemKind.Irregular, at, at + 6, "this escape is half of a surrogate pair");
        target.Append('\uFFFD');
        return 6;
    }

    private int HexadecimalAt(int at)
    {
        if (at + 4 > _text.Length)
        {
            return -1;
        }

        int value = 0;
        for (int i = at; i < at + 4; i++)
        {
            char c = _text[i];
            int digit = c is >= '0' and <= '9' ? c - '0'
                : c is >= 'a' and <= 'f' ? c - 'a' + 10
                : c is >= 'A' and <= 'F' ? c - 'A' + 10
                : -1;
            if (digit < 0)
            {
                return -1;
            }

            value = (value << 4) | digit;
        }

        return value;
    }

    private SpecNode? Number()
    {
        string text = _text;
        int start = _pos;
        int i = start;
        if (text[i] == '-')
        {
            i++;
        }

        int digits = i;
        i = Digits(i);
        bool good = i > digits && (text[digits] != '0' || i == digits + 1);
        if (good && i < text.Length && text[i] == '.')
        {
            int fraction = ++i;
            i = Digits(i);
            good = i > fraction;
        }

        if (good && i < text.Length && text[i] is 'e' or 'E')
        {
            i++;
            if (i < text.Length && text[i] is '+' or '-')
            {
                i++;
            }

            int exponent = i;
            i = Digits(i);
            good = i > exponent;
        }

        if (!good)
        {
            return Stop(start, text[start] is '-' or (>= '0' and <= '9') ? "this number is not valid in JSON" : "a value is expected");
        }

        _pos = i;
        uint hash = StringCache.Seed;
        for (int at = start; at < i; at++)
        {
            hash = StringCache.Next(hash, text[at]);
        }

        return new SpecNode(SpecKind.Number, _strings.Get(text, start, i - start, hash), start, i);
    }

    private int Digits(int i)
    {
        while (i < _text.Length && _text[i] is >= '0' and <= '9')
        {
            i++;
        }

        return i;
    }

    private void SkipSpace()
    {
        string text = _text;
        int i = _pos;
        while (i < text.Length)
        {
            char c = text[i];
            if (c > ' ')
            {
                if (c == '/')
                {
                    int end = CommentEnd(i);
                    if (end > i)
                    {
                        i = end;
                        continue;
                    }
                }

                break;
            }

            if (c is not (' ' or '\n' or '\r' or '\t'))
            {
                break;
            }

            i++;
        }

        _pos = i;
    }

    private int CommentEnd(int start)
    {
        char kind = start + 1 < _text.Length ? _text[start + 1] : ' ';
        int end = start;
        if (kind == '/')
        {
            end = _text.IndexOf('\n', start);
            end = end < 0 ? _text.Length : end;
        }
        else if (kind == '*')
        {
            end = _text.IndexOf("*/", start + 2, StringComparison.Ordinal);
            end = end < 0 ? _text.Length : end + 2;
        }

        if (end > start)
        {
            _problems.Add(SpecProblemKind.Irregular, start, end, "JSON has no comments");
        }

        return end;
    }
}
