using Microsoft.OpenApi;
using Microsoft.OpenApi.Reader;

namespace CdeCodegen.Corpus.Tests;

/// <summary>What Microsoft.OpenApi counts in a document.</summary>
/// <param name="Operations">Of all paths; null when it cannot read the document.</param>
/// <param name="Schemas">Under components or definitions.</param>
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
            // An oracle that fails says nothing about us; the table shows that it did.
            return new Oracle(null, null);
        }
    }
}
