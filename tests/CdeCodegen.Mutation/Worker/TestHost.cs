using System.Reflection;
using Xunit;
using Xunit.Abstractions;
using Xunit.Sdk;

namespace CdeCodegen.Mutation.Worker;

/// <summary>Runs the tests of an assembly in this process, one method at a time, and stops at the first that fails.</summary>
internal sealed class TestHost
{
    private readonly ITestFrameworkExecutor _executor;

    /// <param name="parts">A method takes part if its full name contains one of them, and none that starts with an exclamation mark.</param>
    public TestHost(Assembly assembly, string[] parts)
    {
        var framework = new XunitTestFramework(new NullMessageSink());
        var found = new Sink();
        framework.GetDiscoverer(new ReflectionAssemblyInfo(assembly)).Find(false, found, new Options());
        found.Wait(Timeout.InfiniteTimeSpan);
        Methods =
        [
            .. found.Cases.GroupBy(test => test.TestMethod.TestClass.Class.Name + "." + test.TestMethod.Method.Name)
                .Where(group => parts.Any(part => part[0] != '!' && group.Key.Contains(part)) && !parts.Any(part => part[0] == '!' && group.Key.Contains(part[1..])))
                .OrderBy(group => group.Key, StringComparer.Ordinal)
                .Select(group => new TestMethod(group.Key, [.. group])),
        ];
        _executor = framework.GetExecutor(assembly.GetName());
    }

    public TestMethod[] Methods { get; }

    /// <summary>Runs a method.</summary>
    /// <returns>Whether all tests pass; null if they did not end in time. <paramref name="whenLate"/> then runs, and the tests get a moment to end.</returns>
    public bool? Run(TestMethod tests, TimeSpan time, Action whenLate)
    {
        var sink = new Sink();

        // Without parallel tests, the executor runs them on the calling thread, and a mutant may loop for ever.
        new Thread(() => _executor.RunTests(tests.Cases, sink, new Options())) { IsBackground = true }.Start();
        if (sink.Wait(time))
        {
            return sink.Failure is null;
        }

        whenLate();
        if (!sink.Wait(TimeSpan.FromSeconds(5)))
        {
            throw new TimeoutException(tests.Name + " does not end.");
        }

        return null;
    }

    /// <summary>Collects test cases and failures. Returning false stops the run.</summary>
    private sealed class Sink : LongLivedMarshalByRefObject, IMessageSink
    {
        private readonly ManualResetEventSlim _ended = new();

        public List<ITestCase> Cases { get; } = [];

        public string? Failure { get; private set; }

        public bool Wait(TimeSpan time) => _ended.Wait(time);

        public bool OnMessage(IMessageSinkMessage message)
        {
            switch (message)
            {
                case ITestCaseDiscoveryMessage found:
                    Cases.Add(found.TestCase);
                    break;
                case ITestFailed failed:
                    Failure ??= failed.Test.DisplayName;
                    break;
                case IFailureInformation:
                    Failure ??= message.GetType().Name;
                    break;
                case IDiscoveryCompleteMessage or ITestAssemblyFinished:
                    _ended.Set();
                    break;
            }

            return Failure is null;
        }
    }

    private sealed class Options : ITestFrameworkDiscoveryOptions, ITestFrameworkExecutionOptions
    {
        private readonly Dictionary<string, object?> _values = new()
        {
            ["xunit.discovery.PreEnumerateTheories"] = false,
            ["xunit.discovery.SynchronousMessageReporting"] = true,
            ["xunit.execution.SynchronousMessageReporting"] = true,
            ["xunit.execution.DisableParallelization"] = true,
        };

        public TValue GetValue<TValue>(string name) => _values.TryGetValue(name, out object? value) ? (TValue)value! : default!;

        public void SetValue<TValue>(string name, TValue value) => _values[name] = value;
    }
}

/// <summary>The test cases of a method, which has several if it is a theory.</summary>
internal sealed record TestMethod(string Name, ITestCase[] Cases);
