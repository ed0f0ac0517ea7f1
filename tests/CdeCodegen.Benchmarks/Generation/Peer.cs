using System.Diagnostics;
using CdeCodegen.Benchmarks.Peers;

namespace CdeCodegen.Benchmarks.Generation;

/// <summary>
/// From the text of a document to the text of a client: NSwag and ours warm and in this process, in turn; Kiota, which is a program, as a process.
/// In the driver, ours includes what the others leave to the compiler: each printed file is parsed.
/// </summary>
internal static class Peer
{
    public static void Print(int rounds)
    {
        Console.WriteLine("| document | NSwag ms | Kiota ms | CdeCodegen, text to text ms | in the driver ms | NSwag / text to text | NSwag / driver | Kiota / driver |");
        Console.WriteLine("|---|---|---|---|---|---|---|---|");
        foreach (string name in BenchDocument.Names)
        {
            var document = BenchDocument.Load(name);
            Func<int>[] candidates =
            [
                () => NSwagGenerator.Generate(document).Length,
                () => Phases.Print(document),
                () => document.Generate().Sum(source => source.SourceText.Length),
            ];
            List<double>[] times = [[], [], []];
            for (int round = 0; round < Phases.WarmUp + rounds; round++)
            {
                for (int i = 0; i < candidates.Length; i++)
                {
                    // In turn, and each behind every other one: what a run leaves in caches and in the heap helps all alike.
                    int candidate = (i + round) % candidates.Length;
                    double time = Time(candidates[candidate]);
                    if (round >= Phases.WarmUp)
                    {
                        times[candidate].Add(time);
                    }
                }
            }

            double nswag = Median(times[0]);
            double text = Median(times[1]);
            double driver = Median(times[2]);
            string folder = Directory.CreateTempSubdirectory("cdecodegen-bench-").FullName;
            try
            {
                double kiota = KiotaTool.IsThere ? KiotaTool.Generate(document.Path, System.IO.Path.Combine(folder, "client")).TotalMilliseconds : double.NaN;
                Console.WriteLine(
                    $"| {name} | {nswag:0} | {kiota:0} | {text:0.0} | {driver:0.0} | {nswag / text:0.0} | {nswag / driver:0.0} | {kiota / driver:0.0} |");
            }
            finally
            {
                Directory.Delete(folder, recursive: true);
            }
        }

        Console.WriteLine();
    }

    private static double Time(Func<int> run)
    {
        GC.Collect(); // nobody pays for what another one left behind
        long start = Stopwatch.GetTimestamp();
        run();
        return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
    }

    private static double Median(List<double> values) => values.Order().ElementAt(values.Count / 2);
}
