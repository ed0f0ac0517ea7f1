using CdeCodegen.Samples;

namespace CdeCodegen.Package.Tests;

/// <summary>New projects, outside the repository, that know the packages only.</summary>
[Collection(nameof(PackedFeed))]
public class ConsumerTests(PackedFeed feed)
{
    /// <summary>One PackageReference, one OpenApiReference, the program of the README, warnings as errors.</summary>
    [Fact]
    public async Task A_console_project_restores_a_connector()
    {
        string project = feed.NewProject(
            "restore", ("restore.csproj", PackedFeed.Consumer("restore.csproj")), ("Program.cs", PackedFeed.Consumer("restore.cs")));
        await Command.RunAsync(project, "dotnet", "build", "--nologo", "-v", "quiet");
        await using CdeServer server = await CdeServer.StartAsync();

        string[] statuses =
        [
            await Restore(CdeSeed.BinnedConnector, CdeSeed.Owner.Token),
            await Restore(CdeSeed.BinnedConnector, "wrong"),
            await Restore(CdeSeed.BinnedConnectorOfStranger, CdeSeed.Owner.Token),
            await Restore(CdeSeed.UnknownConnector, CdeSeed.Owner.Token),
        ];

        Assert.StartsWith("200: Connector has been restored from bin. ", statuses[0]);
        Assert.Equal("401: You have to be authorized to access this resource.", statuses[1]);
        Assert.Equal("403: Access denied for user.", statuses[2]);
        Assert.Equal("404: Connector not found.", statuses[3]);

        async Task<string> Restore(Guid id, string token) =>
            (await Command.RunAsync(project, "dotnet", "bin/Debug/net10.0/restore.dll", server.BaseAddress.ToString(), id.ToString(), token)).Trim();
    }

    /// <summary>The same with tokens of an authorization server, by the package that is for it: here one that nobody runs.</summary>
    [Fact]
    public async Task A_console_project_asks_for_its_tokens()
    {
        string project = feed.NewProject(
            "signin",
            ("signin.csproj", PackedFeed.Consumer("restore.csproj").Replace("<OpenApi", $"<PackageReference Include=\"CdeCodegen.Runtime.OAuth\" Version=\"{PackedFeed.Version}\" /><OpenApi")),
            ("Program.cs", PackedFeed.Consumer("signin.cs")));
        await Command.RunAsync(project, "dotnet", "build", "--nologo", "-v", "quiet");

        Assert.Equal("The authorization server cannot be reached.", (await Command.RunAsync(project, "dotnet", "bin/Debug/net10.0/signin.dll")).Trim());
    }

    /// <summary>
    /// The switch without <c>_</c> compiles in every language version. In C# 15 (this compiler's "preview") the result is a closed class and the
    /// compiler itself knows the missing case; before, the analyzer does.
    /// </summary>
    [Theory]
    [InlineData("12", "CDE1002")]
    [InlineData("13", "CDE1002")]
    [InlineData("preview", "CS8509")]
    public async Task Every_language_version_knows_that_a_result_is_closed(string language, string missing)
    {
        string program = PackedFeed.Consumer("restore.cs");
        string project = feed.NewProject(
            "language" + language, ("language.csproj", PackedFeed.Consumer("restore.csproj").Replace("<Nullable>", $"<LangVersion>{language}</LangVersion><Nullable>")), ("Program.cs", program));
        await Command.RunAsync(project, "dotnet", "build", "--nologo", "-v", "quiet");

        string arm = program.Split('\n').Single(line => line.Contains("NotFound"));
        await File.WriteAllTextAsync(Path.Combine(project, "Program.cs"), program.Replace(arm, ""));
        (int code, string output) = await Command.TryRunAsync(project, "dotnet", "build", "--nologo", "-v", "quiet", "--no-restore");

        Assert.NotEqual(0, code);
        Assert.Contains("error " + missing, output);
        Assert.DoesNotContain("AD0001", output);
    }

    /// <summary>An own document, every piece of metadata, net8.0, documentation file on; an item of another generator stays alone.</summary>
    [Fact]
    public async Task A_project_with_its_own_document_gets_what_its_metadata_says()
    {
        string project = feed.NewProject(
            "own",
            ("own.csproj", PackedFeed.Consumer("own.csproj")),
            ("Program.cs", PackedFeed.Consumer("own.cs")),
            ("shop.json", PackedFeed.Consumer("shop.json")),
            ("other.json", "not a document"));
        await Command.RunAsync(project, "dotnet", "build", "--nologo", "-v", "quiet");

        string output = await Command.RunAsync(project, "dotnet", "bin/Debug/net8.0/own.dll");

        Assert.Equal(["internal", "GetCartResult,HealthResult,ListCartsResult"], output.Trim().ReplaceLineEndings("\n").Split('\n'));
    }

    /// <summary>A mistake in the document is shown where it is, by the compiler, like one in the code.</summary>
    [Fact]
    public async Task A_broken_document_is_an_error_at_its_line()
    {
        string project = feed.NewProject(
            "broken",
            ("broken.csproj", PackedFeed.Consumer("own.csproj").Replace("<OpenApiReference Include=\"other.json\" CodeGenerator=\"NSwagCSharp\" />", "")),
            ("Program.cs", "System.Console.WriteLine();"),
            ("shop.json", "{\n  \"openapi\": \"3.1.0\",\n  \"paths\": {{\n}"));
        (int code, string output) = await Command.TryRunAsync(project, "dotnet", "build", "--nologo", "-v", "quiet");

        Assert.NotEqual(0, code);
        Assert.Contains("shop.json(3,13): error CDE0002", output);
        Assert.DoesNotContain("CS8785", output);
    }
}
