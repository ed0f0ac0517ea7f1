using CdeCodegen.Generator.Diagnostics;
using CdeCodegen.Generator.Infrastructure;
using CdeCodegen.Generator.Lowering;
using CdeCodegen.Generator.Lowering.Naming;

namespace CdeCodegen.Generator.Engine;

/// <summary>The validated metadata of an <c>OpenApiReference</c>.</summary>
/// <param name="Settings">The settings, with defaults in place of invalid values.</param>
/// <param name="Problems">One diagnostic for each invalid value.</param>
/// <param name="AddsPolyfill">Whether <see cref="ClosedTypePolyfill"/> belongs to the client's files.</param>
internal sealed record ReferenceMetadata(ClientSettings Settings, EquatableArray<DiagnosticInfo> Problems, bool AddsPolyfill)
{
    /// <param name="path">The path of the document.</param>
    /// <param name="get">Returns the value of a metadata name (<c>Namespace</c>, <c>ClassName</c>…), or null.</param>
    /// <param name="rootNamespace">The project's root namespace, used without <c>Namespace</c>; null if there is none.</param>
    public static ReferenceMetadata Read(string path, Func<string, string?> get, string? rootNamespace)
    {
        List<DiagnosticInfo> problems = [];
        string? declared = Value(get, "Namespace");
        string? @namespace = declared ?? rootNamespace;
        if (@namespace is null || !Identifiers.IsNamespace(@namespace))
        {
            if (declared is not null)
            {
                Reject("Namespace", declared, "it is not a C# namespace");
            }

            @namespace = "ApiClients";
        }

        string? className = Value(get, "ClassName");
        if (className is not null && !Identifiers.IsIdentifier(className))
        {
            Reject("ClassName", className, "it is not a C# identifier");
            className = null;
        }
        else if (className is "Models" or "RequestBuilders")
        {
            Reject("ClassName", className, "the client has a namespace of this name");
            className = null;
        }

        string accessibility = Value(get, "Accessibility") ?? "public";
        if (accessibility is not ("public" or "internal"))
        {
            Reject("Accessibility", accessibility, "it is neither 'public' nor 'internal'");
        }

        string warnings = Value(get, "DocumentWarnings")?.ToLowerInvariant() ?? "warning";
        if (warnings is not ("warning" or "info"))
        {
            Reject("DocumentWarnings", warnings, "it is neither 'warning' nor 'info'");
        }

        string dateTimes = Value(get, "DateTimes") ?? "DateTimeOffset";
        bool usesDateTime = dateTimes.Equals("DateTime", StringComparison.OrdinalIgnoreCase);
        if (!usesDateTime && !dateTimes.Equals("DateTimeOffset", StringComparison.OrdinalIgnoreCase))
        {
            Reject("DateTimes", dateTimes, "it is neither 'DateTimeOffset' nor 'DateTime'");
        }

        string emit = Value(get, "Emit") ?? "Compiler";
        if (!emit.Equals("Compiler", StringComparison.OrdinalIgnoreCase) && !emit.Equals("Files", StringComparison.OrdinalIgnoreCase))
        {
            Reject("Emit", emit, "it is neither 'Compiler' nor 'Files'");
        }

        // The package's targets set this where the build task writes the polyfill.
        bool addsPolyfill = Value(get, "CdeCodegenPolyfill") != "false";
        var settings = new ClientSettings(
            @namespace, className, accessibility != "internal", Value(get, "IncludePaths") ?? "", Value(get, "ExcludePaths") ?? "", warnings == "info",
            usesDateTime);
        return new ReferenceMetadata(settings, problems.ToEquatableArray(), addsPolyfill);

        void Reject(string name, string value, string problem) =>
            problems.Add(DiagnosticInfo.ForFile(Descriptors.InvalidOption, path, name, value, problem));
    }

    private static string? Value(Func<string, string?> get, string name) => get(name)?.Trim() is { Length: > 0 } value ? value : null;
}
