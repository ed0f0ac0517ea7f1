using System.Diagnostics;
using CdeCodegen.Mutation.Worker;

namespace CdeCodegen.Mutation;

/// <summary>Runs mutants in processes, one at a time. A process runs many mutants, until one of them ends it.</summary>
internal sealed class WorkerPool(MutationProject project, string folder, string tests)
{
    private static readonly TimeSpan s_progressInterval = TimeSpan.FromMinutes(1);

    private readonly Dictionary<int, MutantStatus> _statuses = [];
    private readonly Stopwatch _watch = Stopwatch.StartNew();
    private TimeSpan _nextProgress = s_progressInterval;

    /// <summary>Runs mutants, and prints those that survive as they do.</summary>
    public async Task<Dictionary<int, MutantStatus>> RunAsync(List<Mutant> mutants)
    {
        var known = mutants.ToDictionary(mutant => mutant.Id);
        var pending = new Queue<int>(known.Keys);
        List<int> alone = [];
        while (pending.Count > 0)
        {
            await RunWorkerAsync([.. pending], (id, outcome) =>
            {
                // A worker reports the mutants in their order.
                pending.Dequeue();
                if (outcome == WorkerOutcome.Alone)
                {
                    alone.Add(id);
                }
                else
                {
                    Complete(known[id], outcome);
                }

                Report(pending.Count, alone.Count);
            });
        }

        // A static initializer ran before the mutant became active, or an earlier mutant left something behind. A process of its own decides.
        for (int i = 0; i < alone.Count; i++)
        {
            await RunWorkerAsync([alone[i]], (id, outcome) => Complete(known[id], outcome), "--alone");
            Report(0, alone.Count - i);
        }

        return _statuses;
    }

    private void Complete(Mutant mutant, WorkerOutcome outcome)
    {
        MutantStatus status = StatusOf(outcome);
        _statuses[mutant.Id] = status;
        if (status != MutantStatus.Killed)
        {
            Console.WriteLine($"{status}: {mutant}");
        }
    }

    private static MutantStatus StatusOf(WorkerOutcome outcome) => outcome switch
    {
        WorkerOutcome.NoCoverage => MutantStatus.NoCoverage,
        WorkerOutcome.Survived => MutantStatus.Survived,
        WorkerOutcome.Timeout => MutantStatus.Timeout,
        _ => MutantStatus.Killed,
    };

    private async Task RunWorkerAsync(int[] ids, Action<int, WorkerOutcome> completed, params string[] options)
    {
        string list = Path.Combine(folder, "mutants.txt");
        await File.WriteAllLinesAsync(list, ids.Select(id => id.ToString()));
        string tested = Path.Combine(folder, project.Tests);
        string[] arguments =
        [
            "exec", "--depsfile", tested + ".deps.json", "--runtimeconfig", tested + ".runtimeconfig.json", Path.Combine(folder, "CdeCodegen.Mutation.dll"),
            "worker", tested + ".dll", Path.Combine(folder, project.Assembly + ".dll"), tests, list, .. options,
        ];
        var start = new ProcessStartInfo("dotnet", arguments) { RedirectStandardOutput = true, WorkingDirectory = folder };

        // Tests that compile may keep the result.
        start.Environment["CDECODEGEN_MUTATION"] = "1";
        using Process process = Process.Start(start)!;
        int running = -1;
        int done = 0;
        while (await process.StandardOutput.ReadLineAsync() is { } line)
        {
            switch (line.Split(' '))
            {
                case [WorkerCommand.Started, var id]:
                    running = int.Parse(id);
                    break;
                case [WorkerCommand.Ended, var id, var outcome]:
                    running = -1;
                    done++;
                    completed(int.Parse(id), Enum.Parse<WorkerOutcome>(outcome));
                    break;
                default:
                    Console.WriteLine(line);
                    break;
            }
        }

        await process.WaitForExitAsync();
        if (running >= 0)
        {
            // A stack overflow, for example.
            completed(running, WorkerOutcome.Killed);
        }
        else if (done == 0)
        {
            throw new InvalidOperationException($"The worker ended with {process.ExitCode} before the first mutant.");
        }
    }

    private void Report(int pending, int alone)
    {
        if (_watch.Elapsed > _nextProgress)
        {
            _nextProgress = _watch.Elapsed + s_progressInterval;
            Console.WriteLine($"{_statuses.Count} mutants ran, {pending} wait, {alone} run alone, {_watch.Elapsed.TotalSeconds:N0} s");
        }
    }
}
