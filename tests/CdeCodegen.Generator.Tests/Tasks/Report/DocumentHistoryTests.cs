using System.Diagnostics;
using System.Text;
using CdeCodegen.Tasks.Report.Changes;

namespace CdeCodegen.Generator.Tests.Tasks.Report;

/// <summary>Documents of a commit. The tests need Git, as the repository itself does.</summary>
public sealed class DocumentHistoryTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("cdecodegen ü-").FullName;

    public void Dispose()
    {
        // Git writes its objects read-only, which Windows does not delete.
        foreach (string file in Directory.GetFiles(_folder, "*", SearchOption.AllDirectories))
        {
            File.SetAttributes(file, FileAttributes.Normal);
        }

        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public void The_text_is_that_of_the_commit()
    {
        string path = Commit("api \"x\".yaml", "old: ü\r\n");
        File.WriteAllText(path, "new");
        var history = new DocumentHistory("HEAD");

        Assert.Equal("old: ü\r\n", Encoding.UTF8.GetString(history.Read(path, out string? problem)!));
        Assert.Null(problem);
        Assert.Matches(@"^HEAD \([0-9a-f]{7,}\)$", history.Describe(path));
    }

    [Fact]
    public void An_earlier_commit_can_be_named()
    {
        Commit("api.yaml", "first");
        string path = Commit("api.yaml", "second");

        Assert.Equal("first", Encoding.UTF8.GetString(new DocumentHistory("HEAD~1").Read(path, out _)!));
    }

    [Fact]
    public void What_is_missing_is_said()
    {
        string path = Path.Combine(_folder, "api.yaml");
        File.WriteAllText(path, "a");
        Assert.Equal("the document is not in a Git repository", Problem("HEAD", path));

        Git("init", "--quiet");
        Assert.Equal("the repository has no commit 'HEAD'", Problem("HEAD", path));

        Commit("other.yaml", "b");
        Assert.Equal("the document is not part of the commit 'HEAD'", Problem("HEAD", path));
        Assert.Equal("the repository has no commit 'release/1.0'", Problem("release/1.0", path));
    }

    /// <summary>The name comes from a property. Git must not take it for an option or for a path of another file.</summary>
    [Theory]
    [InlineData("--output=/tmp/x")]
    [InlineData("HEAD:secret")]
    [InlineData("HEAD\" \"--help")]
    [InlineData("HEAD $(id)")]
    [InlineData("")]
    public void Only_a_name_of_a_commit_reaches_Git(string commit)
    {
        string path = Commit("api.yaml", "a");

        Assert.Equal($"'{commit}' is not the name of a commit", Problem(commit, path));
    }

    private static string? Problem(string commit, string path)
    {
        Assert.Null(new DocumentHistory(commit).Read(path, out string? problem));
        return problem;
    }

    private string Commit(string name, string text)
    {
        string path = Path.Combine(_folder, name);
        File.WriteAllText(path, text);
        Git("init", "--quiet");
        Git("add", name);
        Git("-c", "user.name=n", "-c", "user.email=e@example.org", "-c", "core.autocrlf=false", "-c", "commit.gpgsign=false", "commit", "--quiet", "-m", "m");
        return path;
    }

    private void Git(params string[] arguments)
    {
        using Process process = Process.Start(new ProcessStartInfo("git", arguments) { WorkingDirectory = _folder })!;
        process.WaitForExit();
        Assert.Equal(0, process.ExitCode);
    }
}
