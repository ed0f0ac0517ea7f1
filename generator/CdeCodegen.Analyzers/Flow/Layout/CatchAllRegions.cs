using CdeCodegen.Analyzers.Flow.State;
using CdeCodegen.Analyzers.Semantics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace CdeCodegen.Analyzers.Flow.Layout;

/// <summary>
/// The source regions written for the remaining cases: both branches of an <c>if</c> with an <c>else</c> (a negated condition swaps them), both
/// branches of <c>?:</c>, <c>default</c> sections and catch-all arms. This needs syntax: in the graph, an empty <c>default: break;</c> and a missing
/// <c>default</c> are the same edge, and an <c>if</c> with an empty <c>else</c> has the same blocks as one without.
/// </summary>
internal sealed class CatchAllRegions(TrackedOrigins origins)
{
    private readonly Dictionary<TextSpan, OriginSet> _written = [];
    private readonly HashSet<(TextSpan Span, int Origin, CaseSet Cases)> _guarded = [];
    private readonly Dictionary<SyntaxNode, OriginSet> _switches = [];
    private readonly HashSet<SyntaxNode> _catchAlls = [];
    private readonly Dictionary<SyntaxNode, OriginSet> _nullEdges = [];

    /// <summary>Records that a test on <paramref name="tested"/> decides <paramref name="construct"/>.</summary>
    public void Add(SyntaxNode construct, OriginSet tested)
    {
        switch (construct)
        {
            case IfStatementSyntax { Else: { } rest } branch:
                Add(branch.Statement.Span, tested);
                Add(rest.Statement.Span, tested);
                break;
            case ConditionalExpressionSyntax ternary:
                Add(ternary.WhenTrue.Span, tested);
                Add(ternary.WhenFalse.Span, tested);
                break;
            case SwitchLabelSyntax { Parent: SwitchSectionSyntax { Parent: SwitchStatementSyntax statement } }:
                AddSwitch(statement, tested);
                foreach (SwitchSectionSyntax section in statement.Sections)
                {
                    if (HasDefault(section))
                    {
                        Add(Body(section), tested);
                    }
                }

                break;
            case SwitchExpressionArmSyntax { Parent: SwitchExpressionSyntax expression }:
                AddSwitch(expression, tested);
                foreach (SwitchExpressionArmSyntax arm in expression.Arms)
                {
                    if (arm is { Pattern: DiscardPatternSyntax, WhenClause: null })
                    {
                        Add(arm.Expression.Span, tested);
                    }
                }

                break;
        }
    }

    /// <summary>
    /// Records implicit alternatives: the branch of a condition that rejects successes, <c>if (r is not Ok || isLate) …</c>, and the code after a branch
    /// for successes that jumps, <c>if (r is Ok &amp;&amp; isEarly) return; …</c>. Without the second condition, the possible cases alone show this.
    /// </summary>
    /// <param name="entering">The cases that may enter the branch.</param>
    /// <param name="passing">The cases that may skip it.</param>
    public void AddUnwritten(SyntaxNode construct, int origin, CaseSet entering, CaseSet passing, CaseSet mentioned)
    {
        if (origins[origin].Type is not { } type || BranchOf(construct) is not { IsEmpty: false } span)
        {
            return;
        }

        CaseSet failures = CaseSet.Every.Except(type.Success).Except(type.Unlisted);
        if (!entering.Overlaps(type.Success) || (!passing.Overlaps(failures) && passing.Overlaps(type.Success) && entering.Overlaps(failures)))
        {
            // A branch that names all of its failures is not a catch-all.
            if (!entering.Except(type.Success).Except(mentioned).IsEmpty)
            {
                Add(span, OriginSet.Of(origin));
            }
        }
        else if (!entering.Overlaps(failures) && JumpOf(construct) is { } jump)
        {
            while (OuterOfNested(jump) is { } outer)
            {
                jump = outer;
            }

            if (jump.Parent is BlockSyntax or SwitchSectionSyntax)
            {
                Add(TextSpan.FromBounds(jump.Span.End, jump.Parent.Span.End), OriginSet.Of(origin));
            }
        }
    }

