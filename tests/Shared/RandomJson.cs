using System.Globalization;
using System.Text;

namespace CdeCodegen.Tests.Shared;

/// <summary>Random JSON. The same seed gives the same values in every run.</summary>
internal static class RandomJson
{
    /// <summary>A tree of null, Boolean, number, string, array and dictionary, for a serializer to write.</summary>
    public static object? Value(Random random, int depth) => random.Next(depth > 0 ? 8 : 6) switch
    {
        0 => null,
        1 => random.Next(2) == 0,
        2 => random.Next(),
        3 => Number(random),
        4 or 5 => Text(random),
        6 => Enumerable.Range(0, random.Next(6)).Select(_ => Value(random, depth - 1)).ToArray(),
        _ => Enumerable.Range(0, random.Next(6)).ToDictionary(i => Text(random) + i, _ => Value(random, depth - 1)),
    };

    /// <summary>A finite number of any magnitude.</summary>
    public static double Number(Random random)
    {
        double number = BitConverter.Int64BitsToDouble(random.NextInt64());
        return double.IsFinite(number) ? number : random.NextDouble();
    }

    /// <summary>Text with quotes, control characters, and code points of one to four UTF-8 bytes.</summary>
    public static string Text(Random random)
    {
        var text = new StringBuilder();
        for (int i = random.Next(1, 20); i > 0; i--)
        {
            int value = random.Next(6) switch
            {
                0 => random.Next(0, 32),
                1 => "\"\\/<>&'+"[random.Next(8)],
                2 => random.Next(0x80, 0x800),
                3 => random.Next(0x800, 0xD800),
                4 => random.Next(0x10000, 0x110000),
                _ => random.Next(32, 127),
            };
            text.Append(new Rune(value).ToString());
        }

        return text.ToString();
    }

    /// <summary>
    /// A JSON text that uses the whole grammar: white space everywhere, every escape, every form of number. Serializers write only a part of it.
    /// </summary>
    public static string Document(Random random) => new Writer(random).Document();

    private sealed class Writer(Random random)
    {
        private static readonly string[] s_numbers =
            ["0", "-0", "1", "-12", "3.25", "0.5", "-0.1", "1e5", "1E+5", "2.5e-10", "12345678901234567890", "1e400", "100"];

        private readonly StringBuilder _text = new();

        public string Document()
        {
            Space();
            Value(0);
            Space();
            return _text.ToString();
        }

        private void Value(int depth)
        {
            switch (random.Next(depth > 6 ? 5 : 8))
            {
                case 0: _text.Append("null"); break;
                case 1: _text.Append(random.Next(2) == 0 ? "true" : "false"); break;
                case 2: _text.Append(s_numbers[random.Next(s_numbers.Length)]); break;
                case 3 or 4: String(random.Next(80)); break;
                case 5: Array(depth); break;
                default: Object(depth); break;
            }
        }

        private void Object(int depth)
        {
            _text.Append('{');
            int count = random.Next(10) == 0 ? random.Next(40) : random.Next(6);
            for (int i = 0; i < count; i++)
            {
                // The number keeps names unique.
                Comma(i);
                _text.Append('"').Append(i.ToString(CultureInfo.InvariantCulture));
                Characters(random.Next(6));
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
            int count = random.Next(6);
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
                switch (random.Next(12))
                {
                    case 0: _text.Append('\\').Append("\"\\/bfnrt"[random.Next(8)]); break;
                    case 1: _text.Append(CultureInfo.InvariantCulture, $"\\u{random.Next(0xD800):x4}"); break;
                    case 2: _text.Append("\\uD83D\\uDE0" + "0123456789abcdefABCDEF"[random.Next(22)]); break;
                    case 3: _text.Append("é日\u007F\u2028\u0085"[random.Next(5)]); break;
                    case 4: _text.Append("😀"); break;
                    default: _text.Append((char)('a' + random.Next(26))); break;
                }
            }
        }

        private void Space()
        {
            while (random.Next(3) == 0)
            {
                _text.Append(" \n\r\t"[random.Next(4)]);
            }
        }
    }
}
