using CdeCodegen.Analyzers.Tests.Infrastructure;
using Microsoft.CodeAnalysis.CSharp;
using Xunit;

namespace CdeCodegen.Analyzers.Tests.Fixes;

/// <summary>Applies every fix to every shape of the analyzer corpus, in several layouts and language versions.</summary>
public sealed class FixSweepTests
{
    public static TheoryData<string, LanguageVersion, CodeLayout> Runs()
    {
        var data = new TheoryData<string, LanguageVersion, CodeLayout>();
        foreach (string file in Corpus.Files)
        {
            // Each run is slow, so each combination runs on only one compiler version.
#if LATEST_ROSLYN
            data.Add(file, LanguageVersion.Latest, CodeLayout.OneLine);
            data.Add(file, LanguageVersion.Latest, CodeLayout.Comments);
#else
            data.Add(file, LanguageVersion.Latest, CodeLayout.CommentsEverywhere);
            data.Add(file, LanguageVersion.CSharp9, CodeLayout.Lines);
            data.Add(file, LanguageVersion.CSharp8, CodeLayout.Lines);
#endif
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Runs))]
    public async Task Every_offered_fix_produces_clean_code(string file, LanguageVersion version, CodeLayout layout)
    {
        var sweep = new FixSweep(version, layout);
        var failures = new List<string>();
        foreach (Shape shape in Corpus.Shapes(file))
        {
            failures.AddRange(await sweep.RunAsync(shape));
        }

        Assert.NotEqual(0, sweep.Count);
        Assert.True(failures.Count == 0, $"{failures.Count} of {sweep.Count}:\n" + string.Join("\n\n", failures));
    }
}