    /// <summary>The code that runs when a test holds, for constructs without an <c>else</c>.</summary>
    private static TextSpan BranchOf(SyntaxNode construct) => construct switch
    {
        IfStatementSyntax { Else: null } branch => branch.Statement.Span,
        WhileStatementSyntax loop => loop.Statement.Span,
        ForStatementSyntax loop => loop.Statement.Span,
        SwitchLabelSyntax { Parent: SwitchSectionSyntax section } => Body(section),
        SwitchExpressionArmSyntax arm => arm.Expression.Span,
        _ => default,
    };

    /// <summary>The <c>if</c>, or the switch with one section, whose branch jumps, so that the code after it is the alternative.</summary>
    private static StatementSyntax? JumpOf(SyntaxNode construct) => construct switch
    {
        IfStatementSyntax branch when Jumps(branch.Statement) => branch,
        SwitchLabelSyntax { Parent: SwitchSectionSyntax { Parent: SwitchStatementSyntax { Sections.Count: 1 } choice } section }
            when Jumps(section.Statements, isSection: true) => choice,
        _ => null,
    };

    /// <summary>Records a label or arm that matches every case.</summary>
    public void AddCatchAll(SyntaxNode label, OriginSet tested)
    {
        _catchAlls.Add(label);
        if (label is SwitchExpressionArmSyntax arm)
        {
            Add(arm.Expression.Span, tested);
        }
        else if (label.Parent is SwitchSectionSyntax section)
        {
            Add(Body(section), tested);
        }
    }

    /// <summary>The right side of <c>??</c> handles a null left side.</summary>
    public void AddFallback(SyntaxNode nullTest, OriginSet tested)
    {
        for (SyntaxNode node = nullTest; node.Parent is ExpressionSyntax parent; node = parent)
        {
            if (parent is BinaryExpressionSyntax coalesce && coalesce.IsKind(SyntaxKind.CoalesceExpression))
            {
                if (coalesce.Left == node)
                {
                    Add(coalesce.Right.Span, tested);
                }

                return;
            }

            if (parent is not (ParenthesizedExpressionSyntax or ConditionalAccessExpressionSyntax))
            {
                return;
            }
        }
    }

    /// <summary>Records that <c>(r as Ok)?.Value</c> is null for the other cases.</summary>
    public void AddNullEdge(SyntaxNode receiver, OriginSet tested)
    {
        if (SourcePlaces.AccessOf(receiver) is { } access)
        {
            _nullEdges.TryGetValue(access, out OriginSet known);
            _nullEdges[access] = known.Union(tested);
        }
    }

    /// <summary>The results that a conditional access tests with the null test of its receiver.</summary>
    public OriginSet OfNullEdge(SyntaxNode access) => _nullEdges.TryGetValue(access, out OriginSet tested) ? tested : OriginSet.Empty;

    public bool IsCatchAll(SyntaxNode label) => _catchAlls.Contains(label);

