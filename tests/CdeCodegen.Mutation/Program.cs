using System.Globalization;
using CdeCodegen.Mutation;
using CdeCodegen.Mutation.Worker;

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
return args switch
{
    ["worker", .. string[] rest] => WorkerCommand.Run(rest),
    ["coverage", var folder, .. string[] rest] => CoverageCommand.Run(folder, rest),
    [var name, .. string[] rest] when MutationProject.Find(name) is { } project && Option(rest, "--mutate") is { } mutate && Option(rest, "--tests") is { } tests
        => await MutateCommand.RunAsync(project, mutate.Split(','), tests, ReadSample(rest), Option(rest, "--report"), Option(rest, "--snapshot")),
    _ => Help(),
};

static int Help()
{
    Console.WriteLine(
        $"Usage: ({string.Join(" | ", MutationProject.All.Select(project => project.Name))}) --mutate GLOB,GLOB… --tests PART,PART… [--sample SIZE] [--seed SEED]");
    Console.WriteLine("       [--report FILE] [--snapshot FOLDER]");
    Console.WriteLine("A glob is relative to the project: Json/**/*.cs. '!' before it excludes files. A test runs if its full name contains a part, and none that starts with '!'.");
    Console.WriteLine("       coverage FOLDER PREFIX…: the branch coverage of the files below each prefix, from the reports of coverlet in the folder.");
    return 2;
}

static Sample? ReadSample(string[] options) => Option(options, "--sample") is { } size ? new Sample(int.Parse(size), int.Parse(Option(options, "--seed") ?? "1")) : null;

static string? Option(string[] options, string name) => Array.IndexOf(options, name) is >= 0 and int at && at + 1 < options.Length ? options[at + 1] : null;
