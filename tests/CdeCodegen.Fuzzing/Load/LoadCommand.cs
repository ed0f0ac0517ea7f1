namespace CdeCodegen.Fuzzing.Load;

/// <summary>The command <c>load</c>.</summary>
internal static class LoadCommand
{
    public static async Task<int> RunAsync(long calls, int flight, string? svg)
    {
        LoadRun run = await LoadRun.RunAsync((int)calls, flight);
        Console.WriteLine($"{calls:N0} calls, {flight} in flight, {run.Elapsed.TotalSeconds:N0} s, {calls / run.Elapsed.TotalSeconds:N0} calls/s");
        foreach (LoadFault fault in Enum.GetValues<LoadFault>())
        {
            Console.WriteLine($"| {fault} | {run.Faults[(int)fault]:N0} |");
        }

        Console.WriteLine($"carried out not exactly once: {run.NotOnce}; calls that ended otherwise: {run.Surprises.Count}");
        Console.WriteLine($"memory: {run.Curve[0].Bytes:N0} bytes at first, {run.Curve[^1].Bytes:N0} at last; handles: {run.Curve[0].Handles} and {run.Curve[^1].Handles}");
        foreach (string surprise in run.Surprises.Take(20))
        {
            Console.WriteLine(surprise);
        }

        if (svg is not null)
        {
            await File.WriteAllTextAsync(svg, LoadChart.Draw(run));
        }

        return run.NotOnce + run.Surprises.Count == 0 ? 0 : 1;
    }
}
