namespace CdeCodegen.Package.Tests;

/// <summary>A known vulnerability of a dependency fails the restore of a project of this repository.</summary>
public sealed class AuditTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("cdecodegen-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    /// <summary>A server on this machine serves the list of vulnerabilities, because the real one changes.</summary>
    [Theory]
    [InlineData("yamldotnet", 1)]
    [InlineData("another.package", 0)]
    public async Task A_vulnerable_dependency_is_an_error(string vulnerable, int exitCode)
    {
        await using StubServer server = await StubServer.StartAsync(context =>
        {
            string root = $"http://{context.Request.Host}";
            return StubServer.WriteAsync(context, 200, context.Request.Path.Value switch
            {
                "/index.json" => $$"""{"version":"3.0.0","resources":[{"@id":"{{root}}/vulnerabilities.json","@type":"VulnerabilityInfo/6.7.0"}]}""",
                "/vulnerabilities.json" => $$"""[{"@name":"base","@id":"{{root}}/base.json","@updated":"2026-01-01T00:00:00Z"}]""",
                _ => $$"""{"{{vulnerable}}":[{"url":"https://advisories.example/1","severity":0,"versions":"(, 99.0.0)"}]}""",
            });
        });
        await File.WriteAllTextAsync(Path.Combine(_folder, "nuget.config"), $"""
            <configuration>
              <packageSources><clear /><add key="none" value="{_folder}" /></packageSources>
              <auditSources><clear /><add key="audit" value="{new Uri(server.BaseAddress, "index.json")}" allowInsecureConnections="true" /></auditSources>
              <fallbackPackageFolders><add key="user" value="{PackedFeed.UserPackages}" /></fallbackPackageFolders>
            </configuration>
            """);
        await File.WriteAllTextAsync(Path.Combine(_folder, "audited.csproj"), """
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup><TargetFramework>net10.0</TargetFramework></PropertyGroup>
              <ItemGroup><PackageReference Include="YamlDotNet" /></ItemGroup>
            </Project>
            """);

        CommandResult restore = await Command.TryRunAsync(
            _folder, "dotnet", "restore", "--no-http-cache",
            $"-p:DirectoryBuildPropsPath={Repository.PathOf("Directory.Build.props")}", $"-p:DirectoryPackagesPropsPath={Repository.PathOf("Directory.Packages.props")}");

        Assert.Equal(exitCode, restore.ExitCode);
        Assert.Equal(exitCode == 1, restore.Output.Contains("error NU1901"));
    }
}
