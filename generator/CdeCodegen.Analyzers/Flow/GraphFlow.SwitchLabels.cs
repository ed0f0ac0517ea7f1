using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CdeCodegen.Analyzers.Flow;

/// <summary>Finds the switch labels and arms that are catch-alls.</summary>
internal sealed partial class GraphFlow
{
    private void NoteCatchAll(IOperation site, ulong tested)
    {
        if (TestSite.Find(site.Syntax).Construct is { } construct and (SwitchLabelSyntax or SwitchExpressionArmSyntax))
        {
            _regions.AddCatchAll(construct, tested);
        }
    }

    /// <summary>Marks the rest as handled by a catch-all on the edge past the last label to <c>default</c>, and on the edge into an unguarded catch-all.</summary>
    private void LeaveLabel(SyntaxNode condition, TestSite site, bool outcome)
    {
        bool isGuard = false;
        SyntaxNode? label = site.Construct is SwitchLabelSyntax or SwitchExpressionArmSyntax ? site.Construct : null;
        if (TestSite.GuardedLabel(condition, out bool isNegated) is { } guarded)
        {
            label = guarded;
            isGuard = true;
        }

        if (label is null || _regions.OfSwitch(label) is not (not 0 and var tested))
        {
            return;
        }

        bool matched = outcome != isNegated;
        bool isCatchAll = matched
            ? !isGuard && !IsGuardedLabel(label) && _regions.IsCatchAll(label)
            : CatchAllRegions.IsLastBeforeDefault(label);
        if (!isCatchAll)
        {
            return;
        }

        for (int o = 0; tested >> o != 0; o++)
        {
            if ((tested >> o & 1) != 0)
            {
                CatchAll(o);
            }
        }
    }

    /// <summary>Handles a switch that has only a <c>default</c>, for which the graph has no branch.</summary>
    private void EnterOnlySection(SyntaxNode switched, ulong tested)
    {
        if (WithParentheses(switched).Parent is not SwitchStatementSyntax { Sections: { Count: 1 } sections } || sections[0].Labels is not { Count: 1 } labels
            || labels[0] is not DefaultSwitchLabelSyntax)
        {
            return;
        }

        _regions.Add(labels[0], tested);
        for (int o = 0; tested >> o != 0; o++)
        {
            if ((tested >> o & 1) != 0)
            {
                CatchAll(o);
            }
        }
    }

    private static bool IsGuardedLabel(SyntaxNode label) =>
        label is CasePatternSwitchLabelSyntax { WhenClause: not null } or SwitchExpressionArmSyntax { WhenClause: not null };
}
