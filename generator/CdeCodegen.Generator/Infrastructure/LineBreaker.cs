using System.Text;

namespace CdeCodegen.Generator.Infrastructure;

/// <summary>
/// Breaks a line of generated C# that is wider than <see cref="Width"/>. Names and texts of a document have any length, so no printer can know
/// which of its lines will be too long.
/// </summary>
/// <remarks>
/// The line is broken at the outermost place that keeps the first part within the width: after <c>=&gt;</c>, a comma, a semicolon or an opening
/// parenthesis, or before an operator, a base clause, a call on a result or a brace; otherwise between any two tokens. A string literal is split into
/// constants that the compiler concatenates. A line without such a place, a long identifier for example, stays as it is.
/// </remarks>
internal static class LineBreaker
{
    /// <summary>The greatest width of a line, in characters.</summary>
    public const int Width = 160;

    private const string Closing = "\" +";

    /// <summary>The number of characters of a line that are looked at together; more if they have no place to break.</summary>
    private const int Window = 4096;

    /// <summary>The number of characters after a place that decide whether it is one.</summary>
    private const int Lookahead = 16;

    /// <summary>The rank of a space that separates any two tokens.</summary>
    private const int LastResort = 1000;

    /// <summary>Breaks a line into several, the later ones indented by one more level.</summary>
    /// <param name="line">One line with its indentation, without a line end.</param>
    /// <param name="width">The greatest width of a line.</param>
    /// <returns>The lines, separated by <c>\n</c>.</returns>
    public static string Break(string line, int width = Width)
    {
        int indent = IndentOf(line);
        if (line.Length <= width || indent == line.Length || line[indent] is '/' or '#')
        {
            return line;
        }

        // Only a window of a long line is in rest, so that the cost does not grow with the square of its length.
        var text = new StringBuilder(line.Length + 64);
        int read = Math.Min(line.Length, Window);
        string rest = line.Substring(0, read);
        while (true)
        {
            if (read < line.Length && rest.Length <= width + Lookahead)
            {
                Refill(Window);
            }

            if (rest.Length <= width)
            {
                break;
            }

            Place found = FindBreak(rest, width);
            if (read < line.Length && (found.Position == 0 || found.Position > rest.Length - Lookahead))
            {
                Refill(rest.Length);
                continue;
            }

            if (found.Position == 0)
            {
                break;
            }

            string before = rest.Substring(0, found.Position);
            string after = rest.Substring(found.Position);
            if (found.Opening is null)
            {
                text.Append(before.TrimEnd(' '));
                after = after.TrimStart(' ');
            }
            else
            {
                text.Append(before).Append(Closing);
                after = found.Opening + after;
            }

            text.Append('\n');
            rest = new string(' ', indent + 4) + after;
        }

        return text.Append(rest).ToString();

        void Refill(int count)
        {
            count = Math.Min(count, line.Length - read);
            rest += line.Substring(read, count);
            read += count;
        }
    }

    private static int IndentOf(string line)
    {
        int indent = 0;
        while (indent < line.Length && line[indent] == ' ')
        {
            indent++;
        }

        return indent;
    }

