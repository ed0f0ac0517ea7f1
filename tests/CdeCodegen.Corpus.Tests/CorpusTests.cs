using System.Text;
using Xunit.Abstractions;

namespace CdeCodegen.Corpus.Tests;

/// <summary>Rules that hold for every real document.</summary>
public sealed class CorpusTests(CorpusRun run, ITestOutputHelper output) : IClassFixture<CorpusRun>
{
    public static TheoryData<string> Documents()
    {
        var names = new TheoryData<string>();
        foreach (CorpusDocument document in Corpus.Documents)
        {
            names.Add(document.Name);
        }

        if (names.Count == 0)
        {
            names.Add(Corpus.Absent);
        }

        return names;
    }

    [Theory]
    [MemberData(nameof(Documents))]
    public async Task The_generator_does_not_throw(string name)
    {
        if (await Report(name) is { } report)
        {
            Assert.Null(report.Exception);
        }
    }

    [Theory]
    [MemberData(nameof(Documents))]
    public async Task The_client_compiles_without_warnings(string name)
    {
        if (await Report(name) is { } report)
        {
            Assert.True(report.CompileErrors.Count == 0, Listing(report.CompileErrors));
        }
    }

    [Theory]
    [MemberData(nameof(Documents))]
    public async Task Missing_operations_are_reported(string name)
    {
        if (await Report(name) is { Oracle.Operations: { } operations } report && report.Generated < operations)
        {
            Assert.True(report.Diagnostics.Count > 0, $"{report.Generated} of {operations} operations were generated without a diagnostic");
        }
    }

    [Theory]
    [MemberData(nameof(Documents))]
    public async Task No_call_throws_an_undocumented_exception(string name)
    {
        if (await Report(name) is { } report)
        {
            Assert.DoesNotContain(report.RoundTrip.Failures, failure => failure.IsCrash);
        }
    }

    [Fact]
    public async Task Nine_in_ten_operations_of_single_documents_are_generated_and_called()
    {
        DocumentReport[] counted = [.. (await run.All).Where(static report => report.Document.IsSingle
            && report.Oracle.Operations is not null
            && !report.Document.Version.StartsWith("3.2", StringComparison.Ordinal))];
        int operations = counted.Sum(report => report.Oracle.Operations!.Value);
        int generated = counted.Sum(report => Math.Min(report.Generated, report.Oracle.Operations!.Value));
        int called = counted.Sum(report => Math.Min(report.RoundTrip.Called, report.Oracle.Operations!.Value));
        output.WriteLine($"{called} called and {generated} generated of {operations} operations in {counted.Length} documents");

        Assert.True(generated >= 0.9 * operations, $"{generated} of {operations} generated");
        Assert.True(called >= 0.9 * operations, $"{called} of {operations} called");
    }

    /// <summary>
    /// Writes <c>spec/SUPPORT.md</c> if the environment variable CDECODEGEN_WRITE_SUPPORT is 1, and the failures to the file that the variable
    /// CDECODEGEN_FAILURES names.
    /// </summary>
    [Fact]
    public async Task The_support_table_has_a_row_for_every_document()
    {
        DocumentReport[] reports = await run.All;
        string table = SupportTable.Write(reports);
        Assert.Equal(reports.Length, table.Split('\n').Count(line => line.StartsWith("| ", StringComparison.Ordinal)) - SupportTable.HeadLines);
        if (Environment.GetEnvironmentVariable("CDECODEGEN_WRITE_SUPPORT") == "1")
        {
            SupportTable.Replace(table);
        }

        if (Environment.GetEnvironmentVariable("CDECODEGEN_FAILURES") is { Length: > 0 } failures)
        {
            await File.WriteAllTextAsync(failures, FailureReport.Write(reports));
        }
    }

    private async Task<DocumentReport?> Report(string name)
    {
        if (name == Corpus.Absent)
        {
            output.WriteLine("skipped: " + Corpus.Absent);
            return null;
        }

        return await run[name];
    }

    private static string Listing(IReadOnlyList<CompileError> errors)
    {
        StringBuilder listing = new StringBuilder().AppendLine($"{errors.Count} errors");
        foreach (CompileError error in errors.DistinctBy(error => error.Id).Take(10))
        {
            listing.AppendLine($"{error.Language} {error.Id} {error.Position}: {error.Message}").AppendLine("    " + error.Line);
        }

        return listing.ToString();
    }
}
