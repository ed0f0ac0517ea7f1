using System.Collections.Concurrent;
using CdeCodegen.Analyzers.Coverage;
using CdeCodegen.Analyzers.Flow.Evaluation;
using CdeCodegen.Analyzers.Flow.Layout;
using CdeCodegen.Analyzers.Options;
using CdeCodegen.Analyzers.Semantics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace CdeCodegen.Analyzers.Flow;

/// <summary>The private methods of a compilation that are given results. Each is looked up once, and only where the option asks for it.</summary>
/// <param name="compilation">The compilation, whose driver caches semantic models.</param>
/// <param name="types">The result types of the compilation.</param>
/// <param name="tests">Recognizes test code.</param>
/// <param name="optionsOf">The options of a tree.</param>
internal sealed class MethodHelpers(Compilation compilation, ResultTypes types, TestCode tests, Func<SyntaxTree, TreeOptions> optionsOf)
{
    private readonly ConcurrentDictionary<IMethodSymbol, Helper?> _helpers = new(SymbolEqualityComparer.Default);
    private readonly ConcurrentDictionary<IMethodSymbol, bool> _called = new(SymbolEqualityComparer.Default);

    public static bool IsPrivate(IMethodSymbol method) => method is { MethodKind: MethodKind.Ordinary, DeclaredAccessibility: Accessibility.Private };

    /// <summary>Null when the method has no body, is generated, or does not compile.</summary>
    public Helper? Find(IMethodSymbol method, CancellationToken cancellationToken)
    {
        if (!_helpers.TryGetValue(method, out Helper? helper))
        {
            _helpers[method] = helper = Create(method, cancellationToken);
        }

        return helper;
    }

    /// <summary>Whether a function is given a result by a call, which is judged there.</summary>
    /// <param name="function">A private method or a local function.</param>
    public bool IsCalled(IMethodSymbol function, CancellationToken cancellationToken)
    {
        if (!_called.TryGetValue(function, out bool isCalled))
        {
            _called[function] = isCalled = HasCall(function, cancellationToken);
        }

        return isCalled;
    }

    private Helper? Create(IMethodSymbol method, CancellationToken cancellationToken)
    {
        method = method.PartialImplementationPart ?? method;
        if (method.DeclaringSyntaxReferences.Length == 0
            || method.DeclaringSyntaxReferences[0].GetSyntax(cancellationToken) is not MethodDeclarationSyntax { ContainsDiagnostics: false } syntax
            || GeneratedCode.Contains(compilation, syntax.SyntaxTree, method, cancellationToken)
            || compilation.GetSemanticModel(syntax.SyntaxTree).GetOperation(syntax, cancellationToken) is not IMethodBodyOperation root)
        {
            return null;
        }

        var body = new BodyContext(
            compilation,
            syntax.SyntaxTree,
            types,
            optionsOf(syntax.SyntaxTree),
            CapturedSymbols.Find(root),
            SwitchCoverage.IncompleteIn(root, types),
            tests.Contains(method),
            cancellationToken);
        return new Helper(method, ControlFlowGraph.Create(root, cancellationToken), body);
    }

    private bool HasCall(IMethodSymbol function, CancellationToken cancellationToken)
    {
        ISymbol scope = function;
        while (scope.ContainingSymbol is not null and not INamespaceSymbol
            && (scope is not IMethodSymbol { MethodKind: not MethodKind.LocalFunction } || function.MethodKind != MethodKind.LocalFunction))
        {
            scope = scope.ContainingSymbol;
        }

        foreach (SyntaxReference part in scope.DeclaringSyntaxReferences)
        {
            SyntaxNode root = part.GetSyntax(cancellationToken);
            SemanticModel? model = null;
            foreach (SyntaxNode node in root.DescendantNodes())
            {
                if (node is InvocationExpressionSyntax call && NameOf(call) == function.Name && !IsIn(call, function, cancellationToken) && GivesValue(call))
                {
                    model ??= compilation.GetSemanticModel(root.SyntaxTree);
                    if (model.GetSymbolInfo(call, cancellationToken).Symbol is IMethodSymbol target
                        && SymbolEqualityComparer.Default.Equals((target.ReducedFrom ?? target).OriginalDefinition, function))
                    {
                        return true;
                    }
                }
            }
        }

        return false;
    }

    private static bool IsIn(SyntaxNode call, IMethodSymbol function, CancellationToken cancellationToken)
    {
        foreach (SyntaxReference declaration in function.DeclaringSyntaxReferences)
        {
            if (declaration.SyntaxTree == call.SyntaxTree && declaration.GetSyntax(cancellationToken).Span.Contains(call.Span))
            {
                return true;
            }
        }

        return false;
    }

    private static string? NameOf(InvocationExpressionSyntax call) => call.Expression switch
    {
        SimpleNameSyntax name => name.Identifier.ValueText,
        MemberAccessExpressionSyntax member => member.Name.Identifier.ValueText,
        MemberBindingExpressionSyntax member => member.Name.Identifier.ValueText,
        _ => null,
    };

    /// <summary>False for a call that gives only null, in which no result is judged.</summary>
    private static bool GivesValue(InvocationExpressionSyntax call)
    {
        if (call.Expression is not SimpleNameSyntax)
        {
            return true;
        }

        foreach (ArgumentSyntax argument in call.ArgumentList.Arguments)
        {
            ExpressionSyntax value = argument.Expression is PostfixUnaryExpressionSyntax suppressed ? suppressed.Operand : argument.Expression;
            if (value is not LiteralExpressionSyntax)
            {
                return true;
            }
        }

        return false;
    }
}
