using System.Diagnostics;
using System.Runtime.ExceptionServices;

namespace CdeCodegen.Generator.Tests.Hostile;

/// <summary>Runs code that must end in time and allocate little.</summary>
internal static class Watchdog
{
    /// <summary>The stack of the compiler's own threads on most systems.</summary>
    private const int StackSize = 1024 * 1024;

    /// <summary>Runs code on a thread of its own, with a stack of 1 MB.</summary>
    /// <param name="run">The code.</param>
    /// <param name="time">The longest time of the wall clock. A thread that takes longer fails the test and is left behind.</param>
    /// <param name="bytes">The largest number of bytes that the code may allocate in total, collected ones included.</param>
    public static T Run<T>(Func<T> run, TimeSpan time, long bytes)
    {
        T result = default!;
        ExceptionDispatchInfo? error = null;
        long allocated = 0;
        var thread = new Thread(
            () =>
            {
                long before = GC.GetAllocatedBytesForCurrentThread();
                try
                {
                    result = run();
                }
                catch (Exception e)
                {
                    error = ExceptionDispatchInfo.Capture(e);
                }

                allocated = GC.GetAllocatedBytesForCurrentThread() - before;
            },
            StackSize)
        {
            IsBackground = true,
        };
        var watch = Stopwatch.StartNew();
        thread.Start();
        Assert.True(thread.Join(time), $"The code still runs after {watch.Elapsed}.");
        error?.Throw();
        Assert.True(allocated <= bytes, $"The code allocated {allocated:N0} bytes.");
        return result;
    }
}
