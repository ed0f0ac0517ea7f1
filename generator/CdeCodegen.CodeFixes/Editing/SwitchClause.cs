using CdeCodegen.Analyzers.Patterns;
using CdeCodegen.Analyzers.Semantics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace CdeCodegen.CodeFixes.Editing;

/// <summary>An arm of a switch expression or a label of a switch statement, with the set of cases it matches. Each set has one bit per case.</summary>
internal sealed class SwitchClause
{
    private SwitchClause(SyntaxNode node, int index)
    {
        Node = node;
        Index = index;
    }

    /// <summary>The arm or the label.</summary>
    public SyntaxNode Node { get; }

    /// <summary>The index of the arm or of the label's section.</summary>
    public int Index { get; }

    /// <summary>Cases that always match and that the pattern names.</summary>
    public ulong Named { get; private set; }

    /// <summary>Cases that always match and that the pattern does not name.</summary>
    public ulong Swallowed { get; private set; }

    /// <summary>Cases that match for at least some values and that the pattern does not name.</summary>
    public ulong PartlySwallowed { get; private set; }

    /// <summary>Unnamed cases that match if a guard on the pattern's own variable holds.</summary>
    public ulong Guarded { get; private set; }

    /// <summary>Unnamed cases that match if a guard on something else holds.</summary>
    public ulong MatchedUnderGuard { get; private set; }

    /// <summary>Returns the clauses in evaluation order: <c>default</c> comes last, regardless of its position.</summary>
    public static List<SwitchClause> CreateAll(SyntaxNode node, SemanticModel model, ResultType type, bool isStatus)
    {
        var clauses = new List<SwitchClause>();
        SwitchClause? last = null;
        switch (model.GetOperation(node))
        {
            case ISwitchExpressionOperation expression:
                for (int i = 0; i < expression.Arms.Length; i++)
                {
                    var clause = new SwitchClause(expression.Arms[i].Syntax, i);
                    clause.Match(expression.Arms[i].Pattern, expression.Arms[i].Guard, type, isStatus);
                    clauses.Add(clause);
                }

                break;
            case ISwitchOperation statement:
                for (int i = 0; i < statement.Cases.Length; i++)
                {
                    foreach (ICaseClauseOperation label in statement.Cases[i].Clauses)
                    {
                        var clause = new SwitchClause(label.Syntax, i);
                        if (label is IDefaultCaseClauseOperation)
                        {
                            last = clause;
                        }
                        else
                        {
                            clauses.Add(clause);
                        }

                        clause.Match(label, type, isStatus);
                    }
                }

                break;
        }

        if (last is not null)
        {
            clauses.Add(last);
        }

        return clauses;
    }

    private void Match(ICaseClauseOperation label, ResultType type, bool isStatus)
    {
        switch (label)
        {
            case IDefaultCaseClauseOperation:
                Swallowed = type.All;
                break;
            case IPatternCaseClauseOperation pattern:
                Match(pattern.Pattern, pattern.Guard, type, isStatus);
                break;
            case ISingleValueCaseClauseOperation single when isStatus && Statuses.TryRead(single.Value, out long status):
                Record(new CasePatterns(type).OnConstant(single.Value, status));
                break;
        }
    }

    private void Match(IPatternOperation pattern, IOperation? guard, ResultType type, bool isStatus)
    {
        var patterns = new CasePatterns(type);
        PatternMatch match = isStatus ? patterns.OnStatus(pattern) : patterns.OnResult(pattern);
        if (match.IsOpaque)
        {
            return;
        }

        if (guard is null or { ConstantValue: { HasValue: true, Value: true } })
        {
            Record(match);
        }
        // In `var r when r is not Ok` the guard acts as the pattern.
        else if (guard.Syntax.DescendantNodesAndSelf().Any(
            node => node is IdentifierNameSyntax name && DeclaresVariable(pattern.Syntax, name.Identifier.ValueText)))
        {
            Guarded = PartlySwallowed = match.True & ~match.Mentioned;
        }
        else
        {
            MatchedUnderGuard = match.True & ~match.Mentioned;
        }
    }

    private void Record(PatternMatch match)
    {
        Named = match.True & ~match.False & match.Mentioned;
        Swallowed = match.True & ~match.False & ~match.Mentioned;
        PartlySwallowed = match.True & ~match.Mentioned;
    }

    private static bool DeclaresVariable(SyntaxNode pattern, string name) =>
        pattern.DescendantNodesAndSelf().Any(node => node is SingleVariableDesignationSyntax variable && variable.Identifier.ValueText == name);
}
