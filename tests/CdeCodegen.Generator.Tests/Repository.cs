using System.Reflection;

namespace CdeCodegen.Generator.Tests;

/// <summary>Files of the repository, and those beside it.</summary>
internal static class Repository
{
    public static readonly string Root = typeof(Repository).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .First(attribute => attribute.Key == "RepositoryRoot").Value!;

    /// <summary>A folder with real documents beside the repository; not everybody has it.</summary>
    public static readonly string Corpus = Path.GetFullPath(Path.Combine(Root, "../shared/corpus"));

    /// <summary>The corpus' files, where it is there; else none, and the test says so.</summary>
    public static IEnumerable<string> CorpusFiles(Xunit.Abstractions.ITestOutputHelper output, params string[] patterns)
    {
        if (!Directory.Exists(Corpus))
        {
            output.WriteLine("skipped: there is no folder shared/corpus beside the repository");
            return [];
        }

        return patterns.SelectMany(pattern => Directory.GetFiles(Corpus, pattern, SearchOption.AllDirectories)).Order(StringComparer.Ordinal);
    }

    /// <summary>A file's text with its byte order mark, if any: a compiler's text may or may not have it.</summary>
    public static string ReadText(string path)
    {
        byte[] bytes = File.ReadAllBytes(path);
        return System.Text.Encoding.UTF8.GetString(bytes);
    }

    /// <summary>Line and column, both from one, as in an editor.</summary>
    public static string Place(string text, int offset)
    {
        int line = text.AsSpan(0, offset).Count('\n') + 1;
        int start = offset == 0 ? 0 : text.LastIndexOf('\n', offset - 1) + 1;
        return $"{line}:{offset - start + 1}";
    }
}
