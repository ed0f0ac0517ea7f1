using System.Runtime.CompilerServices;

namespace CdeCodegen.Analyzers.Tests.Infrastructure;

/// <summary>The tree that these tests were built from.</summary>
public static class Repository
{
    public static string Root { get; } = FindRoot();

    public static IEnumerable<string> Sources() => Directory.EnumerateFiles(Root, "*.cs", SearchOption.AllDirectories)
        .Where(static path => !path.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal)
            && !path.Contains($"{Path.DirectorySeparatorChar}bin{Path.DirectorySeparatorChar}", StringComparison.Ordinal));

    private static string FindRoot([CallerFilePath] string path = "")
    {
        string directory = Path.GetDirectoryName(path)!;
        while (!File.Exists(Path.Combine(directory, "CdeCodegen.sln")))
        {
            directory = Path.GetDirectoryName(directory) ?? throw new DirectoryNotFoundException("No CdeCodegen.sln above " + path);
        }

        return directory;
    }
}
