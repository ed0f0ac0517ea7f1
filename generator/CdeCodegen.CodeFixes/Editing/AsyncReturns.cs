using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Formatting;
using Microsoft.CodeAnalysis.Simplification;
using static Microsoft.CodeAnalysis.CSharp.SyntaxFactory;

namespace CdeCodegen.CodeFixes.Editing;

/// <summary>
/// What the <c>return</c>s of a function that hands out tasks become when it is asynchronous: <c>return Task.CompletedTask;</c> goes or is a plain
/// <c>return;</c>, a value that was wrapped is returned as it is, and any other task is awaited.
/// </summary>
internal sealed class AsyncReturns
{
    private enum Kind
    {
        /// <summary>A task that is complete and says nothing.</summary>
        Nothing,

        /// <summary>A value in a complete task.</summary>
        Value,

        /// <summary>A task.</summary>
        Task,
    }

    private readonly List<Kind> _kinds;
    private readonly bool _isGeneric;

    private AsyncReturns(List<Kind> kinds, bool isGeneric)
    {
        _kinds = kinds;
        _isGeneric = isGeneric;
    }

    /// <summary>Null where the function returns something else than tasks, or one of its returns is not understood.</summary>
    public static AsyncReturns? Create(SemanticModel model, SyntaxNode function, ITypeSymbol type)
    {
        if (Body(function) is not { } body || type is not INamedTypeSymbol { Name: "Task" or "ValueTask", Arity: 0 or 1, ContainingNamespace.Name: "Tasks" } task)
        {
            return null;
        }

        var kinds = new List<Kind>();
        foreach (SyntaxNode node in body.DescendantNodes(static node => !IsFunction(node)))
        {
            if (node is not ReturnStatementSyntax { Expression: { } returned })
            {
                continue;
            }

            if (KindOf(model, returned, task) is not { } kind)
            {
                return null;
            }

            kinds.Add(kind);
        }

        return new AsyncReturns(kinds, task.Arity == 1);
    }

    public SyntaxNode Rewrite(SyntaxNode function)
    {
        BlockSyntax body = Body(function)!;
        return function.ReplaceNode(body, new Rewriter(this, body).Visit(body)!);
    }

    private static BlockSyntax? Body(SyntaxNode function) => function switch
    {
        BaseMethodDeclarationSyntax method => method.Body,
        LocalFunctionStatementSyntax local => local.Body,
        AnonymousFunctionExpressionSyntax lambda => lambda.Block,
        _ => null,
    };

    private static bool IsFunction(SyntaxNode node) => node is AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax;

    private static Kind? KindOf(SemanticModel model, ExpressionSyntax returned, INamedTypeSymbol task)
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
                ? Kind.Nothing
                : Kind.Task;
        }

        if (symbol is IMethodSymbol { Parameters.Length: 1 } method && Wrapped(returned) is not null && SymbolEqualityComparer.Default.Equals(method.Parameters[0].Type, task.TypeArguments[0])
            && (method is { Name: "FromResult", ContainingType: { Name: "Task" or "ValueTask", ContainingNamespace.Name: "Tasks" } } || method.MethodKind == MethodKind.Constructor))
        {
            return Kind.Value;
        }

        return returned.IsKind(SyntaxKind.DefaultLiteralExpression) ? null : Kind.Task;
    }

    private static ExpressionSyntax? Wrapped(ExpressionSyntax returned) => returned switch
    {
        InvocationExpressionSyntax { ArgumentList.Arguments: { Count: 1 } arguments } => arguments[0].Expression,
        BaseObjectCreationExpressionSyntax { ArgumentList.Arguments: { Count: 1 } arguments } => arguments[0].Expression,
        _ => null,
    };

    private sealed class Rewriter(AsyncReturns returns, BlockSyntax body) : CSharpSyntaxRewriter
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
                ? Block(Parted((StatementSyntax)visited, isLast: false)).WithAdditionalAnnotations(Formatter.Annotation)
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
                case Kind.Nothing:
                    return node.WithReturnKeyword(node.ReturnKeyword.WithTrailingTrivia(returned.GetTrailingTrivia())).WithExpression(null).WithAdditionalAnnotations(_plain);
                case Kind.Value:
                    return node.WithExpression(Wrapped(returned)!.WithTriviaFrom(returned));
                case Kind.Task when returns._isGeneric:
                    return node.WithExpression(Await(returned));
                default:
                    return ExpressionStatement(Await(returned).WithLeadingTrivia(node.GetLeadingTrivia().AddRange(Comments.Of(node.ReturnKeyword.TrailingTrivia))), node.SemicolonToken)
                        .WithAdditionalAnnotations(_awaited, Formatter.Annotation);
            }
        }

        private static AwaitExpressionSyntax Await(ExpressionSyntax task) => AwaitExpression(
            Token(SyntaxKind.AwaitKeyword).WithLeadingTrivia(task.GetLeadingTrivia()).WithTrailingTrivia(Space),
            ParenthesizedExpression(task.WithoutTrivia()).WithAdditionalAnnotations(Simplifier.Annotation)).WithTrailingTrivia(task.GetTrailingTrivia());

        public override SyntaxNode? VisitBlock(BlockSyntax node)
        {
            var block = (BlockSyntax)base.VisitBlock(node)!;
            return block.WithStatements(Parted(block.Statements, isBody: node == body));
        }

        public override SyntaxNode? VisitSwitchSection(SwitchSectionSyntax node)
        {
            var section = (SwitchSectionSyntax)base.VisitSwitchSection(node)!;
            return section.WithStatements(Parted(section.Statements, isBody: false));
        }

        private SyntaxList<StatementSyntax> Parted(SyntaxList<StatementSyntax> statements, bool isBody)
        {
            var parted = new List<StatementSyntax>();
            for (int i = 0; i < statements.Count; i++)
            {
                bool isLast = isBody && i == statements.Count - 1;
                // The end of the body says the same.
                if (!isLast || !statements[i].HasAnnotation(_plain) || Comments.IsIn(statements[i].GetLeadingTrivia()) || Comments.IsIn(statements[i].GetTrailingTrivia()))
                {
                    parted.AddRange(Parted(statements[i], isLast));
                }
            }

            return List(parted);
        }

        private IEnumerable<StatementSyntax> Parted(StatementSyntax statement, bool isLast) => isLast || !statement.HasAnnotation(_awaited)
            ? [statement]
            : [statement.WithoutAnnotations(_awaited), ReturnStatement().WithAdditionalAnnotations(Formatter.Annotation)];
    }
}
