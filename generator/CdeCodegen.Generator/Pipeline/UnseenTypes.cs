using CdeCodegen.Generator.Diagnostics;
using CdeCodegen.Generator.Engine;
using CdeCodegen.Generator.Infrastructure;
using CdeCodegen.Generator.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace CdeCodegen.Generator.Pipeline;

/// <summary>
/// Finds code for which another source generator needs a type of the client. That generator does not see the type, and its output does not compile or
/// is incomplete. Each finding is a diagnostic whose first argument is the name of a type that does not exist before generation.
/// </summary>
internal static class UnseenTypes
{
    public const string JsonSerializable = "System.Text.Json.Serialization.JsonSerializableAttribute";

    private const string RequestDelegates = "the request delegate generator";

    /// <summary>The unknown types of the <c>[JsonSerializable(typeof(…))]</c> attributes of a class.</summary>
    public static EquatableArray<DiagnosticInfo> OfContext(GeneratorAttributeSyntaxContext context, CancellationToken cancellation)
    {
        List<DiagnosticInfo>? found = null;
        foreach (AttributeData attribute in context.Attributes)
        {
            if (attribute.ConstructorArguments.Length > 0
                && attribute.ConstructorArguments[0] is { Kind: TypedConstantKind.Type, Value: ITypeSymbol type }
                && attribute.ApplicationSyntaxReference?.GetSyntax(cancellation) is { } syntax)
            {
                AddUnknown(type, syntax, "the generator of System.Text.Json", ref found);
            }
        }

        return found is null ? default : found.ToEquatableArray();
    }

    /// <summary>The unknown types of parameters of route handlers (<c>app.MapGet("/", (PetsClient pets) => …)</c>).</summary>
    /// <remarks>This visits all invocations after every edit, so it runs only in projects with the request delegate generator.</remarks>
    public static EquatableArray<DiagnosticInfo> OfHandlers(Compilation compilation, CancellationToken cancellation)
    {
        List<DiagnosticInfo>? found = null;
        foreach (SyntaxTree tree in compilation.SyntaxTrees)
        {
            SemanticModel? semantics = null;
            foreach (SyntaxNode node in tree.GetRoot(cancellation).DescendantNodes())
            {
                if (node is not InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: { } name } } invocation
                    || !name.StartsWith("Map", StringComparison.Ordinal))
                {
                    continue;
                }

                foreach (ArgumentSyntax argument in invocation.ArgumentList.Arguments)
                {
                    if (argument.Expression is ParenthesizedLambdaExpressionSyntax { ParameterList.Parameters.Count: > 0 } lambda)
                    {
                        semantics ??= compilation.GetSemanticModel(tree);
                        if (IsRoute(semantics.GetSymbolInfo(invocation, cancellation)))
                        {
                            AddUnknown(lambda, semantics, cancellation, ref found);
                        }
                    }
                }
            }
        }

        return found is null ? default : found.ToEquatableArray();
    }

    /// <summary>Whether the request delegate generator runs in the project.</summary>
    public static bool HasRequestDelegates(AnalyzerConfigOptions options) =>
        options.TryGetValue("build_property.EnableRequestDelegateGenerator", out string? value) && value.Trim().Equals("true", StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether a client contains the type that the diagnostic names.</summary>
    public static bool IsGenerated(DiagnosticInfo finding, IReadOnlyList<LoweredDocument> documents)
    {
        string name = finding.Arguments[0];
        for (int i = 0; i < documents.Count; i++)
        {
            if (documents[i].Model is { } model && Declares(model, name))
            {
                return true;
            }
        }

        return false;
    }

    private static bool Declares(ClientModel model, string name)
    {
        if (model.Context.ClassName == name)
        {
            return true;
        }

        foreach (TypeModel type in model.Types)
        {
            if (type.Name == name)
            {
                return true;
            }
        }

        foreach (ResultModel result in model.Results)
        {
            if (result.Name == name)
            {
                return true;
            }
        }

        return false;
    }

    // A handler whose parameters have unknown types leaves several candidates.
    private static bool IsRoute(SymbolInfo info)
    {
        if (info.Symbol is { } symbol)
        {
            return symbol.ContainingType?.Name == "EndpointRouteBuilderExtensions";
        }

        foreach (ISymbol candidate in info.CandidateSymbols)
        {
            if (candidate.ContainingType?.Name == "EndpointRouteBuilderExtensions")
            {
                return true;
            }
        }

        return false;
    }

    private static void AddUnknown(
        ParenthesizedLambdaExpressionSyntax lambda, SemanticModel semantics, CancellationToken cancellation, ref List<DiagnosticInfo>? found)
    {
        foreach (ParameterSyntax parameter in lambda.ParameterList.Parameters)
        {
            if (parameter.Type is { } syntax && semantics.GetTypeInfo(syntax, cancellation).Type is { } type)
            {
                AddUnknown(type, syntax, RequestDelegates, ref found);
            }
        }
    }

    private static void AddUnknown(ITypeSymbol type, SyntaxNode syntax, string generator, ref List<DiagnosticInfo>? found)
    {
        switch (type)
        {
            case IErrorTypeSymbol:
                found ??= [];
                found.Add(At(syntax, type.Name, generator));
                break;

            case IArrayTypeSymbol array:
                AddUnknown(array.ElementType, syntax, generator, ref found);
                break;

            case INamedTypeSymbol named:
                foreach (ITypeSymbol argument in named.TypeArguments)
                {
                    AddUnknown(argument, syntax, generator, ref found);
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
