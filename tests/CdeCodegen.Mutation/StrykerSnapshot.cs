using System.Diagnostics;
using System.Text.Json;

namespace CdeCodegen.Mutation;

/// <summary>Has Stryker compile all mutants into one assembly, and keeps a copy of it together with the tests.</summary>
internal static class StrykerSnapshot
{
    /// <summary>Stryker's message when the mutated assembly is in its place. It puts the original one back at its end.</summary>
    private const string Injected = "Injected the mutated assembly";

    /// <summary>Runs Stryker.</summary>
    /// <param name="folder">An empty folder, which receives the output of the test project with the mutated assembly.</param>
    /// <returns>The mutants.</returns>
    /// <exception cref="InvalidOperationException">Stryker fails.</exception>
    public static async Task<List<Mutant>> CreateAsync(MutationProject project, string[] globs, string folder)
    {
        string output = Directory.CreateTempSubdirectory("stryker").FullName;
        string configuration = Path.Combine(output, "stryker-config.json");
        await File.WriteAllTextAsync(configuration, Configuration(project, globs));
        var start = new ProcessStartInfo("dotnet", ["stryker", "-f", configuration, "-O", output, "-V", "debug"])
        {
            WorkingDirectory = project.TestFolder,
            RedirectStandardOutput = true,
        };
        bool isCopied = false;
        using (Process process = Process.Start(start)!)
        {
            while (await process.StandardOutput.ReadLineAsync() is { } line)
            {
                if (line.Contains(" INF]", StringComparison.Ordinal) || line.Contains(" ERR]", StringComparison.Ordinal))
                {
                    Console.WriteLine(line);
                }
                else if (line.Contains(Injected, StringComparison.Ordinal))
                {
                    Copy(project.OutputFolder, folder);
                    isCopied = true;
                }
            }

            await process.WaitForExitAsync();
        }

        string report = Path.Combine(output, "reports", "mutation-report.json");
        if (!isCopied || !File.Exists(report))
        {
            throw new InvalidOperationException("Stryker made no report. Run 'dotnet tool restore', and 'dotnet stryker' in " + project.TestFolder);
        }

        List<Mutant> mutants = Mutant.ReadReport(report);
        Mutant.Save(mutants, folder);
        Directory.Delete(output, recursive: true);
        return mutants;
    }

    private static string Configuration(MutationProject project, string[] globs) => JsonSerializer.Serialize(new Dictionary<string, object>
    {
        ["stryker-config"] = new Dictionary<string, object>
        {
            ["project"] = project.Assembly + ".csproj",
            ["mutate"] = globs,
            ["reporters"] = new[] { "json" },
            ["concurrency"] = 1,
            ["test-case-filter"] = "FullyQualifiedName~" + project.FastTest,
            ["thresholds"] = new Dictionary<string, int> { ["high"] = 90, ["low"] = 85, ["break"] = 0 },
        },
    });

    private static void Copy(string from, string to)
    {
        foreach (string file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            string target = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            CopyFile(file, target);
        }
    }

    /// <summary>Copies a file. Stryker may still be writing it.</summary>
    private static void CopyFile(string from, string to)
    {
        for (int attempt = 0; ; attempt++)
        {
            try
            {
                File.Copy(from, to, overwrite: true);
                return;
            }
            catch (IOException) when (attempt < 50)
            {
                Thread.Sleep(100);
            }
        }
    }
}
