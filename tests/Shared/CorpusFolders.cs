namespace CdeCodegen.Tests.Shared;

/// <summary>
/// Folders of real OpenAPI documents beside the repository. They are not part of it: tests that read them do nothing where the folders are
/// missing.
/// </summary>
internal static class CorpusFolders
{
    /// <summary>Real documents of many publishers, in JSON and YAML.</summary>
    public static string Corpus { get; } = Path.GetFullPath(Repository.PathOf("..", "shared", "corpus"));

    /// <summary>The large JSON documents on which generators are compared.</summary>
    public static string Bench { get; } = Path.GetFullPath(Repository.PathOf("..", "shared", "bench"));

    /// <summary>
    /// The existing folders: the one named by the environment variable <c>CDECODEGEN_CORPUS</c> if it is set, otherwise <see cref="Corpus"/> and
    /// <see cref="Bench"/>.
    /// </summary>
    public static IEnumerable<string> Existing()
    {
        string[] folders = Environment.GetEnvironmentVariable("CDECODEGEN_CORPUS") is { } named ? [Path.GetFullPath(named)] : [Corpus, Bench];
        return folders.Where(Directory.Exists);
    }

    /// <summary>The files of a folder and its subfolders that match one of the patterns, in ordinal order; empty if the folder is missing.</summary>
    public static IEnumerable<string> Files(string folder, params string[] patterns) => !Directory.Exists(folder) ? [] : patterns
        .SelectMany(pattern => Directory.GetFiles(folder, pattern, SearchOption.AllDirectories))
        .Order(StringComparer.Ordinal);
}
