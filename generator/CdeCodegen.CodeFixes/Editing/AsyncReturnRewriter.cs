using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Formatting;
using Microsoft.CodeAnalysis.Simplification;
using static Microsoft.CodeAnalysis.CSharp.SyntaxFactory;

namespace CdeCodegen.CodeFixes.Editing;

/// <summary>
/// Rewrites the return statements of a task-returning function that becomes async: <c>return Task.CompletedTask;</c> becomes <c>return;</c> or
/// disappears, <c>return Task.FromResult(x);</c> becomes <c>return x;</c>, and any other task is awaited.
/// </summary>
internal sealed class AsyncReturnRewriter
{
    private enum ReturnKind
    {
        /// <summary>A completed task without a value.</summary>
        CompletedTask,

        /// <summary>A completed task that wraps a value.</summary>
        WrappedValue,

        /// <summary>Any other task, which must be awaited.</summary>
        Task,
    }

    private readonly List<ReturnKind> _kinds;
    private readonly bool _isGeneric;

    private AsyncReturnRewriter(List<ReturnKind> kinds, bool isGeneric)
    {
        _kinds = kinds;
        _isGeneric = isGeneric;
    }

    /// <summary>Classifies the return statements; null if the function does not return a task, or one of them cannot be classified.</summary>
    public static AsyncReturnRewriter? Create(SemanticModel model, SyntaxNode function, ITypeSymbol type)
    {
        if (GetBody(function) is not { } body
            || type is not INamedTypeSymbol { Name: "Task" or "ValueTask", Arity: 0 or 1, ContainingNamespace.Name: "Tasks" } task)
        {
            return null;
        }

        var kinds = new List<ReturnKind>();
        foreach (SyntaxNode node in body.DescendantNodes(static node => !IsFunction(node)))
        {
            if (node is not ReturnStatementSyntax { Expression: { } returned })
            {
                continue;
            }

            if (Classify(model, returned, task) is not { } kind)
            {
                return null;
            }

            kinds.Add(kind);
        }

        return new AsyncReturnRewriter(kinds, task.Arity == 1);
    }

    public SyntaxNode Rewrite(SyntaxNode function)
    {
        BlockSyntax body = GetBody(function)!;
        return function.ReplaceNode(body, new Rewriter(this, body).Visit(body)!);
    }

    private static BlockSyntax? GetBody(SyntaxNode function) => function switch
    {
        BaseMethodDeclarationSyntax method => method.Body,
        LocalFunctionStatementSyntax local => local.Body,
        AnonymousFunctionExpressionSyntax lambda => lambda.Block,
        _ => null,
    };

    private static bool IsFunction(SyntaxNode node) => node is AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax;

    private static ReturnKind? Classify(SemanticModel model, ExpressionSyntax returned, INamedTypeSymbol task)
    {
        if (model.GetConstantValue(returned).HasValue || (returned is LiteralExpressionSyntax or PostfixUnaryExpressionSyntax && task.Name == "Task"))
        {
            return null;
        }

        ISymbol? symbol = model.GetSymbolInfo(returned).Symbol;
        if (task.Arity == 0)
        {
            return returned.IsKind(SyntaxKind.DefaultLiteralExpression) || returned is DefaultExpressionSyntax
                || symbol is IPropertySymbol { Name: "CompletedTask", ContainingType.ContainingNamespace.Name: "Tasks" }
                || symbol is IMethodSymbol { MethodKind: MethodKind.Constructor, Parameters.IsEmpty: true }
                ? ReturnKind.CompletedTask
                : ReturnKind.Task;
        }

        if (symbol is IMethodSymbol { Parameters.Length: 1 } method && UnwrapArgument(returned) is not null
            && SymbolEqualityComparer.Default.Equals(method.Parameters[0].Type, task.TypeArguments[0])
            && (method is { Name: "FromResult", ContainingType: { Name: "Task" or "ValueTask", ContainingNamespace.Name: "Tasks" } }
                || method.MethodKind == MethodKind.Constructor))
        {
            return ReturnKind.WrappedValue;
        }

        return returned.IsKind(SyntaxKind.DefaultLiteralExpression) ? null : ReturnKind.Task;
    }

