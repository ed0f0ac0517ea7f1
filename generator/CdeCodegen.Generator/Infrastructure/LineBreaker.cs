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

    /// <summary>The rank of a space that separates any two tokens.</summary>
    private const int LastResort = 1000;

    /// <summary>Breaks a line into several, the later ones indented by one more level.</summary>
    /// <param name="line">One line with its indentation, without a line end.</param>
    /// <param name="width">The greatest width of a line.</param>
    /// <returns>The lines, separated by <c>\n</c>.</returns>
    public static string Break(string line, int width = Width)
    {
        var lines = new StringBuilder(line.Length + 64);
        Break(line, lines, width);
        return lines.ToString();
    }

    /// <summary>Appends a line, broken into several, to a text.</summary>
    public static void Break(string line, StringBuilder lines, int width = Width)
    {
        int indent = IndentOf(line);
        if (line.Length <= width || indent == line.Length || !IsBreakable(line[indent]))
        {
            lines.Append(line);
            return;
        }

        int start = indent;
        int column = indent;
        string opening = "";
        while (true)
        {
            lines.Append(' ', column).Append(opening);
            column += opening.Length;
            Place found = line.Length - start + column > width ? FindBreak(line, start, start - column, opening, width) : default;
            if (found.Position == 0)
            {
                lines.Append(line, start, line.Length - start);
                return;
            }

            int end = found.Position;
            int next = end;
            if (found.Opening is null)
            {
                while (line[end - 1] == ' ')
                {
                    end--;
                }

                while (next < line.Length && line[next] == ' ')
                {
                    next++;
                }
            }

            lines.Append(line, start, end - start).Append(found.Opening is null ? "" : Closing).Append('\n');
            start = next;
            column = indent + 4;
            opening = found.Opening ?? "";
        }
    }

    /// <summary>Whether a line that starts with this character, after its indentation, can be broken: no comment and no directive.</summary>
    public static bool IsBreakable(char first) => first is not ('/' or '#');

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
    /// <param name="line">The whole line.</param>
    /// <param name="start">Where the rest of it begins that is to be broken.</param>
    /// <param name="origin">The position that would be in column 0.</param>
    /// <param name="opening">What opens the rest, if it starts within a literal.</param>
    /// <param name="width">The greatest width of a line.</param>
    private static Place FindBreak(string line, int start, int origin, string opening, int width)
    {
        int limit = origin + width;
        int depth = 0;
        int angles = 0;
        int first = start;
        if (opening.Length > 0)
        {
            Literal literal = ScanLiteral(line, start, isInterpolated: opening[0] == '$', limit);
            if (literal.End > limit && literal.Split > 0)
            {
                return new Place(literal.Split, 0, opening);
            }

            first = literal.End;
        }

        Place best = default;
        for (int i = first; i < line.Length && (i <= limit || best.Position == 0); i++)
        {
            char c = line[i];
            int position = i + 1;
            int? rank = null;
            switch (c)
            {
                case '"':
                    bool isInterpolated = i > start && line[i - 1] == '$';
                    Literal literal = ScanLiteral(line, i + 1, isInterpolated, limit);
                    if ((best.Position == 0 || best.Rank >= LastResort) && literal.End > limit && literal.Split > 0)
                    {
                        return new Place(literal.Split, 0, isInterpolated ? "$\"" : "\"");
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
            best.Position == 0 || (position <= limit && (rank < best.Rank || (rank == best.Rank && rank >= 0)));
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

    /// <summary>Finds the end of a literal after its opening quote, and the last place within the limit that does not divide an escape, a character or a value.</summary>
    private static Literal ScanLiteral(string line, int start, bool isInterpolated, int limit)
    {
        int split = 0;
        int i = start;
        while (i < line.Length && line[i] != '"' && (i <= limit || split == 0))
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

            if (i + Closing.Length <= limit && i < line.Length && line[i] != '"')
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
