using System.Diagnostics;
using CdeCodegen.Benchmarks.Peers;
using CdeCodegen.Benchmarks.Support;

namespace CdeCodegen.Benchmarks.Generation;

/// <summary>
/// Times generation against NSwag, in process and warm, and against Kiota, which is a command-line program, as a process. The "driver" times
/// include the parse of every generated file, which the peers leave to the compiler.
/// </summary>
internal static class Peer
{
    public static void Print(int rounds)
    {
        Console.WriteLine(
            "| document | NSwag ms | Kiota ms | CdeCodegen, text to text ms | in the driver ms | NSwag / text to text | NSwag / driver | Kiota / driver |");
        Console.WriteLine("|---|---|---|---|---|---|---|---|");
        foreach (string name in BenchDocuments.Names)
        {
            TestDocument document = BenchDocuments.Load(name);
            Func<int>[] candidates =
            [
                () => NSwagGenerator.Generate(document.Text!).Length,
                () => Phases.Print(document),
                () => BenchDocuments.Generate(document).Sum(source => source.SourceText.Length),
            ];
            List<double>[] times = [[], [], []];
            for (int round = 0; round < Phases.WarmUp + rounds; round++)
            {
                for (int i = 0; i < candidates.Length; i++)
                {
                    // The order rotates, so that the caches and the heap that one candidate leaves behind affect all of them alike.
                    int candidate = (i + round) % candidates.Length;
                    double time = Time(candidates[candidate]);
                    if (round >= Phases.WarmUp)
                    {
                        times[candidate].Add(time);
                    }
                }
            }

            double nswag = Statistics.Median(times[0]);
            double text = Statistics.Median(times[1]);
            double driver = Statistics.Median(times[2]);
            using var temporary = new TemporaryFolder("cdecodegen-bench-");
            string folder = temporary.Path;
            double kiota = KiotaTool.IsAvailable ? KiotaTool.Generate(document.Path, Path.Combine(folder, "client")).TotalMilliseconds : double.NaN;
            Console.WriteLine(
                $"| {name} | {nswag:0} | {kiota:0} | {text:0.0} | {driver:0.0} | {nswag / text:0.0} | {nswag / driver:0.0} | {kiota / driver:0.0} |");
        }

        Console.WriteLine();
    }

    private static double Time(Func<int> run)
    {
        GC.Collect(); // No candidate pays for the garbage of another.
        long start = Stopwatch.GetTimestamp();
        run();
        return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
    }
}
