using CdeCodegen.Analyzers.Tests.Infrastructure;
using Xunit;

namespace CdeCodegen.Analyzers.Tests;

/// <summary>Verifies the diagnostics of every shape in the corpus; a failure lists all wrong shapes.</summary>
public sealed class CorpusTests
{
    public static TheoryData<string> Files => new(Corpus.Parts);

    [Theory]
    [MemberData(nameof(Files))]
    public async Task Every_shape_gets_the_expected_diagnostics(string part)
    {
        List<Shape> shapes = Corpus.ShapesOf(part);
        (List<string>? verdicts, Dictionary<int, string>? errors) = await Corpus.Judge(shapes);

        Assert.True(errors.Count == 0, string.Join("\n", errors.Values));
        var wrong = shapes
            .Zip(verdicts)
            .Where(static pair => pair.First.Verdict != pair.Second)
            .Select(static pair => $"{pair.First}\n    expected {pair.First.Verdict}\n    reported {pair.Second}")
            .ToList();
        Assert.True(wrong.Count == 0, "\n" + string.Join('\n', wrong));
    }
}
