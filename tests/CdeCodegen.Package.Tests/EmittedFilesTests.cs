using Microsoft.AspNetCore.Http;

namespace CdeCodegen.Package.Tests;

/// <summary>Projects whose references say <c>Emit="Files"</c>: other generators see the client, and an unchanged document costs nothing.</summary>
[Collection(nameof(PackedFeed))]
public class EmittedFilesTests(PackedFeed feed)
{
    /// <summary>What <c>serialized.cs</c> prints: the name of each model that comes back as it was sent.</summary>
    internal const string SameModels = "pet\norder\nreport\nanimal\ndog\nfoods\nmine\n";

    /// <summary>
    /// The request delegate generator and that of System.Text.Json see the client. The same project then goes through the life of a document: nothing
    /// changes, an operation goes, a clean.
    /// </summary>
    [Fact]
    public async Task A_minimal_api_with_native_AOT_takes_the_client_as_a_parameter()
    {
        string project = NewApi("api");
        string files = Path.Combine(project, "obj", "Debug", "net10.0", "CdeCodegen");

        await Build(project);
        Assert.Equal("Acme.Pets.Models.Pet", (await Command.RunAsync(project, "dotnet", "bin/Debug/net10.0/api.dll")).Trim());
        Assert.Contains("Acme.Pets.PetsClient.Models.Owner.g.cs", Names(files));
        DateTime generated = Stamp(files);

        string unchanged = await Build(project, "-v", "normal");
        Assert.Contains("Skipping target \"CdeCodegenGenerateFiles\"", unchanged);
        Assert.Contains("Skipping target \"CoreCompile\"", unchanged);
        Assert.Equal(generated, Stamp(files));

        string pet = Path.Combine(files, "Acme.Pets.PetsClient.Models.Pet.g.cs");
        DateTime written = File.GetLastWriteTimeUtc(pet);
        string document = PackedFeed.Consumer("pets.yaml");
        int owners = document.IndexOf("  /owners:", StringComparison.Ordinal);
        await File.WriteAllTextAsync(
            Path.Combine(project, "pets.yaml"), document.Remove(owners, document.IndexOf("components:", StringComparison.Ordinal) - owners));
        await Build(project);
        Assert.DoesNotContain(Names(files), static name => name.Contains("Owner"));
        Assert.Equal(written, File.GetLastWriteTimeUtc(pet));
        Assert.NotEqual(generated, Stamp(files));

        await Command.RunAsync(project, "dotnet", "clean", "--nologo", "-v", "quiet");
        Assert.False(Directory.Exists(files));
    }

    [Fact]
    public async Task A_serializer_context_writes_and_reads_models_with_the_names_of_the_document()
    {
        string project = NewSerializer(feed, "serialized");

        await Build(project);
        string output = await Command.RunAsync(project, "dotnet", "bin/Debug/net10.0/serialized.dll");

        Assert.Equal(SameModels, output.ReplaceLineEndings("\n"));
    }

    [Fact]
    public async Task The_compiler_says_what_to_write_if_another_generator_needs_the_client()
    {
        string project = NewApi("unseen");
        await File.WriteAllTextAsync(Path.Combine(project, "unseen.csproj"), PackedFeed.Consumer("api.csproj").Replace(" Emit=\"Files\"", ""));
        File.Delete(Path.Combine(project, "api.csproj"));

        CommandResult build = await Command.TryRunAsync(project, "dotnet", "build", "--nologo", "-v", "quiet");

        Assert.NotEqual(0, build.ExitCode);
        Assert.Contains("error CDE0018: The compiler adds 'PetsClient' where the request delegate generator cannot see it: add Emit=\"Files\"", build.Output);
        Assert.Contains("error CDE0018: The compiler adds 'Pet' where the generator of System.Text.Json cannot see it: add Emit=\"Files\"", build.Output);
    }

