namespace CdeCodegen.Generator.Diagnostics;

/// <summary>
/// All diagnostics of the generator. In each message <c>{0}</c> is the JSON pointer in parentheses, which <see cref="DiagnosticInfo"/> adds;
/// the arguments listed here replace <c>{1}</c> and the following placeholders.
/// </summary>
/// <remarks>
/// <c>Pipeline/RoslynDescriptors.cs</c> repeats the ids and severities as the literals that Roslyn's release tracking requires; a test compares both.
/// </remarks>
internal static class Descriptors
{
    /// <summary>Argument: the reason.</summary>
    public static readonly Descriptor DocumentUnreadable = new(
        "CDE0001", Severity.Error, "Document cannot be read",
        "The OpenAPI document cannot be read: {1}{0}");

    /// <summary>An error although the text before it is used: a client without half of its operations is not usable. Argument: the problem.</summary>
    public static readonly Descriptor SyntaxError = new(
        "CDE0002", Severity.Error, "Document is not well-formed",
        "The document is not well-formed; the text after this position is ignored: {1}{0}");

    /// <summary>Argument: what the document contains instead.</summary>
    public static readonly Descriptor NotOpenApi = new(
        "CDE0003", Severity.Error, "Not an OpenAPI document of a supported version",
        "This is not an OpenAPI document of a supported version (2.0, 3.0, 3.1, 3.2): {1}{0}");

    /// <summary>Arguments: the reference, the reason.</summary>
    public static readonly Descriptor UnresolvedReference = new(
        "CDE0004", Severity.Warning, "Reference cannot be resolved",
        "The reference '{1}' cannot be resolved: {2}{0}");

    /// <summary>Arguments: the path, the name in the template, the declared name.</summary>
    public static readonly Descriptor ParameterReconciled = new(
        "CDE0005", Severity.Info, "Path parameter is declared under another name",
        "The path '{1}' names the parameter '{2}' but the operation declares '{3}'; the generator treats them as the same parameter{0}");

    /// <summary>Arguments: the path, the name in the template.</summary>
    public static readonly Descriptor ParameterUndeclared = new(
        "CDE0006", Severity.Info, "Path parameter is not declared",
        "The path '{1}' names the parameter '{2}', which is not declared; the generator assumes a required string{0}");

    /// <summary>The generated code is usable. Arguments: the construct (a noun phrase that starts a sentence), the replacement.</summary>
    public static readonly Descriptor Degraded = new(
        "CDE0007", Severity.Info, "Construct is only partly supported",
        "{1} is not supported; {2}{0}");

    /// <summary>Arguments: the operationId, the name of this operation.</summary>
    public static readonly Descriptor DuplicateOperationId = new(
        "CDE0008", Severity.Info, "operationId is used more than once",
        "The operationId '{1}' {2}; this operation is named '{3}'{0}");

    /// <summary>Argument: a clause that names the key.</summary>
    public static readonly Descriptor DuplicateKey = new(
        "CDE0009", Severity.Warning, "Key appears more than once",
        "In this document {1}{0}");

    /// <summary>Arguments: the name of the metadata, its value, the problem.</summary>
    public static readonly Descriptor InvalidOption = new(
        "CDE0010", Severity.Error, "OpenApiReference metadata is not valid",
        "The OpenApiReference metadata {1}=\"{2}\" is not valid: {3}{0}");

    /// <summary>Arguments: the keyword, the problem.</summary>
    public static readonly Descriptor InvalidKeyword = new(
        "CDE0011", Severity.Warning, "Keyword has an invalid value",
        "The value of '{1}' is not valid and is ignored: {2}{0}");

    /// <summary>Arguments: the type of the exception, its message.</summary>
    public static readonly Descriptor InternalError = new(
        "CDE0012", Severity.Error, "Internal error in the generator",
        "The generator failed on this document with {1}: {2}{0}");

    public static readonly Descriptor RuntimeMissing = new(
        "CDE0013", Severity.Error, "CdeCodegen.Runtime is not referenced",
        "The project does not reference CdeCodegen.Runtime, which generated code calls{0}");

    /// <summary>Argument: the reason.</summary>
    public static readonly Descriptor NothingToGenerate = new(
        "CDE0014", Severity.Warning, "Nothing to generate",
        "No client is generated: {1}{0}");

    /// <summary>The meaning is clear nevertheless. Argument: the problem.</summary>
    public static readonly Descriptor SyntaxIrregular = new(
        "CDE0015", Severity.Info, "Document is not strictly well-formed",
        "The document is not strictly well-formed: {1}{0}");

    /// <summary>Arguments: the construct (a noun phrase that starts a sentence), what is omitted.</summary>
    public static readonly Descriptor Skipped = new(
        "CDE0016", Severity.Warning, "Construct is not supported and is omitted",
        "{1} is not supported; {2}{0}");

    public static readonly Descriptor LanguageTooOld = new(
        "CDE0017", Severity.Error, "C# 12 or later is required",
        "Generated code requires C# 12 or later: set LangVersion to 12 or higher{0}");

    /// <summary>Arguments: the type, the other generator.</summary>
    public static readonly Descriptor UnseenType = new(
        "CDE0018", Severity.Warning, "Another source generator needs a generated type",
        "The compiler adds '{1}' where {2} cannot see it: add Emit=\"Files\" to its OpenApiReference{0}");
}
