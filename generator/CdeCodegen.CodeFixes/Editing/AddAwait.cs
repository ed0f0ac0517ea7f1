using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Formatting;
using static Microsoft.CodeAnalysis.CSharp.SyntaxFactory;

namespace CdeCodegen.CodeFixes.Editing;

/// <summary>
/// Awaits a call that is a statement. A function that returns a task becomes asynchronous; one that returned nothing then returns a task, unless somebody
/// else decides what it returns.
/// </summary>
internal static class AddAwait
{
    public static async Task<Func<SyntaxNode>?> PlanAsync(ResultFix fix, CancellationToken cancellationToken)
    {
        ExpressionSyntax value = Whole(fix.Value);
        // `await c?.A()` would await null.
        if (value is ConditionalAccessExpressionSyntax
            || value.Parent is not (ExpressionStatementSyntax or ArrowExpressionClauseSyntax or AnonymousFunctionExpressionSyntax) || IsForbidden(value))
        {
            return null;
        }

        switch (Function(value))
        {
            case { } function when IsAsync(function):
                return () => fix.Root.ReplaceNode(value, Await(value, value));
            case AnonymousFunctionExpressionSyntax lambda when fix.Model.GetSymbolInfo(lambda).Symbol is IMethodSymbol symbol && MayBeAsync(fix, lambda, symbol):
                if (symbol.ReturnsVoid)
                {
                    return Signatures.IsEventHandler(symbol) || TakesTask(fix, lambda) ? () => Apply(fix, value, lambda, []) : null;
                }

                return AsyncReturns.Create(fix.Model, lambda, symbol.ReturnType) is { } returns ? () => Apply(fix, value, lambda, [], returns) : null;
            case { } function when fix.Model.GetDeclaredSymbol(function, cancellationToken) is IMethodSymbol symbol && MayBeAsync(fix, function, symbol):
                if (!symbol.ReturnsVoid)
                {
                    return AsyncReturns.Create(fix.Model, function, symbol.ReturnType) is { } rewritten ? () => Apply(fix, value, function, [], rewritten) : null;
                }

                if (Signatures.IsEventHandler(symbol))
                {
                    return () => Apply(fix, value, function, []);
                }

                return await Signatures.IsFreeAsync(fix, symbol, cancellationToken).ConfigureAwait(false)
                    && await Signatures.CallsAsync(fix, symbol, function, cancellationToken).ConfigureAwait(false) is { } calls
                    ? () => Apply(fix, value, function, calls, returnsTask: true)
                    : null;
            default:
                return null;
        }
    }

    private static SyntaxNode Apply(
        ResultFix fix, ExpressionSyntax value, SyntaxNode function, List<InvocationExpressionSyntax> calls, AsyncReturns? returns = null, bool returnsTask = false)
    {
        var nodes = new List<SyntaxNode>(calls) { value, function };
        return fix.Root.ReplaceNodes(nodes, (original, rewritten) =>
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

    private static ExpressionSyntax Whole(ExpressionSyntax value)
    {
        while (value.Parent is ConditionalAccessExpressionSyntax access)
        {
            value = access;
        }

        return value;
    }

    /// <summary>What <paramref name="node"/> is part of the body of.</summary>
    public static SyntaxNode? Function(SyntaxNode node)
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

    /// <summary>The compiler takes no await here.</summary>
    public static bool IsForbidden(SyntaxNode value)
    {
        SyntaxNode? function = Function(value);
        for (SyntaxNode? node = value.Parent; node is not null && node != function; node = node.Parent)
        {
            if (node is LockStatementSyntax or UnsafeStatementSyntax or FixedStatementSyntax or CatchFilterClauseSyntax)
            {
                return true;
            }
        }

        return false;
    }

    // Neither parameters by reference nor what lives on the stack.
    private static bool MayBeAsync(ResultFix fix, SyntaxNode function, IMethodSymbol symbol)
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
                || (node is VariableDeclaratorSyntax or SingleVariableDesignationSyntax && fix.Model.GetDeclaredSymbol(node) is ILocalSymbol { Type.IsRefLikeType: true }))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>As an asynchronous one the lambda is something that returns a task, to <c>Task.Run</c> for example, and not <c>async void</c>.</summary>
    private static bool TakesTask(ResultFix fix, AnonymousFunctionExpressionSyntax lambda)
    {
        if (StatementEdits.Containing(lambda.Parent!) is not { } statement || statement is LocalFunctionStatementSyntax)
        {
            return false;
        }

        var mark = new SyntaxAnnotation();
        StatementSyntax changed = statement.ReplaceNode(lambda, AsyncModifier.Add(lambda, returnsTask: false).WithAdditionalAnnotations(mark));
        return fix.Model.TryGetSpeculativeSemanticModel(statement.SpanStart, changed, out SemanticModel? model)
            && changed.GetAnnotatedNodes(mark).Single() is var asynchronous
            && model!.GetSymbolInfo(asynchronous).Symbol is IMethodSymbol { ReturnsVoid: false };
    }
}
