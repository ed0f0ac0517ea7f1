using CdeCodegen.Analyzers.Semantics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.FindSymbols;

namespace CdeCodegen.CodeFixes.Editing;

/// <summary>Finds the code in the solution that depends on the return type of a member.</summary>
internal static class SignatureUsage
{
    /// <summary>True if the return type of <paramref name="symbol"/> can change: no base, interface, override or other part fixes it.</summary>
    public static async Task<bool> CanChangeReturnTypeAsync(ResultFixContext context, ISymbol symbol, CancellationToken cancellationToken)
    {
        if (symbol.IsOverride || symbol.IsExtern || symbol.ContainingType is not { TypeKind: not TypeKind.Interface })
        {
            return false;
        }

        if (symbol is IMethodSymbol { MethodKind: MethodKind.LocalFunction })
        {
            return true;
        }

        if (symbol is IMethodSymbol { ExplicitInterfaceImplementations.IsEmpty: false } or IPropertySymbol { ExplicitInterfaceImplementations.IsEmpty: false }
            or IMethodSymbol { MethodKind: not MethodKind.Ordinary } or IPropertySymbol { SetMethod: not null } || IsPartial(symbol))
        {
            return false;
        }

        if (symbol.DeclaredAccessibility != Accessibility.Private)
        {
            IEnumerable<ISymbol> implemented = await SymbolFinder
                .FindImplementedInterfaceMembersAsync(symbol, context.Solution, cancellationToken: cancellationToken)
                .ConfigureAwait(false);
            if (implemented.Any())
            {
                return false;
            }
        }

        return !(symbol.IsVirtual || symbol.IsAbstract)
            || !(await SymbolFinder.FindOverridesAsync(symbol, context.Solution, cancellationToken: cancellationToken).ConfigureAwait(false)).Any();
    }

    private static bool IsPartial(ISymbol symbol)
    {
        foreach (SyntaxReference reference in symbol.DeclaringSyntaxReferences)
        {
            if (reference.GetSyntax() is MemberDeclarationSyntax member && member.Modifiers.Any(SyntaxKind.PartialKeyword))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>
    /// Returns the calls of <paramref name="method"/>, which must be awaited when it returns a task. Null if one of them cannot be awaited, is in
    /// another document, or converts the method to a delegate, whose return type is fixed.
    /// </summary>
    public static async Task<List<InvocationExpressionSyntax>?> FindAwaitableCallsAsync(
        ResultFixContext context, IMethodSymbol method, SyntaxNode declaration, CancellationToken cancellationToken)
    {
        var calls = new List<InvocationExpressionSyntax>();
        foreach (ReferencedSymbol referenced in await SymbolFinder.FindReferencesAsync(method, context.Solution, cancellationToken).ConfigureAwait(false))
        {
            foreach (ReferenceLocation location in referenced.Locations)
            {
                if (location.Location.SourceTree != context.Root.SyntaxTree)
                {
                    return null;
                }

                SyntaxNode name = context.Root.FindNode(location.Location.SourceSpan, findInsideTrivia: true, getInnermostNodeForTie: true);
                if (IsNameOnly(name))
                {
                    continue;
                }

                if (name is not SimpleNameSyntax used || GetInvocation(used) is not { Parent: ExpressionStatementSyntax } call
                    || AwaitInsertion.IsAwaitForbidden(call)
                    || AwaitInsertion.GetContainingFunction(call) is not { } function || (function != declaration && !AwaitInsertion.IsAsync(function)))
                {
                    return null;
                }

                calls.Add(call);
            }
        }

        return calls;
    }

    // A documentation comment and nameof do not depend on the return type.
    private static bool IsNameOnly(SyntaxNode name)
    {
        for (SyntaxNode? node = name; node is not null; node = node.Parent)
        {
            if (node is CrefSyntax or InvocationExpressionSyntax { Expression: IdentifierNameSyntax { Identifier.ValueText: "nameof" } })
            {
                return true;
            }
            else if (node is StatementSyntax)
            {
                return false;
            }
        }

        return false;
    }

    private static InvocationExpressionSyntax? GetInvocation(SimpleNameSyntax name)
    {
        ExpressionSyntax called = name.Parent is MemberAccessExpressionSyntax access && access.Name == name ? access : name;
        return called.Parent is InvocationExpressionSyntax invocation && invocation.Expression == called ? invocation : null;
    }

    /// <summary>True for <c>void M(object sender, EventArgs e)</c>. Event handlers must return <c>void</c>, so <c>async void</c> is accepted there.</summary>
    public static bool IsEventHandler(IMethodSymbol method) =>
        method is { ReturnsVoid: true, Parameters: { Length: 2 } parameters } && parameters[0].Type.SpecialType == SpecialType.System_Object
        && KnownTypes.IsOfSystem(parameters[1].Type, "EventArgs");
}
