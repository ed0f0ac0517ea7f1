using CdeCodegen.Generator.Reading;

namespace CdeCodegen.Corpus.Tests;

/// <summary>
/// The documents in the folders beside the repository: <c>shared/corpus</c> and <c>shared/bench</c>, or the one folder that the environment
/// variable CDECODEGEN_CORPUS names. Both are absent in most places; there is nothing to test then.
/// </summary>
internal static class Corpus
{
    public const string Absent = "(there is no corpus beside the repository)";

    public static readonly IReadOnlyList<CorpusDocument> Documents = Find();

    private static List<CorpusDocument> Find()
    {
        var documents = new List<CorpusDocument>();
        foreach (string folder in CorpusFolders.Existing())
        {
            foreach (string path in Directory.GetFiles(folder).Order(StringComparer.Ordinal))
            {
                Add(documents, folder, path, isSingle: true);
            }

            // The parts of a document in several files have neither 'openapi' nor 'swagger', so only the entries are found.
            foreach (string set in Directory.GetDirectories(folder).Order(StringComparer.Ordinal))
            {
                foreach (string path in Directory.GetFiles(set, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
                {
                    Add(documents, folder, path, isSingle: false);
                }
            }
        }

        return documents;
    }

    private static void Add(List<CorpusDocument> documents, string folder, string path, bool isSingle)
    {
        if (System.IO.Path.GetExtension(path) is not (".json" or ".yaml" or ".yml"))
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
            string name = System.IO.Path.GetRelativePath(folder, path).Replace('\\', '/');
            documents.Add(new CorpusDocument(name, path, version.Text, new FileInfo(path).Length, isSingle));
        }
    }
}
