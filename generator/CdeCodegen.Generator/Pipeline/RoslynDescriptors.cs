using CdeCodegen.Generator.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace CdeCodegen.Generator.Pipeline;

/// <summary>The engine's diagnostics as Roslyn descriptors.</summary>
/// <remarks>
/// Release tracking (RS2008, <c>AnalyzerReleases.*.md</c>) finds a rule only in the initializer of a field, with a constant id, category and severity.
/// Titles and messages come from <see cref="Descriptors"/>.
/// </remarks>
internal static class RoslynDescriptors
{
    private const string Category = "CdeCodegen.Generator";

    private static readonly DiagnosticDescriptor s_documentUnreadable = new(
        "CDE0001", Descriptors.DocumentUnreadable.Title, Descriptors.DocumentUnreadable.MessageFormat,
        Category, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: DiagnosticPages.AddressOf("CDE0001"));

    private static readonly DiagnosticDescriptor s_syntaxError = new(
        "CDE0002", Descriptors.SyntaxError.Title, Descriptors.SyntaxError.MessageFormat,
        Category, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: DiagnosticPages.AddressOf("CDE0002"));

    private static readonly DiagnosticDescriptor s_notOpenApi = new(
        "CDE0003", Descriptors.NotOpenApi.Title, Descriptors.NotOpenApi.MessageFormat,
        Category, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: DiagnosticPages.AddressOf("CDE0003"));

    private static readonly DiagnosticDescriptor s_unresolvedReference = new(
        "CDE0004", Descriptors.UnresolvedReference.Title, Descriptors.UnresolvedReference.MessageFormat,
        Category, DiagnosticSeverity.Warning, isEnabledByDefault: true, helpLinkUri: DiagnosticPages.AddressOf("CDE0004"));

    private static readonly DiagnosticDescriptor s_parameterReconciled = new(
        "CDE0005", Descriptors.ParameterReconciled.Title, Descriptors.ParameterReconciled.MessageFormat,
        Category, DiagnosticSeverity.Info, isEnabledByDefault: true, helpLinkUri: DiagnosticPages.AddressOf("CDE0005"));

    private static readonly DiagnosticDescriptor s_parameterUndeclared = new(
        "CDE0006", Descriptors.ParameterUndeclared.Title, Descriptors.ParameterUndeclared.MessageFormat,
        Category, DiagnosticSeverity.Info, isEnabledByDefault: true, helpLinkUri: DiagnosticPages.AddressOf("CDE0006"));

    private static readonly DiagnosticDescriptor s_degraded = new(
        "CDE0007", Descriptors.Degraded.Title, Descriptors.Degraded.MessageFormat,
        Category, DiagnosticSeverity.Info, isEnabledByDefault: true, helpLinkUri: DiagnosticPages.AddressOf("CDE0007"));

    private static readonly DiagnosticDescriptor s_duplicateOperationId = new(
        "CDE0008", Descriptors.DuplicateOperationId.Title, Descriptors.DuplicateOperationId.MessageFormat,
        Category, DiagnosticSeverity.Info, isEnabledByDefault: true, helpLinkUri: DiagnosticPages.AddressOf("CDE0008"));

    private static readonly DiagnosticDescriptor s_duplicateKey = new(
        "CDE0009", Descriptors.DuplicateKey.Title, Descriptors.DuplicateKey.MessageFormat,
        Category, DiagnosticSeverity.Warning, isEnabledByDefault: true, helpLinkUri: DiagnosticPages.AddressOf("CDE0009"));

    private static readonly DiagnosticDescriptor s_invalidOption = new(
        "CDE0010", Descriptors.InvalidOption.Title, Descriptors.InvalidOption.MessageFormat,
        Category, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: DiagnosticPages.AddressOf("CDE0010"));

    private static readonly DiagnosticDescriptor s_invalidKeyword = new(
        "CDE0011", Descriptors.InvalidKeyword.Title, Descriptors.InvalidKeyword.MessageFormat,
        Category, DiagnosticSeverity.Warning, isEnabledByDefault: true, helpLinkUri: DiagnosticPages.AddressOf("CDE0011"));

    private static readonly DiagnosticDescriptor s_internalError = new(
        "CDE0012", Descriptors.InternalError.Title, Descriptors.InternalError.MessageFormat,
        Category, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: DiagnosticPages.AddressOf("CDE0012"));

