namespace CdeCodegen.Package.Tests;

/// <summary>Mistakes in a project file: each is one message, which says what to write.</summary>
[Collection(nameof(PackedFeed))]
public class MistakeTests(PackedFeed feed)
{
    private const string Program = "public static class Program { public static Productsup.Cde.CdeClient? Client; public static void Main() { } }";

    [Theory]
    [InlineData("https://pets.example/openapi.json", "CDE0030", "Write a file name in Include and the URL in SourceUrl; dotnet build -t:RefreshOpenApi then downloads the document.")]
    [InlineData("missing.json", "CDE0031", "Write its path relative to the project in Include.")]
    public async Task A_reference_to_no_file_is_one_error(string include, string id, string text)
    {
        string error = await BuildAsync("file" + id, project => project.Replace("$(CdeOpenApiSpec)", include));

        Assert.Contains("mistake.csproj : error " + id, error);
        Assert.Contains(text, error);
    }

    [Theory]
    [InlineData("net472")]
    [InlineData("netstandard2.0")]
    [InlineData("net6.0")]
    public async Task An_old_target_framework_is_one_error(string framework)
    {
        string error = await BuildAsync(
            "old" + framework,
            project => project.Replace("<TargetFramework>net10.0<", $"<DisableImplicitFrameworkReferences>true</DisableImplicitFrameworkReferences><TargetFramework>{framework}<"));

        Assert.Contains("error CDE0032", error);
        Assert.Contains($"this project targets {framework}. Write <TargetFramework>net8.0</TargetFramework> or a later one", error);
    }

    [Theory]
    [InlineData("11.0")]
    [InlineData("7.3")]
    public async Task An_old_language_version_is_one_error(string version)
    {
        string error = await BuildAsync("old" + version, project => project.Replace("<Nullable>", $"<LangVersion>{version}</LangVersion><Nullable>"));

        Assert.Contains("mistake.csproj : error CDE0017", error);
        Assert.Contains($"this project has the LangVersion {version}. Write <LangVersion>12</LangVersion> or a later one.", error);
    }

    /// <summary>Nothing else would say that the reference has no effect.</summary>
    [Theory]
    [InlineData(".fsproj", "F#")]
    [InlineData(".vbproj", "VB")]
    public async Task Another_language_is_one_error(string extension, string language)
    {
        string project = feed.NewProject("language" + extension, ("mistake" + extension, PackedFeed.Consumer("restore.csproj").Replace(
            "<Nullable>", "<DisableImplicitFSharpCoreReference>true</DisableImplicitFSharpCoreReference><Nullable>")));

        CommandResult build = await TryBuildAsync(project);

        Assert.NotEqual(0, build.ExitCode);
        string error = Assert.Single(PackedFeed.Messages(build, "error"));
        Assert.Contains($"mistake{extension} : error CDE0036", error);
        Assert.Contains($"this is a project in {language}. Move the OpenApiReference to a C# class library, and write <ProjectReference> to it here.", error);
    }

    [Fact]
    public async Task Misspelt_metadata_is_one_error_at_its_position()
    {
        string error = await BuildAsync("misspelt", project => project.Replace(" Namespace=", " Namesapce="));

        Assert.Contains("mistake.csproj(11,", error);
        Assert.Contains("error CDE0034", error);
        Assert.Contains("has the metadata 'Namesapce', which has no meaning. Write Namespace.", error);
    }

    /// <summary>The check leaves a stamp only if there is no mistake, so a second build reports it again, and a correction is noticed.</summary>
    [Fact]
    public async Task Misspelt_metadata_is_an_error_until_it_is_corrected()
    {
        string file = PackedFeed.Consumer("restore.csproj");
        string project = feed.NewProject("corrected", ("mistake.csproj", file.Replace(" ClassName=", " Classname_=")), ("Program.cs", Program));
        Assert.Contains("error CDE0034", (await TryBuildAsync(project)).Output);
        Assert.Contains("error CDE0034", (await TryBuildAsync(project)).Output);

        await File.WriteAllTextAsync(Path.Combine(project, "mistake.csproj"), file);

        Assert.Equal(0, (await TryBuildAsync(project)).ExitCode);
    }

    [Fact]
    public async Task A_library_that_hides_the_runtime_is_the_only_error_of_its_application()
    {
        string application = Application("hidden-application", Library("hidden", ""));

        CommandResult build = await TryBuildAsync(application);

        Assert.NotEqual(0, build.ExitCode);
        string error = Assert.Single(PackedFeed.Messages(build, "error"));
        Assert.Contains("library.csproj : error CDE0033", error);
        Assert.Contains("Remove it, or add <PackageReference Include=\"CdeCodegen.Runtime\" /> beside it.", error);
    }

