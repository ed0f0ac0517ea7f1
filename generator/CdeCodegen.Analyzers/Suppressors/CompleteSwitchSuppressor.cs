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
            var node = Switch(tree.GetRoot(context.CancellationToken).FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true));
            if (node is null)
                continue;
            types ??= new ResultTypes();
            var operation = context.GetSemanticModel(tree).GetOperation(node, context.CancellationToken);
            if (SwitchCoverage.Of(operation, types) is not { IsComplete: true } coverage)
                continue;
            if (!coverage.IsNullCovered && SwitchCoverage.MayBeNull(operation!))
                continue;
            context.ReportSuppression(Suppression.Create(DescriptorFor(diagnostic.Id), diagnostic));
        }
    }

    static SuppressionDescriptor DescriptorFor(string id) => id switch
    {
        "CS8509" => Exhaustiveness,
        "IDE0072" => MissingArms,
        _ => MissingLabels,
    };

    // The compiler's warning is on the keyword; the IDE's are on the keyword or on the whole.
    static SyntaxNode? Switch(SyntaxNode? node)
    {
        for (; node is not null; node = node.Parent)
            if (node is SwitchExpressionSyntax or SwitchStatementSyntax)
                return node;
        return null;
    }
}
