using System.Collections.Concurrent;
using Xunit.Abstractions;

namespace CdeCodegen.Corpus.Tests.Examples;

/// <summary>The examples that documents give are read by the generated models, and written as they are.</summary>
public sealed class ExampleTests(ITestOutputHelper output)
{
    /// <summary>
    /// Without the environment variable CDECODEGEN_ALL_EXAMPLES, only documents up to this size, in bytes, are tried. The examples of larger ones take minutes.
    /// </summary>
    private const long MaxSize = 150_000;

    /// <summary>
    /// Compares with the numbers in <c>spec/SUPPORT.md</c>, or writes them for all documents if the environment variable CDECODEGEN_WRITE_SUPPORT is 1.
    /// </summary>
    [Fact]
    public void As_many_examples_as_recorded_are_read_and_written_again()
    {
        bool isWriting = Environment.GetEnvironmentVariable("CDECODEGEN_WRITE_SUPPORT") == "1";
        bool isWhole = isWriting || Environment.GetEnvironmentVariable("CDECODEGEN_ALL_EXAMPLES") == "1";
        var reports = new ConcurrentBag<ExampleReport>();
        Parallel.ForEach(
            Corpus.Documents.Where(document => isWhole || document.Size <= MaxSize).OrderByDescending(static document => document.Size),
            new ParallelOptions { MaxDegreeOfParallelism = 2 },
            document => reports.Add(ExampleRun.Run(document)));
        output.WriteLine($"{reports.Sum(static report => report.Same)} of {reports.Sum(static report => report.Examples)} examples in {reports.Count} documents");
        if (isWriting && !reports.IsEmpty)
        {
            SupportTable.Replace(ExampleTable.Heading, ExampleTable.Write([.. reports]));
        }

        string support = File.ReadAllText(SupportTable.Path);
        var worse = new List<string>();
        foreach (ExampleReport report in reports)
        {
            (int same, int others) = ExampleTable.Recorded(support, report.Document.Name) ?? (0, 0);
            if (report.Same < same || report.Ours.Count > others)
            {
                IEnumerable<string> problems = report.Ours.Concat(report.Invalid).Take(10).Select(static failure => $"{failure.Problem}: {failure.Example.Value?.ToJsonString()}");
                worse.Add($"{report.Document.Name}: {report.Same} instead of {same}, {report.Ours.Count} others instead of {others}\n{string.Join('\n', problems)}");
            }
        }

        Assert.Empty(worse);
    }
}
