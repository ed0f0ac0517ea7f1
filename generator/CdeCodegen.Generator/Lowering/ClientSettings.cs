namespace CdeCodegen.Generator.Lowering;

/// <summary>The metadata of an <c>OpenApiReference</c>.</summary>
/// <param name="Namespace">The client's namespace.</param>
/// <param name="ClassName">The client's class; null to derive it from the title.</param>
/// <param name="IsPublic">Whether the generated types are public rather than internal.</param>
/// <param name="IncludePaths">Globs separated by semicolons; empty for all paths.</param>
/// <param name="ExcludePaths">Globs separated by semicolons.</param>
/// <param name="LowersWarnings">Whether warnings about the document are reported as information.</param>
/// <param name="UsesDateTime">Whether a <c>date-time</c> is a <c>DateTime</c>, because the document's date-times can have no offset.</param>
internal sealed record ClientSettings(
    string Namespace, string? ClassName, bool IsPublic, string IncludePaths, string ExcludePaths, bool LowersWarnings = false,
    bool UsesDateTime = false);
