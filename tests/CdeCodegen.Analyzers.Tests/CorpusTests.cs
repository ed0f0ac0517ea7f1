using CdeCodegen.Analyzers.Tests.Infrastructure;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
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
        (List<Shape> shapes, AnalyzerOptions options) = Corpus.ReadPart(part);
        (List<string> verdicts, Dictionary<int, string> errors, List<string> places) = await Corpus.JudgePlaces(shapes, options);

        Assert.True(errors.Count == 0, string.Join("\n", errors.Values));
        var wrong = shapes
            .Zip(verdicts)
            .Where(static pair => pair.First.Verdict != pair.Second)
            .Select(static pair => $"{pair.First}\n    expected {pair.First.Verdict}\n    reported {pair.Second}")
            .ToList();
        Assert.True(wrong.Count == 0, "\n" + string.Join('\n', wrong));
        AssertPlaces(part, shapes, places);
    }

    /// <summary><c>places.txt</c> refers to shapes by name.</summary>
    [Fact]
    public void Every_shape_has_a_name_of_its_own()
    {
        IEnumerable<string> repeated = Corpus.Files.Concat(Corpus.Options.Keys)
            .SelectMany(Corpus.Shapes)
            .GroupBy(static shape => shape.Key)
            .Where(static shapes => shapes.Count() > 1 || shapes.Key.EndsWith(':'))
            .SelectMany(static shapes => shapes)
            .Select(static shape => shape.ToString());

        Assert.Empty(repeated);
    }

    /// <summary>
    /// Compares the places of the diagnostics, and what happens to each status of a call, with <c>places.txt</c>. One compiler is enough for that. If they differ,
    /// <c>*.received.txt</c> has the lines of the file with the shapes.
    /// </summary>
    private static void AssertPlaces(string part, List<Shape> shapes, List<string> places)
    {
        if (typeof(Compilation).Assembly.GetName().Version is not { Major: 4, Minor: 8 })
        {
            return;
        }

        var own = shapes.Select(shape => shape.Key).ToHashSet();
        List<string> expected = [.. Corpus.Read("places.txt").Split('\n').Where(line => own.Contains(line.Split(' ')[0]))];
        string[] wrong = [.. expected.Except(places).Select(line => "- " + line), .. places.Except(expected).Select(line => "+ " + line)];
        if (wrong.Length != 0 && !part.Contains('#'))
        {
            File.WriteAllLines(Path.Combine(Repository.Root, "tests", "CdeCodegen.Analyzers.Tests", "Corpus", $"places.{part}.received.txt"), places);
        }

        Assert.True(wrong.Length == 0, "places.txt differs:\n" + string.Join('\n', wrong));
    }
}
