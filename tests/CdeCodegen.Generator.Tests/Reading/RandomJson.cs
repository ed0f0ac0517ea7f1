using System.Globalization;
using System.Text;

namespace CdeCodegen.Generator.Tests.Reading;

/// <summary>Writes valid JSON with everything that the grammar allows, the same for the same seed.</summary>
internal sealed class RandomJson(int seed)
{
    private readonly Random _random = new(seed);
    private readonly StringBuilder _text = new();

    public string Next()
    {
        _text.Clear();
        Space();
        Value(0);
        Space();
        return _text.ToString();
    }

    private void Value(int depth)
    {
        switch (_random.Next(depth > 6 ? 5 : 8))
        {
            case 0: _text.Append("null"); break;
            case 1: _text.Append(_random.Next(2) == 0 ? "true" : "false"); break;
            case 2: Number(); break;
            case 3 or 4: String(_random.Next(80)); break;
            case 5: Array(depth); break;
            default: Object(depth); break;
        }
    }

    private void Object(int depth)
    {
        _text.Append('{');
        int count = _random.Next(10) == 0 ? _random.Next(40) : _random.Next(6);
        for (int i = 0; i < count; i++)
        {
            Comma(i);
            _text.Append('"').Append(i.ToString(CultureInfo.InvariantCulture));
            Characters(_random.Next(6));
            _text.Append('"');
            Space();
            _text.Append(':');
            Space();
            Value(depth + 1);
            Space();
        }

        if (count == 0)
        {
            Space();
        }

        _text.Append('}');
    }

    private void Array(int depth)
    {
        _text.Append('[');
        int count = _random.Next(6);
        for (int i = 0; i < count; i++)
        {
            Comma(i);
            Value(depth + 1);
            Space();
        }

        _text.Append(']');
    }

    private void Comma(int index)
    {
        _text.Append(index == 0 ? "" : ",");
        Space();
    }

    private void String(int length)
    {
        _text.Append('"');
        Characters(length);
        _text.Append('"');
    }

    private void Characters(int count)
    {
        for (int i = 0; i < count; i++)
        {
            switch (_random.Next(12))
            {
                case 0: _text.Append('\\').Append("\"\\/bfnrt"[_random.Next(8)]); break;
                case 1: _text.Append(CultureInfo.InvariantCulture, $"\\u{_random.Next(0xD800):x4}"); break;
                case 2: _text.Append("\\uD83D\\uDE0" + "0123456789abcdefABCDEF"[_random.Next(22)]); break;
                case 3: _text.Append("é日\u007F\u2028\u0085"[_random.Next(5)]); break;
                case 4: _text.Append("😀"); break;
                default: _text.Append((char)('a' + _random.Next(26))); break;
            }
        }
    }

    private void Number()
    {
        string[] forms = ["0", "-0", "1", "-12", "3.25", "0.5", "-0.1", "1e5", "1E+5", "2.5e-10", "12345678901234567890", "1e400", "100"];
        _text.Append(forms[_random.Next(forms.Length)]);
    }

    private void Space()
    {
        while (_random.Next(3) == 0)
        {
            _text.Append(" \n\r\t"[_random.Next(4)]);
        }
    }
}
