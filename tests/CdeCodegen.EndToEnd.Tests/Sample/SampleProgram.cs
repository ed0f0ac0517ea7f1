using System.Diagnostics;

namespace CdeCodegen.EndToEnd.Sample;

/// <summary>The sample, run as a user runs it.</summary>
internal static class SampleProgram
{
    private static readonly string s_file = Repository.PathOf(
        "samples", "RestoreConnector", "bin", Repository.Configuration, "net10.0", "RestoreConnector.dll");

    public static async Task<(int ExitCode, string Output, string Error)> RunAsync(string? token, params string[] args)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true };
        start.ArgumentList.Add(s_file);
        foreach (string argument in args)
        {
            start.ArgumentList.Add(argument);
        }

        start.Environment.Remove("CDE_TOKEN");
        if (token is not null)
        {
            start.Environment["CDE_TOKEN"] = token;
        }

        using Process process = Process.Start(start)!;
        Task<string> output = process.StandardOutput.ReadToEndAsync();
        Task<string> error = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, await output, await error);
    }
}
