using System.Reflection;
using Xunit;
using Xunit.Abstractions;
using Xunit.Sdk;

namespace CdeCodegen.Mutation.Worker;

/// <summary>Runs the tests of an assembly in this process, one at a time. A row of a theory is a test of its own where xunit can tell its rows apart.</summary>
internal sealed class TestHost
{
    private readonly ITestFrameworkExecutor _executor;

    /// <param name="parts">A test takes part if its full name contains one of them, and none that starts with an exclamation mark.</param>
    public TestHost(Assembly assembly, string[] parts)
    {
        var framework = new XunitTestFramework(new NullMessageSink());
        var found = new Sink();
        framework.GetDiscoverer(new ReflectionAssemblyInfo(assembly)).Find(false, found, new Options());
        found.Wait(Timeout.InfiniteTimeSpan);
        Tests =
        [
            .. found.Cases.GroupBy(NameOf)
                .Where(group => parts.Any(part => part[0] != '!' && group.Key.Contains(part)) && !parts.Any(part => part[0] == '!' && group.Key.Contains(part[1..])))
                .OrderBy(group => group.Key, StringComparer.Ordinal)
                .Select(group => new Test(group.Key, [.. group])),
        ];
        _executor = framework.GetExecutor(assembly.GetName());
    }

    public Test[] Tests { get; }

    /// <summary>Whether tests that know this switch end before they compile, as <see cref="TestOutcome.Postponed"/>.</summary>
    public static bool PostponesCompilation
    {
        set => AppContext.SetSwitch("CdeCodegen.Mutation.Postpone", value);
    }

    /// <summary>Runs a test. If it is late, <paramref name="whenLate"/> runs, and the test gets as much time again to end.</summary>
    public TestOutcome Run(Test test, TimeSpan time, Action whenLate)
    {
        var sink = new Sink();

        // Without parallel tests, the executor runs them on the calling thread, and a mutant may loop for ever.
        new Thread(() => _executor.RunTests(test.Cases, sink, new Options())) { IsBackground = true }.Start();
        if (sink.Wait(time))
        {
            return sink.Outcome;
        }

        whenLate();
        if (!sink.Wait(time))
        {
            throw new TimeoutException(test.Name + " does not end.");
        }

        return TestOutcome.Late;
    }

    /// <summary>The full name on one line, with the arguments of a row. Rows that are written alike are one test.</summary>
    private static string NameOf(ITestCase test)
    {
        string method = test.TestMethod.TestClass.Class.Name + "." + test.TestMethod.Method.Name;
        int arguments = test.DisplayName.IndexOf('(');
        return arguments < 0 ? method : string.Concat((method + test.DisplayName[arguments..]).Where(static c => !char.IsControl(c)));
    }

    /// <summary>Collects test cases and failures. Returning false stops the run.</summary>
    private sealed class Sink : LongLivedMarshalByRefObject, IMessageSink
    {
        private readonly ManualResetEventSlim _ended = new();

        public List<ITestCase> Cases { get; } = [];

        public TestOutcome Outcome { get; private set; }

        public bool Wait(TimeSpan time) => _ended.Wait(time);

        public bool OnMessage(IMessageSinkMessage message)
        {
            switch (message)
            {
                case ITestCaseDiscoveryMessage found:
                    Cases.Add(found.TestCase);
                    break;
                case ITestFailed failed:
                    Outcome = Array.Exists(failed.ExceptionTypes, static type => type.EndsWith("PostponedException", StringComparison.Ordinal))
                        ? TestOutcome.Postponed
                        : TestOutcome.Failed;
                    break;
                case IFailureInformation:
                    Outcome = TestOutcome.Failed;
                    break;
                case IDiscoveryCompleteMessage or ITestAssemblyFinished:
                    _ended.Set();
                    break;
            }

            return Outcome != TestOutcome.Failed;
        }
    }

    private sealed class Options : ITestFrameworkDiscoveryOptions, ITestFrameworkExecutionOptions
    {
        private readonly Dictionary<string, object?> _values = new()
        {
            ["xunit.discovery.PreEnumerateTheories"] = true,
            ["xunit.discovery.SynchronousMessageReporting"] = true,
            ["xunit.execution.SynchronousMessageReporting"] = true,
            ["xunit.execution.DisableParallelization"] = true,
        };

        public TValue GetValue<TValue>(string name) => _values.TryGetValue(name, out object? value) ? (TValue)value! : default!;

        public void SetValue<TValue>(string name, TValue value) => _values[name] = value;
    }
}

/// <summary>A test and its cases: several for rows that are written alike.</summary>
internal sealed record Test(string Name, ITestCase[] Cases);
