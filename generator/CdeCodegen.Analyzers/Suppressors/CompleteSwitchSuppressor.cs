using System.Collections.Immutable;
using CdeCodegen.Analyzers.Coverage;
using CdeCodegen.Analyzers.Semantics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace CdeCodegen.Analyzers.Suppressors;

/// <summary>
/// A switch over all cases of a result is complete, though the compiler (before C# 15) cannot know that the hierarchy is closed.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class CompleteSwitchSuppressor : DiagnosticSuppressor
{
    const string Justification = "Every documented response of the operation has an arm of its own, and a result has no other cases.";

    static readonly SuppressionDescriptor Exhaustiveness = new("CDES0001", "CS8509", Justification);
    static readonly SuppressionDescriptor MissingArms = new("CDES0002", "IDE0072", Justification);
    static readonly SuppressionDescriptor MissingLabels = new("CDES0003", "IDE0010", Justification);

    /// <inheritdoc/>
    public override ImmutableArray<SuppressionDescriptor> SupportedSuppressions { get; } = ImmutableArray.Create(Exhaustiveness, MissingArms, MissingLabels);

    /// <inheritdoc/>
    public override void ReportSuppressions(SuppressionAnalysisContext context)
    {
        ResultTypes? types = null;
        foreach (var diagnostic in context.ReportedDiagnostics)
        {
            context.CancellationToken.ThrowIfCancellationRequested();
            if (diagnostic.Location.SourceTree is not { } tree)
                continue;
            var node = Switch(tree.GetRoot(context.CancellationToken).FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true), diagnostic.Id);
            if (node is not null && IsComplete(context.GetSemanticModel(tree).GetOperation(node, context.CancellationToken), types ??= new ResultTypes()))
                context.ReportSuppression(Suppression.Create(DescriptorFor(diagnostic.Id), diagnostic));
        }
    }

    static bool IsComplete(IOperation? operation, ResultTypes types)
    {
        try
        {
            return SwitchCoverage.Of(operation, types) is { IsComplete: true } coverage && (coverage.IsNullCovered || !SwitchCoverage.MayBeNull(operation!));
        }
        catch (Exception fault) when (!ResultAnalysis.ShowsFaults && fault is not OperationCanceledException)
        {
            // The warning that stays is the better mistake.
            return false;
        }
    }

    static SuppressionDescriptor DescriptorFor(string id) => id switch
    {
        "CS8509" => Exhaustiveness,
        "IDE0072" => MissingArms,
        _ => MissingLabels,
    };

    // The compiler's warning is on the keyword; the IDE's are on the keyword or on the whole.
    static SyntaxNode? Switch(SyntaxNode? node, string id)
    {
        for (; node is not null; node = node.Parent)
            if (id == MissingLabels.SuppressedDiagnosticId ? node is SwitchStatementSyntax : node is SwitchExpressionSyntax)
                return node;
        return null;
    }
}
