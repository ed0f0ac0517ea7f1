using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Formatting;
using static Microsoft.CodeAnalysis.CSharp.SyntaxFactory;

namespace CdeCodegen.CodeFixes.Editing;

/// <summary>
/// Awaits a call that is a statement. The containing function becomes async; a <c>void</c> function then returns a task, unless other code determines
/// its return type.
/// </summary>
internal static class AwaitInsertion
{
    public static async Task<Func<SyntaxNode>?> PlanAsync(ResultFixContext context, CancellationToken cancellationToken)
    {
        ExpressionSyntax value = GetOutermostConditionalAccess(context.Value);

        // `await c?.A()` would throw if c is null.
        if (value is ConditionalAccessExpressionSyntax
            || value.Parent is not (ExpressionStatementSyntax or ArrowExpressionClauseSyntax or AnonymousFunctionExpressionSyntax) || IsAwaitForbidden(value))
        {
            return null;
        }

        switch (GetContainingFunction(value))
        {
            case { } function when IsAsync(function):
                return () => context.Root.ReplaceNode(value, Await(value, value));
            case AnonymousFunctionExpressionSyntax lambda
                when context.Model.GetSymbolInfo(lambda).Symbol is IMethodSymbol symbol && CanBeAsync(context, lambda, symbol):
                if (symbol.ReturnsVoid)
                {
                    return SignatureUsage.IsEventHandler(symbol) || BecomesTaskReturning(context, lambda) ? () => Apply(context, value, lambda, []) : null;
                }

                return AsyncReturnRewriter.Create(context.Model, lambda, symbol.ReturnType) is { } returns
                    ? () => Apply(context, value, lambda, [], returns)
                    : null;
            case { } function
                when context.Model.GetDeclaredSymbol(function, cancellationToken) is IMethodSymbol symbol && CanBeAsync(context, function, symbol):
                if (!symbol.ReturnsVoid)
                {
                    return AsyncReturnRewriter.Create(context.Model, function, symbol.ReturnType) is { } rewritten
                        ? () => Apply(context, value, function, [], rewritten)
                        : null;
                }

                if (SignatureUsage.IsEventHandler(symbol))
                {
                    return () => Apply(context, value, function, []);
                }

                return await SignatureUsage.CanChangeReturnTypeAsync(context, symbol, cancellationToken).ConfigureAwait(false)
                    && await SignatureUsage.FindAwaitableCallsAsync(context, symbol, function, cancellationToken).ConfigureAwait(false) is { } calls
                    ? () => Apply(context, value, function, calls, returnsTask: true)
                    : null;
            default:
                return null;
        }
    }

    private static SyntaxNode Apply(
        ResultFixContext context,
        ExpressionSyntax value,
        SyntaxNode function,
        List<InvocationExpressionSyntax> calls,
        AsyncReturnRewriter? returns = null,
        bool returnsTask = false)
    {
        var nodes = new List<SyntaxNode>(calls) { value, function };
        return context.Root.ReplaceNodes(nodes, (original, rewritten) =>
        {
            if (original != function)
            {
                return Await((ExpressionSyntax)original, (ExpressionSyntax)rewritten);
            }

            if (returns is not null)
            {
                rewritten = returns.Rewrite(rewritten);
            }

            return AsyncModifier.Add(rewritten, returnsTask);
        });
    }

    private static ExpressionSyntax Await(ExpressionSyntax original, ExpressionSyntax value) =>
        AwaitExpression(value.WithoutTrivia()).WithTriviaFrom(original).WithAdditionalAnnotations(Formatter.Annotation);

    private static ExpressionSyntax GetOutermostConditionalAccess(ExpressionSyntax value)
    {
        while (value.Parent is ConditionalAccessExpressionSyntax access)
        {
            value = access;
        }

        return value;
    }

    /// <summary>Returns the innermost lambda, local function or member that contains <paramref name="node"/>.</summary>
    public static SyntaxNode? GetContainingFunction(SyntaxNode node)
    {
        for (SyntaxNode? current = node.Parent; current is not null; current = current.Parent)
        {
            if (current is AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax or MemberDeclarationSyntax)
            {
                return current;
            }
        }

        return null;
    }

    public static bool IsAsync(SyntaxNode function) => function switch
    {
        AnonymousFunctionExpressionSyntax lambda => lambda.AsyncKeyword.IsKind(SyntaxKind.AsyncKeyword),
        MethodDeclarationSyntax method => method.Modifiers.Any(SyntaxKind.AsyncKeyword),
        LocalFunctionStatementSyntax local => local.Modifiers.Any(SyntaxKind.AsyncKeyword),
        _ => function is GlobalStatementSyntax,
    };

    /// <summary>True if the compiler rejects an await at this position.</summary>
    public static bool IsAwaitForbidden(SyntaxNode value)
    {
        SyntaxNode? function = GetContainingFunction(value);
        for (SyntaxNode? node = value.Parent; node is not null && node != function; node = node.Parent)
        {
            if (node is LockStatementSyntax or UnsafeStatementSyntax or FixedStatementSyntax or CatchFilterClauseSyntax)
            {
                return true;
            }
        }

        return false;
    }

    // Async functions and iterators do not mix, and async functions have no ref parameters, ref struct locals or stackalloc.
    private static bool CanBeAsync(ResultFixContext context, SyntaxNode function, IMethodSymbol symbol)
    {
        if (function is not (AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax or MethodDeclarationSyntax))
        {
            return false;
        }

        foreach (IParameterSymbol parameter in symbol.Parameters)
        {
            if (parameter.RefKind != RefKind.None || parameter.Type.IsRefLikeType)
            {
                return false;
            }
        }

        foreach (SyntaxNode node in function.DescendantNodes())
        {
            if (node is RefTypeSyntax or StackAllocArrayCreationExpressionSyntax or ImplicitStackAllocArrayCreationExpressionSyntax or YieldStatementSyntax
                || (node is VariableDeclaratorSyntax or SingleVariableDesignationSyntax
                    && context.Model.GetDeclaredSymbol(node) is ILocalSymbol { Type.IsRefLikeType: true }))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>True if the async lambda binds to a delegate that returns a task, as with <c>Task.Run</c>, and not to <c>async void</c>.</summary>
    private static bool BecomesTaskReturning(ResultFixContext context, AnonymousFunctionExpressionSyntax lambda)
    {
        if (StatementEditor.FindStatement(lambda.Parent!) is not { } statement || statement is LocalFunctionStatementSyntax)
        {
            return false;
        }

        var mark = new SyntaxAnnotation();
        StatementSyntax changed = statement.ReplaceNode(lambda, AsyncModifier.Add(lambda, returnsTask: false).WithAdditionalAnnotations(mark));
        return context.Model.TryGetSpeculativeSemanticModel(statement.SpanStart, changed, out SemanticModel? model)
            && changed.GetAnnotatedNodes(mark).Single() is var asynchronous
            && model!.GetSymbolInfo(asynchronous).Symbol is IMethodSymbol { ReturnsVoid: false };
    }
}
