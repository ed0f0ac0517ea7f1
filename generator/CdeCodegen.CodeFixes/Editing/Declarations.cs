using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CdeCodegen.CodeFixes.Editing;

/// <summary>Variables of a section are visible in all sections of its switch, so statements that declare some need braces.</summary>
internal static class Declarations
{
    public static bool AreIn(IEnumerable<StatementSyntax> statements)
    {
        foreach (StatementSyntax statement in statements)
        {
            if (statement is LocalDeclarationStatementSyntax or LocalFunctionStatementSyntax or LabeledStatementSyntax)
            {
                return true;
            }
            // `if (!int.TryParse(text, out var n)) return;` declares n next to it.
            foreach (SyntaxNode node in statement.DescendantNodesAndSelf(static node => node is not (BlockSyntax or AnonymousFunctionExpressionSyntax or SwitchStatementSyntax)))
            {
                if (node is SingleVariableDesignationSyntax)
                {
                    return true;
                }
            }
        }

        return false;
    }
}
