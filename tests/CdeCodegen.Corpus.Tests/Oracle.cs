using Microsoft.OpenApi;
using Microsoft.OpenApi.Reader;

namespace CdeCodegen.Corpus.Tests;

/// <summary>The counts of a document by Microsoft.OpenApi.</summary>
/// <param name="Operations">The number of operations; null if Microsoft.OpenApi cannot read the document.</param>
/// <param name="Schemas">The number of named schemas; null if Microsoft.OpenApi cannot read the document.</param>
internal sealed record Oracle(int? Operations, int? Schemas)
{
    public static async Task<Oracle> ReadAsync(CorpusDocument document)
    {
        try
        {
            var settings = new OpenApiReaderSettings();
            settings.AddYamlReader();
            settings.RuleSet = new ValidationRuleSet();
            using var stream = new MemoryStream(await File.ReadAllBytesAsync(document.Path));
            ReadResult result = await OpenApiDocument.LoadAsync(stream, null, settings);
            return new Oracle(
                result.Document?.Paths?.Values.Sum(path => path.Operations?.Count ?? 0),
                result.Document?.Components?.Schemas?.Count ?? 0);
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            // A failure of the oracle is no failure of the generator. The support table shows it as a missing count.
            return new Oracle(null, null);
        }
    }
}
