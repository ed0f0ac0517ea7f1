using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Formatting;
using Microsoft.CodeAnalysis.Simplification;
using static Microsoft.CodeAnalysis.CSharp.SyntaxFactory;

namespace CdeCodegen.CodeFixes.Editing;

/// <summary>Awaits a call that is a statement. A method that returned nothing then returns a task, unless somebody else decides what it returns.</summary>
internal static class AddAwait
{
    public static SyntaxNode? Apply(ResultFix fix)
    {
        var value = Whole(fix.Value);
        if (value.Parent is not (ExpressionStatementSyntax or ArrowExpressionClauseSyntax or AnonymousFunctionExpressionSyntax))
            return null;
        // `await c?.A()` would await null.
        if (value is ConditionalAccessExpressionSyntax)
            return null;
        var awaited = AwaitExpression(value.WithoutTrivia()).WithTriviaFrom(value).WithAdditionalAnnotations(Formatter.Annotation);
        var function = Function(value);
        switch (function)
        {
            case AnonymousFunctionExpressionSyntax lambda when !lambda.AsyncKeyword.IsKind(SyntaxKind.None):
            case MethodDeclarationSyntax method when method.Modifiers.Any(SyntaxKind.AsyncKeyword):
            case LocalFunctionStatementSyntax local when local.Modifiers.Any(SyntaxKind.AsyncKeyword):
            case GlobalStatementSyntax:
                return fix.Root.ReplaceNode(value, awaited);
            case AnonymousFunctionExpressionSyntax lambda:
                return fix.Root.ReplaceNode(lambda, AsAsync((AnonymousFunctionExpressionSyntax)lambda.ReplaceNode(value, awaited)));
            case MethodDeclarationSyntax method when IsVoid(method.ReturnType) && IsFree(fix, method):
                return fix.Root.ReplaceNode(method, AsAsync(method.ReplaceNode(value, awaited)));
            case LocalFunctionStatementSyntax local when IsVoid(local.ReturnType):
                return fix.Root.ReplaceNode(local, AsAsync(local.ReplaceNode(value, awaited)));
            default:
                return null;
        }
    }

    static ExpressionSyntax Whole(ExpressionSyntax value)
    {
        while (value.Parent is ConditionalAccessExpressionSyntax access)
            value = access;
        return value;
    }

    static SyntaxNode? Function(SyntaxNode node)
    {
        for (var current = node.Parent; current is not null; current = current.Parent)
            if (current is AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax or MemberDeclarationSyntax)
                return current;
        return null;
    }

    static bool IsVoid(TypeSyntax type) => type is PredefinedTypeSyntax { Keyword.RawKind: (int)SyntaxKind.VoidKeyword };

    /// <summary>Nothing that it overrides or implements fixes its return type.</summary>
    public static bool IsFree(ResultFix fix, MethodDeclarationSyntax method)
    {
        if (fix.Model.GetDeclaredSymbol(method) is not { IsOverride: false, ExplicitInterfaceImplementations.IsEmpty: true } symbol)
            return false;
        foreach (var implemented in symbol.ContainingType.AllInterfaces)
            foreach (var member in implemented.GetMembers(symbol.Name))
                if (SymbolEqualityComparer.Default.Equals(symbol.ContainingType.FindImplementationForInterfaceMember(member), symbol))
                    return false;
        return true;
    }

    static TypeSyntax TaskType(SyntaxNode replaced) =>
        ParseTypeName("global::System.Threading.Tasks.Task").WithTriviaFrom(replaced).WithAdditionalAnnotations(Simplifier.Annotation);

    static SyntaxToken Async => Token(SyntaxKind.AsyncKeyword).WithTrailingTrivia(Space);

    static MethodDeclarationSyntax AsAsync(MethodDeclarationSyntax method)
    {
        var type = TaskType(method.ReturnType);
        if (method.Modifiers.Count != 0)
            return method.WithReturnType(type).WithModifiers(method.Modifiers.Add(Async));
        var leading = method.ReturnType.GetLeadingTrivia();
        return method.WithReturnType(type.WithoutLeadingTrivia()).WithModifiers(TokenList(Async.WithLeadingTrivia(leading)));
    }

    static LocalFunctionStatementSyntax AsAsync(LocalFunctionStatementSyntax local)
    {
        var type = TaskType(local.ReturnType);
        if (local.Modifiers.Count != 0)
            return local.WithReturnType(type).WithModifiers(local.Modifiers.Add(Async));
        var leading = local.ReturnType.GetLeadingTrivia();
        return local.WithReturnType(type.WithoutLeadingTrivia()).WithModifiers(TokenList(Async.WithLeadingTrivia(leading)));
    }

    static AnonymousFunctionExpressionSyntax AsAsync(AnonymousFunctionExpressionSyntax lambda)
    {
        var leading = lambda.GetLeadingTrivia();
        return ((AnonymousFunctionExpressionSyntax)lambda.WithoutLeadingTrivia()).WithAsyncKeyword(Async).WithLeadingTrivia(leading);
    }
}
