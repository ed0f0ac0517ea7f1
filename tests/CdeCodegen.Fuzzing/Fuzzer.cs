using System.Diagnostics;

namespace CdeCodegen.Fuzzing;

/// <summary>Runs a target on its seeds and on mutations of them. The same seed of the random numbers gives the same inputs.</summary>
internal static class Fuzzer
{
    /// <summary>The number of interesting inputs that are kept as seeds of the same run.</summary>
    private const int MaxPool = 2000;

    /// <summary>Runs until the number of inputs or the time is reached.</summary>
    /// <returns>The number of inputs.</returns>
    /// <exception cref="FuzzException">An input failed. Its text is in the message.</exception>
    public static long Run(FuzzTarget target, long runs, TimeSpan time, int randomSeed)
    {
        var random = new Random(randomSeed);
        List<string> pool = [.. target.BuiltInSeeds(), .. Kept(target)];
        foreach (string seed in pool)
        {
            RunOne(target, seed);
        }

        var watch = Stopwatch.StartNew();
        long done = 0;
        while (done < runs && watch.Elapsed < time)
        {
            string input = target.Mutate(pool[random.Next(pool.Count)], random);
            long accepted = target.Accepted;
            RunOne(target, input);
            done++;

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

        return done;
    }

    /// <summary>The kept seeds of a target: inputs that once failed.</summary>
    public static IEnumerable<string> Kept(FuzzTarget target)
    {
        string folder = Repository.PathOf("tests", "CdeCodegen.Fuzzing", "Seeds", target.Name);
        return Directory.Exists(folder) ? Directory.GetFiles(folder).Order(StringComparer.Ordinal).Select(File.ReadAllText) : [];
    }

    private static void RunOne(FuzzTarget target, string input)
    {
        try
        {
            target.Run(input);
        }
        catch (Exception e)
        {
            throw new FuzzException($"{target.Name}: {e.Message}\n--- input ---\n{input}\n--- end ---\n{e.StackTrace}");
        }
    }
}
