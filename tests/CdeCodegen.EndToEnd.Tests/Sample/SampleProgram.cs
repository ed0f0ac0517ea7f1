namespace CdeCodegen.EndToEnd.Sample;

/// <summary>Runs <c>samples/RestoreConnector</c> as a user does.</summary>
internal static class SampleProgram
{
    private static readonly string s_assembly = Repository.PathOf(
        "samples", "RestoreConnector", "bin", Repository.Configuration, "net10.0", "RestoreConnector.dll");

    /// <param name="token">The value of the environment variable <c>CDE_TOKEN</c>; null to leave it unset.</param>
    public static async Task<(int ExitCode, string Output, string Error)> RunAsync(string? token, params string[] arguments)
    {
        CommandResult result = await Command.TryRunAsync(
            Repository.Root, "dotnet", [s_assembly, .. arguments], new Dictionary<string, string?> { ["CDE_TOKEN"] = token });
        return (result.ExitCode, result.StandardOutput, result.StandardError);
    }
}
