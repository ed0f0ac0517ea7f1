using CdeCodegen.Analyzers.Semantics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace CdeCodegen.Analyzers.Flow.Layout;

/// <summary>
/// Finds out how code uses local collections of tasks: <c>tasks.Add(c.A(id))</c> fills one, <c>await Task.WhenAll(tasks);</c> waits for it, and neither
/// looks at a result. This needs syntax, because the graph does not follow a task through a collection.
/// </summary>
internal static class KeptTasks
{
    /// <summary>The local whose tasks a call of <c>GetEnumerator</c> enumerates.</summary>
    public static ILocalSymbol? Enumerated(IInvocationOperation call, ResultTypes types) =>
        call.TargetMethod.Name is "GetEnumerator" && Calls.Receiver(call) is { } receiver && Operands.Unconverted(receiver) is ILocalReferenceOperation { Local: var local }
        && types.Find(local.Type) is { Shape: { Outer: Layer.Collection or Layer.Sequence, Inner.Outer: Layer.Task } }
            ? local
            : null;

    /// <summary>Adds one use of a local to what is known of its uses.</summary>
    public static KeptUses Add(KeptUses known, SyntaxNode reference)
    {
        if (known == KeptUses.Unknown)
        {
            return KeptUses.Unknown;
        }

        SyntaxNode node = SourcePlaces.WithParentheses(reference);
        switch (node.Parent)
        {
            case ForEachStatementSyntax loop when loop.Expression == node:
                return known == KeptUses.Waited ? KeptUses.Enumerated : KeptUses.Unknown;
            case null or VariableDeclarationSyntax:
            case AssignmentExpressionSyntax { Left: var left } when left == node:
            case ElementAccessExpressionSyntax { Parent: AssignmentExpressionSyntax { Left: var element } } access when element == access && access.Expression == node:
            case ArgumentSyntax argument when IsWaitedFor(argument):
            case MemberAccessExpressionSyntax member when member.Expression == node && Fills(member):
                return known;
            default:
                return KeptUses.Unknown;
        }
    }

    private static bool Fills(MemberAccessExpressionSyntax member) => member.Name.Identifier.ValueText switch
    {
        "Add" or "AddRange" or "Insert" or "EnsureCapacity" => member.Parent is InvocationExpressionSyntax { Parent: ExpressionStatementSyntax },
        "ToArray" or "ToList" => member.Parent is InvocationExpressionSyntax copy && IsWaitedFor(copy),
        "Count" or "Length" => member.Parent is not InvocationExpressionSyntax,
        _ => false,
    };

    private static bool IsWaitedFor(InvocationExpressionSyntax copy) => copy.Parent switch
    {
        ArgumentSyntax argument => IsWaitedFor(argument),
        MemberAccessExpressionSyntax member => member.Name.Identifier.ValueText is "ToArray" or "ToList" && Fills(member),
        _ => false,
    };

    /// <summary>The argument of a statement <c>await Task.WhenAll(tasks);</c>, whose results nothing receives.</summary>
    private static bool IsWaitedFor(ArgumentSyntax argument) =>
        argument.Parent?.Parent is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "WhenAll" or "WhenAny" or "WaitAll" or "WaitAny" } } call
        && SourcePlaces.IsStatement(call);
}
