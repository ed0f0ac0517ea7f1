using CdeCodegen.Analyzers.Tests.Infrastructure;
using Microsoft.CodeAnalysis.CSharp;
using Xunit;

namespace CdeCodegen.Analyzers.Tests.Fixes;

/// <summary>
/// Applies every fix to every shape of the analyzer corpus, in several layouts and language versions. Each shape of a large file has one of the runs of a
/// compiler; all of them if the environment variable <c>CDECODEGEN_ALL_SPELLINGS</c> is 1.
/// </summary>
public sealed class FixSweepTests
{
    /// <summary>Files with fewer shapes are always swept as a whole.</summary>
    private const int SmallFile = 60;

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
        // A shape without a diagnostic that has fixes would be compiled in vain.
        Shape[] shapes = [.. Corpus.Shapes(file).Where(static shape => FixSweep.Rules.Any(rule => shape.Verdict.Contains(rule, StringComparison.Ordinal)))];
        (int part, int parts) = PartOf(version, layout);
        for (int i = 0; i < shapes.Length; i++)
        {
            if (Sampling.IsOff || shapes.Length < SmallFile || i % parts == part)
            {
                failures.AddRange(await sweep.RunAsync(shapes[i]));
            }
        }

        Assert.NotEqual(0, sweep.Count);
        Assert.True(failures.Count == 0, $"{failures.Count} of {sweep.Count}:\n" + string.Join("\n\n", failures));
    }

    private static (int Part, int Parts) PartOf(LanguageVersion version, CodeLayout layout) => (version, layout) switch
    {
        (_, CodeLayout.OneLine) => (0, 2),
        (_, CodeLayout.Comments) => (1, 2),
        (_, CodeLayout.CommentsEverywhere) => (0, 3),
        (LanguageVersion.CSharp9, _) => (1, 3),
        _ => (2, 3),
    };
}