    private static ExpressionSyntax? UnwrapArgument(ExpressionSyntax returned) => returned switch
    {
        InvocationExpressionSyntax { ArgumentList.Arguments: { Count: 1 } arguments } => arguments[0].Expression,
        BaseObjectCreationExpressionSyntax { ArgumentList.Arguments: { Count: 1 } arguments } => arguments[0].Expression,
        _ => null,
    };

    private sealed class Rewriter(AsyncReturnRewriter returns, BlockSyntax body) : CSharpSyntaxRewriter
    {
        private readonly SyntaxAnnotation _awaited = new();
        private readonly SyntaxAnnotation _plain = new();
        private int _next;

        public override SyntaxNode? Visit(SyntaxNode? node)
        {
            if (node is null || IsFunction(node))
            {
                return node;
            }

            SyntaxNode visited = base.Visit(node)!;
            return node is ReturnStatementSyntax && visited.HasAnnotation(_awaited) && node.Parent is not (BlockSyntax or SwitchSectionSyntax)
                ? Block(AddReturns((StatementSyntax)visited, isLast: false)).WithAdditionalAnnotations(Formatter.Annotation)
                : visited;
        }

        public override SyntaxNode? VisitReturnStatement(ReturnStatementSyntax node)
        {
            if (node.Expression is not { } returned)
            {
                return node;
            }

            switch (returns._kinds[_next++])
            {
                case ReturnKind.CompletedTask:
                    return node.WithReturnKeyword(node.ReturnKeyword.WithTrailingTrivia(returned.GetTrailingTrivia())).WithExpression(null)
                        .WithAdditionalAnnotations(_plain);
                case ReturnKind.WrappedValue:
                    return node.WithExpression(UnwrapArgument(returned)!.WithTriviaFrom(returned));
                case ReturnKind.Task when returns._isGeneric:
                    return node.WithExpression(Await(returned));
                default:
                    SyntaxTriviaList leading = node.GetLeadingTrivia().AddRange(CommentTrivia.Keep(node.ReturnKeyword.TrailingTrivia));
                    return ExpressionStatement(Await(returned).WithLeadingTrivia(leading), node.SemicolonToken)
                        .WithAdditionalAnnotations(_awaited, Formatter.Annotation);
            }
        }

        private static AwaitExpressionSyntax Await(ExpressionSyntax task) => AwaitExpression(
            Token(SyntaxKind.AwaitKeyword).WithLeadingTrivia(task.GetLeadingTrivia()).WithTrailingTrivia(Space),
            ParenthesizedExpression(task.WithoutTrivia()).WithAdditionalAnnotations(Simplifier.Annotation)).WithTrailingTrivia(task.GetTrailingTrivia());

        public override SyntaxNode? VisitBlock(BlockSyntax node)
        {
            var block = (BlockSyntax)base.VisitBlock(node)!;
            return block.WithStatements(AddReturns(block.Statements, isBody: node == body));
        }

        public override SyntaxNode? VisitSwitchSection(SwitchSectionSyntax node)
        {
            var section = (SwitchSectionSyntax)base.VisitSwitchSection(node)!;
            return section.WithStatements(AddReturns(section.Statements, isBody: false));
        }

        private SyntaxList<StatementSyntax> AddReturns(SyntaxList<StatementSyntax> statements, bool isBody)
        {
            var parted = new List<StatementSyntax>();
            for (int i = 0; i < statements.Count; i++)
            {
                bool isLast = isBody && i == statements.Count - 1;

                // A plain return at the end of the body is redundant; keep it only for its comments.
                if (!isLast || !statements[i].HasAnnotation(_plain) || CommentTrivia.Contains(statements[i].GetLeadingTrivia())
                    || CommentTrivia.Contains(statements[i].GetTrailingTrivia()))
                {
                    parted.AddRange(AddReturns(statements[i], isLast));
                }
            }

            return List(parted);
        }

        private IEnumerable<StatementSyntax> AddReturns(StatementSyntax statement, bool isLast) => isLast || !statement.HasAnnotation(_awaited)
            ? [statement]
            : [statement.WithoutAnnotations(_awaited), ReturnStatement().WithAdditionalAnnotations(Formatter.Annotation)];
    }
}
