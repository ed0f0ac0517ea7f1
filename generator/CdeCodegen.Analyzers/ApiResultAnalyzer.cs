using System.Collections.Immutable;
using CdeCodegen.Analyzers.Rules;
using CdeCodegen.Analyzers.Semantics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace CdeCodegen.Analyzers;

/// <summary>Checks that callers deal with the documented responses of an operation. One analyzer for all rules: they read one flow.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ApiResultAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
        ImmutableArray.Create(CDE1001.Rule, CDE1002.Rule, CDE1003.Rule, CDE1004.Rule, CDE1005.Rule, CDE1006.Rule, CDE1007.Rule, CDE1008.Rule);

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(static start =>
        {
            if (start.Compilation.GetTypesByMetadataName(KnownNames.ResultMarker).IsEmpty)
                return;
            var analysis = new ResultAnalysis(start.Compilation, start.Options.AnalyzerConfigOptionsProvider);
            start.RegisterOperationBlockStartAction(analysis.StartBlock);
        });
    }
}
