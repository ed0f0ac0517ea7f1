using System.Collections.Immutable;
using CdeCodegen.Generator.Engine;
using CdeCodegen.Generator.Infrastructure;
using CdeCodegen.Generator.Reading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace CdeCodegen.Generator.Pipeline;

/// <summary>A file that the project opted in: a document with the metadata of its <c>OpenApiReference</c>, or a further file of documents.</summary>
/// <param name="Path">The path that the compiler reports.</param>
/// <param name="Text">The text; null if the file cannot be read.</param>
/// <param name="Metadata">The validated metadata of a document; null for a further file.</param>
/// <param name="Documents">The documents whose references may reach the file, as <see cref="FileOwners"/> expects them.</param>
/// <param name="Files">The further files of a document.</param>
internal sealed record SpecText(string Path, SourceText? Text, ReferenceMetadata? Metadata, string Documents, EquatableArray<SpecText> Files)
{
    private const string Prefix = "build_metadata.AdditionalFiles.";

    /// <returns>Null for a file that no <c>OpenApiReference</c> names; such a file costs one look-up.</returns>
    public static SpecText? Read(AdditionalText file, AnalyzerConfigOptionsProvider provider, CancellationToken cancellation)
    {
        AnalyzerConfigOptions options = provider.GetOptions(file);
        if (!options.TryGetValue(Prefix + "CdeCodegen", out string? marker) || marker is not ("true" or "file"))
        {
            return null;
        }

        options.TryGetValue(Prefix + "CdeCodegenDocument", out string? documents);
        ReferenceMetadata? metadata = null;
        if (marker == "true")
        {
            string? rootNamespace = provider.GlobalOptions.TryGetValue("build_property.RootNamespace", out string? value) ? value.Trim() : null;
            metadata = ReferenceMetadata.Read(file.Path, name => Option(options, name), string.IsNullOrEmpty(rootNamespace) ? null : rootNamespace);
        }

        return new SpecText(file.Path, file.GetText(cancellation), metadata, documents ?? "", default);
    }

    /// <summary>The document with its further files.</summary>
    public SpecText With(SpecFileList given)
    {
        var files = new List<SpecText>();
        foreach (SpecText file in given.Files)
        {
            if (file.Path != Path && FileOwners.Contain(file.Documents, Path))
            {
                files.Add(file with { Metadata = null, Documents = "" });
            }
        }

        return files.Count == 0 ? this : this with { Files = files.ToEquatableArray() };
    }

    /// <summary>The result of all stages up to the model.</summary>
    public LoweredDocument Lower(CancellationToken cancellation)
    {
        var files = new SpecFile[Files.Count];
        for (int i = 0; i < files.Length; i++)
        {
            SourceText? text = Files[i].Text;
            files[i] = new SpecFile(Files[i].Path, () => text?.ToString());
        }

        return ClientEngine.Lower(new SpecFile(Path, Text?.ToString()), files, Metadata!, cancellation);
    }

    /// <summary>The compiler takes <c>#</c> and <c>;</c> in an option for the start of a comment, so the package's targets write <c>^</c> and <c>|</c>.</summary>
    private static string? Option(AnalyzerConfigOptions options, string name)
    {
        options.TryGetValue(Prefix + name, out string? value);
        return name is "IncludePaths" or "ExcludePaths" ? value?.Replace('^', '#').Replace('|', ';') : value;
    }
}

/// <summary>The further files of all documents of the project.</summary>
internal sealed record SpecFileList(EquatableArray<SpecText> Files)
{
    public static SpecFileList From(ImmutableArray<SpecText> files)
    {
        var list = new List<SpecText>(files.Length);
        foreach (SpecText file in files)
        {
            list.Add(file);
        }

        return new SpecFileList(list.ToEquatableArray());
    }
}

/// <summary>Compares documents by their texts: an editor creates a new object for the same text on every keystroke elsewhere.</summary>
internal sealed class SpecTextComparer : IEqualityComparer<SpecText>
{
    public static readonly SpecTextComparer Instance = new();

    public bool Equals(SpecText? x, SpecText? y)
    {
        if (x is null || y is null || ReferenceEquals(x, y))
        {
            return ReferenceEquals(x, y);
        }

        if (x.Path != y.Path || !Equals(x.Metadata, y.Metadata) || x.Files.Count != y.Files.Count || !HaveEqualTexts(x, y))
        {
            return false;
        }

        for (int i = 0; i < x.Files.Count; i++)
        {
            if (x.Files[i].Path != y.Files[i].Path || !HaveEqualTexts(x.Files[i], y.Files[i]))
            {
                return false;
            }
        }

        return true;
    }

    public int GetHashCode(SpecText text) => text.Path.GetHashCode();

    private static bool HaveEqualTexts(SpecText x, SpecText y) =>
        ReferenceEquals(x.Text, y.Text) || (x.Text is not null && y.Text is not null && x.Text.ContentEquals(y.Text));
}
