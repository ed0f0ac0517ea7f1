using System.Diagnostics;
using System.Globalization;

namespace CdeCodegen.Analyzers.Benchmarks;

/// <summary>
/// Measures <c>dotnet build</c> of a project of the SDK, with the SDK's own analyzers: without the analyzer of the package, with it, and with its native
/// code. Once with a compiler that starts for each build and once with the compiler server.
/// </summary>
internal static class WholeBuilds
{
    /// <param name="rounds">How often each project is built, in turn with the others.</param>
    /// <param name="package">A package; null to pack the one of this repository.</param>
    public static void Run(int rounds, string? package)
    {
        using var temporary = new TemporaryFolder("analyzer-builds-");
        string folder = temporary.Path;
        package ??= PackedAnalyzers.Pack(folder);
        string il = PackedAnalyzers.Extract(package, PackedAnalyzers.IL, Path.Combine(folder, "il"));
        string native = PackedAnalyzers.Extract(package, PackedAnalyzers.Native, Path.Combine(folder, "native"));
        Console.WriteLine($"dotnet build, {rounds} rounds in turn; wall time, smallest and median");
        Console.WriteLine("| methods | compiler | none | IL | native | native / none |");
        Console.WriteLine("|---|---|---|---|---|---|");
        foreach (int methods in (int[])[1, 300])
        {
            string[] projects =
            [
                Create(folder, "none", methods, null),
                Create(folder, "il", methods, il),
                Create(folder, "native", methods, native),
            ];
            Measure(projects, methods, rounds, "starts for the build", "-p:UseSharedCompilation=false");
            Measure(projects, methods, rounds, "server", "-p:UseSharedCompilation=true");
        }
    }

    private static string Create(string folder, string name, int methods, string? analyzers)
    {
        string project = Directory.CreateDirectory(Path.Combine(folder, $"{name}-{methods}-project")).FullName;
        File.WriteAllText(Path.Combine(project, "Subject.cs"), Subjects.Program(methods));
        File.WriteAllText(Path.Combine(project, "Subject.csproj"), $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <TargetFramework>net10.0</TargetFramework>
                <Nullable>enable</Nullable>
              </PropertyGroup>
              <ItemGroup Condition="'{analyzers}' != ''">
                <Analyzer Include="{analyzers}/CdeCodegen.Analyzers.dll" />
              </ItemGroup>
            </Project>
            """);
        Run(project, "restore", "-nologo", "-v", "q");
        return project;
    }

    private static void Measure(string[] projects, int methods, int rounds, string compiler, string option)
    {
        List<double>[] times = [.. projects.Select(static _ => new List<double>())];

        // Two rounds warm the server up.
        for (int round = -2; round < rounds; round++)
        {
            for (int i = 0; i < projects.Length; i++)
            {
                int project = (i + round + projects.Length) % projects.Length;
                double time = Run(projects[project], "build", "--no-restore", "-nologo", "-v", "q", "-t:Rebuild", option);
                if (round >= 0)
                {
                    times[project].Add(time);
                }
            }
        }

        double[] smallest = [.. times.Select(static own => own.Min())];
        double[] medians = [.. times.Select(static own => own.Order().ElementAt(own.Count / 2))];
        string[] cells = [.. smallest.Zip(medians, static (least, median) => string.Create(CultureInfo.InvariantCulture, $"{least:0.00} s ({median:0.00})"))];
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"| {methods} | {compiler} | {string.Join(" | ", cells)} | {medians[2] / medians[0]:0.000} |"));
    }

    /// <summary>Runs a command of the SDK and returns the seconds that it took.</summary>
    /// <exception cref="InvalidOperationException">The command failed. The message has its output.</exception>
    private static double Run(string folder, params string[] arguments)
    {
        var watch = Stopwatch.StartNew();
        using Process process = Process.Start(new ProcessStartInfo("dotnet", arguments) { WorkingDirectory = folder, RedirectStandardOutput = true })!;
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0 ? watch.Elapsed.TotalSeconds : throw new InvalidOperationException(output);
    }
}
