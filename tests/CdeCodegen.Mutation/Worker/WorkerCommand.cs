using System.Diagnostics;
using System.Reflection;

namespace CdeCodegen.Mutation.Worker;

/// <summary>
/// Runs mutants in this process. Output: <c>mutant-started ID</c> and <c>mutant-ended ID OUTCOME</c>.
/// </summary>
internal sealed class WorkerCommand(TestHost host, MutantSwitch mutants, TestCoverage coverage, TextWriter output)
{
    public const string Started = "mutant-started";
    public const string Ended = "mutant-ended";

    /// <summary>The file, beside the tests, with what each test executes.</summary>
    public const string CoverageFile = "coverage.txt";

    private readonly Dictionary<string, Test> _tests = host.Tests.ToDictionary(test => test.Name);

    public static int Run(string[] arguments)
    {
        (string tests, string mutated, string parts, string list) = (arguments[0], arguments[1], arguments[2], arguments[3]);
        int[] ids = [.. File.ReadAllLines(list).Select(int.Parse)];
        bool isAlone = arguments.Contains("--alone");

        // Tests may write to the console.
        var output = TextWriter.Synchronized(new StreamWriter(Console.OpenStandardOutput()) { AutoFlush = true });
        Console.SetOut(TextWriter.Null);

        // A failed assertion of the mutated code fails a test instead of ending the process.
        Trace.Listeners.Clear();
        Trace.Listeners.Add(new ThrowingListener());
        var mutants = new MutantSwitch(Assembly.LoadFrom(mutated));
        if (isAlone)
        {
            output.WriteLine($"{Started} {ids[0]}");
            mutants.Activate(ids[0]);
        }

        var host = new TestHost(Assembly.LoadFrom(tests), parts.Split(','));
        string kept = Path.Combine(Path.GetDirectoryName(tests)!, CoverageFile);
        if (!File.Exists(kept))
        {
            Measure(host, mutants, kept, output);
        }

        var worker = new WorkerCommand(host, mutants, TestCoverage.Read(kept), output);
        if (isAlone)
        {
            worker.RunAlone(ids[0]);
        }
        else
        {
            worker.RunAll(ids);
        }

        // Tests may leave threads behind.
        Environment.Exit(0);
        return 0;
    }

    /// <summary>
    /// Runs each test twice: the second run gives its time, and a mutant that only the first run executes is in code that runs once in a process, such as a
    /// static initializer.
    /// </summary>
    private static void Measure(TestHost host, MutantSwitch mutants, string path, TextWriter output)
    {
        var executed = new Dictionary<string, (int[] All, int[] Static)>();
        foreach (Test test in host.Tests)
        {
            executed[test.Name] = mutants.Capture(() => host.Run(test, TimeSpan.FromMinutes(5), static () => { }));
        }

        List<(string Name, double Milliseconds)> passed = [];
        HashSet<int> again = [];
        foreach (Test test in host.Tests)
        {
            long start = Stopwatch.GetTimestamp();
            TestOutcome outcome = TestOutcome.Failed;
            again.UnionWith(mutants.Capture(() => outcome = host.Run(test, TimeSpan.FromMinutes(5), static () => { })).All);
            if (outcome == TestOutcome.Passed)
            {
                passed.Add((test.Name, Stopwatch.GetElapsedTime(start).TotalMilliseconds));
            }
            else
            {
                output.WriteLine($"{test.Name} fails without a mutant, so it judges none.");
            }
        }

        File.WriteAllLines(path, passed.Select(test =>
        {
            (int[] all, int[] ofStatic) = executed[test.Name];
            return TestCoverage.Format(test.Name, test.Milliseconds, all, [.. ofStatic.Union(all.Where(id => !again.Contains(id)))]);
        }));
        output.WriteLine($"{passed.Count} tests");
    }

