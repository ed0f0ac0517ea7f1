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
        if (IsForbidden(value, function))
            return null;
        switch (function)
        {
            case AnonymousFunctionExpressionSyntax lambda when !lambda.AsyncKeyword.IsKind(SyntaxKind.None):
            case MethodDeclarationSyntax method when method.Modifiers.Any(SyntaxKind.AsyncKeyword):
            case LocalFunctionStatementSyntax local when local.Modifiers.Any(SyntaxKind.AsyncKeyword):
            case GlobalStatementSyntax:
                return fix.Root.ReplaceNode(value, awaited);
            case AnonymousFunctionExpressionSyntax lambda when ReturnsNothing(fix, lambda):
                return fix.Root.ReplaceNode(lambda, AsAsync((AnonymousFunctionExpressionSyntax)lambda.ReplaceNode(value, awaited)));
            case MethodDeclarationSyntax method when IsVoid(method.ReturnType) && Signatures.IsEventHandler(fix, method):
                return fix.Root.ReplaceNode(method, AsAsync(method.ReplaceNode(value, awaited), keepsType: true));
            case MethodDeclarationSyntax method when IsVoid(method.ReturnType) && !HasReferences(method.ParameterList)
                && Signatures.IsFree(fix, method) && !Signatures.IsPassedOn(fix, method.Identifier.ValueText):
                return fix.Root.ReplaceNode(method, AsAsync(method.ReplaceNode(value, awaited)));
            case LocalFunctionStatementSyntax local when IsVoid(local.ReturnType) && !HasReferences(local.ParameterList) && !Signatures.IsPassedOn(fix, local.Identifier.ValueText):
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

    // The compiler takes no await in these.
    static bool IsForbidden(SyntaxNode value, SyntaxNode? function)
    {
        for (var node = value.Parent; node is not null && node != function; node = node.Parent)
            if (node is LockStatementSyntax or UnsafeStatementSyntax or FixedStatementSyntax or CatchFilterClauseSyntax)
                return true;
        return false;
    }

    static bool HasReferences(ParameterListSyntax parameters)
    {
        foreach (var parameter in parameters.Parameters)
            if (parameter.Modifiers.Any(SyntaxKind.RefKeyword) || parameter.Modifiers.Any(SyntaxKind.OutKeyword) || parameter.Modifiers.Any(SyntaxKind.InKeyword))
                return true;
        return false;
    }

    static bool ReturnsNothing(ResultFix fix, AnonymousFunctionExpressionSyntax lambda) =>
        fix.Model.GetSymbolInfo(lambda).Symbol is IMethodSymbol { ReturnsVoid: true };

    static TypeSyntax TaskType(SyntaxNode replaced) =>
        ParseTypeName("global::System.Threading.Tasks.Task").WithTriviaFrom(replaced).WithAdditionalAnnotations(Simplifier.Annotation);

    static SyntaxToken Async => Token(SyntaxKind.AsyncKeyword).WithTrailingTrivia(Space);

    static MethodDeclarationSyntax AsAsync(MethodDeclarationSyntax method, bool keepsType = false)
    {
        var type = keepsType ? method.ReturnType : TaskType(method.ReturnType);
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
