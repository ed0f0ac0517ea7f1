using System.IO.Compression;
using System.Runtime.InteropServices;

namespace CdeCodegen.Package.Tests;

/// <summary>A library with clients becomes a package of its own, and an application that knows only this package is published.</summary>
[Collection(nameof(PackedFeed))]
public class PublishTests(PackedFeed feed)
{
    private static readonly string[] s_answers = ["200 Rex 3", "404 No such connector."];

    /// <summary>
    /// The library is built into a folder for all artifacts, which also packs it with its document. The application gets the runtime and the analyzer through
    /// the library's package: its switches are complete without another arm, and one that is not is an error.
    /// </summary>
    [Fact]
    public async Task A_packed_library_serves_an_application_in_one_file()
    {
        string library = await LibraryAsync("sdk");
        string application = Application("one-file", library);

        string folder = await PublishAsync(application, "--self-contained", "false");
        string program = PackedFeed.Consumer("application.cs");
        await File.WriteAllTextAsync(
            Path.Combine(application, "Program.cs"), program.Replace(program.Split('\n').Single(static line => line.Contains("GetPetResult.NotFound")), ""));
        CommandResult incomplete = await Command.TryRunAsync(application, "dotnet", "build", "--nologo", "-v", "quiet", "--no-restore");

        using (ZipArchive package = ZipFile.OpenRead(Path.Combine(library, "Acme.Sdk.1.0.0-test.nupkg")))
        {
            string[] files = [.. package.Entries.Select(static entry => entry.FullName)];
            Assert.Contains("lib/net10.0/sdk.dll", files);
            Assert.Contains("openapi/pets.yaml", files);
            Assert.DoesNotContain(files, static file => file.EndsWith(".g.cs", StringComparison.Ordinal));
        }

        Assert.Empty(Directory.GetFiles(folder, "*.dll"));
        Assert.Equal(s_answers, await AnswersAsync(folder));
        Assert.Contains("error CDE1010: The switch does not cover 404 NotFound", Assert.Single(PackedFeed.Messages(incomplete, "error")));
    }

    /// <summary>Warnings are errors, so trimming removes nothing that a client needs. The SDK downloads its own package of .NET for the program.</summary>
    [LongFact]
    public async Task A_packed_library_serves_a_trimmed_application()
    {
        string library = await LibraryAsync("trimmed-sdk");

        string folder = await PublishAsync(Application("trimmed", library), "--self-contained", "-p:PublishTrimmed=true");

        Assert.Equal(s_answers, await AnswersAsync(folder));
    }

    /// <summary>Builds the library and returns the folder of its package.</summary>
    private async Task<string> LibraryAsync(string name)
    {
        string library = feed.NewProject(name, ("sdk.csproj", PackedFeed.Consumer("sdk.csproj")), ("pets.yaml", PackedFeed.Consumer("pets.yaml")));
        await Command.RunAsync(library, "dotnet", "build", "--nologo", "-v", "quiet", "--artifacts-path", "artifacts");
        Assert.False(Directory.Exists(Path.Combine(library, "obj")));
        Assert.Contains(
            Directory.GetFiles(Path.Combine(library, "artifacts", "obj", "sdk", "debug", "CdeCodegen")), static file => file.EndsWith("Models.Pet.g.cs", StringComparison.Ordinal));
        return Path.Combine(library, "artifacts", "package", "debug");
    }

    private string Application(string name, string library) => feed.NewProject(
        name,
        ("application.csproj", PackedFeed.Consumer("application.csproj").Replace(
            "<PublishSingleFile>", $"<RestoreAdditionalProjectSources>{library}</RestoreAdditionalProjectSources><PublishSingleFile>")),
        ("Program.cs", PackedFeed.Consumer("application.cs")));

    private static async Task<string> PublishAsync(string application, params string[] arguments)
    {
        string folder = Path.Combine(application, "published");
        await Command.RunAsync(
            application, "dotnet", ["publish", "--nologo", "-v", "quiet", "-r", RuntimeInformation.RuntimeIdentifier, "-o", folder, .. arguments]);
        return folder;
    }

    private static async Task<string[]> AnswersAsync(string folder) =>
        (await Command.RunAsync(folder, Path.Combine(folder, "application"))).Trim().ReplaceLineEndings("\n").Split('\n');
}
