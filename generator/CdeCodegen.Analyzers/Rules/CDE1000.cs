using CdeCodegen.Analyzers.Options;
using Microsoft.CodeAnalysis;

namespace CdeCodegen.Analyzers.Rules;

/// <summary>An option of the analyzer has a value that is none.</summary>
internal static class CDE1000
{
    public const string Id = nameof(CDE1000);

    public static readonly DiagnosticDescriptor Rule = new(
        Id,
        "Analyzer option has a bad value",
        "'{0}' is no value for '{1}': expected {2}",
        RuleInfo.Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        "A value that cannot be read is not used: the default applies until it is corrected.",
        RuleInfo.Pages + Id + ".md",
        WellKnownDiagnosticTags.CompilationEnd);

    public static Diagnostic Create(string option, string value, string expected) =>
        Diagnostic.Create(Rule, Location.None, value, option, expected);
}
