using System.Text.RegularExpressions;
using CdeCodegen.Samples;

namespace CdeCodegen.Package.Tests;

/// <summary>Projects outside the repository that reference the packages.</summary>
[Collection(nameof(PackedFeed))]
public class ConsumerTests(PackedFeed feed)
{
    /// <summary>The example of the README, with warnings as errors, prints what the README says. Only the address of the server is added.</summary>
    [Fact]
    public async Task A_console_project_restores_a_connector()
    {
        string readme = (await File.ReadAllTextAsync(Repository.PathOf("README.md"))).ReplaceLineEndings("\n");
        string program = readme.Split("```csharp\n")[1].Split("```")[0];
        string[] output = readme.Split("this prints for a valid token")[1].Split("```")[1].Trim().Split('\n');
        string project = feed.NewProject(
            "restore",
            ("restore.csproj", PackedFeed.Consumer("restore.csproj")),
            ("Program.cs", program.Replace("HttpClient = http, ", "HttpClient = http, BaseUrl = new Uri(args[2]), ")));
        await Command.RunAsync(project, "dotnet", "build", "--nologo", "-v", "quiet");
        await using CdeServer server = await CdeServer.StartAsync();

        string[] statuses =
        [
            await Restore(CdeSeed.BinnedConnector, CdeSeed.Owner.Token),
            await Restore(CdeSeed.BinnedConnector, "wrong"),
            await Restore(CdeSeed.BinnedConnectorOfStranger, CdeSeed.Owner.Token),
            await Restore(CdeSeed.UnknownConnector, CdeSeed.Owner.Token),
        ];

        Assert.Equal(output, statuses);

        async Task<string> Restore(Guid id, string token) =>
            (await Command.RunAsync(project, "dotnet", "bin/Debug/net10.0/restore.dll", id.ToString(), token, server.BaseAddress.ToString())).Trim();
    }

    [Fact]
    public async Task The_compiler_loads_the_analyzers_with_native_code_unless_the_project_declines()
    {
        string project = feed.NewProject(
            "native-code", ("native-code.csproj", PackedFeed.Consumer("restore.csproj")), ("Program.cs", PackedFeed.Consumer("restore.cs")));

        string native = await Command.RunAsync(project, "dotnet", "build", "--nologo", "-t:Build", "-getItem:Analyzer");
        string managed = await Command.RunAsync(project, "dotnet", "build", "--nologo", "-t:Build", "-getItem:Analyzer", "-p:CdeCodegenUseNativeCode=false");

        Assert.Matches("native.[a-z0-9-]+.CdeCodegen.Generator.dll", native);
        Assert.DoesNotMatch("analyzers.dotnet.cs.CdeCodegen", native);
        Assert.Matches("analyzers.dotnet.cs.CdeCodegen.Generator.dll", managed);
        Assert.DoesNotMatch("native.[a-z0-9-]+.CdeCodegen", managed);
    }

