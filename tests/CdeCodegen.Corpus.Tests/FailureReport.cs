using System.Globalization;
using System.Text;
using CdeCodegen.Corpus.Tests.RoundTrips;

namespace CdeCodegen.Corpus.Tests;

/// <summary>All failures, grouped by cause, as Markdown for the developers of the generator.</summary>
internal static class FailureReport
{
    public static string Write(IReadOnlyList<DocumentReport> reports)
    {
        var text = new StringBuilder();
        text.Append("# Failures of the corpus\n\n");
        text.Append(CultureInfo.InvariantCulture, $"{reports.Count} documents, {reports.Count(r => r.Exception is not null)} with an exception, ");
        text.Append(CultureInfo.InvariantCulture, $"{reports.Count(r => r.CompileErrors.Count > 0)} with compiler errors, ");
        text.Append(CultureInfo.InvariantCulture, $"{reports.Count(r => r.Generated == 0)} without operations.\n");

        text.Append("\n## Exceptions\n");
        foreach (IGrouping<string, DocumentReport> group in reports.Where(r => r.Exception is not null)
            .GroupBy(r => FirstLine(r.Exception!)).OrderByDescending(g => g.Count()))
        {
            Entry(text, group.Key, group.Select(r => r.Document.Name));
            text.Append("  ```\n  ").Append(string.Join("\n  ", group.First().Exception!.Split('\n').Take(8))).Append("\n  ```\n");
        }

        text.Append("\n## Compiler\n");
        foreach (IGrouping<string, (string Name, CompileError Error)> group in reports
            .SelectMany(r => r.CompileErrors.Select(e => (r.Document.Name, Error: e)))
            .GroupBy(e => e.Error.Id).OrderByDescending(g => g.Select(e => e.Name).Distinct().Count()))
        {
            Entry(text, $"{group.Key}: {group.Count()} times", group.Select(e => e.Name).Distinct());
            foreach ((string name, CompileError error) in group.DistinctBy(e => e.Name).Take(6))
            {
                text.Append(CultureInfo.InvariantCulture, $"  * {name}: {error.Language} {error.Position}: {error.Message}\n    `{error.Line}`\n");
            }
        }

        text.Append(CultureInfo.InvariantCulture, $"\n## Round trips\n\n{reports.Sum(r => r.RoundTrip.Calls)} calls, ");
        text.Append(CultureInfo.InvariantCulture, $"{reports.Sum(r => r.RoundTrip.Failures.Count)} failures, ");
        text.Append(CultureInfo.InvariantCulture, $"{reports.Sum(r => r.RoundTrip.Time.TotalSeconds):0.0} s\n");
        foreach (IGrouping<string, (string Name, RoundTripFailure Failure)> group in reports
            .SelectMany(r => r.RoundTrip.Failures.Select(f => (r.Document.Name, Failure: f)))
            .GroupBy(f => f.Failure.Cause).OrderByDescending(g => g.Count()))
        {
            Entry(text, $"{group.Key}: {group.Count()} times", group.Select(f => f.Name).Distinct());
            foreach ((string name, RoundTripFailure failure) in group.DistinctBy(f => (f.Name, f.Failure.Message)).Take(60))
            {
                text.Append(CultureInfo.InvariantCulture, $"  * {name}: {failure.Operation} {failure.Case}: {failure.Message}\n");
            }
        }

        text.Append("\n## Missing operations\n");
        foreach (DocumentReport report in reports.Where(r => r.Oracle.Operations is { } count && r.Generated != count))
        {
            text.Append(CultureInfo.InvariantCulture, $"* {report.Document.Name}: {report.Generated} of {report.Oracle.Operations}\n");
        }

        text.Append("\n## Diagnostics of the generator\n");
        foreach (IGrouping<string, (string Name, GeneratorDiagnostic Diagnostic)> group in reports
            .SelectMany(r => r.Diagnostics.Select(d => (r.Document.Name, Diagnostic: d)))
            .GroupBy(d => d.Diagnostic.Id).OrderBy(g => g.Key, StringComparer.Ordinal))
        {
            Entry(text, $"{group.Key}: {group.Count()} times", group.Select(d => d.Name).Distinct());
            foreach ((string name, GeneratorDiagnostic diagnostic) in group.DistinctBy(d => d.Name).Take(8))
            {
                text.Append(CultureInfo.InvariantCulture, $"  * {name} {diagnostic.Position}: {diagnostic.Message}\n");
            }
        }

        return text.ToString();
    }

    private static void Entry(StringBuilder text, string title, IEnumerable<string> names)
    {
        string[] all = [.. names];
        string more = all.Length > 12 ? "…" : "";
        text.Append(CultureInfo.InvariantCulture, $"\n* **{title}** in {all.Length} documents: {string.Join(", ", all.Take(12))}{more}\n");
    }

    private static string FirstLine(string text) => text.Split('\n')[0].Trim();
}