    [Fact]
    public async Task A_library_can_keep_the_generator_private_if_it_references_the_runtime()
    {
        string library = Library("private", $"<PackageReference Include=\"CdeCodegen.Runtime\" Version=\"{PackedFeed.Version}\" />");
        string application = Application("private-application", library);

        await Command.RunAsync(application, "dotnet", "build", "--nologo", "-v", "quiet");

        Assert.Equal("True", (await Command.RunAsync(application, "dotnet", "bin/Debug/net10.0/application.dll")).Trim());
    }

    /// <summary>The package for tests brings the runtime to applications, and a plug-in brings its own copy.</summary>
    [Theory]
    [InlineData("<PackageReference Include=\"CdeCodegen.Runtime.Testing\" Version=\"" + PackedFeed.Version + "\" />", "false")]
    [InlineData("", "true")]
    public async Task A_library_can_keep_the_generator_private_if_the_runtime_comes_by_another_way(string reference, string isPlugin)
    {
        string library = Library("other-way-" + isPlugin, reference);

        await Command.RunAsync(library, "dotnet", "msbuild", "-nologo", "-restore", "-t:CdeCodegenCheckProject", "-p:EnableDynamicLoading=" + isPlugin);
    }

    /// <summary>
    /// A project that references a program has none of the package's targets, so the compiler's errors remain. The message that says what to write comes
    /// before them, and what it says mends them.
    /// </summary>
    [Fact]
    public async Task A_program_that_hides_the_runtime_is_named_first_when_another_project_references_it()
    {
        string file = PackedFeed.Consumer("restore.csproj").Replace(PackedFeed.Version + "\" />", PackedFeed.Version + "\" PrivateAssets=\"all\" />");
        string program = feed.NewProject("hidden-program", ("library.csproj", file), ("Program.cs", Program));
        string tests = Application("hidden-program-tests", program);
        await File.WriteAllTextAsync(Path.Combine(tests, "Program.cs"), """
            Productsup.Cde.StateListResult result = new Productsup.Cde.StateListResult.Unauthorized(new() { Message = "No token." });
            System.Console.WriteLine(result.StatusCode);
            """);

        CommandResult build = await TryBuildAsync(tests);
        CommandResult checkedAlone = await Command.TryRunAsync(program, "dotnet", "msbuild", "-nologo", "-t:CdeCodegenCheckProject");
        await File.WriteAllTextAsync(Path.Combine(program, "library.csproj"), file.Replace(" PrivateAssets=\"all\"", ""));
        CommandResult mended = await TryBuildAsync(tests);

        string first = build.Output.ReplaceLineEndings("\n").Split('\n').First(static line => line.Contains(": warning ") || line.Contains(": error "));
        Assert.Contains("library.csproj : warning CDE0035", first);
        Assert.Contains("Remove PrivateAssets=\"all\", or add <PackageReference Include=\"CdeCodegen.Runtime\" /> beside it.", first);
        Assert.Contains(PackedFeed.Messages(build, "error"), static error => error.Contains("error CS0012") && error.Contains("'CdeCodegen.Runtime,"));
        Assert.DoesNotContain("CDE00", checkedAlone.Output);
        Assert.True(mended.ExitCode == 0, mended.Output);
    }

    private static Task<CommandResult> TryBuildAsync(string project) => Command.TryRunAsync(project, "dotnet", "build", "--nologo", "-v", "quiet");

    private string Application(string name, string library) => feed.NewProject(
        name,
        ("application.csproj", $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup><OutputType>Exe</OutputType><TargetFramework>net10.0</TargetFramework><TreatWarningsAsErrors>true</TreatWarningsAsErrors></PropertyGroup>
              <ItemGroup><ProjectReference Include="{Path.Combine(library, "library.csproj")}" /></ItemGroup>
            </Project>
            """),
        ("Program.cs", "System.Console.WriteLine(new Productsup.Cde.CdeClient(new CdeCodegen.Runtime.ApiClientOptions { BaseUrl = new(\"https://cde.example\") }) is not null);"));

    private string Library(string name, string references) => feed.NewProject(
        name,
        ("library.csproj", PackedFeed.Consumer("restore.csproj")
            .Replace("<OutputType>Exe</OutputType>", "")
            .Replace(PackedFeed.Version + "\" />", PackedFeed.Version + "\" PrivateAssets=\"all\" />" + references)),
        ("Library.cs", "public static class Library { public static Productsup.Cde.CdeClient? Client; }"));

    /// <summary>Builds a project with a mistake and returns its only error.</summary>
    private async Task<string> BuildAsync(string name, Func<string, string> mistake)
    {
        string project = feed.NewProject(name, ("mistake.csproj", mistake(PackedFeed.Consumer("restore.csproj"))), ("Program.cs", Program));

        CommandResult build = await TryBuildAsync(project);

        Assert.NotEqual(0, build.ExitCode);
        return Assert.Single(PackedFeed.Messages(build, "error"));
    }
}