    private void RunAll(int[] ids)
    {
        foreach (int id in ids)
        {
            output.WriteLine($"{Started} {id}");
            WorkerOutcome outcome = coverage.IsStatic(id) ? WorkerOutcome.Alone : Try(id);
            mutants.Deactivate();
            output.WriteLine($"{Ended} {id} {outcome}");
            if (outcome == WorkerOutcome.Alone && !coverage.IsStatic(id))
            {
                // The state of the process is spoiled.
                return;
            }
        }
    }

    private WorkerOutcome Try(int id)
    {
        // Most mutants fail some test without a compiler, which takes a hundredth of the time.
        List<string> postponed = [];
        TestHost.PostponesCompilation = true;
        WorkerOutcome outcome = Try(id, coverage.TestsOf(id), postponed);
        TestHost.PostponesCompilation = false;
        return outcome == WorkerOutcome.Survived && postponed.Count > 0 ? Try(id, postponed, []) : outcome;
    }

    private WorkerOutcome Try(int id, IEnumerable<string> names, List<string> postponed)
    {
        WorkerOutcome outcome = WorkerOutcome.NoCoverage;
        foreach (string name in names)
        {
            mutants.Activate(id);
            TestOutcome test = RunTest(name, id, LimitFor(coverage.TimeOf(name)));
            test = test == TestOutcome.Late ? RunAgain(name, id) : test;
            switch (test)
            {
                case TestOutcome.Passed:
                    break;
                case TestOutcome.Postponed:
                    postponed.Add(name);
                    break;
                case TestOutcome.Late:
                    return WorkerOutcome.Timeout;
                default:
                    // If the test fails without the mutant as well, an earlier mutant has left something behind.
                    mutants.Deactivate();
                    return RunTest(name, id, LimitFor(coverage.TimeOf(name))) == TestOutcome.Passed ? WorkerOutcome.Killed : WorkerOutcome.Alone;
            }

            outcome = WorkerOutcome.Survived;
        }

        return outcome;
    }

    private void RunAlone(int id)
    {
        WorkerOutcome outcome = WorkerOutcome.Survived;
        foreach (Test test in host.Tests.Where(test => coverage.Passes(test.Name)).OrderBy(test => coverage.TimeOf(test.Name)))
        {
            TestOutcome ended = RunTest(test.Name, id, LimitFor(coverage.TimeOf(test.Name)));
            if (ended != TestOutcome.Passed)
            {
                outcome = ended == TestOutcome.Late ? WorkerOutcome.Timeout : WorkerOutcome.Killed;
                break;
            }
        }

        output.WriteLine($"{Ended} {id} {outcome}");
    }

    /// <summary>Runs a test that was late again, unless it is as fast as ever without the mutant: a busy machine also makes tests late.</summary>
    private TestOutcome RunAgain(string name, int id)
    {
        mutants.Deactivate();
        long start = Stopwatch.GetTimestamp();
        RunTest(name, id, TimeSpan.FromMinutes(5));
        TimeSpan now = Stopwatch.GetElapsedTime(start);
        if (now < TimeSpan.FromSeconds(1) + (coverage.TimeOf(name) * 2))
        {
            return TestOutcome.Late;
        }

        mutants.Activate(id);
        return RunTest(name, id, LimitFor(now));
    }

    private static TimeSpan LimitFor(TimeSpan usual) => TimeSpan.FromSeconds(5) + (usual * 5);

    private TestOutcome RunTest(string name, int id, TimeSpan limit)
    {
        try
        {
            return host.Run(_tests[name], limit, mutants.Deactivate);
        }
        catch (TimeoutException)
        {
            output.WriteLine($"{Ended} {id} {WorkerOutcome.Timeout}");
            Environment.Exit(1);
            throw;
        }
    }

    private sealed class ThrowingListener : TraceListener
    {
        public override void Fail(string? message, string? detailMessage) => throw new InvalidOperationException(message + detailMessage);

        public override void Write(string? message)
        {
        }

        public override void WriteLine(string? message)
        {
        }
    }
}
