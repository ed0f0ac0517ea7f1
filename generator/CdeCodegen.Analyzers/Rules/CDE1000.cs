using Microsoft.CodeAnalysis;

namespace CdeCodegen.Analyzers.Rules;

/// <summary>An option of the analyzer has an invalid value, or is unknown.</summary>
internal static class CDE1000
{
    public const string Id = nameof(CDE1000);

    private const string Title = "Analyzer option has a bad value";
    private const string Description = "An invalid value is ignored, and the default applies. An unknown option is ignored too.";

    public static readonly DiagnosticDescriptor Rule = new(
        Id,
        Title,
        "'{0}' is not a valid value for '{1}': expected {2}",
        RuleInfo.Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        Description,
        DiagnosticPages.AddressOf(Id),
        WellKnownDiagnosticTags.CompilationEnd);

    public static readonly DiagnosticDescriptor UnknownRule = new(
        Id,
        Title,
        "There is no option '{0}': the nearest is '{1}'",
        RuleInfo.Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        Description,
        DiagnosticPages.AddressOf(Id),
        WellKnownDiagnosticTags.CompilationEnd);

    public static Diagnostic Create(DiagnosticSeverity severity, string option, string value, string expected) =>
        Diagnostic.Create(Rule, Location.None, severity, null, null, value, option, expected);

    public static Diagnostic CreateUnknown(DiagnosticSeverity severity, string option, string nearest) =>
        Diagnostic.Create(UnknownRule, Location.None, severity, null, null, option, nearest);
}
