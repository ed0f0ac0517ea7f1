using System.Diagnostics;
using System.Globalization;
using System.Text;
using CdeCodegen.Corpus.Tests.RoundTrips;

namespace CdeCodegen.Corpus.Tests;

/// <summary>Writes <c>spec/SUPPORT.md</c>, the results of every document.</summary>
internal static class SupportTable
{
    /// <summary>The number of table rows that are not documents: the header and the sum.</summary>
    public const int HeadLines = 2;

    /// <summary>The file.</summary>
    public static readonly string Path = Repository.PathOf("spec/SUPPORT.md");

    private static readonly string[] s_sections = [Examples.ExampleTable.Heading, Census.KeywordCensus.Heading];
    private static readonly Lock s_gate = new();

    private static readonly string[] s_columns =
    [
        "document", "version", "size kB", "operations", "generated", "called", "failed", "models", "info", "warnings", "errors",
        "lines", "of code", "generate ms", "compile ms", "allocated MB", "compiles",
    ];

    public static string Write(IReadOnlyList<DocumentReport> reports)
    {
        var text = new StringBuilder(
            """
            # Real documents

            `CDECODEGEN_WRITE_SUPPORT=1 dotnet test tests/CdeCodegen.Corpus.Tests` writes this file. It runs the generator on every document and
            compiles the client as C# 12, and as the newest C# for documents up to 500 kB. The compilation has net8.0 reference assemblies, nullable and
            documentation comments enabled, and every warning as an error.

            The client is compiled as if a user had written it, without the pragma that turns warnings off. Only warnings that the document causes are
            allowed: for members without a description, and for uses of deprecated members.

            * *Operations*: as counted by Microsoft.OpenApi; "–" where it cannot read the document. *Generated*: the result types of the client.
            * *Called*: the operations for which every call succeeds. Each operation is called once for each documented response and at least twice:
              first with all optional arguments, then without. A stub answers with an instance of the document's schema, made without the generated
              client. The request must have the operation's method and path, the required parameters, and a valid JSON body where JSON is documented.
              The result must be the expected case, with the documented headers, and every union in its body must be recognized. *Failed*: the other
              calls. They are listed below the table.
            * *Info*, *warnings* and *errors*: the diagnostics of the generator.
            * Times are of one run in one process with two documents at a time. Compare rows with each other only.
            * *Allocated*: the total allocations of the generator and of the parse of its output, an upper bound of its memory use. The peak working set
              of the process that generates, compiles and calls all documents, two at a time, is PEAK MB.


            """.ReplaceLineEndings("\n").Replace("PEAK", Rounded(Process.GetCurrentProcess().PeakWorkingSet64 / 1e6), StringComparison.Ordinal));
        text.Append("| ").AppendJoin(" | ", s_columns).Append(" |\n|").Insert(text.Length, "---|", s_columns.Length).Append('\n');
        foreach (DocumentReport report in reports.OrderBy(report => !report.Document.IsSingle).ThenBy(report => report.Document.Name, StringComparer.Ordinal))
        {
            CorpusDocument document = report.Document;
            Row(text, document.Name, document.Version, document.Size, report.Oracle.Operations, [report]);
        }

        Row(text, $"**all {reports.Count}**", "", reports.Sum(r => r.Document.Size), reports.Sum(r => r.Oracle.Operations), reports);
        text.Append(CultureInfo.InvariantCulture, $"\n## Failed calls\n\n{reports.Sum(r => r.RoundTrip.Failures.Count)} of ");
        text.Append(CultureInfo.InvariantCulture, $"{reports.Sum(r => r.RoundTrip.Calls)} calls.\n\n");
        foreach (IGrouping<(string Name, string Cause), (string Name, RoundTripFailure Failure)> group in reports
            .SelectMany(r => r.RoundTrip.Failures.Select(failure => (r.Document.Name, Failure: failure)))
            .GroupBy(f => (f.Name, f.Failure.Cause)).OrderBy(g => g.Key.Name, StringComparer.Ordinal))
        {
            RoundTripFailure first = group.First().Failure;
            text.Append(CultureInfo.InvariantCulture, $"* {group.Key.Name}, {group.Key.Cause}, {group.Count()} times: ");
            text.Append(CultureInfo.InvariantCulture, $"`{first.Operation}` {first.Case}: {first.Message}\n");
        }

        return text.ToString();
    }

    /// <summary>Writes the part before the first of <see cref="s_sections"/>.</summary>
    public static void Replace(string table) => Replace(null, table);

    /// <summary>Writes a section. Each part of the file can be written alone, also at the same time as another one.</summary>
    /// <param name="heading">One of <see cref="s_sections"/>; null for the part before them.</param>
    /// <param name="text">The text, which starts with the heading.</param>
    public static void Replace(string? heading, string text)
    {
        lock (s_gate)
        {
            string old = File.ReadAllText(Path);
            List<string> parts = [heading is null ? text : Between(old, 0)];
            foreach (string section in s_sections)
            {
                int start = old.IndexOf("\n" + section + "\n", StringComparison.Ordinal);
                parts.Add(section == heading ? text : start < 0 ? "" : Between(old, start + 1));
            }

            File.WriteAllText(Path, string.Join("\n\n", parts.Select(static part => part.Trim('\n')).Where(static part => part.Length > 0)) + "\n");
        }
    }

    /// <summary>The text from a position to the next of <see cref="s_sections"/>.</summary>
    private static string Between(string text, int start)
    {
        int end = s_sections.Select(section => text.IndexOf("\n" + section + "\n", start, StringComparison.Ordinal)).Where(static at => at >= 0).DefaultIfEmpty(text.Length).Min();
        return text[start..end];
    }

    private static void Row(StringBuilder text, string name, string version, long size, int? operations, IReadOnlyList<DocumentReport> reports)
    {
        bool compiles = reports.All(r => r.CompileErrors.Count == 0 && r.Exception is null);
        object[] cells =
        [
            name, version, Rounded(size / 1000.0), operations?.ToString(CultureInfo.InvariantCulture) ?? "–", reports.Sum(r => r.Generated),
            reports.Sum(r => r.RoundTrip.Called), reports.Sum(r => r.RoundTrip.Failures.Count), reports.Sum(r => r.Models),
            Count(reports, "Info"), Count(reports, "Warning"), Count(reports, "Error"),
            reports.Sum(r => r.Lines), reports.Sum(r => r.CodeLines),
            Rounded(reports.Sum(r => r.GenerateTime.TotalMilliseconds)), Rounded(reports.Sum(r => r.CompileTime.TotalMilliseconds)),
            Rounded(reports.Sum(r => r.Allocated) / 1e6),
            compiles ? "yes" : "**no**",
        ];
        text.Append("| ").AppendJoin(" | ", cells).Append(" |\n");
    }

    private static int Count(IReadOnlyList<DocumentReport> reports, string severity) =>
        reports.Sum(r => r.Diagnostics.Count(d => d.Severity == severity));

    private static string Rounded(double value) => Math.Round(value).ToString(CultureInfo.InvariantCulture);
}
