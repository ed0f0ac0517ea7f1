using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Simplification;
using static Microsoft.CodeAnalysis.CSharp.SyntaxFactory;

namespace CdeCodegen.CodeFixes.Editing;

/// <summary>Changes <c>Task</c> to <c>Task&lt;TResult&gt;</c> where it is written: the return type of the method, or the type of the variable.</summary>
internal static class KeepType
{
    public static string Title(ResultFix fix) => Target(fix) is VariableDeclarationSyntax
        ? $"Keep 'Task<{fix.Type.Symbol.Name}>'"
        : $"Return 'Task<{fix.Type.Symbol.Name}>'";

    public static SyntaxNode? Apply(ResultFix fix)
    {
        var written = Target(fix) switch
        {
            VariableDeclarationSyntax declaration => declaration.Type,
            MethodDeclarationSyntax method when ReturnsOnlyThis(fix, method) && Signatures.IsFree(fix, method) => method.ReturnType,
            LocalFunctionStatementSyntax local when ReturnsOnlyThis(fix, local) => local.ReturnType,
            _ => null,
        };
        if (written is null)
            return null;
        var type = $"global::System.Threading.Tasks.Task<{fix.Type.Symbol.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat)}>";
        return fix.Root.ReplaceNode(written, ParseTypeName(type).WithTriviaFrom(written).WithAdditionalAnnotations(Simplifier.Annotation));
    }

    static SyntaxNode? Target(ResultFix fix)
    {
        var value = fix.Value;
        while (value.Parent is CastExpressionSyntax or ParenthesizedExpressionSyntax)
            value = (ExpressionSyntax)value.Parent;
        // A cast would throw the type away again.
        if (value is CastExpressionSyntax)
            return null;
        switch (value.Parent)
        {
            case EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax { Parent: VariableDeclarationSyntax { Variables.Count: 1, Parent: LocalDeclarationStatementSyntax } declaration } }:
                return declaration;
            case ArrowExpressionClauseSyntax { Parent: MethodDeclarationSyntax or LocalFunctionStatementSyntax } arrow:
                return arrow.Parent;
            case ReturnStatementSyntax:
                for (var node = value.Parent; node is not null; node = node.Parent)
                {
                    if (node is MethodDeclarationSyntax or LocalFunctionStatementSyntax)
                        return node;
                    if (node is AnonymousFunctionExpressionSyntax or MemberDeclarationSyntax)
                        return null;
                }
                return null;
            default:
                return null;
        }
    }

    /// <summary>Another return, of <c>Task.CompletedTask</c> perhaps, would not fit.</summary>
    static bool ReturnsOnlyThis(ResultFix fix, SyntaxNode function)
    {
        var expected = fix.Model.GetTypeInfo(fix.Value).Type;
        foreach (var node in function.DescendantNodes(static node => node is not AnonymousFunctionExpressionSyntax))
        {
            if (node is not ReturnStatementSyntax { Expression: { } returned } || node.FirstAncestorOrSelf<SyntaxNode>(static n => n is MethodDeclarationSyntax or LocalFunctionStatementSyntax) != function)
                continue;
            if (!SymbolEqualityComparer.Default.Equals(fix.Model.GetTypeInfo(returned).Type, expected))
                return false;
        }
        return true;
    }
}
