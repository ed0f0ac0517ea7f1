using System.Xml.Linq;

namespace CdeCodegen.Package.Tests;

/// <summary>An upgrade from the packages of the previous commit of the main branch to those of the work tree.</summary>
[Collection(nameof(PackedFeed))]
public class UpgradeTests(PackedFeed feed)
{
    private const string Expected = "No such connector. 500 /connectors/{movedToBinPublicId}/restore-from-bin";

    private static readonly string[] s_packages = ["CdeCodegen.Runtime", "CdeCodegen.Runtime.OAuth", "CdeCodegen.Runtime.Testing"];

    [PreviousCommitFact]
    public async Task A_project_builds_and_runs_with_the_new_packages_without_changes()
    {
        string library = await LibraryAsync("upgraded");
        string program = Program("upgraded-program", $"<ProjectReference Include=\"{Path.Combine(library, "library.csproj")}\" />");
        Assert.Equal(Expected, await RunAsync(program));

        string project = Path.Combine(library, "library.csproj");
        await File.WriteAllTextAsync(project, (await File.ReadAllTextAsync(project)).Replace(PackedFeed.PreviousVersion, PackedFeed.Version));

        Assert.Equal(Expected, await RunAsync(program));
    }

    /// <summary>An application can bring a newer runtime than the one that a library was compiled with.</summary>
    [PreviousCommitFact]
    public async Task A_library_that_was_compiled_with_the_previous_packages_runs_with_the_new_runtime()
    {
        string library = await LibraryAsync("compiled");
        await Command.RunAsync(library, "dotnet", "build", "--nologo", "-v", "quiet");
        string program = Program(
            "compiled-program",
            $"<Reference Include=\"library\" HintPath=\"{Path.Combine(library, "bin", "Debug", "net10.0", "library.dll")}\" />" + Packages(s_packages, PackedFeed.Version));

        Assert.Equal(Expected, await RunAsync(program));
    }

    /// <summary>
    /// ApiCompat compares the public members. Those in <c>CdeCodegen.Runtime.Generated</c> are for generated code, which every build generates again.
    /// An intended break is recorded in the file <c>CompatibilitySuppressions.xml</c> of the project, as the tool writes it.
    /// </summary>
    [PreviousCommitFact]
    public async Task No_public_member_of_a_runtime_package_is_gone()
    {
        foreach (string package in s_packages)
        {
            Assert.DoesNotContain(await BreaksAsync(package, package), static line => !line.Contains("'CdeCodegen.Runtime.Generated."));
        }
    }

    /// <summary>The comparison would find a break: with another package it does.</summary>
    [PreviousCommitFact]
    public async Task A_member_that_is_gone_is_found() => Assert.Contains(
        await BreaksAsync("CdeCodegen.Runtime.Testing", "CdeCodegen.Runtime.OAuth"), static line => line.Contains("'CdeCodegen.Runtime.OAuth.OAuthException'"));

    /// <summary>The differences between a previous package and a new one that break those who use it.</summary>
    private async Task<string[]> BreaksAsync(string package, string previous)
    {
        string suppressions = Repository.PathOf("runtime", package, "CompatibilitySuppressions.xml");
        CommandResult comparison = await Command.TryRunAsync(
            Repository.Root,
            "dotnet",
            [
                "tool", "run", "apicompat", "package", Path.Combine(feed.Feed, $"{package}.{PackedFeed.Version}.nupkg"),
                "--baseline-package", Path.Combine(await feed.PreviousFeedAsync(), $"{previous}.{PackedFeed.PreviousVersion}.nupkg"),
                .. File.Exists(suppressions) ? ["--suppression-file", suppressions] : Array.Empty<string>(),
            ]);
        string[] breaks = [.. comparison.Output.ReplaceLineEndings("\n").Split('\n').Where(static line => line.StartsWith("CP", StringComparison.Ordinal))];
        Assert.True(breaks.Length > 0 || comparison.ExitCode == 0, comparison.Output);
        return breaks;
    }

    private static string Packages(IEnumerable<string> packages, string version) =>
        string.Concat(packages.Select(package => $"<PackageReference Include=\"{package}\" Version=\"{version}\" />"))
        + $"<PackageReference Include=\"Microsoft.Extensions.Http\" Version=\"{VersionOf("Microsoft.Extensions.Http")}\" />";

    private static string VersionOf(string package) => XDocument.Load(Repository.PathOf("Directory.Packages.props")).Descendants("PackageVersion")
        .Single(version => version.Attribute("Include")!.Value == package).Attribute("Version")!.Value;

    private static async Task<string> RunAsync(string program)
    {
        await Command.RunAsync(program, "dotnet", "build", "--nologo", "-v", "quiet");
        return (await Command.RunAsync(program, "dotnet", "bin/Debug/net10.0/program.dll")).Trim();
    }

    /// <summary>A library with a client, which references the previous packages.</summary>
    private async Task<string> LibraryAsync(string name)
    {
        string project = PackedFeed.Consumer("restore.csproj")
            .Replace("<OutputType>Exe</OutputType>", "")
            .Replace($"<PackageReference Include=\"CdeCodegen\" Version=\"{PackedFeed.Version}\" />", Packages(["CdeCodegen", .. s_packages], PackedFeed.PreviousVersion));
        return feed.NewProject(
            name,
            ("library.csproj", project),
            ("Restorer.cs", PackedFeed.Consumer("upgrade.cs")),
            ("nuget.config", $"<configuration><packageSources><add key=\"previous\" value=\"{await feed.PreviousFeedAsync()}\" /></packageSources></configuration>"));
    }

    private string Program(string name, string references) => feed.NewProject(
        name,
        ("program.csproj", $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup><OutputType>Exe</OutputType><TargetFramework>net10.0</TargetFramework><TreatWarningsAsErrors>true</TreatWarningsAsErrors></PropertyGroup>
              <ItemGroup>{references}</ItemGroup>
            </Project>
            """),
        ("Program.cs", "System.Console.WriteLine(await Restorer.RunAsync());"),
        ("nuget.config", $"<configuration><packageSources><add key=\"previous\" value=\"{Path.Combine(feed.Root, "previous-feed")}\" /></packageSources></configuration>"));
}
