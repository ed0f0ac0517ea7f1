using System.Globalization;
using System.Text;

namespace CdeCodegen.Corpus.Tests;

/// <summary>spec/SUPPORT.md: what works with which document, counted by the runner.</summary>
internal static class SupportTable
{
    /// <summary>Lines of the table that are no document: its head and its sum.</summary>
    public const int HeadLines = 2;

    public static string Write(IReadOnlyList<DocumentReport> reports)
    {
        var text = new StringBuilder(
            """
            # Real documents

            Written by `CDECODEGEN_WRITE_SUPPORT=1 dotnet test tests/CdeCodegen.Corpus.Tests`, which runs the generator on every document and compiles what comes out:
            C# 12 (and the newest for documents up to 500 kB), net8.0 reference assemblies, nullable and documentation comments on, every warning an error.

            *Operations* are those that Microsoft.OpenApi counts ("–" where it cannot read the document), *generated* the result types in the client.
            *Info* and *warnings* are the generator's own diagnostics. Times are of one run in one process with two documents at a time: good for comparing rows, not for more.
            *Allocated* is what the generator and the parsing of its output asked for in total.

            | document | version | size kB | operations | generated | models | info | warnings | errors | lines | of code | generate ms | compile ms | allocated MB | compiles |
            |---|---|---|---|---|---|---|---|---|---|---|---|---|---|---|

            """.ReplaceLineEndings("\n"));
        foreach (DocumentReport report in reports.OrderBy(report => !report.Document.IsSingle).ThenBy(report => report.Document.Name, StringComparer.Ordinal))
        {
            CorpusDocument document = report.Document;
            Row(text, document.Name, document.Version, document.Size, report.Oracle.Operations, [report]);
        }

        Row(text, $"**all {reports.Count}**", "", reports.Sum(r => r.Document.Size), reports.Sum(r => r.Oracle.Operations), reports);
        return text.ToString();
    }

    private static void Row(StringBuilder text, string name, string version, long size, int? operations, IReadOnlyList<DocumentReport> reports)
    {
        bool compiles = reports.All(r => r.CompileErrors.Count == 0 && r.Exception is null);
        object[] cells =
        [
            name, version, Rounded(size / 1000.0), operations?.ToString(CultureInfo.InvariantCulture) ?? "–", reports.Sum(r => r.Generated), reports.Sum(r => r.Models),
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
