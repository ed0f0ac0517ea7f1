using CdeCodegen.Analyzers.Rules;
using CdeCodegen.Analyzers.Semantics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CdeCodegen.CodeFixes.Editing;

/// <summary>The input of every fix: the call that the diagnostic is reported on, its result type, and the cases that the diagnostic names.</summary>
internal sealed class ResultFixContext
{
    private readonly DiagnosticTarget _target;

    private ResultFixContext(DiagnosticTarget target, ExpressionSyntax call, ResultType type, ulong cases)
    {
        _target = target;
        Call = call;
        Type = type;
        Cases = cases;
    }

    public SyntaxNode Root => _target.Root;

    public SemanticModel Model => _target.Model;

    public Solution Solution => _target.Solution;

    /// <summary>The call that the diagnostic is reported on.</summary>
    public ExpressionSyntax Call { get; }

    public ResultType Type { get; }

    /// <summary>The cases that the diagnostic names, one bit per index in the result type's cases.</summary>
    public ulong Cases { get; }

    /// <summary>The first test of the result; null if the code does not test it.</summary>
    public SyntaxNode? Test => _target.Test;

    public LanguageVersion Language => _target.Language;

    /// <summary>The largest expression around the call that still yields the result: <c>(await call.ConfigureAwait(false))!</c>.</summary>
    public ExpressionSyntax Value => GetOutermostValue(Call);

    /// <summary>True if <see cref="Value"/> is a single result, not a task or a collection of results.</summary>
    public bool IsResult => new ResultTypes().Find(Model.GetTypeInfo(Value).Type) is { Shape.IsResult: true };

    /// <summary>True if <paramref name="expression"/> is a single result of the same result type.</summary>
    public bool IsSameResult(ExpressionSyntax expression) =>
        new ResultTypes().Find(Model.GetTypeInfo(expression).Type) is { Shape.IsResult: true } carrier
        && SymbolEqualityComparer.Default.Equals(carrier.Type.Symbol, Type.Symbol);

    public static ResultFixContext? Create(DiagnosticTarget target, Diagnostic diagnostic)
    {
        if (target.Node is not ExpressionSyntax call || new ResultTypes().Find(target.Model.GetTypeInfo(call).Type) is not { } carrier)
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

        return new ResultFixContext(target, call, carrier.Type, cases);
    }

    private static ExpressionSyntax GetOutermostValue(ExpressionSyntax call)
    {
        ExpressionSyntax node = call;
        while (true)
        {
            switch (node.Parent)
            {
                case ParenthesizedExpressionSyntax or AwaitExpressionSyntax
                    or PostfixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.SuppressNullableWarningExpression }:
                    node = (ExpressionSyntax)node.Parent;
                    break;
                case MemberAccessExpressionSyntax { Parent: InvocationExpressionSyntax conversion } access
                    when access.Expression == node && access.Name.Identifier.ValueText
                        is "ConfigureAwait" or "WaitAsync" or "AsTask" or "Preserve" or "GetAwaiter" or "GetResult":
                    node = conversion;
                    break;
                case MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Result", Parent: not InvocationExpressionSyntax } blocking
                    when blocking.Expression == node:
                    node = blocking;
                    break;
                default:
                    return node;
            }
        }
    }
}