    public bool IsInside(SyntaxNode node, int origin)
    {
        // A result created inside the region is not yet tested there, except before its creation in a later iteration of a loop.
        TextSpan made = origins[origin].Scope.Span;
        foreach (KeyValuePair<TextSpan, OriginSet> region in _written)
        {
            TextSpan span = region.Key;
            if (region.Value.Contains(origin) && span.Contains(node.Span) && (!span.Contains(made) || node.SpanStart <= made.Start))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The origins that the switch of a label or arm tests.</summary>
    public OriginSet OfSwitch(SyntaxNode label)
    {
        SyntaxNode? construct = label.Parent is SwitchSectionSyntax section ? section.Parent : label.Parent;
        return construct is null ? OriginSet.Empty : TestedBy(construct);
    }

    /// <summary>The origins that a switch tests.</summary>
    public OriginSet TestedBy(SyntaxNode construct) => _switches.TryGetValue(construct, out OriginSet tested) ? tested : OriginSet.Empty;

    /// <summary>Whether only an explicit <c>default</c> follows this label.</summary>
    public static bool IsLastBeforeDefault(SyntaxNode label)
    {
        if (label.Parent is not SwitchSectionSyntax { Parent: SwitchStatementSyntax statement })
        {
            return false;
        }

        SwitchLabelSyntax? last = null;
        bool hasDefault = false;
        foreach (SwitchSectionSyntax section in statement.Sections)
        {
            foreach (SwitchLabelSyntax candidate in section.Labels)
            {
                if (candidate is DefaultSwitchLabelSyntax)
                {
                    hasDefault = true;
                }
                else
                {
                    last = candidate;
                }
            }
        }

        return hasDefault && last == label;
    }

    /// <summary>Records that a guarded test handles its cases only inside its body, for the option under which guards do not count.</summary>
    public void AddGuarded(SyntaxNode construct, int origin, CaseSet cases)
    {
        TextSpan? body = construct switch
        {
            IfStatementSyntax branch => branch.Statement.Span,
            ConditionalExpressionSyntax ternary => ternary.WhenTrue.Span,
            SwitchExpressionArmSyntax arm => arm.Expression.Span,
            SwitchLabelSyntax { Parent: SwitchSectionSyntax section } => Body(section),
            WhileStatementSyntax loop => loop.Statement.Span,
            _ => null,
        };
        if (body is { } span)
        {
            _guarded.Add((span, origin, cases));
        }
    }

    /// <summary>The cases that guarded tests around a node mention.</summary>
    public CaseSet GuardedCases(SyntaxNode node, int origin)
    {
        CaseSet cases = CaseSet.Empty;
        foreach ((TextSpan span, int guardedOrigin, CaseSet mentioned) in _guarded)
        {
            if (guardedOrigin == origin && span.Contains(node.Span))
            {
                cases = cases.Union(mentioned);
            }
        }

        return cases;
    }

    private void AddSwitch(SyntaxNode construct, OriginSet tested)
    {
        _switches.TryGetValue(construct, out OriginSet known);
        _switches[construct] = known.Union(tested);
    }

    private void Add(TextSpan span, OriginSet tested)
    {
        _written.TryGetValue(span, out OriginSet known);
        _written[span] = known.Union(tested);
    }

    /// <summary>
    /// <c>if (a) if (b) return;</c> is <c>if (a &amp;&amp; b) return;</c>. The <c>break</c> of a section leads to what follows, like its end would.
    /// </summary>
    private static bool Jumps(StatementSyntax statement, bool isSection = false) => statement switch
    {
        BlockSyntax block => Jumps(block.Statements, isSection),
        IfStatementSyntax { Else: null } nested => Jumps(nested.Statement, isSection),
        BreakStatementSyntax => !isSection,
        ReturnStatementSyntax or ThrowStatementSyntax or ContinueStatementSyntax or GotoStatementSyntax => true,
        YieldStatementSyntax => statement.IsKind(SyntaxKind.YieldBreakStatement),
        _ => false,
    };

    private static bool Jumps(SyntaxList<StatementSyntax> statements, bool isSection)
    {
        int count = statements.Count;
        if (isSection && count > 1 && statements[count - 1] is BreakStatementSyntax)
        {
            count--;
        }

        return count != 0 && Jumps(statements[count - 1], isSection) && (count == 1 || statements[count - 1] is not IfStatementSyntax);
    }

    private static IfStatementSyntax? OuterOfNested(StatementSyntax branch)
    {
        while (branch.Parent is BlockSyntax { Statements.Count: 1 } block)
        {
            branch = block;
        }

        return branch.Parent as IfStatementSyntax is { Else: null } outer ? outer : null;
    }

    private static bool HasDefault(SwitchSectionSyntax section)
    {
        foreach (SwitchLabelSyntax label in section.Labels)
        {
            if (label.IsKind(SyntaxKind.DefaultSwitchLabel))
            {
                return true;
            }
        }

        return false;
    }

    private static TextSpan Body(SwitchSectionSyntax section) => section.Statements.Count == 0
        ? default
        : TextSpan.FromBounds(section.Statements[0].SpanStart, section.Statements[section.Statements.Count - 1].Span.End);
}
