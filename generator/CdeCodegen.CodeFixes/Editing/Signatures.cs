using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CdeCodegen.CodeFixes.Editing;

/// <summary>Who else relies on what a method returns.</summary>
internal static class Signatures
{
    /// <summary>Nothing that it overrides or implements, and nothing that overrides or completes it, fixes its return type.</summary>
    public static bool IsFree(ResultFix fix, MethodDeclarationSyntax method)
    {
        if (fix.Model.GetDeclaredSymbol(method) is not { IsOverride: false, ExplicitInterfaceImplementations.IsEmpty: true } symbol)
            return false;
        if (symbol.ContainingType.TypeKind == TypeKind.Interface || method.Modifiers.Any(SyntaxKind.PartialKeyword))
            return false;
        foreach (var implemented in symbol.ContainingType.AllInterfaces)
            foreach (var member in implemented.GetMembers(symbol.Name))
                if (SymbolEqualityComparer.Default.Equals(symbol.ContainingType.FindImplementationForInterfaceMember(member), symbol))
                    return false;
        return !symbol.IsVirtual || !IsOverridden(fix, symbol.Name);
    }

    // By name: one that is meant for another method costs an offer, not a broken build.
    static bool IsOverridden(ResultFix fix, string name)
    {
        foreach (var tree in fix.Model.Compilation.SyntaxTrees)
            foreach (var node in tree.GetRoot().DescendantNodes(static node => node is not BlockSyntax))
                if (node is MethodDeclarationSyntax method && method.Identifier.ValueText == name && method.Modifiers.Any(SyntaxKind.OverrideKeyword))
                    return true;
        return false;
    }

    /// <summary>The method is somewhere made a delegate, which knows what it returns.</summary>
    public static bool IsPassedOn(ResultFix fix, string name)
    {
        foreach (var tree in fix.Model.Compilation.SyntaxTrees)
            foreach (var token in tree.GetRoot().DescendantTokens())
                if (token.IsKind(SyntaxKind.IdentifierToken) && token.ValueText == name && token.Parent is IdentifierNameSyntax used && !IsCalled(used))
                    return true;
        return false;
    }

    static bool IsCalled(IdentifierNameSyntax name)
    {
        ExpressionSyntax called = name.Parent switch
        {
            MemberAccessExpressionSyntax access when access.Name == name => access,
            MemberBindingExpressionSyntax binding => binding,
            _ => name,
        };
        return called.Parent is InvocationExpressionSyntax invocation && invocation.Expression == called;
    }

    /// <summary><c>(object sender, EventArgs e)</c>: there nothing but <c>void</c> is possible, and an asynchronous one is the custom.</summary>
    public static bool IsEventHandler(ResultFix fix, MethodDeclarationSyntax method)
    {
        if (fix.Model.GetDeclaredSymbol(method) is not { Parameters: { Length: 2 } parameters } || parameters[0].Type.SpecialType != SpecialType.System_Object)
            return false;
        for (var type = parameters[1].Type; type is not null; type = type.BaseType)
            if (type is { Name: "EventArgs", ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } })
                return true;
        return false;
    }
}
