using System.Diagnostics;
using System.Threading.Channels;

namespace CdeCodegen.Package.Tests;

/// <summary>
/// <c>dotnet watch</c> in a project whose packages have central versions and a lock file, in a folder whose name has blanks and letters of several scripts.
/// </summary>
[Collection(nameof(PackedFeed))]
public class WatchTests(PackedFeed feed)
{
    private const string Program =
        """
        System.Console.WriteLine("results: " + string.Join(',', System.Reflection.Assembly.GetExecutingAssembly().GetTypes()
            .Where(type => type.BaseType == typeof(CdeCodegen.Runtime.ApiResult)).Select(type => type.Name).Order()));
        """;

    private const string CentralVersions =
        $"""
        <Project>
          <PropertyGroup>
            <ManagePackageVersionsCentrally>true</ManagePackageVersionsCentrally>
            <RestorePackagesWithLockFile>true</RestorePackagesWithLockFile>
          </PropertyGroup>
          <ItemGroup><PackageVersion Include="CdeCodegen" Version="{PackedFeed.Version}" /></ItemGroup>
        </Project>
        """;

    private static readonly TimeSpan s_timeout = TimeSpan.FromMinutes(3);

    [Fact]
    public async Task An_edit_of_a_document_builds_and_starts_the_program_once()
    {
        const string References = """
            <OpenApiReference Include="pets.yaml" Namespace="Acme.Pets" ClassName="PetsClient" Emit="Files" /><OpenApiReference Include="shop.json" Namespace="Acme.Shop" />
            """;
        string csproj = PackedFeed.Consumer("restore.csproj")
            .Replace("<OpenApiReference Include=\"$(CdeOpenApiSpec)\" Namespace=\"Productsup.Cde\" ClassName=\"CdeClient\" />", References)
            .Replace($" Version=\"{PackedFeed.Version}\"", "");
        string project = feed.NewProject(
            "Größe 連接",
            ("watched.csproj", csproj),
            ("Directory.Packages.props", CentralVersions),
            ("Program.cs", Program),
            ("pets.yaml", PackedFeed.Consumer("pets.yaml")),
            ("shop.json", PackedFeed.Consumer("shop.json")));
        await Command.RunAsync(project, "dotnet", "restore", "-v", "quiet");
        await Command.RunAsync(project, "dotnet", "restore", "-v", "quiet", "--locked-mode");
        const string Shop = "CreateCartResult,DeleteCartResult,GetCartResult,GetPetResult,HealthResult,ListCartsResult";
        var start = new ProcessStartInfo("dotnet", ["watch", "--no-hot-reload", "--non-interactive", "run"])
        {
            WorkingDirectory = project,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using Process watch = Process.Start(start)!;
        try
        {
            Channel<string> lines = Read(watch);

            Assert.Equal($"results: {Shop},ListOwnersResult,ListUsersResult", await NextAsync(lines));

            await EditAsync(Path.Combine(project, "pets.yaml"), "operationId: listOwners", "operationId: listMasters");
            Assert.Equal($"results: {Shop},ListMastersResult,ListUsersResult", await NextAsync(lines));

            await EditAsync(Path.Combine(project, "shop.json"), "\"listUsers\"", "\"listPeople\"");
            Assert.Equal($"results: {Shop},ListMastersResult,ListPeopleResult", await NextAsync(lines));

            // A build that changes a watched file would start the next one.
            await Task.Delay(TimeSpan.FromSeconds(2));
            Assert.False(lines.Reader.TryRead(out string? another), another);
        }
        finally
        {
            watch.Kill(entireProcessTree: true);
            await watch.WaitForExitAsync();
        }
    }

    private static Channel<string> Read(Process watch)
    {
        var lines = Channel.CreateUnbounded<string>();
        watch.OutputDataReceived += (_, e) => Add(e.Data);
        watch.ErrorDataReceived += (_, e) => Add(e.Data);
        watch.BeginOutputReadLine();
        watch.BeginErrorReadLine();
        return lines;

        void Add(string? line)
        {
            if (line is not null && (line.StartsWith("results: ", StringComparison.Ordinal) || line.Contains(": error ")))
            {
                lines.Writer.TryWrite(line);
            }
        }
    }

    private static async Task<string> NextAsync(Channel<string> lines)
    {
        using var timeout = new CancellationTokenSource(s_timeout);
        return await lines.Reader.ReadAsync(timeout.Token);
    }

    /// <summary>Edits a file after the program has ended, because the watcher looks at files then.</summary>
    private static async Task EditAsync(string path, string from, string to)
    {
        string text = await File.ReadAllTextAsync(path);
        Assert.Contains(from, text);
        await Task.Delay(TimeSpan.FromSeconds(1));
        await File.WriteAllTextAsync(path, text.Replace(from, to));
    }
}
