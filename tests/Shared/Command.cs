using System.Diagnostics;

namespace CdeCodegen.Tests.Shared;

/// <summary>The outcome of a process that ended.</summary>
internal sealed record CommandResult(int ExitCode, string StandardOutput, string StandardError)
{
    /// <summary>Standard output followed by standard error.</summary>
    public string Output => StandardOutput + StandardError;
}

/// <summary>Runs a program to its end, without input.</summary>
internal static class Command
{
    private static readonly TimeSpan s_timeout = TimeSpan.FromMinutes(5);

    /// <summary>Runs a program and returns its output.</summary>
    /// <exception cref="InvalidOperationException">The exit code is not 0. The message has the output.</exception>
    /// <exception cref="TimeoutException">The program ran for more than five minutes and was killed.</exception>
    public static async Task<string> RunAsync(string folder, string program, params string[] arguments)
    {
        CommandResult result = await TryRunAsync(folder, program, arguments);
        return result.ExitCode == 0
            ? result.Output
            : throw new InvalidOperationException($"{program} {string.Join(' ', arguments)} exited with {result.ExitCode}:\n{result.Output}");
    }

    /// <summary>Runs a program and returns its exit code and output.</summary>
    /// <exception cref="TimeoutException">The program ran for more than five minutes and was killed.</exception>
    public static Task<CommandResult> TryRunAsync(string folder, string program, params string[] arguments) =>
        TryRunAsync(folder, program, arguments, new Dictionary<string, string?>());

    /// <summary>Runs a program with changes to its environment; a null value removes the variable.</summary>
    /// <exception cref="TimeoutException">The program ran for more than five minutes and was killed.</exception>
    public static async Task<CommandResult> TryRunAsync(
        string folder, string program, string[] arguments, IReadOnlyDictionary<string, string?> environment)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
        };

        // MSBuild settings of the test host must not reach builds that tests start, and build servers would outlive the test.
        start.Environment.Remove("MSBUILD_EXE_PATH");
        start.Environment.Remove("MSBuildSDKsPath");
        start.Environment.Remove("MSBuildExtensionsPath");
        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        start.Environment["UseSharedCompilation"] = "false";
        start.Environment["DOTNET_CLI_UI_LANGUAGE"] = "en";
        foreach ((string name, string? value) in environment)
        {
            start.Environment[name] = value;
        }

        using Process process = Process.Start(start)!;
        process.StandardInput.Close();
        Task<string> output = process.StandardOutput.ReadToEndAsync();
        Task<string> error = process.StandardError.ReadToEndAsync();
        using var timeout = new CancellationTokenSource(s_timeout);
        try
        {
            await process.WaitForExitAsync(timeout.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException($"{program} {string.Join(' ', arguments)} did not end within {s_timeout}.");
        }

        return new CommandResult(process.ExitCode, await output, await error);
    }
}
