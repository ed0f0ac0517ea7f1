using CdeCodegen.Analyzers.Tests.Infrastructure;
using Xunit;

namespace CdeCodegen.Analyzers.Tests;

/// <summary>Verifies that equivalent programs get the same diagnostics: rewrites the shapes of the corpus in each equivalent form.</summary>
/// <remarks>
/// Each form is tested on a part of the shapes, which a hash of form and shape selects. The projects for the oldest and the newest Roslyn take different
/// parts. With <c>CDECODEGEN_ALL_SPELLINGS=1</c> each form is tested on all shapes.
/// </remarks>
public sealed class MetamorphicTests
{
    /// <summary>One of so many shapes is tested in each form.</summary>
    private const int Parts = 9;

    /// <summary>Forms that fewer shapes have are tested on all of them.</summary>
    private const int SmallForm = 90;

#if LATEST_ROSLYN
    private const int Part = 1;
#else
    private const int Part = 0;
#endif

    private static readonly Lazy<List<Shape>> s_shapes = new(static () => [.. Corpus.Files.SelectMany(Corpus.Shapes)]);

    public static TheoryData<string> SourceForms => new(Mutations.Sources.Keys);

    public static TheoryData<string> TestForms => new(Mutations.Tests.Keys);

    [Theory]
    [MemberData(nameof(SourceForms))]
    public Task Wrapping_the_source_does_not_change_the_diagnostics(string form) => Check(member => Mutations.WrapSources(member, Mutations.Sources[form]));

    [Fact]
    public Task ConfigureAwait_does_not_change_the_diagnostics() => Check(Mutations.AwaitConfigured);

    [Fact]
    public Task A_temporary_variable_does_not_change_the_diagnostics() => Check(Mutations.UseTemporary);

    [Theory]
    [MemberData(nameof(TestForms))]
    public Task Wrapping_the_test_does_not_change_the_diagnostics(string form) => Check(member => Mutations.WrapTests(member, Mutations.Tests[form]));

    [Fact]
    public Task Swapping_branches_does_not_change_the_diagnostics() => Check(Mutations.SwapBranches);

    [Fact]
    public Task Double_negation_does_not_change_the_diagnostics() => Check(Mutations.NegatePatterns);

    public static TheoryData<string> FlowForms => new(Rewritings.All.Keys);

    [Theory]
    [MemberData(nameof(FlowForms))]
    public Task Equivalent_control_flow_does_not_change_the_diagnostics(string form) =>
        Check(member => Mutations.Rewrite(member, Rewritings.All[form]()), atLeast: 5);

    /// <summary>A test method in the same class makes a shape test code, which may drop results and assert by casts. Everything else stays reported.</summary>
    [Fact]
    public async Task In_test_code_only_dropped_and_asserted_results_are_not_reported()
    {
        const string Test = " [Fact] public void IsTestCode() { }";
        string[] rules = ["CDE1001", "CDE1004", "CDE1005", "CDE1007"];
        List<Shape> tests =
        [
            .. s_shapes.Value
                .Where(static shape => (Sampling.IsOff || Hash(shape.Code) % Parts == Part) && !IsAssertion(shape))
                .Select(static shape => shape with { Code = shape.Code + Test }),
        ];

        (List<string>? verdicts, Dictionary<int, string>? errors) = await Corpus.Judge(tests);

        Assert.Empty(errors.Values);
        string[] wrong = [.. tests.Zip(verdicts)
            .Select(pair => (pair.First, Expected: Without(pair.First.Verdict, rules), Reported: Without(pair.Second, [])))
            .Where(static row => row.Expected != row.Reported)
            .Select(static row => $"{row.First}\n    expected {row.Expected}\n    reported {row.Reported}")];
        Assert.True(wrong.Length == 0, "\n" + string.Join('\n', wrong));

        // A cast, also with `as`, is an assertion in test code.
        static bool IsAssertion(Shape shape) => shape.Verdict.Contains("CDE1007", StringComparison.Ordinal)
            || shape.Code.Contains(" as ", StringComparison.Ordinal) || shape.Code.Contains("(Ok)", StringComparison.Ordinal);

        static string Without(string verdict, string[] rules) =>
            string.Join(' ', verdict.Split(' ').Where(rule => rule != "nothing" && !rules.Contains(rule)));
    }

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

        if (!Sampling.IsOff && mutants.Count > SmallForm)
        {
            mutants = [.. mutants.Where(static mutant => Hash(mutant.Code) % Parts == Part)];
            atLeast = Math.Min(atLeast, SmallForm / Parts / 2);
        }

        (List<string>? verdicts, Dictionary<int, string>? errors) = await Corpus.Judge(mutants);

        // A rewritten shape that does not compile is ignored.
        Assert.False(errors.ContainsKey(-1), errors.GetValueOrDefault(-1));
        Assert.True(
            mutants.Count - errors.Count >= atLeast, $"only {mutants.Count - errors.Count} of {mutants.Count} compile, {errors.Values.FirstOrDefault()}");
        var wrong = mutants
            .Zip(verdicts)
            .Where((pair, i) => !errors.ContainsKey(i) && pair.First.Verdict != pair.Second)
            .Select(static pair => $"{pair.First}\n    expected {pair.First.Verdict}\n    reported {pair.Second}")
            .ToList();
        Assert.True(wrong.Count == 0, "\n" + string.Join('\n', wrong));
    }

    // FNV-1a: string.GetHashCode differs between runs.
    private static uint Hash(string text) => text.Aggregate(2166136261u, static (hash, letter) => (hash ^ letter) * 16777619u) >> 8;
}
