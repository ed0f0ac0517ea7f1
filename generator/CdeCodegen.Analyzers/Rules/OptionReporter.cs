using CdeCodegen.Analyzers.Options;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace CdeCodegen.Analyzers.Rules;

/// <summary>Reports problems with options as CDE1000.</summary>
internal sealed class OptionReporter(Compilation compilation, CancellationToken cancellationToken)
{
    public void Report(AnalyzerConfigOptionsProvider provider, Action<Diagnostic> report)
    {
        var check = new OptionCheck(compilation, tree => TryGetSeverity(tree, out _), cancellationToken);
        foreach (OptionProblem problem in check.Run(provider))
        {
            TryGetSeverity(problem.Tree, out DiagnosticSeverity severity);
            report(problem.Value is { } value
                ? CDE1000.Create(severity, problem.Option, value, problem.Expected)
                : CDE1000.CreateUnknown(severity, problem.Option, problem.Expected));
        }
    }

    /// <summary>
    /// Reads the severity for a tree; false when the rule is suppressed there. The compiler does not consult .editorconfig for a diagnostic
    /// without a location, although that file is where the option is set.
    /// </summary>
    private bool TryGetSeverity(SyntaxTree tree, out DiagnosticSeverity severity)
    {
        severity = CDE1000.Rule.DefaultSeverity;
        if (compilation.Options.SyntaxTreeOptionsProvider is not { } provider
            || !provider.TryGetDiagnosticValue(tree, CDE1000.Id, cancellationToken, out ReportDiagnostic report))
        {
            return true;
        }

        switch (report)
        {
            case ReportDiagnostic.Suppress:
                return false;
            case ReportDiagnostic.Error:
                severity = DiagnosticSeverity.Error;
                break;
            case ReportDiagnostic.Info:
                severity = DiagnosticSeverity.Info;
                break;
            case ReportDiagnostic.Hidden:
                severity = DiagnosticSeverity.Hidden;
                break;
        }

        return true;
    }
}
