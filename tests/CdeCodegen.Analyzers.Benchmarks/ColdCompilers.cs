using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;

namespace CdeCodegen.Analyzers.Benchmarks;

/// <summary>
/// Measures what a cold compiler of the SDK pays for the analyzers of the package: the assemblies without native code, those with it, and none. Packs the
/// package first, unless the folder of one is given.
/// </summary>
internal static partial class ColdCompilers
{
    private static readonly string s_host = Environment.ProcessPath is { } path && Path.GetFileNameWithoutExtension(path) == "dotnet" ? path : "dotnet";

    /// <param name="rounds">How often each subject runs, in turn with the others.</param>
    /// <param name="package">A package; null to pack the one of this repository.</param>
    public static void Run(int rounds, string? package)
    {
        using var temporary = new TemporaryFolder("analyzer-cost-");
        string folder = temporary.Path;
        package ??= PackedAnalyzers.Pack(folder);
        Subject[] subjects =
        [
            new("none", null),
            new("IL", PackedAnalyzers.Extract(package, PackedAnalyzers.IL, Path.Combine(folder, "il"))),
            new("native", PackedAnalyzers.Extract(package, PackedAnalyzers.Native, Path.Combine(folder, "native"))),
        ];
        Console.WriteLine($"cold csc, {rounds} rounds in turn; smallest and median; entry is that of the analyzer in ReportAnalyzer");
        Console.WriteLine("| methods | analyzer | processor time | wall time | entry | entry per method |");
        Console.WriteLine("|---|---|---|---|---|---|");
        foreach (int methods in (int[])[1, 300])
        {
            Measure(subjects, methods, rounds, folder);
        }
    }

    private static void Measure(Subject[] subjects, int methods, int rounds, string folder)
    {
        string source = Path.Combine(folder, $"Subject{methods}.cs");
        File.WriteAllText(source, Subjects.Program(methods));
        string arguments = Path.Combine(folder, $"{methods}.rsp");
        File.WriteAllLines(arguments, ["/noconfig", "/nologo", "/target:library", "/nullable:enable", "/reportanalyzer",
            $"/out:\"{Path.Combine(folder, "Subject.dll")}\"", $"\"{source}\"",
            .. Subjects.FrameworkPaths.Select(static path => $"/r:\"{path}\"")]);
        Dictionary<Subject, List<(double Processor, double Wall, double? Entry)>> times =
            subjects.ToDictionary(static subject => subject, static _ => new List<(double Processor, double Wall, double? Entry)>());
        for (int round = -1; round < rounds; round++)
        {
            foreach (Subject subject in subjects)
            {
                (double Processor, double Wall, double? Entry) time = Compile(arguments, subject);

                // The first round brings the files into the cache of the system.
                if (round >= 0)
                {
                    times[subject].Add(time);
                }
            }
        }

        foreach (Subject subject in subjects)
        {
            List<(double Processor, double Wall, double? Entry)> own = times[subject];
            string entry = subject.Folder is null ? "" : Text(own.Select(static time => time.Entry ?? double.NaN));
            string perMethod = subject.Folder is null ? "" : $"{own.Min(static time => time.Entry) * 1000 / methods:0.00} ms";
            Console.WriteLine(
                $"| {methods} | {subject.Name} | {Text(own.Select(static time => time.Processor))} | {Text(own.Select(static time => time.Wall))} | {entry} | {perMethod} |");
        }
    }

    private static (double Processor, double Wall, double? Entry) Compile(string arguments, Subject subject)
    {
        double before = ChildProcesses.ProcessorTime();
        var watch = Stopwatch.StartNew();
        string[] analyzers = subject.Folder is null ? [] : [.. Directory.EnumerateFiles(subject.Folder, "CdeCodegen.Analyzers.dll").Select(static path => $"/analyzer:{path}")];
        using Process process = Start(["exec", SdkCompiler.Path, $"@{arguments}", .. analyzers]);
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        double wall = watch.Elapsed.TotalSeconds;
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException(output);
        }

        double processor = OperatingSystem.IsWindows() ? process.TotalProcessorTime.TotalSeconds : ChildProcesses.ProcessorTime() - before;
        Match entry = Entry().Match(output);
        return (processor, wall, entry.Success ? double.Parse(entry.Groups[1].Value, CultureInfo.InvariantCulture) : null);
    }

    private static string Text(IEnumerable<double> seconds)
    {
        double[] sorted = [.. seconds.Order()];
        return string.Create(CultureInfo.InvariantCulture, $"{sorted[0]:0.00} s ({sorted[sorted.Length / 2]:0.00})");
    }

    private static Process Start(IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo(s_host, arguments) { RedirectStandardOutput = true };
        start.Environment["DOTNET_TieredPGO"] = "0";
        return Process.Start(start)!;
    }

    [GeneratedRegex(@"^\s*<?(\d+\.\d+)\s.*CdeCodegen\.Analyzers\.ApiResultAnalyzer", RegexOptions.Multiline)]
    private static partial Regex Entry();

    /// <summary>What the compiler runs.</summary>
    /// <param name="Folder">The folder of the analyzers; null for none.</param>
    private sealed record Subject(string Name, string? Folder);
}
