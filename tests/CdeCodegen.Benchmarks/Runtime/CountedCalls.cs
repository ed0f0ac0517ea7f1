using System.Diagnostics;
using System.Diagnostics.Metrics;
using CdeCodegen.Runtime.Internal;

namespace CdeCodegen.Benchmarks.Runtime;

/// <summary>The bytes that one operation of the runtime allocates.</summary>
internal static class CountedCalls
{
    private const int WarmUp = 200;
    private const int Calls = 1000;

    public static IEnumerable<(string Name, long Count)> All()
    {
        var read = new ReadBenchmarks();
        yield return ("read 4.9 KB: bytes allocated", Allocated(() => read.Generated()));
        var write = new WriteBenchmarks();
        yield return ("write 4.9 KB: bytes allocated", Allocated(() => write.Generated()));
        var uri = new UriBenchmarks();
        yield return ("URI, four parameters: bytes allocated", Allocated(() => uri.Generated()));
        foreach ((string name, RequestBenchmarks requests) in new (string, RequestBenchmarks)[]
        {
            ("request, 200, 4.9 KB", new Request200Benchmarks()),
            ("request, 200, 38 B", new RequestSmallBenchmarks()),
            ("request, 404, 38 B", new Request404Benchmarks()),
        })
        {
            // The stub handler completes synchronously, so the whole call runs on this thread.
            yield return ($"{name}: bytes allocated", Allocated(() => requests.Generated().GetAwaiter().GetResult()));
        }

        foreach ((string, long) count in Telemetry())
        {
            yield return count;
        }
    }

    /// <summary>
    /// Without a listener, a call only asks whether there is one and then takes the path without telemetry. The rows of requests above are such calls; the
    /// last row shows what a listener costs them.
    /// </summary>
    private static IEnumerable<(string Name, long Count)> Telemetry()
    {
        const string Source = "CdeCodegen.Runtime";
        var telemetry = new CallTelemetry(null);
        bool isEnabled = false;
        yield return ("telemetry, nobody listens: bytes allocated", Allocated(() => isEnabled |= telemetry.IsEnabled));
        if (isEnabled)
        {
            throw new InvalidOperationException("Something listens to telemetry, so the counts of requests contain it.");
        }

        using var activities = new ActivityListener
        {
            ShouldListenTo = static source => source.Name == Source,
            Sample = static (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
        };
        ActivitySource.AddActivityListener(activities);
        using var meters = new MeterListener();
        meters.InstrumentPublished = static (instrument, listener) =>
        {
            if (instrument.Meter.Name == Source)
            {
                listener.EnableMeasurementEvents(instrument);
            }
        };
        meters.Start();
        var requests = new Request404Benchmarks();
        yield return ("request, 404, 38 B, observed: bytes allocated", Allocated(() => requests.Generated().GetAwaiter().GetResult()));
    }

    private static long Allocated(Action call)
    {
        for (int i = 0; i < WarmUp; i++)
        {
            call();
        }

        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 0; i < Calls; i++)
        {
            call();
        }

        return (GC.GetAllocatedBytesForCurrentThread() - before) / Calls;
    }
}
