using CdeCodegen.Samples;

namespace CdeCodegen.Package.Tests;

/// <summary>Projects outside the repository that reference the packages.</summary>
[Collection(nameof(PackedFeed))]
public class ConsumerTests(PackedFeed feed)
{
    /// <summary>One PackageReference, one OpenApiReference and the program of the README, with warnings as errors.</summary>
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

    /// <summary>Tokens come from the OAuth package. Its authorization server does not exist, so the program must report that.</summary>
    [Fact]
    public async Task A_console_project_requests_tokens_with_the_OAuth_package()
    {
        string project = feed.NewProject(
            "signin",
            ("signin.csproj", PackedFeed.Consumer("restore.csproj").Replace(
                "<OpenApi", $"<PackageReference Include=\"CdeCodegen.Runtime.OAuth\" Version=\"{PackedFeed.Version}\" /><OpenApi")),
            ("Program.cs", PackedFeed.Consumer("signin.cs")));
        await Command.RunAsync(project, "dotnet", "build", "--nologo", "-v", "quiet");

        Assert.Equal("The authorization server cannot be reached.", (await Command.RunAsync(project, "dotnet", "bin/Debug/net10.0/signin.dll")).Trim());
    }

    /// <summary>The program takes its results from the testing package.</summary>
    [Fact]
    public async Task A_console_project_fakes_results_with_the_testing_package()
    {
        string project = feed.NewProject(
            "fakes",
            ("fakes.csproj", PackedFeed.Consumer("restore.csproj").Replace(
                "<OpenApi", $"<PackageReference Include=\"CdeCodegen.Runtime.Testing\" Version=\"{PackedFeed.Version}\" /><OpenApi")),
            ("Program.cs", PackedFeed.Consumer("fakes.cs")));
        await Command.RunAsync(project, "dotnet", "build", "--nologo", "-v", "quiet");

        string output = await Command.RunAsync(project, "dotnet", "bin/Debug/net10.0/fakes.dll");

        Assert.Equal(
            [
                "404: No such connector.",
                "PATCH /connectors/{movedToBinPublicId}/restore-from-bin",
                "The fake has no answer for state_list (GET /states).",
            ],
            output.Trim().ReplaceLineEndings("\n").Split('\n'));
    }

    /// <summary>
    /// The switch without <c>_</c> compiles in every language version. In C# 15, which this compiler calls "preview", the result is a closed class
    /// and the compiler reports a missing case; in earlier versions the analyzer does.
    /// </summary>
    [Theory]
    [InlineData("12", "CDE1010")]
    [InlineData("13", "CDE1010")]
    [InlineData("preview", "CS8509")]
    public async Task A_missing_case_is_an_error_in_every_language_version(string language, string missing)
    {
        string program = PackedFeed.Consumer("restore.cs");
        string project = feed.NewProject(
            "language" + language,
            ("language.csproj", PackedFeed.Consumer("restore.csproj").Replace("<Nullable>", $"<LangVersion>{language}</LangVersion><Nullable>")),
            ("Program.cs", program));
        await Command.RunAsync(project, "dotnet", "build", "--nologo", "-v", "quiet");

        string arm = program.Split('\n').Single(line => line.Contains("NotFound"));
        await File.WriteAllTextAsync(Path.Combine(project, "Program.cs"), program.Replace(arm, ""));
        CommandResult build = await Command.TryRunAsync(project, "dotnet", "build", "--nologo", "-v", "quiet", "--no-restore");

        Assert.NotEqual(0, build.ExitCode);
        Assert.Contains("error " + missing, build.Output);
        Assert.DoesNotContain("AD0001", build.Output);
    }

    /// <summary>The project targets net8.0, writes a documentation file, and has an item of another generator, which must be ignored.</summary>
    [Fact]
    public async Task The_metadata_of_an_OpenApiReference_is_respected()
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

    /// <summary>The compiler reports a mistake in the document with its file, line and column.</summary>
    [Fact]
    public async Task A_malformed_document_is_a_compiler_error_at_its_position()
    {
        string project = feed.NewProject(
            "broken",
            ("broken.csproj", PackedFeed.Consumer("own.csproj").Replace("<OpenApiReference Include=\"other.json\" CodeGenerator=\"NSwagCSharp\" />", "")),
            ("Program.cs", "System.Console.WriteLine();"),
            ("shop.json", "{\n  \"openapi\": \"3.1.0\",\n  \"paths\": {{\n}"));
        CommandResult build = await Command.TryRunAsync(project, "dotnet", "build", "--nologo", "-v", "quiet");

        Assert.NotEqual(0, build.ExitCode);
        Assert.Contains("shop.json(3,13): error CDE0002", build.Output);
        Assert.DoesNotContain("CS8785", build.Output);
    }
}
