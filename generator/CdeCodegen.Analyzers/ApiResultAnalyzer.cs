using System.Collections.Immutable;
using CdeCodegen.Analyzers.Rules;
using CdeCodegen.Analyzers.Semantics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace CdeCodegen.Analyzers;

/// <summary>Checks that callers handle the documented responses of an operation. One analyzer serves all rules, because they share one flow analysis.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ApiResultAnalyzer : DiagnosticAnalyzer
{
    internal static ImmutableArray<DiagnosticDescriptor> BodyRules { get; } = ImmutableArray.Create(
        CDE1001.Rule, CDE1002.Rule, CDE1003.Rule, CDE1004.Rule, CDE1005.Rule, CDE1006.Rule, CDE1007.Rule, CDE1008.Rule, CDE1009.Rule,
        CDE1010.Rule, CDE1090.Rule);

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = BodyRules.Add(CDE1000.Rule).Add(CDE1000.UnknownRule);

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(static start =>
        {
            if (!ResultSearch.MayFind(start.Compilation, start.CancellationToken))
            {
                return;
            }

            var analysis = new ResultAnalysis(start.Compilation, start.Options.AnalyzerConfigOptionsProvider);
            start.RegisterOperationBlockAction(analysis.CheckBlocks);
            start.RegisterCompilationEndAction(static end => CheckOptions(end));
        });
    }

    private static void CheckOptions(CompilationAnalysisContext context)
    {
        AnalyzerConfigOptionsProvider options = context.Options.AnalyzerConfigOptionsProvider;
        var pages = new HelpPages(options.GlobalOptions);
        new OptionReporter(context.Compilation, context.CancellationToken).Report(options, diagnostic => context.ReportDiagnostic(pages.Link(diagnostic)));
    }
}
