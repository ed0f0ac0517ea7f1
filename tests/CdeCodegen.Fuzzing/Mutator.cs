namespace CdeCodegen.Fuzzing;

/// <summary>Changes texts at random.</summary>
internal static class Mutator
{
    /// <summary>Pieces of JSON.</summary>
    public static readonly string[] Json =
    [
        "{", "}", "[", "]", ":", ",", "\"", "\\", "\\u", "\\ud800", "\\udc00", "\\uD83D\\uDE00", "\\n", "\\/", "null", "true", "false", "0", "-0", "1e5", "1E-400", "1.0",
        "-", ".", "e", "12345678901234567890", "9223372036854775807", " ", "\n", "\t", "\r", "\0", "\u00e9", "\ud83d\ude00", "\ufeff", "\u2028", "[]", "{}", "\"\"", "\"a\":1,",
    ];

    /// <summary>Pieces of YAML.</summary>
    public static readonly string[] Yaml =
    [
        ":", ": ", " :", "- ", "-", "#", " # c", "\"", "'", "''", "\\", "\\\n", "[", "]", "{", "}", ",", ", ", "|", "|-\n", ">", ">+\n", "|2\n", "\n", "\n\n", " \n", "\r\n",
        "  ", " ", "\t", "&a ", "*a", "!", "? ", "%", "@", "`", "---\n", "...\n", "a", "a: 1", "\n  a", "\n- b", "~", "null", "\u00e9", "\u0085", "<<: ", "[a, b]", "{c: d}",
        "\"e\": ", "'f'", ".", "0x1F", "1.5", "0o7", "yes", "\u2028",
    ];

    /// <summary>Pieces of parameters, headers and file names.</summary>
    public static readonly string[] Wire =
    [
        "/", "\\", "..", ".", "%", "%2F", "%00", "?", "#", "&", "=", "+", " ", "\"", "'", ";", ",", ":", "\r\n", "\n", "\r", "\0", "\t", "\u007f", "\u0080", "\u00e9", "\u20ac",
        "\ud83d\ude00", "\ud800", "\udc00", "\u202e", "{", "}", "[", "]", "|", "^", "`", "<", ">", "a", "boundary", "--", "*", "~", "@", "!", "$",
    ];

    /// <summary>Inserts, removes, repeats and moves pieces of a text.</summary>
    public static string Mutate(string text, Random random, string[] pieces)
    {
        for (int change = random.Next(1, 5); change > 0; change--)
        {
            int at = random.Next(text.Length + 1);
            int length = Math.Min(text.Length - at, 1 + random.Next(random.Next(3) == 0 ? 20 : 2));
            string piece = pieces[random.Next(pieces.Length)];
            text = random.Next(7) switch
            {
                0 => text.Insert(at, piece),
                1 => text.Remove(at, length),
                2 => text.Remove(at, length).Insert(at, piece),
                3 => text.Insert(random.Next(text.Length + 1), text.Substring(at, length)),
                4 => text.Remove(at, length).Insert(random.Next(text.Length - length + 1), text.Substring(at, length)),
                5 => text.Insert(at, ((char)random.Next(random.Next(3) == 0 ? 0x10000 : 128)).ToString()),
                _ => text.Insert(at, string.Concat(Enumerable.Repeat(piece, random.Next(1, 5)))),
            };
        }

        return text.Length > 100_000 ? text[..100_000] : text;
    }

    /// <summary>Moves and indents lines.</summary>
    public static string MoveLines(string text, Random random)
    {
        List<string> lines = [.. text.Split('\n')];
        int from = random.Next(lines.Count);
        string line = lines[from];
        switch (random.Next(3))
        {
            case 0:
                lines.RemoveAt(from);
                lines.Insert(random.Next(lines.Count + 1), line);
                break;
            case 1:
                lines[from] = new string(' ', random.Next(1, 4)) + line;
                break;
            default:
                lines[from] = line.TrimStart();
                break;
        }

        return string.Join('\n', lines);
    }
}
