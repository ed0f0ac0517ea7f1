using CdeCodegen.Analyzers.Rules;
using CdeCodegen.Analyzers.Semantics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CdeCodegen.CodeFixes.Editing;

/// <summary>What every fix wants to know about the diagnostic: the call, its result type, and the cases in question.</summary>
internal sealed class ResultFix
{
    private readonly FixPlace _place;

    private ResultFix(FixPlace place, ExpressionSyntax call, ResultType type, ulong cases)
    {
        _place = place;
        Call = call;
        Type = type;
        Cases = cases;
    }

    public SyntaxNode Root => _place.Root;

    public SemanticModel Model => _place.Model;

    public Solution Solution => _place.Solution;

    /// <summary>The call the diagnostic is on.</summary>
    public ExpressionSyntax Call { get; }

    public ResultType Type { get; }

    /// <summary>The cases the diagnostic names.</summary>
    public ulong Cases { get; }

    /// <summary>The first test on the result, where there is one.</summary>
    public SyntaxNode? Test => _place.Test;

    public LanguageVersion Language => _place.Language;

    /// <summary>The call with what is around it up to the result: <c>(await call.ConfigureAwait(false))!</c>.</summary>
    public ExpressionSyntax Value => Outermost(Call);

    /// <summary>The value is one result, and not a collection or a task of some.</summary>
    public bool IsResult => new ResultTypes().Find(Model.GetTypeInfo(Value).Type) is { Shape.IsResult: true };

    /// <summary>Another expression is a result of the same operation.</summary>
    public bool IsSameResult(ExpressionSyntax expression) =>
        new ResultTypes().Find(Model.GetTypeInfo(expression).Type) is { Shape.IsResult: true } carrier && SymbolEqualityComparer.Default.Equals(carrier.Type.Symbol, Type.Symbol);

    public static ResultFix? Create(FixPlace place, Diagnostic diagnostic)
    {
        if (place.Node is not ExpressionSyntax call || new ResultTypes().Find(place.Model.GetTypeInfo(call).Type) is not { } carrier)
        {
            return null;
        }

        ulong cases = 0;
        if (diagnostic.Properties.TryGetValue(RuleInfo.MissingCases, out string? names) && names is not null)
        {
            foreach (string? name in names.Split(','))
            {
                for (int i = 0; i < carrier.Type.Cases.Count; i++)
                {
                    if (carrier.Type.Cases[i].Name == name)
                    {
                        cases |= 1UL << i;
                    }
                }
            }
        }

        return new ResultFix(place, call, carrier.Type, cases);
    }

    private static ExpressionSyntax Outermost(ExpressionSyntax call)
    {
        ExpressionSyntax node = call;
        while (true)
        {
            switch (node.Parent)
            {
                case ParenthesizedExpressionSyntax or AwaitExpressionSyntax or PostfixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.SuppressNullableWarningExpression }:
                    node = (ExpressionSyntax)node.Parent;
                    break;
                case MemberAccessExpressionSyntax { Name.Identifier.ValueText: "ConfigureAwait" or "WaitAsync" or "AsTask" or "Preserve" or "GetAwaiter" or "GetResult", Parent: InvocationExpressionSyntax plumbing } access
                    when access.Expression == node:
                    node = plumbing;
                    break;
                case MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Result", Parent: not InvocationExpressionSyntax } blocking when blocking.Expression == node:
                    node = blocking;
                    break;
                default:
                    return node;
            }
        }
    }
}
