using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace CdeCodegen.Analyzers.Rules;

/// <summary>The severity that a project has configured for a rule. A suppressor needs it, since it runs whether or not the rule is enabled.</summary>
internal static class RuleSeverity
{
    /// <summary>Whether a file gets the diagnostics of <paramref name="rule"/> with at least the severity of <paramref name="other"/>.</summary>
    public static bool Outranks(DiagnosticDescriptor rule, Diagnostic other, Compilation compilation, AnalyzerConfigOptions options,
        CancellationToken cancellationToken) =>
        Get(rule, compilation, other.Location.SourceTree!, options, cancellationToken) is { } severity && severity >= other.Severity;

    /// <summary>The severity in a file; null where the rule is suppressed.</summary>
    private static DiagnosticSeverity? Get(
        DiagnosticDescriptor rule, Compilation compilation, SyntaxTree tree, AnalyzerConfigOptions options, CancellationToken cancellationToken)
    {
        CompilationOptions compiler = compilation.Options;
        bool isSpecified = compiler.SpecificDiagnosticOptions.TryGetValue(rule.Id, out ReportDiagnostic specified);
        if (isSpecified && specified == ReportDiagnostic.Suppress)
        {
            return null;
        }

        ReportDiagnostic report = ReportDiagnostic.Default;
        if (compiler.SyntaxTreeOptionsProvider is not { } provider
            || (!provider.TryGetDiagnosticValue(tree, rule.Id, cancellationToken, out report)
                && !provider.TryGetGlobalDiagnosticValue(rule.Id, cancellationToken, out report)))
        {
            report = isSpecified ? specified : OfCategory(rule, options);
        }

        if (report == ReportDiagnostic.Default)
        {
            report = !rule.IsEnabledByDefault ? ReportDiagnostic.Suppress : rule.DefaultSeverity switch
            {
                DiagnosticSeverity.Error => ReportDiagnostic.Error,
                DiagnosticSeverity.Warning => ReportDiagnostic.Warn,
                DiagnosticSeverity.Info => ReportDiagnostic.Info,
                _ => ReportDiagnostic.Hidden,
            };
        }

        return report switch
        {
            ReportDiagnostic.Error => DiagnosticSeverity.Error,
            ReportDiagnostic.Warn when compiler.GeneralDiagnosticOption == ReportDiagnostic.Error || (isSpecified && specified == ReportDiagnostic.Error) =>
                DiagnosticSeverity.Error,
            ReportDiagnostic.Warn => compiler.GeneralDiagnosticOption == ReportDiagnostic.Suppress ? null : DiagnosticSeverity.Warning,
            ReportDiagnostic.Info => DiagnosticSeverity.Info,
            ReportDiagnostic.Hidden => DiagnosticSeverity.Hidden,
            _ => null,
        };
    }

    private static ReportDiagnostic OfCategory(DiagnosticDescriptor rule, AnalyzerConfigOptions options) =>
        options.TryGetValue($"dotnet_analyzer_diagnostic.category-{rule.Category}.severity", out string? text)
            || options.TryGetValue("dotnet_analyzer_diagnostic.severity", out text)
            ? text.Trim().ToLowerInvariant() switch
            {
                "error" => ReportDiagnostic.Error,
                "warning" => ReportDiagnostic.Warn,
                "suggestion" => ReportDiagnostic.Info,
                "silent" or "refactoring" => ReportDiagnostic.Hidden,
                "none" => ReportDiagnostic.Suppress,
                _ => ReportDiagnostic.Default,
            }
            : ReportDiagnostic.Default;
}
