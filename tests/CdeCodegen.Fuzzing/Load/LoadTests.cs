namespace CdeCodegen.Fuzzing.Load;

/// <summary>A short run of the load command. A million calls are a command; see docs/robustness.md.</summary>
public class LoadTests
{
    [Fact]
    public async Task Each_call_has_one_outcome_and_is_carried_out_once()
    {
        LoadRun run = await LoadRun.RunAsync(calls: 6000, flight: 64);

        Assert.Empty(run.Surprises);
        Assert.Equal(0, run.NotOnce);
        Assert.Equal(6000, run.Faults.Sum());
        Assert.All(run.Faults, count => Assert.True(count > 0));

        // After the first tenth everything is compiled and connected. What grows from then on, grows for ever.
        (int _, long bytes, int handles) = run.Curve[run.Curve.Count / 10];
        Assert.InRange(run.Curve[^1].Bytes, 0, bytes + 20_000_000);
        Assert.InRange(run.Curve[^1].Handles, 0, handles + 200);
        Assert.Contains("<polyline", LoadChart.Draw(run), StringComparison.Ordinal);
    }
}
