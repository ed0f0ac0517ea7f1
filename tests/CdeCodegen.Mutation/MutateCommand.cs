using System.IO.Enumeration;
using System.Text;
using CdeCodegen.Mutation.Worker;

namespace CdeCodegen.Mutation;

/// <summary>Mutates files, runs the tests for each mutant, and prints a table.</summary>
internal static class MutateCommand
{
    /// <param name="project">The project and its tests.</param>
    /// <param name="globs">The files to mutate.</param>
    /// <param name="tests">The tests to run.</param>
    /// <param name="sample">How many mutants to run; null for all.</param>
    /// <param name="reportPath">The file that receives the table; null for none.</param>
    /// <param name="snapshot">A folder that keeps the mutated assembly. If it has one, Stryker does not run, and <paramref name="globs"/> only select files.</param>
    public static async Task<int> RunAsync(MutationProject project, string[] globs, string tests, Sample? sample, string? reportPath, string? snapshot)
    {
        string folder = snapshot ?? Directory.CreateTempSubdirectory("mutants").FullName;
        List<Mutant> mutants = Mutant.Load(folder) ?? await StrykerSnapshot.CreateAsync(project, globs, folder);
        CoverageArrays.AddTo(Path.Combine(folder, project.Assembly + ".dll"));
        mutants = [.. mutants.Where(mutant => IsSelected(globs, mutant.File))];
        string own = typeof(MutateCommand).Assembly.Location;
        File.Copy(own, Path.Combine(folder, Path.GetFileName(own)), overwrite: true);
        File.Delete(Path.Combine(folder, WorkerCommand.CoverageFile));
        Console.WriteLine($"{mutants.Count} mutants");
        mutants = sample?.Take(mutants) ?? mutants;

        var workers = new WorkerPool(project, folder, tests);
        Dictionary<int, MutantStatus> statuses = await workers.RunAsync(mutants);

        string report = Describe(mutants, statuses);
        Console.WriteLine(report);
        if (reportPath is not null)
        {
            await File.WriteAllTextAsync(reportPath, report);
        }

        if (snapshot is null)
        {
            Directory.Delete(folder, recursive: true);
        }

        return 0;
    }

    /// <summary>Whether a glob matches a file, and none that starts with <c>!</c> does.</summary>
    private static bool IsSelected(string[] globs, string file)
        => globs.Any(glob => Matches(glob, file)) && !globs.Any(glob => glob.StartsWith('!') && Matches(glob[1..], file));

    private static bool Matches(string glob, string file) => FileSystemName.MatchesSimpleExpression(glob.Replace("**/", ""), file);

    /// <summary>A table in Markdown with a row for each file, and below it the mutants that no test killed.</summary>
    private static string Describe(List<Mutant> mutants, Dictionary<int, MutantStatus> statuses)
    {
        var text = new StringBuilder("| file | mutants | killed | timed out | survived | not executed | killed % |\n|---|---|---|---|---|---|---|\n");
        foreach (IGrouping<string, Mutant> file in mutants.GroupBy(mutant => mutant.File).OrderBy(group => group.Key, StringComparer.Ordinal))
        {
            AppendRow(text, $"`{file.Key}`", file, statuses);
        }

        AppendRow(text, "all", mutants, statuses);
        foreach (Mutant mutant in mutants.OrderBy(mutant => mutant.File, StringComparer.Ordinal).ThenBy(mutant => mutant.Line))
        {
            if (statuses[mutant.Id] is MutantStatus.Survived or MutantStatus.NoCoverage)
            {
                text.Append($"\n{statuses[mutant.Id]}: {mutant}");
            }
        }

        return text.ToString();
    }

    private static void AppendRow(StringBuilder text, string name, IEnumerable<Mutant> mutants, Dictionary<int, MutantStatus> statuses)
    {
        int[] counts = new int[4];
        foreach (Mutant mutant in mutants)
        {
            counts[(int)statuses[mutant.Id]]++;
        }

        int killed = counts[(int)MutantStatus.Killed];
        int timedOut = counts[(int)MutantStatus.Timeout];
        int survived = counts[(int)MutantStatus.Survived];
        int notExecuted = counts[(int)MutantStatus.NoCoverage];
        double percent = 100.0 * (killed + timedOut) / counts.Sum();
        text.Append($"| {name} | {counts.Sum()} | {killed} | {timedOut} | {survived} | {notExecuted} | {percent:0.0} |\n");
    }
}
