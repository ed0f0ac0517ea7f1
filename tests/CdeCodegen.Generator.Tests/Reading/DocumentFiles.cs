using System.Text;
using Xunit.Abstractions;

namespace CdeCodegen.Generator.Tests.Reading;

/// <summary>The documents that the readers are tested on, and positions in their text.</summary>
internal static class DocumentFiles
{
    /// <summary>The folder of the test documents.</summary>
    public static string Folder { get; } = Repository.PathOf("tests", "CdeCodegen.Generator.Tests", "Reading", "Documents");

    /// <summary>The file names of the YAML test documents.</summary>
    public static TheoryData<string> Yaml() =>
        [.. Directory.GetFiles(Folder, "*.yaml").Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal)];

    /// <summary>The text of a test document.</summary>
    public static string Read(string name) => ReadText(Path.Combine(Folder, name));

    /// <summary>The real documents that match one of the patterns; empty, with a line of output, where there is no corpus.</summary>
    public static IEnumerable<string> Corpus(ITestOutputHelper output, params string[] patterns)
    {
        if (!Directory.Exists(CorpusFolders.Corpus))
        {
            output.WriteLine($"skipped: {CorpusFolders.Corpus} does not exist");
        }

        return CorpusFolders.Files(CorpusFolders.Corpus, patterns);
    }

    /// <summary>Reads a file and keeps its byte order mark: the readers must accept text with and without one.</summary>
    public static string ReadText(string path) => Encoding.UTF8.GetString(File.ReadAllBytes(path));

    /// <summary>The position of an offset as <c>line:column</c>, both counted from 1.</summary>
    public static string Position(string text, int offset)
    {
        int line = text.AsSpan(0, offset).Count('\n') + 1;
        int start = offset == 0 ? 0 : text.LastIndexOf('\n', offset - 1) + 1;
        return $"{line}:{offset - start + 1}";
    }
}
