using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CdeCodegen.CodeFixes.Editing;

/// <summary>Finds declarations in statements. All sections of a switch share one scope, so a section that declares something needs braces.</summary>
internal static class ScopedDeclarations
{
    public static bool Exist(IEnumerable<StatementSyntax> statements)
    {
        foreach (StatementSyntax statement in statements)
        {
            if (statement is LocalDeclarationStatementSyntax or LocalFunctionStatementSyntax or LabeledStatementSyntax)
            {
                return true;
            }

            // `if (!int.TryParse(text, out var n)) return;` declares n in the scope of the statement.
            foreach (SyntaxNode node in statement.DescendantNodesAndSelf(
                static node => node is not (BlockSyntax or AnonymousFunctionExpressionSyntax or SwitchStatementSyntax)))
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
