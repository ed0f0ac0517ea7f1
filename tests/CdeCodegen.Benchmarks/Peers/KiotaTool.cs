using System.Diagnostics;

namespace CdeCodegen.Benchmarks.Peers;

/// <summary>Kiota's command-line generator, in the version that <c>.config/dotnet-tools.json</c> of this project names.</summary>
internal static class KiotaTool
{
    /// <summary>Whether the tool is installed or could be restored.</summary>
    public static bool IsAvailable { get; } = Run("tool", "restore").ExitCode == 0;

    /// <summary>Generates a client and returns the running time of the process.</summary>
    public static TimeSpan Generate(string document, string folder)
    {
        long start = Stopwatch.GetTimestamp();
        CommandResult result = Run(
            "tool", "run", "kiota", "--", "generate", "--language", "CSharp", "--openapi", document, "--output", folder,
            "--namespace-name", "Bench", "--class-name", "BenchClient", "--clean-output", "--log-level", "Error");
        return result.ExitCode == 0 ? Stopwatch.GetElapsedTime(start) : throw new InvalidOperationException(result.Output);
    }

    private static CommandResult Run(params string[] arguments) =>
        Command.TryRunAsync(Repository.PathOf("tests", "CdeCodegen.Benchmarks"), "dotnet", arguments).GetAwaiter().GetResult();
}