    [Fact]
    public async Task The_compiler_does_not_load_the_generator_without_a_document()
    {
        string project = feed.NewProject(
            "no-document",
            ("no-document.csproj", Regex.Replace(PackedFeed.Consumer("restore.csproj"), "<OpenApiReference[^>]*>", "")),
            ("Program.cs", "System.Console.WriteLine();"));

        string analyzers = await Command.RunAsync(project, "dotnet", "build", "--nologo", "-t:Build", "-getItem:Analyzer");

        Assert.Contains("CdeCodegen.Analyzers.dll", analyzers);
        Assert.DoesNotContain("CdeCodegen.Generator.dll", analyzers);
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

    /// <summary>The program of the first page, as a newcomer pastes it: the token is not valid. Only the address of the server is added.</summary>
    [Fact]
    public async Task The_program_of_the_first_page_prints_a_documented_401()
    {
        string page = (await File.ReadAllTextAsync(Repository.PathOf("docs", "get-started.md"))).ReplaceLineEndings("\n");
        await using CdeServer server = await CdeServer.StartAsync();
        string project = feed.NewProject(
            "first",
            ("first.csproj", PackedFeed.Consumer("restore.csproj")),
            ("Program.cs", page.Split("```csharp\n")[1].Split("```")[0].Replace("new ApiClientOptions { ", $"new ApiClientOptions {{ BaseUrl = new Uri(\"{server.BaseAddress}\"), ")));
        await Command.RunAsync(project, "dotnet", "build", "--nologo", "-v", "quiet");

        string output = await Command.RunAsync(project, "dotnet", "bin/Debug/net10.0/first.dll");

        Assert.Equal("You have to be authorized to access this resource.", output.Trim());
    }

    /// <summary>Registration, credentials, validation, tokens, fakes, telemetry and JSON, as the pages of the documentation describe them.</summary>
    [Fact]
    public async Task A_console_project_uses_what_the_pages_describe()
    {
        string references = string.Concat(new[] { "CdeCodegen.Runtime.OAuth", "CdeCodegen.Runtime.Testing" }
                .Select(static id => $"<PackageReference Include=\"{id}\" Version=\"{PackedFeed.Version}\" />"))
            + string.Concat(new[] { "Microsoft.Extensions.Http", "Microsoft.Extensions.Hosting" }
                .Select(static id => $"<PackageReference Include=\"{id}\" Version=\"10.0.0\" />"))
            + "<OpenApiReference Include=\"bank.yaml\" Namespace=\"Acme.Bank\" ClassName=\"BankClient\" />";
        string project = feed.NewProject(
            "pages",
            ("pages.csproj", PackedFeed.Consumer("restore.csproj").Replace("<OpenApi", references + "<OpenApi").Replace("<Nullable>", "<NoWarn>CDE1001;CDE1002</NoWarn><Nullable>")),
            ("Program.cs", PackedFeed.Consumer("pages.cs")),
            ("bank.yaml", await File.ReadAllTextAsync(Repository.PathOf("tests", "CdeCodegen.Consumer.Tests", "bank.yaml"))));
        await Command.RunAsync(project, "dotnet", "build", "--nologo", "-v", "quiet");

        string output = await Command.RunAsync(project, "dotnet", "bin/Debug/net10.0/pages.dll");

        Assert.Equal(
            [
                "eu https://eu.bank.example/v1/by-key key-eu",
                "us https://us.bank.example/v1/by-key key-us",
                "Acme.Bank.BankClient: Bank:ServerVariables:region is 'mars', which is not one of eu, us.",
                "Acme.Bank.BankClient: Bank:ApiKey is empty.",
                "none 401 1",
                "named 401 3 Bearer token-1, Bearer token-2",
                "404 refused canceled 3",
                "PATCH /connectors/{movedToBinPublicId}/restore-from-bin",
                "The fake has no answer for state_list (GET /states).",
                "200 200",
                "connector_restore_from_bin 404 NotFound Unset",
                "connector_restore_from_bin NotFound 1",
                """{"Id":1,"Error":{"message":"No such connector."}}""",
                "No such connector.",
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
        string error = Assert.Single(PackedFeed.Messages(build, "error"));
        Assert.Contains("error " + missing, error);
        AssertPageOf(missing, error);
        Assert.Empty(PackedFeed.Messages(build, "warning"));
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
        AssertPageOf("CDE0002", build.Output);
    }

    /// <summary>The compiler ends a message with a link to the page of the diagnostic, which is a file in the package.</summary>
    private static void AssertPageOf(string id, string output)
    {
        if (id.StartsWith("CDE", StringComparison.Ordinal))
        {
            Match link = Regex.Match(output, $@"\((file://[^)]+/generator/docs/{id}\.md)\)");
            Assert.True(link.Success, output);
            Assert.True(File.Exists(new Uri(link.Groups[1].Value).LocalPath));
        }
    }
}