    /// <summary>A component with parameters of generated types, in a library with warnings as errors. Both faces write the same text.</summary>
    [Fact]
    public async Task A_Razor_class_library_uses_generated_types_in_components()
    {
        string project = feed.NewProject(
            "library",
            ("library.csproj", PackedFeed.Consumer("library.csproj")),
            ("Shown.razor", PackedFeed.Consumer("library.razor")),
            ("Card.razor", PackedFeed.Consumer("card.razor")),
            ("_Imports.razor", "@using Microsoft.AspNetCore.Components\n@using Microsoft.AspNetCore.Components.Web\n"),
            ("pets.yaml", PackedFeed.Consumer("pets.yaml")),
            ("shop.json", PackedFeed.Consumer("shop.json")));
        string obj = Path.Combine(project, "obj", "Debug", "net10.0");
        string compilerFiles = Path.Combine(obj, "generated", "CdeCodegen.Generator", "CdeCodegen.Generator.OpenApiClientGenerator");

        // One document by the task, the other by the compiler, as closed classes: the polyfill must exist once.
        await Build(project, "-p:LangVersion=preview");
        Assert.Contains("CdeCodegen.IsClosedTypeAttribute.g.cs", Names(Path.Combine(obj, "CdeCodegen")));
        Assert.All(Names(compilerFiles), static name => Assert.StartsWith("Acme.Shop.ShopClient", name));

        await Build(project, "-p:ShopEmit=Files");
        Dictionary<string, string> task = Texts(Path.Combine(obj, "CdeCodegen"));
        File.Delete(Path.Combine(project, "Shown.razor"));
        File.Delete(Path.Combine(project, "Card.razor"));
        await Build(project, "-p:Emit=Compiler");

        Assert.Equal(Texts(compilerFiles), task);
        Assert.Empty(Names(Path.Combine(obj, "CdeCodegen")));
    }

    /// <summary>A warning stays in builds that generate nothing, and the project's options apply to it.</summary>
    [Fact]
    public async Task Diagnostics_have_positions_and_obey_the_options_of_the_project()
    {
        string project = NewApi("diagnosed");
        string path = Path.Combine(project, "pets.yaml");
        string csproj = PackedFeed.Consumer("api.csproj").Replace("<TreatWarningsAsErrors>true</TreatWarningsAsErrors>", "");
        await File.WriteAllTextAsync(Path.Combine(project, "api.csproj"), csproj);
        await File.WriteAllTextAsync(path, PackedFeed.Consumer("pets.yaml").Replace("age: { type: integer, format: int32 }", "age: { $ref: '#/nowhere' }"));

        string first = await Build(project);
        string second = await Build(project, "--no-restore");
        string silent = await Build(project, "--no-restore", "-p:NoWarn=CDE0004");
        CommandResult strict = await Command.TryRunAsync(project, "dotnet", "build", "--nologo", "-v", "quiet", "--no-restore", "-p:TreatWarningsAsErrors=true");
        await File.WriteAllTextAsync(Path.Combine(project, ".globalconfig"), "is_global = true\ndotnet_diagnostic.CDE0004.severity = none\n");
        string configured = await Build(project, "--no-restore");

        Assert.Contains("pets.yaml(19,95): warning CDE0004", first);
        Assert.Contains("pets.yaml(19,95): warning CDE0004", second);
        Assert.DoesNotContain("CDE0004", silent);
        Assert.NotEqual(0, strict.ExitCode);
        Assert.Contains("pets.yaml(19,95): error CDE0004", strict.Output);
        Assert.DoesNotContain("CDE0004", configured);

        await File.WriteAllTextAsync(path, "{\n  \"openapi\": \"3.1.0\",\n  \"paths\": {{\n}");
        CommandResult broken = await Command.TryRunAsync(project, "dotnet", "build", "--nologo", "-v", "quiet", "--no-restore");
        Assert.Contains("error CDE0002", broken.Output);
        Assert.DoesNotContain("MSB4018", broken.Output);
    }

