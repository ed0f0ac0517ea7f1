namespace CdeCodegen.Corpus.Tests;

/// <summary>A document of the corpus.</summary>
/// <param name="Name">The path relative to the corpus folder.</param>
/// <param name="Path">The path of the file.</param>
/// <param name="Version">The value of <c>openapi</c> or <c>swagger</c>, for example <c>3.0.3</c>.</param>
/// <param name="Size">The size in bytes.</param>
/// <param name="IsSingle">Whether the document is one file at the top of the corpus: neither split into files nor part of a test suite.</param>
/// <param name="Files">The further files that its references may reach: those of its set, if a set is one document in several files.</param>
public sealed record CorpusDocument(string Name, string Path, string Version, long Size, bool IsSingle, string[] Files);
