using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace CdeCodegen.Analyzers.Flow.Layout;

/// <summary>The uses of a local collection in a body and its nested functions.</summary>
internal sealed class CollectionUses(ILocalSymbol local)
{
    /// <summary>Where the source refers to the local.</summary>
    public List<SyntaxNode> Places { get; } = [];

    /// <summary>The values that the local gets.</summary>
    public List<IOperation> Values { get; } = [];

    /// <summary>How code uses tasks in the collection, except in a part of the source.</summary>
    public KeptUses Of(SyntaxNode? except)
    {
        KeptUses uses = KeptUses.Waited;
        foreach (SyntaxNode place in Places)
        {
            if (except?.Span.Contains(place.Span) != true)
            {
                uses = KeptTasks.Add(uses, place, KeptTasks.HasTaskKeys(local));
            }
        }

        return uses;
    }

    /// <summary>
    /// Whether one loop is the only code that looks at the results that an <c>await</c> returned. Results that code adds itself do not count: it may
    /// have looked at them before.
    /// </summary>
    public bool IsEnumeratedOnce
    {
        get
        {
            if (Values.Count != 1 || Operands.Unconverted(Values[0]) is not IAwaitOperation)
            {
                return false;
            }

            int loops = 0;
            foreach (SyntaxNode place in Places)
            {
                SyntaxNode node = SourcePlaces.WithParentheses(place);
                if (node.Parent is ForEachStatementSyntax loop && loop.Expression == node)
                {
                    loops++;
                }
                else if (!KeptTasks.IsCounted(place) && node.Parent is not AssignmentExpressionSyntax { Parent: ExpressionStatementSyntax })
                {
                    return false;
                }
            }

            return loops == 1;
        }
    }
}
