using CdeCodegen.Analyzers.Semantics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.FindSymbols;

namespace CdeCodegen.CodeFixes.Editing;

/// <summary>Who else relies on what a member returns. The workspace is asked, which knows in which files a name occurs at all.</summary>
internal static class Signatures
{
    /// <summary>Nothing that it overrides or implements, and nothing that overrides or completes it, fixes its type.</summary>
    public static async Task<bool> IsFreeAsync(ResultFix fix, ISymbol symbol, CancellationToken cancellationToken)
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

        if (symbol.DeclaredAccessibility != Accessibility.Private
            && (await SymbolFinder.FindImplementedInterfaceMembersAsync(symbol, fix.Solution, cancellationToken: cancellationToken).ConfigureAwait(false)).Any())
        {
            return false;
        }

        return !(symbol.IsVirtual || symbol.IsAbstract)
            || !(await SymbolFinder.FindOverridesAsync(symbol, fix.Solution, cancellationToken: cancellationToken).ConfigureAwait(false)).Any();
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
    /// The statements that call <paramref name="method"/>, which have to wait for it when it returns a task; null where one of them cannot, or where the
    /// method is somewhere made a delegate, which knows what it returns.
    /// </summary>
    public static async Task<List<InvocationExpressionSyntax>?> CallsAsync(ResultFix fix, IMethodSymbol method, SyntaxNode declaration, CancellationToken cancellationToken)
    {
        var calls = new List<InvocationExpressionSyntax>();
        foreach (ReferencedSymbol referenced in await SymbolFinder.FindReferencesAsync(method, fix.Solution, cancellationToken).ConfigureAwait(false))
        {
            foreach (ReferenceLocation location in referenced.Locations)
            {
                if (location.Location.SourceTree != fix.Root.SyntaxTree)
                {
                    return null;
                }

                SyntaxNode name = fix.Root.FindNode(location.Location.SourceSpan, findInsideTrivia: true, getInnermostNodeForTie: true);
                if (IsOnlyNamed(name))
                {
                    continue;
                }

                if (name is not SimpleNameSyntax used || Call(used) is not { Parent: ExpressionStatementSyntax } call || AddAwait.IsForbidden(call)
                    || AddAwait.Function(call) is not { } function || (function != declaration && !AddAwait.IsAsync(function)))
                {
                    return null;
                }

                calls.Add(call);
            }
        }

        return calls;
    }

    // In a comment or as the argument of nameof.
    private static bool IsOnlyNamed(SyntaxNode name)
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

    private static InvocationExpressionSyntax? Call(SimpleNameSyntax name)
    {
        ExpressionSyntax called = name.Parent is MemberAccessExpressionSyntax access && access.Name == name ? access : name;
        return called.Parent is InvocationExpressionSyntax invocation && invocation.Expression == called ? invocation : null;
    }

    /// <summary><c>(object sender, EventArgs e)</c>: there nothing but <c>void</c> is possible, and an asynchronous one is the custom.</summary>
    public static bool IsEventHandler(IMethodSymbol method) =>
        method is { ReturnsVoid: true, Parameters: { Length: 2 } parameters } && parameters[0].Type.SpecialType == SpecialType.System_Object
        && KnownTypes.IsOfSystem(parameters[1].Type, "EventArgs");
}
