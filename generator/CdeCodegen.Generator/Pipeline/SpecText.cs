using CdeCodegen.Generator.Engine;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace CdeCodegen.Generator.Pipeline;

/// <summary>A document that the project opted in, with the metadata of its <c>OpenApiReference</c>.</summary>
/// <param name="Path">The path that the compiler reports.</param>
/// <param name="Text">The text; null if the file cannot be read.</param>
/// <param name="Metadata">The validated metadata.</param>
internal sealed record SpecText(string Path, SourceText? Text, ReferenceMetadata Metadata)
{
    private const string Prefix = "build_metadata.AdditionalFiles.";

    /// <returns>Null for a file that is not an <c>OpenApiReference</c>; such a file costs one look-up.</returns>
    public static SpecText? Read(AdditionalText file, AnalyzerConfigOptionsProvider provider, CancellationToken cancellation)
    {
        AnalyzerConfigOptions options = provider.GetOptions(file);
        if (!options.TryGetValue(Prefix + "CdeCodegen", out string? marker) || marker != "true")
        {
            return null;
        }

        string? rootNamespace = provider.GlobalOptions.TryGetValue("build_property.RootNamespace", out string? value) ? value.Trim() : null;
        var metadata = ReferenceMetadata.Read(file.Path, name => Option(options, name), string.IsNullOrEmpty(rootNamespace) ? null : rootNamespace);
        return new SpecText(file.Path, file.GetText(cancellation), metadata);
    }

    /// <summary>The compiler takes <c>#</c> and <c>;</c> in an option for the start of a comment, so the package's targets write <c>^</c> and <c>|</c>.</summary>
    private static string? Option(AnalyzerConfigOptions options, string name)
    {
        options.TryGetValue(Prefix + name, out string? value);
        return name is "IncludePaths" or "ExcludePaths" ? value?.Replace('^', '#').Replace('|', ';') : value;
    }
}

/// <summary>Compares documents by their text: an editor creates a new object for the same text on every keystroke elsewhere.</summary>
internal sealed class SpecTextComparer : IEqualityComparer<SpecText>
{
    public static readonly SpecTextComparer Instance = new();

    public bool Equals(SpecText? x, SpecText? y) =>
        ReferenceEquals(x, y)
        || (x is not null && y is not null && x.Path == y.Path && x.Metadata.Equals(y.Metadata)
            && (ReferenceEquals(x.Text, y.Text) || (x.Text is not null && y.Text is not null && x.Text.ContentEquals(y.Text))));

    public int GetHashCode(SpecText text) => text.Path.GetHashCode();
}
