using CdeCodegen.Analyzers.Tests.Infrastructure;
using Microsoft.CodeAnalysis.CSharp;
using Xunit;

namespace CdeCodegen.Analyzers.Tests.Fixes;

/// <summary>Every fix for every shape of the corpus of verdicts, in some spellings and languages.</summary>
public sealed class FixSweepTests
{
    public static TheoryData<string, LanguageVersion, Spelling> Runs()
    {
        var data = new TheoryData<string, LanguageVersion, Spelling>();
        foreach (string file in Corpus.Files)
        {
            // Each takes its time, so each is run with one compiler: what depends on the language and on the formatter does so in any.
#if LATEST_ROSLYN
            data.Add(file, LanguageVersion.Latest, Spelling.OneLine);
            data.Add(file, LanguageVersion.Latest, Spelling.Comments);
#else
            data.Add(file, LanguageVersion.Latest, Spelling.CommentsEverywhere);
            data.Add(file, LanguageVersion.CSharp9, Spelling.Lines);
            data.Add(file, LanguageVersion.CSharp8, Spelling.Lines);
#endif
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Runs))]
    public async Task No_fix_leaves_what_a_person_would_not_commit(string file, LanguageVersion version, Spelling spelling)
    {
        var sweep = new FixSweep(version, spelling);
        var failures = new List<string>();
        foreach (Shape shape in Corpus.Shapes(file))
        {
            failures.AddRange(await sweep.RunAsync(shape));
        }

        Assert.NotEqual(0, sweep.Count);
        Assert.True(failures.Count == 0, $"{failures.Count} of {sweep.Count}:\n" + string.Join("\n\n", failures));
    }
}
