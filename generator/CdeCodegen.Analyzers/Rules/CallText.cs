using System.Globalization;
using CdeCodegen.Analyzers.Semantics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CdeCodegen.Analyzers.Rules;

/// <summary>Names calls in messages as the user wrote them, with the operation of the document behind.</summary>
internal static class CallText
{
    /// <summary><c>'PatchAsync' (operation 'connectorMoveToBin')</c>; for an expression that is not a call, the result type.</summary>
    public static string Call(SyntaxNode call, ResultType type) => $"'{Method(call) ?? type.Symbol.Name}'{CaseText.Operation(type)}";

    /// <summary><c>, after 'PatchAsync' (operation 'connectorMoveToBin')</c>; empty if neither is known.</summary>
    public static string After(SyntaxNode call, ResultType type) => Method(call) is { } method ? $", after '{method}'{CaseText.Operation(type)}"
        : type.OperationId is { } id ? $", after operation '{id}'"
        : "";

    /// <summary>How to discard the result of the call: <c>_ = await …</c>, or <c>_ = …</c> where nothing is awaited.</summary>
    public static string Discard(SyntaxNode call)
    {
        if (Method(call) is "WaitAll" or "WaitAny")
        {
            return "_ = await Task.WhenAll(…)";
        }

        for (SyntaxNode? node = call.Parent; node is ExpressionSyntax or ArgumentSyntax or ArgumentListSyntax; node = node.Parent)
        {
            if (node is AwaitExpressionSyntax)
            {
                return "_ = await …";
            }
        }

        return "_ = …";
    }

    /// <summary>The line of a node or token, as an editor counts it.</summary>
    public static string Line(SyntaxNodeOrToken place) =>
        (place.GetLocation()!.GetMappedLineSpan().StartLinePosition.Line + 1).ToString(CultureInfo.InvariantCulture);

    private static string? Method(SyntaxNode call) => call switch
    {
        InvocationExpressionSyntax invocation => Method(invocation.Expression),
        ConditionalAccessExpressionSyntax access => Method(access.WhenNotNull),
        AwaitExpressionSyntax awaited => Method(awaited.Expression),
        ParenthesizedExpressionSyntax inner => Method(inner.Expression),
        MemberAccessExpressionSyntax member => member.Name.Identifier.ValueText,
        MemberBindingExpressionSyntax member => member.Name.Identifier.ValueText,
        SimpleNameSyntax name => name.Identifier.ValueText,
        _ => null,
    };
}
