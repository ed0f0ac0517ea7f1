using System.Diagnostics;
using System.Reflection;
using CdeCodegen.Runtime.OAuth.Tests.Support;

namespace CdeCodegen.Runtime.OAuth.Tests;

/// <summary>Runs <c>samples/RestoreConnector</c> as a process and signs in through its loopback address.</summary>
public sealed class SampleTests : ServerTests
{
    private static readonly string s_program =
        typeof(SampleTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().First(static a => a.Key == "SampleProgram").Value!;

    [Theory]
    [InlineData(true, AuthorizationServer.Scope, 0, "200 OK  Connector has been restored from bin.")]
    [InlineData(true, "", 4, "403 Forbidden  Access denied for user.")]
    [InlineData(false, AuthorizationServer.Scope, 1, "")]
    public async Task The_sample_signs_in_and_restores_a_connector(bool userConsents, string scope, int exitCode, string expected)
    {
        Server.UserConsents = userConsents;
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true };
        string[] arguments =
        [
            s_program, "--id", Guid.NewGuid().ToString(), "--base-url", Server.BaseUrl.AbsoluteUri,
            "--authorization-url", Server.AuthorizationEndpoint.AbsoluteUri, "--token-url", Server.TokenEndpoint.AbsoluteUri,
            "--client-id", AuthorizationServer.PublicClient, .. scope.Length == 0 ? [] : new[] { "--scope", scope },
        ];
        foreach (string argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        using Process process = Process.Start(start)!;
        Task<string> output = process.StandardOutput.ReadToEndAsync();

        string? line = await process.StandardError.ReadLineAsync();
        Assert.NotNull(line);
        Assert.StartsWith("Open this address to sign in: http", line, StringComparison.Ordinal);
        using (await TestBrowser.VisitAsync(new Uri(line[line.IndexOf("http", StringComparison.Ordinal)..])))
        {
            await process.WaitForExitAsync();
        }

        Assert.Equal(exitCode, process.ExitCode);
        Assert.Contains(expected, await output, StringComparison.Ordinal);
        Assert.Equal(
            userConsents ? "" : "The authorization was not granted: access_denied: The user said no.", (await process.StandardError.ReadToEndAsync()).Trim());
    }
}
