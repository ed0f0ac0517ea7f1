using CdeCodegen.Generator.Diagnostics;
using CdeCodegen.Generator.Infrastructure;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace CdeCodegen.Generator.Pipeline;

/// <summary>
/// Finds code for which another source generator needs a type of the client. That generator does not see the type, and its output does not compile or
/// is incomplete.
/// </summary>
/// <remarks>
/// This runs after every edit of C#. So it looks at declarations only, and at bodies only in projects with the request delegate generator. Roslyn's
/// own search for attributes costs an idle project as much as the rest of this generator: all of its steps are compiled at run time.
/// </remarks>
internal static class UnseenTypes
{
    public static IReadOnlyList<DiagnosticInfo> Find(ClientTypes types, Compilation compilation, CancellationToken cancellation)
    {
        if (types.Models.Count == 0)
        {
            return [];
        }

        List<DiagnosticInfo> found = [];
        foreach (SyntaxTree tree in compilation.SyntaxTrees)
        {
            var search = new Search(types, compilation, tree, found, cancellation);
            foreach (SyntaxNode node in tree.GetRoot(cancellation).DescendantNodes(node => types.HasRequestDelegates || IsContainer(node)))
            {
                if (node is AttributeSyntax attribute)
                {
                    search.OfAttribute(attribute);
                }
                else if (node is InvocationExpressionSyntax invocation)
                {
                    search.OfInvocation(invocation);
                }
            }
        }

        return found;
    }

    /// <summary>Whether a node can contain the attribute of a type.</summary>
    private static bool IsContainer(SyntaxNode node) =>
        node is CompilationUnitSyntax or BaseNamespaceDeclarationSyntax or TypeDeclarationSyntax
        || (node is AttributeListSyntax { Parent: TypeDeclarationSyntax });

    private sealed class Search(
        ClientTypes types, Compilation compilation, SyntaxTree tree, List<DiagnosticInfo> found, CancellationToken cancellation)
    {
        private SemanticModel? _semantics;

        private SemanticModel Semantics => _semantics ??= compilation.GetSemanticModel(tree);

        /// <summary>The unknown types of <c>[JsonSerializable(typeof(Pet))]</c>.</summary>
        public void OfAttribute(AttributeSyntax attribute)
        {
            if (LastName(attribute.Name) is "JsonSerializable" or "JsonSerializableAttribute"
                && attribute.ArgumentList is { Arguments.Count: > 0 } arguments
                && arguments.Arguments[0].Expression is TypeOfExpressionSyntax { Type: { } type }
                && Semantics.GetTypeInfo(attribute, cancellation).Type?.ToDisplayString() == "System.Text.Json.Serialization.JsonSerializableAttribute")
            {
                AddUnknown(type, attribute, "the generator of System.Text.Json");
            }
        }

        /// <summary>The unknown types of parameters of a route handler: <c>app.MapGet("/", (PetsClient pets) => …)</c>.</summary>
        public void OfInvocation(InvocationExpressionSyntax invocation)
        {
            if (invocation.Expression is not MemberAccessExpressionSyntax { Name.Identifier.ValueText: { } name }
                || !name.StartsWith("Map", StringComparison.Ordinal))
            {
                return;
            }

            foreach (ArgumentSyntax argument in invocation.ArgumentList.Arguments)
            {
                if (argument.Expression is ParenthesizedLambdaExpressionSyntax { ParameterList.Parameters.Count: > 0 } lambda
                    && IsRoute(Semantics.GetSymbolInfo(invocation, cancellation)))
                {
                    foreach (ParameterSyntax parameter in lambda.ParameterList.Parameters)
                    {
                        if (parameter.Type is { } type)
                        {
                            AddUnknown(type, type, "the request delegate generator");
                        }
                    }
                }
            }
        }

        // A handler whose parameters have unknown types leaves several candidates.
        private static bool IsRoute(SymbolInfo info)
        {
            if (info.Symbol is { } symbol)
            {
                return IsRoute(symbol);
            }

            foreach (ISymbol candidate in info.CandidateSymbols)
            {
                if (IsRoute(candidate))
                {
                    return true;
                }
            }

            return false;
        }

        private static bool IsRoute(ISymbol method) => method.ContainingType?.Name == "EndpointRouteBuilderExtensions";

        private static string LastName(NameSyntax name) => name switch
        {
            QualifiedNameSyntax qualified => qualified.Right.Identifier.ValueText,
            AliasQualifiedNameSyntax alias => alias.Name.Identifier.ValueText,
            SimpleNameSyntax simple => simple.Identifier.ValueText,
            _ => "",
        };

        private void AddUnknown(TypeSyntax type, SyntaxNode position, string generator)
        {
            if (Semantics.GetTypeInfo(type, cancellation).Type is { } symbol)
            {
                AddUnknown(symbol, position, generator);
            }
        }

        private void AddUnknown(ITypeSymbol type, SyntaxNode position, string generator)
        {
            switch (type)
            {
                case IErrorTypeSymbol:
                    if (types.Contains(type.Name))
                    {
                        found.Add(At(position, type.Name, generator));
                    }

                    break;

                case IArrayTypeSymbol array:
                    AddUnknown(array.ElementType, position, generator);
                    break;

                case INamedTypeSymbol named:
                    foreach (ITypeSymbol argument in named.TypeArguments)
                    {
                        AddUnknown(argument, position, generator);
                    }

                    break;
            }
        }

        private static DiagnosticInfo At(SyntaxNode syntax, string name, string generator)
        {
            LinePositionSpan lines = syntax.SyntaxTree.GetLineSpan(syntax.Span).Span;
            var span = new TextLines(
                new TextPosition(lines.Start.Line, lines.Start.Character), new TextPosition(lines.End.Line, lines.End.Character));
            return new DiagnosticInfo(
                Descriptors.UnseenType, syntax.SyntaxTree.FilePath, syntax.SpanStart, syntax.Span.End, span, "", new EquatableArray<string>([name, generator]));
        }
    }
}
