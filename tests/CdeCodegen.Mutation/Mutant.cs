using System.Text.Json;

namespace CdeCodegen.Mutation;

/// <summary>How a mutant ended.</summary>
internal enum MutantStatus
{
    /// <summary>No test executes the mutated code.</summary>
    NoCoverage,

    /// <summary>All tests pass.</summary>
    Survived,

    /// <summary>A test fails, or the process ends.</summary>
    Killed,

    /// <summary>The tests do not end.</summary>
    Timeout,
}

/// <summary>A change of the code.</summary>
/// <param name="Id">The number by which the mutated assembly activates it.</param>
/// <param name="File">The path of the file, relative to its project.</param>
/// <param name="Line">The first line, from 1.</param>
/// <param name="Kind">The name of Stryker's mutator.</param>
/// <param name="Original">The changed text.</param>
/// <param name="Replacement">The text in its place.</param>
internal sealed record Mutant(int Id, string File, int Line, string Kind, string Original, string Replacement)
{
    private const string ListFile = "mutants.json";

    /// <summary>Reads the list of mutants of a folder; null if it has none.</summary>
    public static List<Mutant>? Load(string folder)
    {
        string path = Path.Combine(folder, ListFile);
        return System.IO.File.Exists(path) ? JsonSerializer.Deserialize<List<Mutant>>(System.IO.File.ReadAllText(path)) : null;
    }

    public static void Save(List<Mutant> mutants, string folder) => System.IO.File.WriteAllText(Path.Combine(folder, ListFile), JsonSerializer.Serialize(mutants));

    /// <summary>Reads the mutants that Stryker compiled from its report.</summary>
    public static List<Mutant> ReadReport(string path)
    {
        using var report = JsonDocument.Parse(System.IO.File.ReadAllText(path));
        string root = report.RootElement.GetProperty("projectRoot").GetString()!;
        List<Mutant> mutants = [];
        foreach (JsonProperty file in report.RootElement.GetProperty("files").EnumerateObject())
        {
            string[] lines = file.Value.GetProperty("source").GetString()!.Split('\n');
            foreach (JsonElement mutant in file.Value.GetProperty("mutants").EnumerateArray())
            {
                // The others were not compiled, are outside of the globs, or repeat a mutant that contains them.
                if (mutant.GetProperty("status").GetString() is "NoCoverage" or "Survived" or "Killed" or "Timeout")
                {
                    mutants.Add(new Mutant(
                        int.Parse(mutant.GetProperty("id").GetString()!),
                        Path.GetRelativePath(root, Path.Combine(root, file.Name)),
                        mutant.GetProperty("location").GetProperty("start").GetProperty("line").GetInt32(),
                        mutant.GetProperty("mutatorName").GetString()!,
                        TextAt(lines, mutant.GetProperty("location")),
                        mutant.TryGetProperty("replacement", out JsonElement text) ? text.GetString()! : ""));
                }
            }
        }

        return mutants;
    }

    /// <summary>The place and the change, on one line.</summary>
    public override string ToString() => $"{File}({Line}): {Kind}: {OnOneLine(Original)} => {OnOneLine(Replacement)}";

    private static string OnOneLine(string text)
    {
        string line = string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return line.Length > 160 ? line[..160] + "…" : line;
    }

    /// <summary>The text between two positions. Lines and columns begin with 1.</summary>
    private static string TextAt(string[] lines, JsonElement location)
    {
        (int line, int column) = Position(location.GetProperty("start"));
        (int lastLine, int end) = Position(location.GetProperty("end"));
        return line == lastLine ? lines[line][column..end] : string.Join('\n', [lines[line][column..], .. lines[(line + 1)..lastLine], lines[lastLine][..end]]);

        static (int Line, int Column) Position(JsonElement position) => (position.GetProperty("line").GetInt32() - 1, position.GetProperty("column").GetInt32() - 1);
    }
}
