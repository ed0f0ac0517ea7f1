using System.Diagnostics;
using CdeCodegen.Benchmarks.Generation;

namespace CdeCodegen.Benchmarks.Peers;

/// <summary>Kiota's command-line generator, as this folder's tool manifest names it.</summary>
internal static class KiotaTool
{
    /// <summary>Whether it is installed, or could be.</summary>
    public static bool IsThere { get; } = Run(["tool", "restore"]) is { Failed: false };

    /// <summary>Generates a client, and returns how long the process took.</summary>
    public static TimeSpan Generate(string document, string folder)
    {
        (bool failed, TimeSpan time, string? output) = Run(["tool", "run", "kiota", "--", "generate", "--language", "CSharp", "--openapi", document, "--output", folder, "--namespace-name", "Bench", "--class-name", "BenchClient", "--clean-output", "--log-level", "Error"]);
        return failed ? throw new InvalidOperationException(output) : time;
    }

    private static (bool Failed, TimeSpan Time, string Output) Run(string[] arguments)
    {
        long start = Stopwatch.GetTimestamp();
        using Process process = Process.Start(new ProcessStartInfo("dotnet", arguments)
        {
            WorkingDirectory = Path.Combine(BenchDocument.Root, "tests", "CdeCodegen.Benchmarks"),
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        Task<string> error = process.StandardError.ReadToEndAsync();
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode != 0, Stopwatch.GetElapsedTime(start), output + error.Result);
    }
}
