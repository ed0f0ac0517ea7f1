using System.Diagnostics;
using System.Globalization;

namespace CdeCodegen.Analyzers.Benchmarks;

/// <summary>
/// Measures what the compiler server pays for the analyzers in a project of the SDK, which has the SDK's own analyzers: the processor time of a server that
/// compiles the projects in turn, many times, and the wall time for which the build waits. The rest of a build, which varies more than this costs, is not
/// part of it.
/// </summary>
internal static class CompilerServers
{
    private const string None = "none";

    /// <summary>How often each project is compiled before the measurement, so that the server has optimized its code.</summary>
    private const int WarmUp = 8;

    private const int Methods = 300;

    /// <param name="rounds">How often each project is compiled, in turn with the others.</param>
    /// <param name="package">A package; null to pack the one of this repository.</param>
    public static void Run(int rounds, string? package)
    {
        using var temporary = new TemporaryFolder("analyzer-server-");
        string folder = temporary.Path;
        package ??= PackedAnalyzers.Pack(folder);
        string il = PackedAnalyzers.Extract(package, PackedAnalyzers.IL, Path.Combine(folder, "il"));
        string native = PackedAnalyzers.Extract(package, PackedAnalyzers.Native, Path.Combine(folder, "native"));
        Console.WriteLine($"compiler server, {rounds} rounds in turn: smallest, lower quartile and median of the processor time of the server and of the wall time");
        Console.WriteLine("| analyzer | processor time | more than none | wall time | more than none |");
        Console.WriteLine("|---|---|---|---|---|");
        Measure(
            [
                new(None, Create(folder, None, [])),
                new("idle", Create(folder, "idle", [typeof(IdleAnalyzer).Assembly.Location])),
                new("rules and suppressors, IL", Create(folder, "rules-il", Analyzers(il))),
                new("rules and suppressors, native", Create(folder, "rules-native", Analyzers(native))),
                new("with the idle generator, native", Create(folder, "all-native", Directory.GetFiles(native, "*.dll"))),
            ],
            rounds);
    }

    private static string[] Analyzers(string folder) => [Path.Combine(folder, "CdeCodegen.Analyzers.dll")];

    /// <summary>Creates a project and returns the path of a file with the arguments that its build passes to the compiler.</summary>
    private static string Create(string folder, string name, string[] analyzers)
    {
        string project = Directory.CreateDirectory(Path.Combine(folder, name + "-project")).FullName;
        string arguments = Path.Combine(project, "arguments.rsp");
        File.WriteAllText(Path.Combine(project, "Subject.cs"), Subjects.Program(Methods));
        File.WriteAllText(Path.Combine(project, "Subject.csproj"), $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <TargetFramework>net10.0</TargetFramework>
                <Nullable>enable</Nullable>
                <ProvideCommandLineArgs>true</ProvideCommandLineArgs>
              </PropertyGroup>
              <ItemGroup>
                {string.Concat(analyzers.Select(static path => $"<Analyzer Include=\"{path}\" />"))}
              </ItemGroup>
              <Target Name="WriteArguments" AfterTargets="CoreCompile">
                <WriteLinesToFile File="{arguments}" Lines="@(CscCommandLineArgs)" Overwrite="true" />
              </Target>
            </Project>
            """);
        using Process build = Start(project, "build", "-nologo", "-v", "q", "-nodeReuse:false", "-p:UseSharedCompilation=false");
        Finish(build);
        return arguments;
    }

    private static void Measure(Subject[] subjects, int rounds)
    {
        string pipe = "analyzer-cost-" + Guid.NewGuid().ToString("N");
        string compilers = Path.GetDirectoryName(SdkCompiler.Path)!;
        using Process server = Start(compilers, "exec", Path.Combine(compilers, "VBCSCompiler.dll"), "-pipename:" + pipe);
        try
        {
            Dictionary<Subject, List<Times>> times = subjects.ToDictionary(static subject => subject, static _ => new List<Times>());

            // What a compilation leaves to do, such as collecting garbage, is counted for the next one, so none always follows the same other one.
            var random = new Random(1);
            Subject[] order = [.. subjects];
            for (int round = -WarmUp; round < rounds; round++)
            {
                random.Shuffle(order);
                foreach (Subject subject in order)
                {
                    Times time = Compile(server, pipe, subject.Arguments);
                    if (round >= 0)
                    {
                        times[subject].Add(time);
                    }
                }
            }

            foreach (Subject subject in subjects)
            {
                string processor = Figures(static time => time.Processor), wall = Figures(static time => time.Wall);
                Console.WriteLine($"| {subject.Name} | {processor} | {wall} |");

                string Figures(Func<Times, double> of)
                {
                    double[] own = Quartiles(times[subject].Select(of)), none = Quartiles(times[subjects[0]].Select(of));
                    return Text(own) + " ms | " + Text([.. own.Zip(none, static (time, without) => time - without)]) + " ms";
                }
            }
        }
        finally
        {
            server.Kill();
        }
    }

    private static Times Compile(Process server, string pipe, string arguments)
    {
        double before = ProcessorTime(server);
        var clock = Stopwatch.StartNew();
        using Process client = Start(Path.GetDirectoryName(arguments)!, "exec", SdkCompiler.Path, "/shared:" + pipe, "@" + arguments);
        Finish(client);
        var times = new Times(ProcessorTime(server) - before, clock.Elapsed.TotalMilliseconds);
        return times.Processor > 1 ? times : throw new InvalidOperationException("The server did not compile.");
    }

    private static double ProcessorTime(Process server)
    {
        server.Refresh();
        return server.TotalProcessorTime.TotalMilliseconds;
    }

    private static double[] Quartiles(IEnumerable<double> times)
    {
        double[] sorted = [.. times.Order()];
        return [sorted[0], sorted[sorted.Length / 4], sorted[sorted.Length / 2]];
    }

    private static string Text(double[] figures) => string.Join(", ", figures.Select(static figure => figure.ToString("0", CultureInfo.InvariantCulture)));

    private static Process Start(string folder, params string[] arguments) =>
        Process.Start(new ProcessStartInfo("dotnet", arguments) { WorkingDirectory = folder, RedirectStandardOutput = true })!;

    private static void Finish(Process process)
    {
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException(output);
        }
    }

    /// <summary>What one compilation takes, in milliseconds.</summary>
    /// <param name="Processor">The processor time of the server.</param>
    /// <param name="Wall">The time from the start of the client to its end.</param>
    private sealed record Times(double Processor, double Wall);

    /// <summary>What the server compiles.</summary>
    /// <param name="Name">The name in the table.</param>
    /// <param name="Arguments">The path of the file with the arguments of the compiler.</param>
    private sealed record Subject(string Name, string Arguments);
}
