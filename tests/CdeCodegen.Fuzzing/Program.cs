using System.Globalization;
using CdeCodegen.Fuzzing;
using CdeCodegen.Fuzzing.Load;

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
return args switch
{
    ["load", .. string[] rest] => await LoadCommand.RunAsync(Number(rest, "--calls", 1_000_000), (int)Number(rest, "--flight", 256), Text(rest, "--svg")),
    [var name, .. string[] rest] when name == "all" || FuzzTarget.All.Any(target => target.Name == name) => Fuzz(name, rest),
    _ => Help(),
};

static int Fuzz(string name, string[] options)
{
    int failures = 0;
    foreach (FuzzTarget target in FuzzTarget.All.Where(target => name == "all" || target.Name == name))
    {
        var fuzzer = new Fuzzer(target, (int)Number(options, "--seed", 1));
        fuzzer.Run(Number(options, "--runs", 1_000_000), TimeSpan.FromSeconds(Number(options, "--seconds", 3600)), Console.Out);
        failures += fuzzer.Failures;
        Console.WriteLine(fuzzer.Progress());
    }

    return failures;
}

static int Help()
{
    Console.WriteLine("Usage: (all | " + string.Join(" | ", FuzzTarget.All.Select(target => target.Name)) + ") [--runs N] [--seconds N] [--seed N]");
    Console.WriteLine("       load [--calls N] [--flight N] [--svg FILE]");
    return 2;
}

static long Number(string[] options, string name, long otherwise) =>
    Text(options, name) is { } text ? long.Parse(text, CultureInfo.InvariantCulture) : otherwise;

static string? Text(string[] options, string name) => Array.IndexOf(options, name) is >= 0 and int at && at + 1 < options.Length ? options[at + 1] : null;
