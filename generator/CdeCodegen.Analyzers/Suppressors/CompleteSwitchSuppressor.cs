using System.Collections.Immutable;
using CdeCodegen.Analyzers.Coverage;
using CdeCodegen.Analyzers.Infrastructure;
using CdeCodegen.Analyzers.Semantics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace CdeCodegen.Analyzers.Suppressors;

/// <summary>
/// Suppresses exhaustiveness warnings on switches that list all cases of a result. Compilers before C# 15 do not know that the hierarchy is closed.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class CompleteSwitchSuppressor : DiagnosticSuppressor
{
    private const string Justification = "Every documented response of the operation has an arm of its own, and a result has no other cases.";

    private static readonly SuppressionDescriptor s_exhaustiveness = new("CDES0001", "CS8509", Justification);
    private static readonly SuppressionDescriptor s_missingArms = new("CDES0002", "IDE0072", Justification);
    private static readonly SuppressionDescriptor s_missingLabels = new("CDES0003", "IDE0010", Justification);

    /// <inheritdoc/>
    public override ImmutableArray<SuppressionDescriptor> SupportedSuppressions { get; } = ImmutableArray.Create(s_exhaustiveness, s_missingArms,
        s_missingLabels);

    /// <inheritdoc/>
    public override void ReportSuppressions(SuppressionAnalysisContext context)
    {
        ResultTypes? types = null;
        foreach (Diagnostic diagnostic in context.ReportedDiagnostics)
        {
            context.CancellationToken.ThrowIfCancellationRequested();
            if (diagnostic.Location.SourceTree is not { } tree)
            {
                continue;
            }

            SyntaxNode? node = Switch(tree.GetRoot(context.CancellationToken).FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true),
                diagnostic.Id);
            if (node is not null && IsComplete(context.GetSemanticModel(tree).GetOperation(node, context.CancellationToken), types ??= new ResultTypes()))
            {
                context.ReportSuppression(Suppression.Create(DescriptorFor(diagnostic.Id), diagnostic));
            }
        }
    }

    private static bool IsComplete(IOperation? operation, ResultTypes types)
    {
        try
        {
            return SwitchCoverage.Of(operation, types) is { IsComplete: true } coverage && (coverage.IsNullCovered || !SwitchCoverage.MayBeNull(operation!));
        }
        catch (Exception fault) when (!InternalErrors.AreThrown && fault is not OperationCanceledException)
        {
            // On an internal error, keep the warning: a false warning is better than a hidden gap.
            return false;
        }
    }

    private static SuppressionDescriptor DescriptorFor(string id) => id switch
    {
        "CS8509" => s_exhaustiveness,
        "IDE0072" => s_missingArms,
        _ => s_missingLabels,
    };

    // The compiler reports the keyword; the IDE reports the keyword or the whole switch.
    private static SyntaxNode? Switch(SyntaxNode? node, string id)
    {
        for (; node is not null; node = node.Parent)
        {
            if (id == s_missingLabels.SuppressedDiagnosticId ? node is SwitchStatementSyntax : node is SwitchExpressionSyntax)
            {
                return node;
            }
        }

        return null;
    }
}