    /// <summary>Only the target of that name downloads. The document is replaced only by a complete download.</summary>
    [Theory]
    [InlineData("<TargetFramework>net10.0</TargetFramework>")]
    [InlineData("<TargetFrameworks>net10.0;net8.0</TargetFrameworks>")]
    public async Task RefreshOpenApi_downloads_the_document(string frameworks)
    {
        int status = 200;
        await using StubServer server = await StubServer.StartAsync(async context =>
        {
            context.Response.StatusCode = status;
            await context.Response.WriteAsync(PackedFeed.Consumer("shop.json"));
        });
        string project = feed.NewProject(
            "refresh" + frameworks.Length,
            ("refresh.csproj", PackedFeed.Consumer("own.csproj")
                .Replace("<OutputType>Exe</OutputType>", "")
                .Replace("<TargetFramework>net8.0</TargetFramework>", frameworks)
                .Replace("<OpenApiReference Include=\"shop.json\"", $"<OpenApiReference Include=\"shop.json\" Emit=\"Files\" SourceUrl=\"{server.BaseAddress}shop.json\"")),
            ("shop.json", "{}"));

        await Command.TryRunAsync(project, "dotnet", "build", "--nologo", "-v", "quiet");
        Assert.Empty(server.Requests);

        status = 404;
        CommandResult failed = await Command.TryRunAsync(project, "dotnet", "build", "--nologo", "-t:RefreshOpenApi");
        Assert.NotEqual(0, failed.ExitCode);
        Assert.Equal("{}", await File.ReadAllTextAsync(Path.Combine(project, "shop.json")));

        status = 200;
        await Command.RunAsync(project, "dotnet", "build", "--nologo", "-t:RefreshOpenApi");
        Assert.Equal(PackedFeed.Consumer("shop.json"), await File.ReadAllTextAsync(Path.Combine(project, "shop.json")));

        await Build(project, "-m:2");
        Assert.NotEmpty(Directory.GetFiles(Path.Combine(project, "obj", "Debug", "net10.0", "CdeCodegen"), "*.g.cs"));
    }

    /// <summary>A minimal API whose serializer context has models of the scenario of the same document.</summary>
    internal static string NewSerializer(PackedFeed feed, string name) => feed.NewProject(
        name,
        ("serialized.csproj", PackedFeed.Consumer("api.csproj").Replace("pets.yaml", "serializing.yaml").Replace("Acme.Pets", "Acme").Replace("PetsClient", "AcmeClient")),
        ("Program.cs", PackedFeed.Consumer("serialized.cs")),
        ("serializing.yaml", File.ReadAllText(Repository.PathOf("tests/CdeCodegen.Generator.Tests/Scenarios/Documents/serializing.yaml"))));

    private string NewApi(string name) => feed.NewProject(
        name,
        ("api.csproj", PackedFeed.Consumer("api.csproj")),
        ("Program.cs", Page()),
        ("pets.yaml", PackedFeed.Consumer("pets.yaml")));

    /// <summary>The program of the page about other generators, which prints what the serializer context knows instead of listening.</summary>
    private static string Page()
    {
        string page = File.ReadAllText(Repository.PathOf("docs/aot-and-other-generators.md")).ReplaceLineEndings("\n");
        string program = page.Split("```csharp\n")[1].Split("```")[0];
        Assert.Contains("app.Run();", program);
        return program.Replace("app.Run();", "Console.WriteLine(PetJson.Default.Pet.Type.FullName);");
    }

    /// <summary>The time of the last generation. There is one stamp, whatever the options were before.</summary>
    private static DateTime Stamp(string folder) => File.GetLastWriteTimeUtc(Assert.Single(Directory.GetFiles(folder, "*.stamp")));

    private static Task<string> Build(string project, params string[] arguments) =>
        Command.RunAsync(project, "dotnet", ["build", "--nologo", "-v", "quiet", .. arguments]);

    private static string[] Names(string folder) =>
        Directory.Exists(folder) ? [.. Directory.GetFiles(folder, "*.g.cs").Select(static file => Path.GetFileName(file))] : [];

    private static Dictionary<string, string> Texts(string folder) =>
        Directory.GetFiles(folder, "*.g.cs").ToDictionary(static file => Path.GetFileName(file), static file => File.ReadAllText(file));
}
