using System.Diagnostics;

namespace CdeCodegen.Fuzzing;

/// <summary>Runs a target on its seeds and on mutations of them. The same seed of the random numbers gives the same inputs.</summary>
internal sealed class Fuzzer(FuzzTarget target, int randomSeed)
{
    /// <summary>The number of interesting inputs that are kept as seeds of the same run.</summary>
    private const int MaxPool = 2000;

    /// <summary>A run that fails as often as this ends.</summary>
    private const int MaxFailures = 100;

    private static readonly TimeSpan s_progressInterval = TimeSpan.FromMinutes(1);

    private readonly Stopwatch _watch = Stopwatch.StartNew();
    private readonly HashSet<string> _reported = new(StringComparer.Ordinal);

    /// <summary>The number of inputs so far, without the seeds.</summary>
    public long Runs { get; private set; }

    /// <summary>The number of inputs that failed, seeds included.</summary>
    public int Failures { get; private set; }

    /// <summary>Runs until the number of inputs or the time is reached, or too many inputs have failed. A failure does not end the run.</summary>
    /// <param name="output">Receives each kind of failure with the text of its first input, and the progress once a minute.</param>
    public void Run(long runs, TimeSpan time, TextWriter output)
    {
        var random = new Random(randomSeed);
        List<string> pool = [.. target.BuiltInSeeds(), .. Kept(target)];
        foreach (string seed in pool)
        {
            RunOne(seed, output);
        }

        TimeSpan end = _watch.Elapsed + time;
        TimeSpan nextProgress = _watch.Elapsed + s_progressInterval;
        while (Runs < runs && Failures < MaxFailures && _watch.Elapsed < end)
        {
            string input = target.Mutate(pool[random.Next(pool.Count)], random);
            long accepted = target.Accepted;
            RunOne(input, output);
            Runs++;
            if (_watch.Elapsed > nextProgress)
            {
                output.WriteLine(Progress());
                nextProgress += s_progressInterval;
            }

            // An accepted input is a better start than a rejected one; now and then it replaces a seed that came from another.
            if (target.Accepted > accepted && input.Length < 20_000 && random.Next(20) == 0)
            {
                if (pool.Count < MaxPool)
                {
                    pool.Add(input);
                }
                else
                {
                    pool[random.Next(pool.Count / 2, pool.Count)] = input;
                }
            }
        }
    }

    /// <summary>A row of a table in Markdown: the target, inputs, accepted inputs, what else the target counts, failures and seconds.</summary>
    public string Progress() =>
        $"| {target.Name} | {Runs:N0} inputs | {target.Accepted:N0} accepted{target.Details} | {Failures} failed | {_watch.Elapsed.TotalSeconds:N0} s |";

    /// <summary>The kept seeds of a target: inputs that once failed.</summary>
    public static IEnumerable<string> Kept(FuzzTarget target)
    {
        string folder = Repository.PathOf("tests", "CdeCodegen.Fuzzing", "Seeds", target.Name);
        return Directory.Exists(folder) ? Directory.GetFiles(folder).Order(StringComparer.Ordinal).Select(File.ReadAllText) : [];
    }

    private void RunOne(string input, TextWriter output)
    {
        try
        {
            target.Run(input);
        }
        catch (Exception e)
        {
            Failures++;

            // Names and numbers differ from input to input, the place in the code does not.
            if (_reported.Add(e is FuzzException ? e.Message.Split('\n')[0] : e.GetType() + e.StackTrace))
            {
                output.WriteLine($"{target.Name}: {e.Message}\n--- input ---\n{input}\n--- end ---\n{e.StackTrace}");
            }
        }
    }
}