    private static readonly DiagnosticDescriptor s_runtimeMissing = new(
        "CDE0013", Descriptors.RuntimeMissing.Title, Descriptors.RuntimeMissing.MessageFormat,
        Category, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: DiagnosticPages.AddressOf("CDE0013"));

    private static readonly DiagnosticDescriptor s_nothingToGenerate = new(
        "CDE0014", Descriptors.NothingToGenerate.Title, Descriptors.NothingToGenerate.MessageFormat,
        Category, DiagnosticSeverity.Warning, isEnabledByDefault: true, helpLinkUri: DiagnosticPages.AddressOf("CDE0014"));

    private static readonly DiagnosticDescriptor s_syntaxIrregular = new(
        "CDE0015", Descriptors.SyntaxIrregular.Title, Descriptors.SyntaxIrregular.MessageFormat,
        Category, DiagnosticSeverity.Info, isEnabledByDefault: true, helpLinkUri: DiagnosticPages.AddressOf("CDE0015"));

    private static readonly DiagnosticDescriptor s_skipped = new(
        "CDE0016", Descriptors.Skipped.Title, Descriptors.Skipped.MessageFormat,
        Category, DiagnosticSeverity.Warning, isEnabledByDefault: true, helpLinkUri: DiagnosticPages.AddressOf("CDE0016"));

    private static readonly DiagnosticDescriptor s_languageTooOld = new(
        "CDE0017", Descriptors.LanguageTooOld.Title, Descriptors.LanguageTooOld.MessageFormat,
        Category, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: DiagnosticPages.AddressOf("CDE0017"));

    private static readonly DiagnosticDescriptor s_unseenType = new(
        "CDE0018", Descriptors.UnseenType.Title, Descriptors.UnseenType.MessageFormat,
        Category, DiagnosticSeverity.Warning, isEnabledByDefault: true, helpLinkUri: DiagnosticPages.AddressOf("CDE0018"));

    /// <summary>All rules, in the order of their ids.</summary>
    public static readonly DiagnosticDescriptor[] All =
    [
        s_documentUnreadable,
        s_syntaxError,
        s_notOpenApi,
        s_unresolvedReference,
        s_parameterReconciled,
        s_parameterUndeclared,
        s_degraded,
        s_duplicateOperationId,
        s_duplicateKey,
        s_invalidOption,
        s_invalidKeyword,
        s_internalError,
        s_runtimeMissing,
        s_nothingToGenerate,
        s_syntaxIrregular,
        s_skipped,
        s_languageTooOld,
        s_unseenType,
    ];

    /// <summary>The Roslyn diagnostic at the same position with the same arguments.</summary>
    /// <param name="info">The diagnostic.</param>
    /// <param name="pages">The folder in the package that contains the pages about diagnostics; empty if it is unknown.</param>
    public static Diagnostic ToDiagnostic(this DiagnosticInfo info, string pages)
    {
        Location location = info.Path.Length == 0
            ? Location.None
            : Location.Create(info.Path, TextSpan.FromBounds(info.Start, info.End), new LinePositionSpan(ToRoslyn(info.Lines.Start), ToRoslyn(info.Lines.End)));
        DiagnosticDescriptor descriptor = WithPage(Find(info.Descriptor.Id), pages);
        return info.Severity == info.Descriptor.Severity
            ? Diagnostic.Create(descriptor, location, info.MessageArguments())
            : Diagnostic.Create(descriptor, location, DiagnosticSeverity.Info, additionalLocations: null, properties: null, info.MessageArguments());
    }

    private static LinePosition ToRoslyn(TextPosition position) => new(position.Line, position.Character);

    private static DiagnosticDescriptor WithPage(DiagnosticDescriptor descriptor, string pages) =>
        DiagnosticPages.AddressOf(descriptor.Id, pages) is var page && page == descriptor.HelpLinkUri
            ? descriptor
            : new DiagnosticDescriptor(
                descriptor.Id, descriptor.Title, descriptor.MessageFormat, descriptor.Category, descriptor.DefaultSeverity, descriptor.IsEnabledByDefault,
                helpLinkUri: page);

    private static DiagnosticDescriptor Find(string id)
    {
        foreach (DiagnosticDescriptor descriptor in All)
        {
            if (descriptor.Id == id)
            {
                return descriptor;
            }
        }

        throw new InvalidOperationException("There is no descriptor " + id);
    }
}
