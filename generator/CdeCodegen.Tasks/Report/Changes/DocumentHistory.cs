using System.ComponentModel;
using System.Diagnostics;
using System.Text;

namespace CdeCodegen.Tasks.Report.Changes;

/// <summary>Reads documents as a commit has them.</summary>
/// <param name="commit">The commit, <c>HEAD</c> or any other name that Git knows.</param>
internal sealed class DocumentHistory(string commit)
{
    private const int Patience = 10_000;

    /// <summary>Reads a file as it is in the commit.</summary>
    /// <param name="path">The full path of the file.</param>
    /// <param name="problem">Why there is no such file; null if there is.</param>
    /// <returns>The bytes; null if there is no such file.</returns>
    public byte[]? Read(string path, out string? problem)
    {
        string folder = Path.GetDirectoryName(path) ?? "";
        problem = IsName(commit) ? null : $"'{commit}' is not the name of a commit";
        if (problem is not null)
        {
            return null;
        }

        if (Run(folder, "cat-file", "blob", commit + ":./" + Path.GetFileName(path)) is not { } file)
        {
            problem = "Git is not installed";
            return null;
        }

        if (file.ExitCode == 0)
        {
            return file.Output;
        }

        // Git's own message depends on its version and language, so the reason is looked up.
        if (Run(folder, "rev-parse", "--show-toplevel") is not { ExitCode: 0 })
        {
            problem = "the document is not in a Git repository";
        }
        else if (Run(folder, "rev-parse", "--verify", "--quiet", commit + "^{commit}") is not { ExitCode: 0 })
        {
            problem = $"the repository has no commit '{commit}'";
        }
        else
        {
            problem = $"the document is not part of the commit '{commit}'";
        }

        return null;
    }

    /// <summary>The commit as people read it: its name and its abbreviated hash.</summary>
    public string Describe(string path)
    {
        string hash = Run(Path.GetDirectoryName(path) ?? "", "rev-parse", "--short", commit) is { ExitCode: 0 } found ? Encoding.UTF8.GetString(found.Output).Trim() : "";
        return hash.Length == 0 || hash == commit ? commit : commit + " (" + hash + ")";
    }

    /// <summary>Whether Git cannot take the text for an option.</summary>
    private static bool IsName(string text)
    {
        foreach (char c in text)
        {
            if (!char.IsLetterOrDigit(c) && c is not ('/' or '.' or '_' or '-' or '~' or '^' or '@' or '{' or '}'))
            {
                return false;
            }
        }

        return text.Length > 0 && text[0] != '-';
    }

    /// <returns>What Git printed; null if it is not installed or does not answer.</returns>
    private static Answer? Run(string folder, params string[] arguments)
    {
        // Nothing here needs quotes but file names, in which a quote cannot end an argument once it is escaped.
        var start = new ProcessStartInfo("git", string.Join(" ", Array.ConvertAll(arguments, Quote)))
        {
            WorkingDirectory = folder,
            UseShellExecute = false,
            CreateNoWindow = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };

        // Reads only what is on this machine: no network, no question, no lock.
        start.Environment["GIT_NO_LAZY_FETCH"] = "1";
        start.Environment["GIT_TERMINAL_PROMPT"] = "0";
        start.Environment["GIT_OPTIONAL_LOCKS"] = "0";
        try
        {
            using var process = Process.Start(start);
            process.ErrorDataReceived += static (_, _) => { };
            process.BeginErrorReadLine();
            using var output = new MemoryStream();
            System.Threading.Tasks.Task copy = process.StandardOutput.BaseStream.CopyToAsync(output);
            if (!copy.Wait(Patience) || !process.WaitForExit(Patience))
            {
                process.Kill();
                return null;
            }

            return new Answer(process.ExitCode, output.ToArray());
        }
        catch (Exception exception) when (exception is Win32Exception or InvalidOperationException or IOException)
        {
            return null;
        }
    }

    private static string Quote(string argument) => "\"" + argument.Replace("\\", "\\\\").Replace("\"", "\\\"") + "\"";

    private sealed record Answer(int ExitCode, byte[] Output);
}