    /// <summary>The best place, or a place at position 0 where there is none.</summary>
    private static Place FindBreak(string line, int width)
    {
        int start = IndentOf(line);
        int depth = 0;
        int angles = 0;
        Place best = default;
        for (int i = start; i < line.Length && (i <= width || best.Position == 0); i++)
        {
            char c = line[i];
            int position = i + 1;
            int? rank = null;
            switch (c)
            {
                case '"':
                    Literal literal = ScanLiteral(line, i, width);
                    if ((best.Position == 0 || best.Rank >= LastResort) && literal.End > width && literal.Split > 0)
                    {
                        return new Place(literal.Split, 0, line[i - 1] == '$' ? "$\"" : "\"");
                    }

                    i = literal.End - 1;
                    continue;
                case '(' or '[' or '{':
                    if (c == '{' && i > start && line[i - 1] == ' ')
                    {
                        position = i;
                        rank = 2 * depth;
                    }
                    else if (c == '(' && i + 1 < line.Length && line[i + 1] != ')')
                    {
                        rank = (2 * depth) + 1;
                    }

                    depth++;
                    break;
                case ')' or ']' or '}':
                    depth--;
                    break;
                case '<' when i > start && (char.IsLetterOrDigit(line[i - 1]) || line[i - 1] == '_'):
                    angles++;
                    depth++;
                    break;
                case '>' when angles > 0 && line[i - 1] != '=':
                    angles--;
                    depth--;
                    break;
                case '>' when line[i - 1] == '=' && i + 1 < line.Length && line[i + 1] == ' ':
                    rank = depth == 0 ? -1 : 2 * depth;
                    break;
                case ',' or ';' when i + 1 < line.Length && line[i + 1] == ' ':
                    rank = 2 * depth;
                    break;
                case '.' when i > start && line[i - 1] == ')':
                    position = i;
                    rank = 2 * depth;
                    break;
                case ' ' when i > start && IsBeforeOperator(line, i):
                    rank = 2 * depth;
                    break;
                case ' ' when i > start:
                    rank = LastResort + depth;
                    break;
                case '=' when i > start && line[i - 1] == ' ' && i + 1 < line.Length && line[i + 1] == ' ':
                    rank = (2 * depth) + 1;
                    break;
            }

            if (rank is { } found && position > start && position < line.Length && Beats(found, position))
            {
                best = new Place(position, found, null);
            }
        }

        return best;

        // The first arrow starts the body; later arrows are no better than other places. Among equals the last one fills the line.
        bool Beats(int rank, int position) =>
            best.Position == 0 || (position <= width && (rank < best.Rank || (rank == best.Rank && rank >= 0)));
    }

    private static bool IsBeforeOperator(string line, int space)
    {
        int end = line.IndexOf(' ', space + 1);
        return (end - space) switch
        {
            2 => line[space + 1] is '?' or ':' or '+' or '|',
            3 => string.CompareOrdinal(line, space + 1, "??", 0, 2) == 0
                || string.CompareOrdinal(line, space + 1, "&&", 0, 2) == 0
                || string.CompareOrdinal(line, space + 1, "||", 0, 2) == 0,
            _ => false,
        };
    }

    /// <summary>Finds the end of a literal, and the last place within the width that does not divide an escape, a character or a value.</summary>
    private static Literal ScanLiteral(string line, int quote, int width)
    {
        bool isInterpolated = quote > 0 && line[quote - 1] == '$';
        int split = 0;
        int i = quote + 1;
        while (i < line.Length && line[i] != '"' && (i <= width || split == 0))
        {
            char c = line[i];
            if (c == '\\')
            {
                i += i + 1 < line.Length && line[i + 1] == 'u' ? 6 : 2;
            }
            else if (isInterpolated && c is '{' or '}')
            {
                i = i + 1 < line.Length && line[i + 1] == c ? i + 2 : line.IndexOf('}', i) + 1;
            }
            else
            {
                i += char.IsHighSurrogate(c) ? 2 : 1;
            }

            if (i + Closing.Length <= width && i < line.Length && line[i] != '"')
            {
                split = i;
            }
        }

        return new Literal(i + 1, split);
    }

    /// <param name="Position">The length of the part before the break; 0 where there is no place.</param>
    /// <param name="Rank">The lower, the better.</param>
    /// <param name="Opening">What opens the rest of a literal that is split, else null.</param>
    private readonly record struct Place(int Position, int Rank, string? Opening);

    /// <param name="End">The position after the closing quote; of a literal that can be split and ends beyond the width, any position beyond it.</param>
    /// <param name="Split">Where the literal can be split, or 0.</param>
    private readonly record struct Literal(int End, int Split);
}
