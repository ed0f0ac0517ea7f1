using CdeCodegen.Analyzers.Tests.Infrastructure;
using Xunit;

namespace CdeCodegen.Analyzers.Tests;

/// <summary>Two spellings of one program get one verdict: every shape of the corpus in every other spelling.</summary>
public sealed class MetamorphicTests
{
    private static readonly Lazy<List<Shape>> s_shapes = new(static () => [.. Corpus.Files.SelectMany(Corpus.Shapes)]);

    public static TheoryData<string> SourceForms => new(Mutations.Sources.Keys);

    public static TheoryData<string> TestForms => new(Mutations.Tests.Keys);

    [Theory]
    [MemberData(nameof(SourceForms))]
    public Task However_the_source_is_wrapped(string form) => Check(member => Mutations.WrapSources(member, Mutations.Sources[form]));

    [Fact]
    public Task However_the_task_is_awaited() => Check(Mutations.AwaitConfigured);

    [Fact]
    public Task With_a_temporary() => Check(Mutations.UseTemporary);

    [Theory]
    [MemberData(nameof(TestForms))]
    public Task However_the_test_is_wrapped(string form) => Check(member => Mutations.WrapTests(member, Mutations.Tests[form]));

    [Fact]
    public Task With_the_branches_swapped() => Check(Mutations.SwapBranches);

    [Fact]
    public Task With_the_pattern_negated_twice() => Check(Mutations.NegatePatterns);

    public static TheoryData<string> FlowForms => new(Rewritings.All.Keys);

    [Theory]
    [MemberData(nameof(FlowForms))]
    public Task However_the_flow_is_written(string form) => Check(member => Mutations.Rewrite(member, Rewritings.All[form]()), atLeast: 5);

    private static async Task Check(Func<string, string?> mutate, int atLeast = 20)
    {
        var mutants = new List<Shape>();
        foreach (Shape shape in s_shapes.Value)
        {
            if (mutate(shape.Code) is { } code)
            {
                mutants.Add(shape with { Code = code });
            }
        }

        (List<string>? verdicts, Dictionary<int, string>? errors) = await Corpus.Judge(mutants);

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
