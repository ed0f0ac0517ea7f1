using System.Collections.Immutable;
using CdeCodegen.Analyzers.Semantics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace CdeCodegen.Analyzers;

/// <summary>
/// Applies the same rules to user code in Razor files, which the compiler treats as generated code. Analyzing generated code makes the compiler
/// bind it again, including generated clients, so this is a separate analyzer that does nothing in projects without Razor files.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class RazorApiResultAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ApiResultAnalyzer.BodyRules;

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.Analyze | GeneratedCodeAnalysisFlags.ReportDiagnostics);
        context.RegisterCompilationStartAction(static start =>
        {
            if (!HasRazor(start.Compilation) || !ResultSearch.MayFind(start.Compilation, start.CancellationToken))
            {
                return;
            }

            var analysis = new ResultAnalysis(start.Compilation, start.Options.AnalyzerConfigOptionsProvider);
            start.RegisterOperationBlockAction(block =>
            {
                if (block.OperationBlocks.Length != 0 && IsRazor(block.OperationBlocks[0].Syntax.SyntaxTree))
                {
                    analysis.CheckBlocks(block);
                }
            });
        });
    }

    private static bool HasRazor(Compilation compilation)
    {
        foreach (SyntaxTree tree in compilation.SyntaxTrees)
        {
            if (IsRazor(tree))
            {
                return true;
            }
        }

        return false;
    }

    // `Counter.razor.g.cs` on disk, `Pages/Counter_razor.g.cs` as a generator's hint name.
    private static bool IsRazor(SyntaxTree tree) =>
        tree.FilePath.EndsWith("razor.g.cs", StringComparison.OrdinalIgnoreCase) || tree.FilePath.EndsWith("cshtml.g.cs", StringComparison.OrdinalIgnoreCase);
}
