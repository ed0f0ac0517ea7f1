using System.Diagnostics;
using System.Reflection;
using CdeCodegen.Runtime.OAuth.Tests.Support;

namespace CdeCodegen.Runtime.OAuth.Tests;

/// <summary><c>samples/RestoreConnector</c> with a user who signs in.</summary>
public sealed class SampleTests : ServerTests
{
    private static readonly string s_program = typeof(SampleTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().First(static a => a.Key == "SampleProgram").Value!;

    [Theory]
    [InlineData(true, AuthorizationServer.Scope, 0, "200 OK  Connector has been restored from bin.")]
    [InlineData(true, "", 4, "403 Forbidden  Access denied for user.")]
    [InlineData(false, AuthorizationServer.Scope, 1, "")]
    public async Task The_user_signs_in_and_the_connector_is_restored(bool isWilling, string scope, int exitCode, string said)
    {
        Server.IsUserWilling = isWilling;
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true };
        string[] arguments =
        [
            s_program, "--id", Guid.NewGuid().ToString(), "--base-url", Server.BaseUrl.AbsoluteUri, "--authorization-url", Server.AuthorizationEndpoint.AbsoluteUri,
            "--token-url", Server.TokenEndpoint.AbsoluteUri, "--client-id", AuthorizationServer.PublicClient, .. scope.Length == 0 ? [] : new[] { "--scope", scope },
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
        Assert.Contains(said, await output, StringComparison.Ordinal);
        Assert.Equal(isWilling ? "" : "The authorization was not granted: access_denied: The user said no.", (await process.StandardError.ReadToEndAsync()).Trim());
    }
}
