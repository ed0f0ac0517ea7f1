using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace CdeCodegen.Analyzers.Semantics;

/// <summary>What the lambdas that are passed to a call do with a result, as far as their syntax tells.</summary>
internal static class Continuations
{
    /// <summary>
    /// Whether a lambda stores its result: the value of <c>Task.Run(async () => last = await client.A())</c> is only a copy. A lambda without a result, such as
    /// the one that configures a request (<c>c => c.QueryParameters.Limit = 3</c>), stores something else.
    /// </summary>
    public static bool KeepResult(IInvocationOperation call)
    {
        foreach (IArgumentOperation argument in call.Arguments)
        {
            if (argument.Parameter?.Type is INamedTypeSymbol { DelegateInvokeMethod.ReturnsVoid: false }
                && Lambda(argument)?.ExpressionBody is AssignmentExpressionSyntax { Left: not IdentifierNameSyntax { Identifier.ValueText: "_" } })
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether a continuation never looks at the result: <c>task.ContinueWith(t => Log(t.Exception))</c>.</summary>
    public static bool LookOnlyAtFaults(IInvocationOperation continueWith)
    {
        foreach (IArgumentOperation argument in continueWith.Arguments)
        {
            ParameterSyntax? task = Lambda(argument) switch
            {
                SimpleLambdaExpressionSyntax simple => simple.Parameter,
                ParenthesizedLambdaExpressionSyntax { ParameterList.Parameters: { Count: > 0 } parameters } => parameters[0],
                _ => null,
            };
            if (task?.Parent is not { } list)
            {
                continue;
            }

            SyntaxNode lambda = list is LambdaExpressionSyntax ? list : list.Parent!;
            foreach (SyntaxNode node in lambda.DescendantNodes())
            {
                if (node is IdentifierNameSyntax name && name.Identifier.ValueText == task.Identifier.ValueText && !IsAboutFaults(name))
                {
                    return false;
                }
            }

            return true;
        }

        return false;
    }

    private static bool IsAboutFaults(IdentifierNameSyntax task) =>
        task.Parent switch
        {
            MemberAccessExpressionSyntax access when access.Expression == task => access.Name.Identifier.ValueText
                is "Exception" or "IsFaulted" or "IsCanceled" or "IsCompleted" or "IsCompletedSuccessfully" or "Status" or "Id",
            // A member of the same name.
            MemberAccessExpressionSyntax => true,
            _ => false,
        };

    private static LambdaExpressionSyntax? Lambda(IArgumentOperation argument) =>
        argument.Syntax is ArgumentSyntax { Expression: var expression } ? Unwrapped(expression) as LambdaExpressionSyntax : null;

    private static ExpressionSyntax Unwrapped(ExpressionSyntax expression)
    {
        while (expression is ParenthesizedExpressionSyntax or CastExpressionSyntax)
        {
            expression = expression is ParenthesizedExpressionSyntax inner ? inner.Expression : ((CastExpressionSyntax)expression).Expression;
        }

        return expression;
    }
}
