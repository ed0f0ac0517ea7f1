
namespace CdeCodegen.Corpus.Tests;

/// <summary>
/// The real documents of <see cref="CorpusFolders.Existing"/>. Where no such folder exists, the list is empty and the corpus tests do nothing.
/// </summary>
internal static class Corpus
{
    /// <summary>The name of the only test case where there is no corpus: a theory without cases would fail.</summary>
    public const string Absent = "(there is no corpus beside the repository)";

    public static readonly IReadOnlyList<CorpusDocument> Documents = Find();

    private static List<CorpusDocument> Find()
    {
        var documents = new List<CorpusDocument>();
        foreach (string folder in CorpusFolders.Existing())
        {
            foreach (string path in Directory.GetFiles(folder).Order(StringComparer.Ordinal))
            {
                Add(documents, folder, path, isSingle: true, []);
            }

            // Of a document in several files only the entry file has 'openapi' or 'swagger', so the other files are skipped.
            foreach (string set in Directory.GetDirectories(folder).Order(StringComparer.Ordinal))
            {
                string[] files = [.. Directory.GetFiles(set, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal)];
                bool isDocument = Path.GetFileName(set).StartsWith("multi-", StringComparison.Ordinal);
                foreach (string path in files)
                {
                    Add(documents, folder, path, isSingle: false, isDocument ? [.. files.Where(file => file != path && IsReadable(file))] : []);
                }
            }
        }

        return documents;
    }

    private static void Add(List<CorpusDocument> documents, string folder, string path, bool isSingle, string[] files)
    {
        if (!IsReadable(path))
        {
            return;
        }

        string text = File.ReadAllText(path);
        if (!text.Contains("openapi", StringComparison.Ordinal) && !text.Contains("swagger", StringComparison.Ordinal))
        {
            return;
        }

        SpecNode? root = SpecReader.Read(path, text, CancellationToken.None).Root;
        if ((root?["openapi"] ?? root?["swagger"]) is { Kind: SpecKind.String or SpecKind.Number } version)
        {
            string name = Path.GetRelativePath(folder, path).Replace('\\', '/');
            documents.Add(new CorpusDocument(name, path, version.Text, new FileInfo(path).Length + files.Sum(file => new FileInfo(file).Length), isSingle, files));
        }
    }

    private static bool IsReadable(string path) => Path.GetExtension(path) is ".json" or ".yaml" or ".yml";
}
