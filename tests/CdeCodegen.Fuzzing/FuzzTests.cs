namespace CdeCodegen.Fuzzing;

/// <summary>Short runs of all targets. Long ones are a command; see docs/robustness.md.</summary>
public class FuzzTests
{
    private static readonly TimeSpan s_time = TimeSpan.FromSeconds(2);

    public static TheoryData<string> Names => [.. FuzzTarget.All.Select(target => target.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void The_code_and_its_oracle_agree(string name)
    {
        FuzzTarget target = FuzzTarget.All.Single(target => target.Name == name);

        var fuzzer = new Fuzzer(target, randomSeed: 20);
        using var output = new StringWriter();

        fuzzer.Run(runs: 3000, s_time, output);

        Assert.True(fuzzer.Failures == 0, output.ToString());
        Assert.True(fuzzer.Runs > 0 && target.Accepted > 0, fuzzer.Progress());
    }
}
