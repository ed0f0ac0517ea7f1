namespace CdeCodegen.Generator.Lowering;

/// <summary>What the project asks for beside the document: the metadata of its <c>OpenApiReference</c>.</summary>
/// <param name="Namespace">Of the client.</param>
/// <param name="ClassName">Null: made from the document's title.</param>
/// <param name="IsPublic">Accessibility of what is generated.</param>
/// <param name="IncludePaths">Globs, separated by semicolons; empty for all.</param>
/// <param name="ExcludePaths">Globs, separated by semicolons.</param>
internal sealed record ClientSettings(string Namespace, string? ClassName, bool IsPublic, string IncludePaths, string ExcludePaths);
