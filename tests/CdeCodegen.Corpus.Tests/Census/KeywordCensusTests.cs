using Xunit.Abstractions;

namespace CdeCodegen.Corpus.Tests.Census;

/// <summary>No keyword of the corpus is passed over in silence.</summary>
public sealed class KeywordCensusTests(ITestOutputHelper output)
{
    /// <summary>Keywords of the census that only documents beside the specifications have, and the reference of a callback, which the census counts as an expression.</summary>
    private static readonly string[] s_unspecified = ["operation $ref is in no document", "schema id is in no document", "callback $ref is in no document"];

    /// <summary>Writes the section of <c>spec/SUPPORT.md</c> if the environment variable CDECODEGEN_WRITE_SUPPORT is 1.</summary>
    [Fact]
    public void Every_keyword_is_read_or_reported_or_known_to_have_no_effect()
    {
        if (Corpus.Documents.Count == 0)
        {
            output.WriteLine("skipped: " + Corpus.Absent);
            return;
        }

        List<KeywordResult> results = KeywordCensus.Take(Corpus.Documents);
        if (Environment.GetEnvironmentVariable("CDECODEGEN_WRITE_SUPPORT") == "1")
        {
            SupportTable.Replace(KeywordCensus.Heading, KeywordCensus.Write(results));
        }

        AssertNoneIsSilent(results, []);
    }

    /// <summary>The documents contain each keyword of the specifications, also those that no document of the corpus has.</summary>
    [Fact]
    public void Every_keyword_of_the_specifications_is_read_or_reported_or_known_to_have_no_effect()
    {
        string folder = Repository.PathOf("tests", "CdeCodegen.Corpus.Tests", "Documents");
        List<KeywordResult> results = KeywordCensus.Take([.. Directory.GetFiles(folder, "keywords-*.yaml").Order(StringComparer.Ordinal)
            .Select(static path => new CorpusDocument(Path.GetFileName(path), path, "", new FileInfo(path).Length, IsSingle: true, []))]);
        IEnumerable<string> absent = Grammar.All.Except(results.Select(static result => (result.Kind, result.Keyword)))
            .Select(static keyword => $"{keyword.Kind} {keyword.Keyword} is in no document").Except(s_unspecified);

        AssertNoneIsSilent(results, absent);
    }

    private void AssertNoneIsSilent(List<KeywordResult> results, IEnumerable<string> others)
    {
        output.WriteLine($"{results.Count} keywords, {results.Count(r => r.Use == KeywordUse.Read)} read, {results.Count(r => r.Use == KeywordUse.Reported)} reported");
        string silent = string.Join('\n', results.Where(r => r.Use == KeywordUse.None && NoEffect.Reason(r.Kind, r.Keyword) is null)
            .Select(r => $"{r.Kind} {r.Keyword}: {r.Places} in {r.Documents}").Concat(others));
        Assert.True(silent.Length == 0, silent);
    }
}
