namespace CdeCodegen.Generator.Tests.Reading;

/// <summary>Alters a YAML document at random: moves lines, changes indentation, inserts and removes characters. Most results are still YAML.</summary>
internal static class YamlAlteration
{
    private static readonly string[] s_pieces =
    [
        ":", ": ", " :", "- ", "-", "#", " # c", "\"", "'", "''", "\\", "\\\n", "[", "]", "{", "}", ",", ", ", "|", "|-\n", ">", ">+\n", "|2\n",
        "\n", "\n\n", " \n", "\r\n", "  ", " ", "\t", "&a ", "*a", "!", "?", "? ", "%", "@", "`", "---\n", "...\n", "a", "a: 1", "\n  a", "\n- b",
        "~", "null", "\u00e9", "\u0085", "😀", "<<: ", "[a, b]", "{c: d}", "\"e\": ", "'f'", ".", "0x1F", "1.5",
    ];

    public static string Alter(string text, Random random)
    {
        for (int change = random.Next(1, 4); change > 0; change--)
        {
            int at = random.Next(text.Length + 1);
            switch (random.Next(6))
            {
                case 0:
                    text = text.Insert(at, s_pieces[random.Next(s_pieces.Length)]);
                    break;
                case 1 when at < text.Length:
                    text = text.Remove(at, 1);
                    break;
                case 2 when at < text.Length:
                    text = text.Remove(at, 1).Insert(at, s_pieces[random.Next(s_pieces.Length)]);
                    break;
                case 3:
                    List<string> lines = [.. text.Split('\n')];
                    int from = random.Next(lines.Count);
                    string line = lines[from];
                    lines.RemoveAt(from);
                    lines.Insert(random.Next(lines.Count + 1), line);
                    text = string.Join('\n', lines);
                    break;
                default:
                    string[] all = text.Split('\n');
                    int index = random.Next(all.Length);
                    all[index] = random.Next(2) == 0 ? new string(' ', random.Next(1, 4)) + all[index] : all[index].TrimStart();
                    text = string.Join('\n', all);
                    break;
            }
        }

        return text;
    }
}
