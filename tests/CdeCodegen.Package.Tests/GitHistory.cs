using System.Diagnostics;

namespace CdeCodegen.Package.Tests;

/// <summary>A long test that compares with the previous commit. It is skipped in a clone without history, or in sources without a repository.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class PreviousCommitFactAttribute : FactAttribute
{
    public PreviousCommitFactAttribute()
    {
        if (LongTests.Skip is { } reason)
        {
            Skip = reason;
        }
        else if (GitHistory.PreviousCommit is null)
        {
            Skip = "Needs the previous commit of the main branch: fetch at least two commits (git fetch --depth 2).";
        }
    }
}

/// <summary>The history of the repository.</summary>
internal static class GitHistory
{
    /// <summary>The commit whose packages an upgrade starts from: that of the main branch, or the one before if the work tree is at it.</summary>
    /// <value>Null if the clone does not have it.</value>
    public static string? PreviousCommit { get; } = Find();

    private static string? Find()
    {
        string? head = Resolve("HEAD");
        string? main = Resolve("origin/main") ?? Resolve("main");
        return main is not null && main != head ? main : Resolve("HEAD~1");
    }

    private static string? Resolve(string revision)
    {
        try
        {
            using Process git = Process.Start(new ProcessStartInfo("git", ["rev-parse", "--verify", "--quiet", revision + "^{commit}"])
            {
                WorkingDirectory = Repository.Root,
                RedirectStandardOutput = true,
            })!;
            string commit = git.StandardOutput.ReadToEnd().Trim();
            git.WaitForExit();
            return git.ExitCode == 0 && commit.Length > 0 ? commit : null;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return null; // git is not installed
        }
    }
}
