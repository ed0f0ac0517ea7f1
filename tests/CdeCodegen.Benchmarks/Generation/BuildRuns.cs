using System.IO.Compression;
using System.Text.RegularExpressions;
using CdeCodegen.Benchmarks.Support;

namespace CdeCodegen.Benchmarks.Generation;

/// <summary>What the targets of the package cost a build in which nothing changed, by MSBuild's own summary of its targets.</summary>
internal static partial class BuildRuns
{
    /// <param name="rounds">How often each project is built, in turn with the others.</param>
    public static void Print(int rounds)
    {
        using var temporary = new TemporaryFolder("cdecodegen-builds-");
        string folder = temporary.Path;
        string package = Path.Combine(folder, "package");
        ZipFile.ExtractToDirectory(PackedAnalyzers.Pack(folder), package);
        string document = $"<OpenApiReference Include=\"{Repository.CdeDocument}\" Namespace=\"Cde\" ClassName=\"CdeClient\" ";
        (string Name, string Project, List<double> Times)[] builds =
        [
            ("no document", Create(folder, package, "none", ""), []),
            ("a document", Create(folder, package, "compiler", document + "/>"), []),
            ("Emit=\"Files\"", Create(folder, package, "files", document + "Emit=\"Files\" />"), []),
        ];

        // The first round compiles, the second one warms the cache of the system up.
        for (int round = -2; round < rounds; round++)
        {
            foreach ((string _, string project, List<double> times) in builds)
            {
                double time = Build(project);
                if (round >= 0)
                {
                    times.Add(time);
                }
            }
        }

        Console.WriteLine($"unchanged build, {rounds} rounds; all targets of the package");
        Console.WriteLine("| project | ms (smallest) | ms (median) |");
        Console.WriteLine("|---|---|---|");
        foreach ((string name, string _, List<double> times) in builds)
        {
            Console.WriteLine($"| {name} | {times.Min():0} | {Statistics.Median([.. times]):0} |");
        }

        Console.WriteLine();
    }

    /// <summary>A project that imports the package as NuGet does.</summary>
    private static string Create(string folder, string package, string name, string item)
    {
        string project = Directory.CreateDirectory(Path.Combine(folder, name)).FullName;
        File.WriteAllText(Path.Combine(project, "Program.cs"), "class Program { static void Main() { } }");
        string references = string.Concat(BenchDocuments.Consumer.References.Select(static reference => reference.Display!)
            .Where(static path => Path.GetFileName(path) is "CdeCodegen.Runtime.dll" or "Microsoft.Kiota.Abstractions.dll")
            .Select(static path => $"<Reference Include=\"{path}\" />"));
        string analyzers = string.Concat(Directory.GetFiles(Path.Combine(package, "analyzers"), "*.dll", SearchOption.AllDirectories)
            .Select(static path => $"<Analyzer Include=\"{path}\" />"));
        File.WriteAllText(Path.Combine(project, name + ".csproj"), $"""
            <Project>
              <Import Project="Sdk.props" Sdk="Microsoft.NET.Sdk" />
              <Import Project="{package}/build/CdeCodegen.props" />
              <PropertyGroup>
                <OutputType>Exe</OutputType>
                <TargetFramework>net{Environment.Version.Major}.0</TargetFramework>
                <Nullable>enable</Nullable>
                <UseSharedCompilation>false</UseSharedCompilation>
              </PropertyGroup>
              <ItemGroup>{references}{analyzers}{item}</ItemGroup>
              <Import Project="Sdk.targets" Sdk="Microsoft.NET.Sdk" />
              <Import Project="{package}/build/CdeCodegen.targets" />
            </Project>
            """);
        Command.RunAsync(project, "dotnet", "restore", "-nologo", "-v", "q").GetAwaiter().GetResult();
        return project;
    }

    /// <summary>Builds a project and returns the milliseconds of the targets of the package.</summary>
    private static double Build(string project)
    {
        string output = Command.RunAsync(project, "dotnet", "build", "--no-restore", "-nologo", "-clp:PerformanceSummary").GetAwaiter().GetResult();
        string targets = output[output.IndexOf("Target Performance Summary", StringComparison.Ordinal)..];
        return TargetTime().Matches(targets).Sum(static match => double.Parse(match.Groups["ms"].Value));
    }

    [GeneratedRegex(@"^\s*(?<ms>\d+) ms\s+_?CdeCodegen\w*", RegexOptions.Multiline)]
    private static partial Regex TargetTime();
}
