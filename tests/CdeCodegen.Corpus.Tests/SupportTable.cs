using System.Diagnostics;
using System.Globalization;
using System.Text;
using CdeCodegen.Corpus.Tests.RoundTrips;

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

            The compiler sees the client as if a user had written it, without the pragma that turns warnings off; only what the document causes is allowed (members that it
            does not describe, uses of members that it deprecates).

            *Operations* are those that Microsoft.OpenApi counts ("–" where it cannot read the document), *generated* the result types in the client.
            *Called* are the operations whose every call came back right. Each is called for every response that is documented for it, at least twice: once with all that can
            be sent, else with no more than must be. A stub answers with what is made from the document's schema, not from the client. The request must have
            the operation's method, a path of its template, the required parameters and a body that is JSON where JSON is due; the result must be that very case, with the
            documented headers, and with no union in its body that was not recognised. *Failed* are the calls where one of these does not hold; they are listed below the table.
            *Info* and *warnings* are the generator's own diagnostics. Times are of one run in one process with two documents at a time: good for comparing rows, not for more.
            *Allocated* is what the generator and the parsing of its output asked for in total: an upper bound of what it holds at a time. The peak of memory is one figure,
            that of the process in which all documents are generated, compiled and called, two at a time: PEAK MB.

            | document | version | size kB | operations | generated | called | failed | models | info | warnings | errors | lines | of code | generate ms | compile ms | allocated MB | compiles |
            |---|---|---|---|---|---|---|---|---|---|---|---|---|---|---|---|---|

            """.ReplaceLineEndings("\n").Replace("PEAK", Rounded(Process.GetCurrentProcess().PeakWorkingSet64 / 1e6), StringComparison.Ordinal));
        foreach (DocumentReport report in reports.OrderBy(report => !report.Document.IsSingle).ThenBy(report => report.Document.Name, StringComparer.Ordinal))
        {
            CorpusDocument document = report.Document;
            Row(text, document.Name, document.Version, document.Size, report.Oracle.Operations, [report]);
        }

        Row(text, $"**all {reports.Count}**", "", reports.Sum(r => r.Document.Size), reports.Sum(r => r.Oracle.Operations), reports);
        text.Append(CultureInfo.InvariantCulture, $"\n## Calls that fail\n\n{reports.Sum(r => r.RoundTrip.Failures.Count)} of {reports.Sum(r => r.RoundTrip.Calls)} calls.\n\n");
        foreach (IGrouping<(string Name, string Cause), (string Name, RoundTripFailure Failure)>? group in reports.SelectMany(r => r.RoundTrip.Failures.Select(failure => (r.Document.Name, Failure: failure)))
            .GroupBy(f => (f.Name, f.Failure.Cause)).OrderBy(g => g.Key.Name, StringComparer.Ordinal))
        {
            RoundTripFailure first = group.First().Failure;
            text.Append(CultureInfo.InvariantCulture, $"* {group.Key.Name}, {group.Key.Cause}, {group.Count()} times: `{first.Operation}` {first.Case}: {first.Message}\n");
        }

        return text.ToString();
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
