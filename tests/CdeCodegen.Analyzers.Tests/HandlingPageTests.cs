using CdeCodegen.Analyzers.Tests.Infrastructure;
using Microsoft.CodeAnalysis.Diagnostics;
using Xunit;

namespace CdeCodegen.Analyzers.Tests;

/// <summary>Compiles and judges every row of the tables in <c>handling.md</c>, the page about what counts as handling.</summary>
public sealed class HandlingPageTests
{
    private static readonly string s_docs = Path.Combine(Repository.Root, "generator", "docs");

    [Fact]
    public async Task Every_row_is_reported_as_stated()
    {
        var rows = new List<Shape>();
        var helpers = new List<Shape>();
        List<Shape> section = rows;
        int number = 0;
        foreach (string line in await File.ReadAllLinesAsync(Path.Combine(s_docs, "handling.md")))
        {
            number++;
            if (line.StartsWith("## ", StringComparison.Ordinal))
            {
                section = line.Contains("cde_check_parameters", StringComparison.Ordinal) ? helpers : rows;
            }
            else if (line.StartsWith("| `", StringComparison.Ordinal))
            {
                string[] cells = line.Split(" | ");
                Assert.Equal(3, cells.Length);
                section.Add(new Shape("handling.md", number, Member(cells[0][3..^1].Replace("\\|", "|", StringComparison.Ordinal)), cells[1]));
            }
        }

        Assert.True(rows.Count >= 40, $"only {rows.Count} rows");
        Assert.True(helpers.Count >= 5, $"only {helpers.Count} rows about helpers");
        await CheckAsync(rows, null);
        await CheckAsync(helpers, TestConfig.Of(("cde_check_parameters", "true")));
    }

    private static async Task CheckAsync(List<Shape> rows, AnalyzerOptions? options)
    {
        (List<string> verdicts, Dictionary<int, string> errors) = await Corpus.Judge(rows, options);
        Assert.Empty(errors.Values);
        Assert.Equal(rows.Select(static row => $"{row}: {row.Verdict}"), rows.Select((row, i) => $"{row}: {verdicts[i]}"));
    }

    [Theory]
    [InlineData("CDE1001")]
    [InlineData("CDE1002")]
    [InlineData("CDE1003")]
    [InlineData("README")]
    public void The_page_is_linked(string page) =>
        Assert.Contains("(handling.md)", File.ReadAllText(Path.Combine(s_docs, page + ".md")), StringComparison.Ordinal);

    /// <summary>The page uses speaking names for the client of the corpus.</summary>
    private static string Member(string code)
    {
        const string Test = "[Fact] ";
        bool isTest = code.StartsWith(Test, StringComparison.Ordinal);
        string body = code[(isTest ? Test.Length : 0)..].Replace("client.GetAsync(", "c.A(", StringComparison.Ordinal).Replace("GetResult", "R", StringComparison.Ordinal);
        string type = body.Contains("return ", StringComparison.Ordinal) ? "Task<object?>" : "Task";
        return $"{(isTest ? Test : "")}public async {type} M(string[] ids) {{ {body} }}";
    }
}
