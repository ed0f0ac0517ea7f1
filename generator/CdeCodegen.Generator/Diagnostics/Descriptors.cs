using Microsoft.CodeAnalysis;

namespace CdeCodegen.Generator.Diagnostics;

/// <summary>
/// All diagnostics of the generator. In each message <c>{0}</c> is the JSON pointer in parentheses, added by
/// <see cref="DiagnosticInfo"/>; the arguments named here fill <c>{1}</c> and the following.
/// </summary>
internal static class Descriptors
{
    private const string Category = "CdeCodegen.Generator";

    /// <summary>The file is there but its text could not be had. Argument: why.</summary>
    public static readonly DiagnosticDescriptor DocumentUnreadable = new(
        "CDE0001", "Document cannot be read",
        "The OpenAPI document cannot be read: {1}{0}",
        Category, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: "generator/docs/CDE0001.md");

    /// <summary>An error even though what precedes it can be used: a client that lacks half of its operations is no client. Argument: what is wrong.</summary>
    public static readonly DiagnosticDescriptor SyntaxError = new(
        "CDE0002", "Document is not well-formed",
        "The document is not well-formed, and is read up to here only: {1}{0}",
        Category, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: "generator/docs/CDE0002.md");

    /// <summary>Argument: what was found.</summary>
    public static readonly DiagnosticDescriptor NotOpenApi = new(
        "CDE0003", "Not an OpenAPI document of a known version",
        "This is not an OpenAPI document of a version that is understood (2.0, 3.0, 3.1, 3.2): {1}{0}",
        Category, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: "generator/docs/CDE0003.md");

    /// <summary>Arguments: the reference, why.</summary>
    public static readonly DiagnosticDescriptor UnresolvedReference = new(
        "CDE0004", "Reference cannot be resolved",
        "The reference '{1}' cannot be resolved: {2}{0}",
        Category, DiagnosticSeverity.Warning, isEnabledByDefault: true, helpLinkUri: "generator/docs/CDE0004.md");

    /// <summary>Arguments: path, name in the template, declared name.</summary>
    public static readonly DiagnosticDescriptor ParameterReconciled = new(
        "CDE0005", "Path parameter is declared under another name",
        "The path '{1}' names the parameter '{2}', the operation declares '{3}'; they are taken for the same{0}",
        Category, DiagnosticSeverity.Info, isEnabledByDefault: true, helpLinkUri: "generator/docs/CDE0005.md");

    /// <summary>Arguments: path, name in the template.</summary>
    public static readonly DiagnosticDescriptor ParameterUndeclared = new(
        "CDE0006", "Path parameter is not declared",
        "The path '{1}' names the parameter '{2}' which is not declared; it is taken for a required string{0}",
        Category, DiagnosticSeverity.Warning, isEnabledByDefault: true, helpLinkUri: "generator/docs/CDE0006.md");

    /// <summary>Arguments: what (a noun at the start of a sentence), what is done instead. The result can be used.</summary>
    public static readonly DiagnosticDescriptor Degraded = new(
        "CDE0007", "Construct is only partly supported",
        "{1} is not supported; {2}{0}",
        Category, DiagnosticSeverity.Info, isEnabledByDefault: true, helpLinkUri: "generator/docs/CDE0007.md");

    /// <summary>Arguments: operationId, the name this operation gets.</summary>
    public static readonly DiagnosticDescriptor DuplicateOperationId = new(
        "CDE0008", "operationId is used more than once",
        "The operationId '{1}' is used more than once; this operation is named '{2}'{0}",
        Category, DiagnosticSeverity.Warning, isEnabledByDefault: true, helpLinkUri: "generator/docs/CDE0008.md");

    /// <summary>Argument: the clause.</summary>
    public static readonly DiagnosticDescriptor DuplicateKey = new(
        "CDE0009", "Key appears more than once",
        "In this document {1}{0}",
        Category, DiagnosticSeverity.Warning, isEnabledByDefault: true, helpLinkUri: "generator/docs/CDE0009.md");

    /// <summary>Arguments: metadata, its value, what is wrong.</summary>
    public static readonly DiagnosticDescriptor InvalidOption = new(
        "CDE0010", "OpenApiReference metadata is not valid",
        "The metadata {1}=\"{2}\" of the OpenApiReference is not valid: {3}{0}",
        Category, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: "generator/docs/CDE0010.md");

    /// <summary>Arguments: keyword, what is wrong.</summary>
    public static readonly DiagnosticDescriptor InvalidKeyword = new(
        "CDE0011", "Value of a keyword is not valid",
        "The value of '{1}' is not valid and is ignored: {2}{0}",
        Category, DiagnosticSeverity.Warning, isEnabledByDefault: true, helpLinkUri: "generator/docs/CDE0011.md");

    /// <summary>Arguments: type of the exception, its message.</summary>
    public static readonly DiagnosticDescriptor InternalError = new(
        "CDE0012", "Internal error in the generator",
        "The generator failed on this document with {1}: {2}{0}",
        Category, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: "generator/docs/CDE0012.md");

    public static readonly DiagnosticDescriptor RuntimeMissing = new(
        "CDE0013", "CdeCodegen.Runtime is not referenced",
        "The project does not reference CdeCodegen.Runtime, which generated code calls{0}",
        Category, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: "generator/docs/CDE0013.md");

    /// <summary>Argument: why.</summary>
    public static readonly DiagnosticDescriptor NothingToGenerate = new(
        "CDE0014", "Nothing to generate",
        "No client is generated: {1}{0}",
        Category, DiagnosticSeverity.Warning, isEnabledByDefault: true, helpLinkUri: "generator/docs/CDE0014.md");

    /// <summary>What is meant is clear all the same. Argument: what is wrong.</summary>
    public static readonly DiagnosticDescriptor SyntaxIrregular = new(
        "CDE0015", "Document is not quite well-formed",
        "The document is not quite well-formed: {1}{0}",
        Category, DiagnosticSeverity.Warning, isEnabledByDefault: true, helpLinkUri: "generator/docs/CDE0015.md");

    /// <summary>Arguments: what (a noun at the start of a sentence), what is left out.</summary>
    public static readonly DiagnosticDescriptor Skipped = new(
        "CDE0016", "Construct is not supported and was left out",
        "{1} is not supported; {2}{0}",
        Category, DiagnosticSeverity.Warning, isEnabledByDefault: true, helpLinkUri: "generator/docs/CDE0016.md");

    public static readonly DiagnosticDescriptor LanguageTooOld = new(
        "CDE0017", "C# 12 or newer is needed",
        "Generated code needs C# 12 or newer: set LangVersion to 12 or higher{0}",
        Category, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: "generator/docs/CDE0017.md");
}
