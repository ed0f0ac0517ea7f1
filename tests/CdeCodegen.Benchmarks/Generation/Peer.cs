using System.Diagnostics;
using CdeCodegen.Benchmarks.Peers;
using NSwag.CodeGeneration.CSharp;

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
            BenchDocument document = BenchDocument.Load(name);
            var nswag = new List<double>();
            var text = new List<double>();
            var driver = new List<double>();
            for (int round = 0; round < rounds * 2; round++)
            {
                double[] times =
                [
                    Time(() => new CSharpClientGenerator(NSwag.OpenApiDocument.FromJsonAsync(document.Text).Result, new CSharpClientGeneratorSettings { ClassName = "BenchClient" }).GenerateFile().Length),
                    Time(() => Phases.Print(document)),
                    Time(() => document.Generate().Sum(source => source.SourceText.Length)),
                ];
                if (round >= rounds)
                {
                    nswag.Add(times[0]);
                    text.Add(times[1]);
                    driver.Add(times[2]);
                }
            }

            string folder = Directory.CreateTempSubdirectory("cdecodegen-bench-").FullName;
            try
            {
                double kiota = KiotaTool.IsThere ? KiotaTool.Generate(document.Path, System.IO.Path.Combine(folder, "client")).TotalMilliseconds : double.NaN;
                Console.WriteLine(
                    $"| {name} | {Median(nswag):0} | {kiota:0} | {Median(text):0.0} | {Median(driver):0.0} | {Median(nswag) / Median(text):0.0} | {Median(nswag) / Median(driver):0.0} | {kiota / Median(driver):0.0} |");
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
        long start = Stopwatch.GetTimestamp();
        run();
        return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
    }

    private static double Median(List<double> values) => values.Order().ElementAt(values.Count / 2);
}
