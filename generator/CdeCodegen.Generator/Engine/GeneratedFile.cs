using CdeCodegen.Generator.Diagnostics;
using CdeCodegen.Generator.Infrastructure;

namespace CdeCodegen.Generator.Engine;

/// <summary>A printed file.</summary>
/// <param name="HintName">The file name, unique within the client, ignoring case.</param>
/// <param name="Text">The source text; empty if this project does not need the file.</param>
/// <param name="Problem">The internal error that prevented printing; null if there was none.</param>
internal sealed record GeneratedFile(string HintName, string Text, DiagnosticInfo? Problem);

/// <summary>The client of one document, or the clients of a project.</summary>
/// <param name="Files">The files that contain text, ordered by name.</param>
/// <param name="Diagnostics">The diagnostics of the document, its metadata and its files.</param>
internal sealed record GeneratedClient(EquatableArray<GeneratedFile> Files, EquatableArray<DiagnosticInfo> Diagnostics);
