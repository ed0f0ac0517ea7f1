using CdeCodegen.Analyzers.Tests.Infrastructure;
using Xunit;

namespace CdeCodegen.Analyzers.Tests;

/// <summary>Two spellings of one program get one verdict: every shape of the corpus in every other spelling.</summary>
public sealed class MetamorphicTests
{
    static readonly Lazy<List<Shape>> shapes = new(static () => [.. Corpus.Files.SelectMany(Corpus.Shapes)]);

    public static TheoryData<string> SourceForms => new(Mutations.Sources.Keys);

    public static TheoryData<string> TestForms => new(Mutations.Tests.Keys);

    [Theory]
    [MemberData(nameof(SourceForms))]
    public Task HoweverTheSourceIsWrapped(string form) => Check(member => Mutations.WrapSources(member, Mutations.Sources[form]));

    [Fact]
    public Task HoweverTheTaskIsAwaited() => Check(Mutations.AwaitConfigured);

    [Fact]
    public Task WithATemporary() => Check(Mutations.UseTemporary);

    [Theory]
    [MemberData(nameof(TestForms))]
    public Task HoweverTheTestIsWrapped(string form) => Check(member => Mutations.WrapTests(member, Mutations.Tests[form]));

    [Fact]
    public Task WithTheBranchesSwapped() => Check(Mutations.SwapBranches);

    [Fact]
    public Task WithThePatternNegatedTwice() => Check(Mutations.NegatePatterns);

    public static TheoryData<string> FlowForms => new(Rewritings.All.Keys);

    [Theory]
    [MemberData(nameof(FlowForms))]
    public Task HoweverTheFlowIsWritten(string form) => Check(member => Mutations.Rewrite(member, Rewritings.All[form]()), atLeast: 5);

    static async Task Check(Func<string, string?> mutate, int atLeast = 20)
    {
        var mutants = new List<Shape>();
        foreach (var shape in shapes.Value)
            if (mutate(shape.Code) is { } code)
                mutants.Add(shape with { Code = code });
        var (verdicts, errors) = await Corpus.Judge(mutants);

        // A spelling that the language does not allow here is none.
        Assert.False(errors.ContainsKey(-1), errors.GetValueOrDefault(-1));
        Assert.True(mutants.Count - errors.Count >= atLeast, $"only {mutants.Count - errors.Count} of {mutants.Count} compile, {errors.Values.FirstOrDefault()}");
        var wrong = mutants
            .Zip(verdicts)
            .Where((pair, i) => !errors.ContainsKey(i) && pair.First.Verdict != pair.Second)
            .Select(static pair => $"{pair.First}\n    expected {pair.First.Verdict}\n    reported {pair.Second}")
            .ToList();
        Assert.True(wrong.Count == 0, "\n" + string.Join('\n', wrong));
    }
}
