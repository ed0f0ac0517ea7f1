using CdeCodegen.Analyzers.Patterns;
using CdeCodegen.Analyzers.Semantics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace CdeCodegen.CodeFixes.Editing;

/// <summary>An arm of a switch expression or a label of a switch statement, and what it does with each case, told by the evaluator of the flow.</summary>
internal sealed class SwitchClause
{
    private SwitchClause(SyntaxNode node, int index)
    {
        Node = node;
        Index = index;
    }

    /// <summary>The arm or the label.</summary>
    public SyntaxNode Node { get; }

    /// <summary>Of the arm or the section.</summary>
    public int Index { get; }

    /// <summary>Cases that come no further and are dealt with by name.</summary>
    public ulong Names { get; private set; }

    /// <summary>Cases that come no further and are not named.</summary>
    public ulong Takes { get; private set; }

    /// <summary>Cases of which some values come no further, and that are not named.</summary>
    public ulong Touches { get; private set; }

    /// <summary>Cases that a guard decides about.</summary>
    public ulong Asks { get; private set; }

    /// <summary>Cases that a guard about something else lets through, and that are not named.</summary>
    public ulong LetsThrough { get; private set; }

    /// <summary>In the order in which they are asked: a <c>default</c> comes last, wherever it stands.</summary>
    public static List<SwitchClause> Of(SyntaxNode node, SemanticModel model, ResultType type, bool isStatus)
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
                Takes = type.All;
                break;
            case IPatternCaseClauseOperation pattern:
                Match(pattern.Pattern, pattern.Guard, type, isStatus);
                break;
            case ISingleValueCaseClauseOperation single when isStatus && Statuses.TryRead(single.Value, out long status):
                Note(new CasePatterns(type).OnConstant(single.Value, status));
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
            Note(match);
        }
        // `var r when r is not Ok`: the guard is the pattern.
        else if (guard.Syntax.DescendantNodesAndSelf().Any(node => node is IdentifierNameSyntax name && Designates(pattern.Syntax, name.Identifier.ValueText)))
        {
            Asks = Touches = match.True & ~match.Mentioned;
        }
        else
        {
            LetsThrough = match.True & ~match.Mentioned;
        }
    }

    private void Note(PatternMatch match)
    {
        Names = match.True & ~match.False & match.Mentioned;
        Takes = match.True & ~match.False & ~match.Mentioned;
        Touches = match.True & ~match.Mentioned;
    }

    private static bool Designates(SyntaxNode pattern, string name) =>
        pattern.DescendantNodesAndSelf().Any(node => node is SingleVariableDesignationSyntax variable && variable.Identifier.ValueText == name);
}
