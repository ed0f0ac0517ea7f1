using System.Diagnostics;

namespace CdeCodegen.Analyzers.Tests.Infrastructure;

/// <summary>A project outside of this repository that has the analyzer, built and formatted by the SDK as anybody's is.</summary>
public sealed class ConsumerProject : IDisposable
{
    static readonly TimeSpan limit = TimeSpan.FromMinutes(5);

    readonly string folder = Directory.CreateTempSubdirectory("analyzer-consumer-").FullName;

    public ConsumerProject(string source)
    {
        var assemblies = Path.GetDirectoryName(typeof(ApiResultAnalyzer).Assembly.Location)!;
        Write("Consumer.csproj", $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <TargetFramework>net10.0</TargetFramework>
                <Nullable>enable</Nullable>
                <TreatWarningsAsErrors>true</TreatWarningsAsErrors>
                <NuGetAudit>false</NuGetAudit>
              </PropertyGroup>
              <ItemGroup>
                <Analyzer Include="{Path.Combine(assemblies, "CdeCodegen.Analyzers.dll")}" />
                <Analyzer Include="{Path.Combine(assemblies, "CdeCodegen.CodeFixes.dll")}" />
              </ItemGroup>
            </Project>
            """);
        Write("Client.cs", Corpus.Read("prelude.txt"));
        Write("Subject.cs", source);
    }

    public string Source
    {
        get => File.ReadAllText(Path.Combine(folder, "Subject.cs"));
        set => Write("Subject.cs", value);
    }

    public Task<(int ExitCode, string Output)> BuildAsync() => RunAsync("build", "-v", "q", "--nologo");

    public Task<(int ExitCode, string Output)> FormatAsync(string rule) => RunAsync("format", "analyzers", "--severity", "info", "--diagnostics", rule, "-v", "n");

    public void Dispose() => Directory.Delete(folder, recursive: true);

    void Write(string name, string text) => File.WriteAllText(Path.Combine(folder, name), text);

    async Task<(int ExitCode, string Output)> RunAsync(params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", arguments) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true, RedirectStandardInput = true };
        // Servers would outlive the test, and settings of the test host do not belong to the build.
        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        start.Environment["UseSharedCompilation"] = "false";
        start.Environment["DOTNET_CLI_UI_LANGUAGE"] = "en";
        start.Environment.Remove("MSBUILD_EXE_PATH");
        start.Environment.Remove("MSBuildSDKsPath");
        start.Environment.Remove("MSBuildExtensionsPath");
        using var process = Process.Start(start)!;
        process.StandardInput.Close();
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        using var timeout = new CancellationTokenSource(limit);
        try
        {
            await process.WaitForExitAsync(timeout.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException($"dotnet {string.Join(' ', arguments)} did not end within {limit}.");
        }
        return (process.ExitCode, await output + await error);
    }
}
