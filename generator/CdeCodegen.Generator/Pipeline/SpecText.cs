using CdeCodegen.Generator.Diagnostics;
using CdeCodegen.Generator.Infrastructure;
using CdeCodegen.Generator.Lowering;
using CdeCodegen.Generator.Lowering.Naming;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace CdeCodegen.Generator.Pipeline;

/// <summary>A document that a project opted in, with the metadata of its <c>OpenApiReference</c>.</summary>
/// <param name="Path">As the compiler knows it.</param>
/// <param name="Text">Null when the file cannot be read.</param>
/// <param name="Problems">Of the metadata.</param>
internal sealed record SpecText(string Path, SourceText? Text, ClientSettings Settings, EquatableArray<DiagnosticInfo> Problems)
{
    private const string Metadata = "build_metadata.AdditionalFiles.";

    /// <returns>Null for a file that is not ours: it costs one look-up.</returns>
    public static SpecText? Read(AdditionalText file, AnalyzerConfigOptionsProvider provider, CancellationToken cancellation)
    {
        AnalyzerConfigOptions options = provider.GetOptions(file);
        if (!options.TryGetValue(Metadata + "CdeCodegen", out string? marker) || marker != "true")
        {
            return null;
        }

        List<DiagnosticInfo> problems = [];
        string? @namespace = Option(options, "Namespace") ?? Property(provider, "RootNamespace");
        if (@namespace is null || !Identifiers.IsNamespace(@namespace))
        {
            if (@namespace is not null && Option(options, "Namespace") is not null)
            {
                Refuse(problems, file.Path, "Namespace", @namespace, "it is no C# namespace");
            }

            @namespace = "ApiClients";
        }

        string? className = Option(options, "ClassName");
        if (className is not null && !Identifiers.IsIdentifier(className))
        {
            Refuse(problems, file.Path, "ClassName", className, "it is no C# identifier");
            className = null;
        }
        else if (className is "Models" or "RequestBuilders")
        {
            Refuse(problems, file.Path, "ClassName", className, "the client has a namespace of this name");
            className = null;
        }

        string accessibility = Option(options, "Accessibility") ?? "public";
        if (accessibility is not ("public" or "internal"))
        {
            Refuse(problems, file.Path, "Accessibility", accessibility, "it is neither 'public' nor 'internal'");
        }

        var settings = new ClientSettings(
            @namespace, className, accessibility != "internal", Globs(options, "IncludePaths"), Globs(options, "ExcludePaths"));
        return new SpecText(file.Path, file.GetText(cancellation), settings, problems.ToEquatableArray());
    }

    private static string? Option(AnalyzerConfigOptions options, string name) =>
        options.TryGetValue(Metadata + name, out string? value) && value.Trim() is { Length: > 0 } text ? text : null;

    private static string? Property(AnalyzerConfigOptionsProvider provider, string name) =>
        provider.GlobalOptions.TryGetValue("build_property." + name, out string? value) && value.Trim() is { Length: > 0 } text ? text : null;

    /// <summary>The compiler takes <c>#</c> and <c>;</c> in an option for the start of a comment: the package's targets write <c>^</c> and <c>|</c> instead.</summary>
    private static string Globs(AnalyzerConfigOptions options, string name) =>
        (Option(options, name) ?? "").Replace('^', '#').Replace('|', ';');

    private static void Refuse(List<DiagnosticInfo> problems, string path, string name, string value, string why) => problems.Add(new DiagnosticInfo(
        Descriptors.InvalidOption, path, 0, 0, default, "", new EquatableArray<string>([name, value, why])));
}

/// <summary>Two objects with the same text are the same document: an editor makes a new one at every key stroke elsewhere.</summary>
internal sealed class SpecTextComparer : IEqualityComparer<SpecText>
{
    public static readonly SpecTextComparer Instance = new();

    public bool Equals(SpecText? x, SpecText? y) =>
        ReferenceEquals(x, y)
        || (x is not null && y is not null && x.Path == y.Path && x.Settings == y.Settings && x.Problems.Equals(y.Problems)
            && (ReferenceEquals(x.Text, y.Text) || (x.Text is not null && y.Text is not null && x.Text.ContentEquals(y.Text))));

    public int GetHashCode(SpecText text) => text.Path.GetHashCode();
}
