using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Simplification;
using static Microsoft.CodeAnalysis.CSharp.SyntaxFactory;

namespace CdeCodegen.CodeFixes.Editing;

/// <summary>Adds <c>async</c> to a function and replaces a return type of <c>void</c> with <c>Task</c>.</summary>
internal static class AsyncModifier
{
    private static SyntaxToken Async => Token(SyntaxKind.AsyncKeyword).WithTrailingTrivia(Space);

    public static SyntaxNode Add(SyntaxNode function, bool returnsTask)
    {
        switch (function)
        {
            case MethodDeclarationSyntax method:
                if (returnsTask)
                {
                    method = method.WithReturnType(Task(method.ReturnType));
                }

                return method.Modifiers.Count != 0
                    ? method.WithModifiers(Added(method.Modifiers))
                    : method.WithReturnType(method.ReturnType.WithoutLeadingTrivia())
                        .WithModifiers(TokenList(Async.WithLeadingTrivia(method.ReturnType.GetLeadingTrivia())));
            case LocalFunctionStatementSyntax local:
                if (returnsTask)
                {
                    local = local.WithReturnType(Task(local.ReturnType));
                }

                return local.Modifiers.Count != 0
                    ? local.WithModifiers(Added(local.Modifiers))
                    : local.WithReturnType(local.ReturnType.WithoutLeadingTrivia())
                        .WithModifiers(TokenList(Async.WithLeadingTrivia(local.ReturnType.GetLeadingTrivia())));
            case AnonymousFunctionExpressionSyntax lambda:
                SyntaxTriviaList leading = lambda.GetLeadingTrivia();
                lambda = (AnonymousFunctionExpressionSyntax)lambda.WithoutLeadingTrivia();
                return lambda.WithModifiers(lambda.Modifiers.Add(Async)).WithLeadingTrivia(leading);
            default:
                return function;
        }
    }

    // C# requires `partial` to be the last modifier.
    private static SyntaxTokenList Added(SyntaxTokenList modifiers) =>
        modifiers.IndexOf(SyntaxKind.PartialKeyword) is var partial and > 0 ? modifiers.Insert(partial, Async) : modifiers.Add(Async);

    private static TypeSyntax Task(SyntaxNode replaced) =>
        ParseTypeName("global::System.Threading.Tasks.Task").WithTriviaFrom(replaced).WithAdditionalAnnotations(Simplifier.Annotation);
}
