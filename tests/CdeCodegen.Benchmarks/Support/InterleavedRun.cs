using System.Diagnostics;

namespace CdeCodegen.Benchmarks.Support;

/// <summary>
/// Times candidates in short slices, in turn, so that other load on the machine affects all of them alike. On a busy machine only the ratios to the
/// first candidate, the baseline, are meaningful.
/// </summary>
public sealed class InterleavedRun(string title)
{
    private const int SliceMilliseconds = 10;
    private const int WarmUpMilliseconds = 700;
    private const int Batch = 20;

    private readonly List<Candidate> _candidates = [];

    public InterleavedRun Add(string name, Func<object?> run)
    {
        _candidates.Add(new Candidate(name, run));
        return this;
    }

    public InterleavedRun Add(string name, Func<Task<object?>> run) => Add(name, () => run().GetAwaiter().GetResult());

    /// <summary>Runs the candidates and prints the results as a Markdown table.</summary>
    public void Print(int rounds)
    {
        foreach (Candidate candidate in _candidates)
        {
            candidate.Slice(WarmUpMilliseconds);
        }

        // The runtime installs tier-1 code in the background.
        Thread.Sleep(200);
        foreach (Candidate candidate in _candidates)
        {
            candidate.Slice(WarmUpMilliseconds / 2);
            candidate.CountBytes();
        }

        for (int round = 0; round < rounds; round++)
        {
            foreach (Candidate candidate in _candidates)
            {
                candidate.Times.Add(candidate.Slice(SliceMilliseconds));
            }
        }

        Console.WriteLine($"| {title} | ns (p10) | ns (median) | bytes | time ratio | bytes ratio |");
        Console.WriteLine("|---|---|---|---|---|---|");
        Candidate baseline = _candidates[0];
        foreach (Candidate candidate in _candidates)
        {
            Console.Write($"| {candidate.Name} | {candidate.Percentile(10):0} | {candidate.Percentile(50):0} | {candidate.Bytes:0} ");
            Console.WriteLine($"| {candidate.Percentile(10) / baseline.Percentile(10):0.00} | {candidate.Bytes / baseline.Bytes:0.00} |");
        }

        Console.WriteLine();
    }

    private sealed class Candidate(string name, Func<object?> run)
    {
        public string Name => name;

        public List<double> Times { get; } = [];

        /// <summary>Allocated bytes per call.</summary>
        public double Bytes { get; private set; }

        /// <summary>Runs for a time and returns nanoseconds per call.</summary>
        public double Slice(int milliseconds)
        {
            int count = 0;
            long limit = Stopwatch.Frequency * milliseconds / 1000;
            var watch = Stopwatch.StartNew();
            do
            {
                for (int i = 0; i < Batch; i++)
                {
                    run();
                }

                count += Batch;
            }
            while (watch.ElapsedTicks < limit);
            return watch.Elapsed.TotalNanoseconds / count;
        }

        public void CountBytes()
        {
            const int Count = 500;
            long before = GC.GetAllocatedBytesForCurrentThread();
            for (int i = 0; i < Count; i++)
            {
                run();
            }

            Bytes = (GC.GetAllocatedBytesForCurrentThread() - before) / (double)Count;
        }

        public double Percentile(int percent)
        {
            Times.Sort();
            return Times[Math.Min(Times.Count - 1, Times.Count * percent / 100)];
        }
    }
}
