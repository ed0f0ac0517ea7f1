using System.Formats.Tar;
using System.IO.Compression;

namespace CdeCodegen.Package.Tests;

/// <summary>
/// Packs the packages once for all tests into a folder that serves as a feed. Consumer projects restore into a separate package cache, so that they
/// never see the packages of an earlier run. Third-party packages come from the user's cache.
/// </summary>
public sealed class PackedFeed : IAsyncLifetime
{
    public const string Version = "0.1.0-test";

    public string Root { get; } = Directory.CreateTempSubdirectory("cdecodegen-").FullName;

    public string Feed => Path.Combine(Root, "feed");

    /// <summary>The version of the packages of <see cref="PreviousFeedAsync"/>: it comes before <see cref="Version"/>.</summary>
    public const string PreviousVersion = "0.1.0-previous";

    private Task<string>? _previous;

    /// <summary>Consumers share one compiler server, because most of a build is otherwise the start of a compiler. It is theirs alone, so it can be stopped.</summary>
    private readonly string _compilerServer = "cdecodegen-" + Guid.NewGuid().ToString("N");

    public async Task InitializeAsync()
    {
        await PackAsync(Repository.Root, Feed);
        await File.WriteAllTextAsync(Path.Combine(Root, "nuget.config"), $"""
            <configuration>
              <config><add key="globalPackagesFolder" value="{Path.Combine(Root, "packages")}" /></config>
              <packageSources><add key="local" value="{Feed}" /></packageSources>
              <fallbackPackageFolders><add key="user" value="{UserPackages}" /></fallbackPackageFolders>
            </configuration>
            """);
        await File.WriteAllTextAsync(Path.Combine(Root, "Directory.Build.props"), $"""
            <Project>
              <PropertyGroup>
                <UseSharedCompilation>true</UseSharedCompilation>
                <SharedCompilationId>{_compilerServer}</SharedCompilationId>
              </PropertyGroup>
            </Project>
            """);
    }

    public async Task DisposeAsync()
    {
        string compilers = (await Command.RunAsync(Repository.Root, "dotnet", "msbuild", "-getProperty:RoslynTargetsPath", "generator/CdeCodegen.Package")).Trim();
        await Command.RunAsync(Root, "dotnet", Path.Combine(compilers, "bincore", "VBCSCompiler.dll"), "-shutdown", "-pipename:" + _compilerServer);
        Directory.Delete(Root, recursive: true);
    }

    /// <summary>Packs the packages of <see cref="GitHistory.PreviousCommit"/>, once, and returns the folder.</summary>
    public Task<string> PreviousFeedAsync() => _previous ??= PackPreviousAsync();

    private async Task<string> PackPreviousAsync()
    {
        string archive = Path.Combine(Root, "previous.tar");
        string sources = Directory.CreateDirectory(Path.Combine(Root, "previous")).FullName;
        await Command.RunAsync(Repository.Root, "git", "archive", "--format=tar", "-o", archive, GitHistory.PreviousCommit!);
        await TarFile.ExtractToDirectoryAsync(archive, sources, overwriteFiles: false);
        string feed = Path.Combine(Root, "previous-feed");
        await PackAsync(sources, feed, "-p:VersionSuffix=previous");
        return feed;
    }

    /// <summary>Packs all packages of the repository in <paramref name="root"/> into the folder <paramref name="feed"/>, each with its bill of materials.</summary>
    public static async Task PackAsync(string root, string feed)
    {
        await Command.RunAsync(root, "dotnet", "tool", "restore");
        await PackAsync(root, feed, "-p:VersionSuffix=test", "-p:GenerateSbom=true");
    }

    private static Task PackAsync(string root, string feed, params string[] properties) =>
        Command.RunAsync(root, "dotnet", ["pack", "generator/Packages.slnf", "-c", "Release", "-o", feed, "--nologo", "-v", "quiet", .. properties]);

    /// <summary>The different messages of a build.</summary>
    /// <param name="build">The build.</param>
    /// <param name="severity"><c>error</c> or <c>warning</c>.</param>
    internal static string[] Messages(CommandResult build, string severity) =>
        [.. build.Output.ReplaceLineEndings("\n").Split('\n').Where(line => line.Contains($": {severity} ")).Distinct()];

    public ZipArchive Open(string id) => ZipFile.OpenRead(Path.Combine(Feed, $"{id}.{Version}.nupkg"));

    public ZipArchive OpenSymbols(string id) => ZipFile.OpenRead(Path.Combine(Feed, $"{id}.{Version}.snupkg"));

    /// <summary>The bytes of a file in a package.</summary>
    public static byte[] Read(ZipArchiveEntry entry)
    {
        using var memory = new MemoryStream();
        using Stream stream = entry.Open();
        stream.CopyTo(memory);
        return memory.ToArray();
    }

    /// <summary>Creates a project folder with these files, outside the repository, and returns its path.</summary>
    public string NewProject(string name, params (string File, string Text)[] files)
    {
        string folder = Directory.CreateDirectory(Path.Combine(Root, name)).FullName;
        foreach ((string file, string text) in files)
        {
            File.WriteAllText(Path.Combine(folder, file), text);
        }

        return folder;
    }

    /// <summary>The text of a file in <c>Consumers/</c>.</summary>
    public static string Consumer(string file) => File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Consumers", file));

    /// <summary>NuGet's global packages folder.</summary>
    public static string UserPackages =>
        Environment.GetEnvironmentVariable("NUGET_PACKAGES")
        ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");
}

[CollectionDefinition(nameof(PackedFeed))]
public sealed class PackedFeedCollection : ICollectionFixture<PackedFeed>;
