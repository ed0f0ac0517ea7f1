namespace CdeCodegen.Corpus.Tests;

/// <summary>A document of the corpus.</summary>
/// <param name="Name">Its path in the corpus, without extension where that leaves it unique.</param>
/// <param name="Path">Of the file.</param>
/// <param name="Version">As it says itself: <c>2.0</c>, <c>3.0.3</c>.</param>
/// <param name="Size">In bytes.</param>
/// <param name="IsSingle">It stands alone: no parts of it are in other files, and it is not one of a suite's many small ones.</param>
public sealed record CorpusDocument(string Name, string Path, string Version, long Size, bool IsSingle);
