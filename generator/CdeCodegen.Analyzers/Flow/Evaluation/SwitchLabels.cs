using CdeCodegen.Analyzers.Flow.Layout;
using CdeCodegen.Analyzers.Flow.State;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace CdeCodegen.Analyzers.Flow.Evaluation;

/// <summary>
/// Finds the edges into catch-all labels and arms. This needs syntax: in the graph, an empty <c>default: break;</c> and a missing <c>default</c> are
/// the same edge.
/// </summary>
internal sealed class SwitchLabels(CatchAllRegions regions)
{
    /// <summary>Records a label or arm that matches every case.</summary>
    public void AddCatchAll(IOperation site, int origin)
    {
        if (TestSite.Find(site.Syntax).Construct is { } construct and (SwitchLabelSyntax or SwitchExpressionArmSyntax))
        {
            regions.AddCatchAll(construct, OriginSet.Of(origin));
        }
    }

    /// <summary>
    /// Marks the rest as handled by a catch-all on the edge past the last label to <c>default</c>, and on the edge into an unguarded catch-all.
    /// </summary>
    public void Leave(FlowState state, SyntaxNode condition, TestSite site, bool outcome)
    {
        SyntaxNode? label = TestSite.GuardedLabel(condition, out bool isNegated) ?? site.Construct;
        if (label is null || regions.OfSwitch(label) is not { IsEmpty: false } tested)
        {
            return;
        }

        bool matched = outcome != isNegated;
        bool isCatchAll = matched
            ? !IsGuarded(label) && regions.IsCatchAll(label)
            : CatchAllRegions.IsLastBeforeDefault(label);
        if (isCatchAll)
        {
            HandleByCatchAll(state, tested);
        }
    }

    /// <summary>The origins that a switch tests.</summary>
    public OriginSet TestedBy(SyntaxNode construct) => regions.TestedBy(construct);

    /// <summary>Handles a switch that has only a <c>default</c>, for which the graph has no branch.</summary>
    public void EnterOnlySection(FlowState state, SyntaxNode switched, OriginSet tested)
    {
        if (SourcePlaces.WithParentheses(switched).Parent is SwitchStatementSyntax { Sections: { Count: 1 } sections }
            && sections[0].Labels is { Count: 1 } labels
            && labels[0] is DefaultSwitchLabelSyntax)
        {
            HandleByCatchAll(state, tested);
        }
    }

    /// <summary>
    /// <c>return (r as Ok)?.Value;</c> is <c>r is Ok ok ? ok.Value : null</c>: the null stands for the rest, as the branch of <c>?:</c> does.
    /// </summary>
    public void EnterNull(FlowState state, IOperation value)
    {
        if (value is IDefaultValueOperation { IsImplicit: true } && SourcePlaces.AccessOf(value.Syntax) is { } access && !SourcePlaces.IsTested(access))
        {
            HandleByCatchAll(state, regions.OfNullEdge(access));
        }
    }

    private static void HandleByCatchAll(FlowState state, OriginSet origins)
    {
        foreach (int origin in origins)
        {
            state.Of(origin).HandleByCatchAll();
        }
    }

    private static bool IsGuarded(SyntaxNode label) =>
        label is CasePatternSwitchLabelSyntax { WhenClause: not null } or SwitchExpressionArmSyntax { WhenClause: not null };
}
