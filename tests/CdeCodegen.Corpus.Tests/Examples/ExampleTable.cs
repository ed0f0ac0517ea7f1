using System.Globalization;
using System.Text;

namespace CdeCodegen.Corpus.Tests.Examples;

/// <summary>Writes the section on examples of <c>spec/SUPPORT.md</c>, and reads its numbers.</summary>
internal static class ExampleTable
{
    public const string Heading = "## Examples";

    private const int MaxProblem = 200;

    public static string Write(IReadOnlyList<ExampleReport> reports)
    {
        ExampleReport[] all = [.. reports.Where(static report => report.Examples > 0).OrderBy(static report => report.Document.Name, StringComparer.Ordinal)];
        int examples = all.Sum(static report => report.Examples);
        int same = all.Sum(static report => report.Same);
        StringBuilder text = new StringBuilder(Heading).Append(FormattableString.Invariant($"""


            {same} of {examples} examples of {all.Length} documents are read by their generated model and written again. They are the distinct examples of JSON bodies
            and of schemas, with the schema that the document gives them for. What is written must be equal to the example, except for other spellings of a number, a
            time (to 100 ns) or a UUID, constants that a class writes by itself, null for an optional member, and members that the schema does not name, which readers
            skip. JsonSchema.Net decides whether another example contradicts its schema, formats and ranges of integers included.

            | document | examples | written again | contradict their schema | others |
            |---|---|---|---|---|

            """).ReplaceLineEndings("\n"));
        foreach (ExampleReport report in all)
        {
            text.Append(CultureInfo.InvariantCulture, $"| {report.Document.Name} | {report.Examples} | {report.Same} | {report.Invalid.Count} | {report.Ours.Count} |\n");
        }

        text.Append(CultureInfo.InvariantCulture, $"| **all {all.Length}** | {examples} | {same} | {all.Sum(static r => r.Invalid.Count)} | {all.Sum(static r => r.Ours.Count)} |\n");
        text.Append("\nHow they contradict their schema, by the keyword that the validator names:\n\n| keyword | examples |\n|---|---|\n");
        foreach (IGrouping<string, ExampleFailure> group in all.SelectMany(static r => r.Invalid).GroupBy(static failure => Keyword(failure.Error!))
            .OrderByDescending(static group => group.Count()).ThenBy(static group => group.Key, StringComparer.Ordinal))
        {
            text.Append(CultureInfo.InvariantCulture, $"| {group.Key} | {group.Count()} |\n");
        }

        text.Append("\nThe others:\n\n");
        foreach (ExampleReport report in all)
        {
            foreach (ExampleFailure failure in report.Ours)
            {
                text.Append(CultureInfo.InvariantCulture, $"* {report.Document.Name}: {Short(failure.Problem)}: `{Short(failure.Example.Value?.ToJsonString() ?? "null")}`\n");
            }
        }

        return text.ToString();
    }

    /// <summary>The recorded numbers of a document: examples that are written again, and others. Null without a row.</summary>
    public static (int Same, int Others)? Recorded(string support, string document)
    {
        int start = support.IndexOf("\n" + Heading + "\n", StringComparison.Ordinal);
        string? row = start < 0 ? null : support[start..].Split('\n').FirstOrDefault(line => line.StartsWith($"| {document} |", StringComparison.Ordinal));
        if (row is null)
        {
            return null;
        }

        string[] cells = row.Split(" | ");
        return (int.Parse(cells[2], CultureInfo.InvariantCulture), int.Parse(cells[4].TrimEnd(' ', '|'), CultureInfo.InvariantCulture));
    }

    /// <summary>The keyword at the start of an error. The validator has no name for a member that is not allowed.</summary>
    private static string Keyword(string error) => error.Split(':')[0] is { Length: > 0 } keyword ? $"`{keyword}`" : "a member that is not allowed";

    private static string Short(string text)
    {
        string line = text.ReplaceLineEndings(" ").Replace('`', '\'');
        return line.Length <= MaxProblem ? line : line[..MaxProblem] + "…";
    }
}
